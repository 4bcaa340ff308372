#include "sqlite_ext/resolve/resolver.h"

#include <utility>

#include "sqlite_ext/parse/analyze.h"
#include "sqlite_ext/parse/map_children.h"
#include "sqlite_ext/parse/text.h"
#include "sqlite_ext/resolve/expr_resolver.h"
#include "sqlite_ext/resolve/from_resolver.h"
#include "sqlite_ext/resolve/scope.h"
#include "sqlite_ext/resolve/with_scope.h"

namespace vieworm::resolve {

namespace {

using parse::Expr;
using parse::Name;
using parse::Ref;

const std::vector<NamedResult> kNoResults;
const Scope kNoSources;

class Resolver : public SelectResolver {
 public:
  Resolver(const Schema& schema, Resolved* result) : schema_(schema), result_(*result) {}

  Ref<parse::Select> Resolve(const parse::Select& select, const WithScope* outer) override {
    WithScope with(outer);
    parse::Select resolved = select;
    ResolveCtes(&resolved.ctes, &with);
    bool compound = select.cores.size() > 1;
    for (parse::Core& core : resolved.cores) {
      if (auto* query = std::get_if<parse::Query>(&core.body)) {
        // The ORDER BY of a compound names its columns, which keep their names.
        ResolveQuery(query, compound ? nullptr : &resolved.order_by, with);
      } else {
        ResolveValues(&std::get<parse::Values>(core.body));
      }
    }
    ExprResolver constants(arena(), kNoSources, kNoResults);
    if (resolved.limit) resolved.limit = constants(*resolved.limit);
    if (resolved.offset) resolved.offset = constants(*resolved.offset);
    return arena()->Add(std::move(resolved));
  }

 private:
  parse::Arena* arena() { return result_.arena.get(); }

  // A CTE may see those before it. One that sees itself is recursive; one that sees a later one is
  // left to full refresh with it.
  void ResolveCtes(std::vector<parse::Cte>* ctes, WithScope* with) {
    for (const parse::Cte& cte : *ctes) with->Add({cte.name.text, {}, false});
    for (size_t i = 0; i < ctes->size(); ++i) {
      parse::Cte& cte = (*ctes)[i];
      cte.select = Resolve(*cte.select, with);
      KnownCte& known = (*with)[i];
      for (const Name& name : cte.columns) known.columns.push_back(name.text);
      if (known.columns.empty()) known.columns = ColumnNamesOf(*cte.select);
      known.usable = true;
    }
  }

  void ResolveQuery(parse::Query* query, parse::OrderTerms* order_by, const WithScope& with) {
    Scope scope;
    if (query->from) {
      FromResolver from(arena(), schema_, *this, with, &result_.tables, &aliases_);
      query->from = from.Resolve(*query->from, &scope);
    }
    std::vector<NamedResult> results = ResolveColumns(query, scope);
    ExprResolver resolve(arena(), scope, results);
    if (query->where) query->where = resolve(*query->where);
    for (Ref<Expr>& term : query->group_by) term = Term(*term, resolve(*term));
    if (query->having) query->having = resolve(*query->having);
    for (parse::NamedWindow& window : query->windows) {
      window = parse::MapChildren(window, resolve);
    }
    if (order_by != nullptr) ResolveOrder(order_by, results, resolve);
  }

  static bool IsInteger(const Expr& expr) {
    const auto* literal = std::get_if<parse::Literal>(&expr.node);
    return literal != nullptr && literal->kind == parse::LiteralKind::kInteger;
  }

  // An alias of a number is no number of a column, but would be written as one.
  static Ref<Expr> Term(const Expr& written, Ref<Expr> resolved) {
    if (IsInteger(*resolved) && !IsInteger(written)) {
      throw Unresolvable("a constant by its alias, to group or to order");
    }
    return resolved;
  }

  // Stars are written out, and every column gets an alias: the name that it has anyway.
  std::vector<NamedResult> ResolveColumns(parse::Query* query, const Scope& scope) {
    ExprResolver resolve(arena(), scope, kNoResults);
    std::vector<parse::ResultColumn> columns;
    std::vector<NamedResult> results;
    auto add = [&](Ref<Expr> expr, const std::string& name) {
      parse::ResultColumn column;
      column.expr = expr;
      column.alias = Name{name};
      columns.push_back(std::move(column));
    };
    for (const parse::ResultColumn& column : query->columns) {
      if (column.kind == parse::ColumnKind::kExpr) {
        Ref<Expr> expr = resolve(*column.expr);
        add(expr, NameOf(column, columns.size()));
        if (column.alias) results.push_back({column.alias->text, expr});
        continue;
      }
      for (const FoundColumn& found : ColumnsOfStar(column, scope)) {
        add(QualifiedColumn(arena(), found), found.column);
      }
    }
    query->columns = std::move(columns);
    return results;
  }

  static std::vector<FoundColumn> ColumnsOfStar(const parse::ResultColumn& star,
                                                const Scope& scope) {
    bool all = star.kind == parse::ColumnKind::kStar;
    std::vector<FoundColumn> found;
    for (const ScopeSource& source : scope.sources()) {
      if (!all && !parse::EqualsIgnoringCase(source.seen_as, star.table.text)) continue;
      for (size_t i = 0; i < source.columns.size(); ++i) {
        if (source.columns[i].hidden || (all && source.merged.count(i) > 0)) continue;
        found.push_back({source.alias, source.columns[i].name});
      }
    }
    return found;
  }

  static std::string NameOf(const parse::ResultColumn& column, size_t position) {
    if (column.alias) return column.alias->text;
    if (const auto* reference = std::get_if<parse::ColumnRef>(&column.expr->node)) {
      return reference->column.text;
    }
    return column.text.empty() ? "column" + std::to_string(position + 1) : column.text;
  }

  // A term that is just an alias means that column of the result, before any column of a source.
  void ResolveOrder(parse::OrderTerms* terms, const std::vector<NamedResult>& results,
                    const ExprResolver& resolve) {
    for (parse::OrderTerm& term : *terms) {
      Ref<Expr> alias = AliasedBy(*term.expr, results);
      term.expr = Term(*term.expr, alias ? alias : resolve(*term.expr));
    }
  }

  static Ref<Expr> AliasedBy(const Expr& expr, const std::vector<NamedResult>& results) {
    const auto* column = std::get_if<parse::ColumnRef>(&expr.node);
    if (column == nullptr || column->table) return {};
    for (const NamedResult& result : results) {
      if (parse::EqualsIgnoringCase(result.alias, column->column.text)) return result.expr;
    }
    return {};
  }

  void ResolveValues(parse::Values* values) {
    ExprResolver constants(arena(), kNoSources, kNoResults);
    for (parse::Exprs& row : values->rows) {
      for (Ref<Expr>& value : row) value = constants(*value);
    }
  }

  const Schema& schema_;
  Resolved& result_;
  int aliases_ = 0;  // given so far
};

}  // namespace

Resolved Resolve(const parse::Tree& tree, const Schema& schema) {
  Resolved result;
  result.arena = std::make_shared<parse::Arena>();
  try {
    result.select = Resolver(schema, &result).Resolve(*tree.select, nullptr);
  } catch (const Unresolvable& unresolvable) {
    result.reason = unresolvable.what();
  }
  return result;
}

std::vector<std::string> ColumnNamesOf(const parse::Select& select) {
  std::vector<std::string> names;
  for (const parse::OutputColumn& column : parse::OutputColumns(select)) {
    names.push_back(column.name);
  }
  return names;
}

}  // namespace vieworm::resolve
