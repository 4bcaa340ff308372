#include "sqlite_ext/lower/select_lowering.h"

#include <algorithm>

#include "common/plan/delta.h"
#include "sqlite_ext/lower/comparisons.h"
#include "sqlite_ext/lower/group_rewriter.h"
#include "sqlite_ext/lower/refused.h"
#include "sqlite_ext/lower/source_lowering.h"
#include "sqlite_ext/lower/volatility.h"
#include "sqlite_ext/parse/children.h"

namespace vieworm::lower {

namespace {

using parse::Expr;
using parse::Ref;

constexpr Allowed kOfRows = {};
constexpr Allowed kCondition = {.aggregates = false, .windows = false, .time = true};
constexpr Allowed kOfGroups = {.aggregates = true, .windows = true, .time = false};
constexpr Allowed kOverGroups = {.aggregates = false, .windows = true, .time = false};

// The terms of a conjunction.
void Split(const Expr& expr, parse::Exprs* terms) {
  const auto* binary = std::get_if<parse::Binary>(&expr.node);
  if (binary == nullptr || binary->op != parse::BinaryOp::kAnd) {
    terms->push_back(&expr);
    return;
  }
  Split(*binary->left, terms);
  Split(*binary->right, terms);
}

struct WindowFinder {
  bool found = false;
  void operator()(const Expr& expr) {
    const auto* call = std::get_if<parse::Call>(&expr.node);
    found = found || (call != nullptr && !std::holds_alternative<std::monostate>(call->over));
    if (!found) parse::ForEachChild(expr, *this);
  }
  void operator()(const parse::From&) {}
  void operator()(const parse::Select&) {}
};

bool HasWindow(const Expr& expr) {
  WindowFinder finder;
  finder(expr);
  return finder.found;
}

std::string DirectionOf(const parse::OrderTerm& term) {
  std::string text;
  if (term.direction == parse::Direction::kAscending) text += " ASC";
  if (term.direction == parse::Direction::kDescending) text += " DESC";
  if (term.nulls == parse::Nulls::kFirst) text += " NULLS FIRST";
  if (term.nulls == parse::Nulls::kLast) text += " NULLS LAST";
  return text;
}

std::string OutputName(size_t i) { return "c" + std::to_string(i + 1); }

// The parts of a UNION ALL may differ in a column's nature; what SQLite then makes of a comparison
// depends on how it runs the query.
void MergeColumn(const ColumnInfo& other, ColumnInfo* column) {
  bool same = column->nature.affinity == other.nature.affinity &&
              column->nature.collation == other.nature.collation;
  column->bare_only = column->bare_only || other.bare_only || !same;
  column->mixed = column->mixed || other.mixed || column->nature.affinity != other.nature.affinity;
  column->nature.not_null = column->nature.not_null && other.nature.not_null;
  if (column->nature.values != other.nature.values) column->nature.values = ValueClass::kUnknown;
  if (!same) column->nature.affinity = 0;
  std::vector<BaseColumn>& bases = column->nature.bases;
  bases.insert(bases.end(), other.nature.bases.begin(), other.nature.bases.end());
}

Output PassOn(const std::string& alias, const ColumnInfo& column, size_t i) {
  return {OutputName(i), Scalar::Column({alias, column.column})};
}

// A SELECT of one core, or of several.
class SelectLowering : public SubqueryLowering {
 public:
  SelectLowering(const resolve::Resolved& resolved, LoweringContext* context)
      : resolved_(resolved), context_(*context) {}

  Lowering Lower(const parse::Select& select, const CteScope* outer) override {
    return Lower(select, outer, false);
  }

  Lowering Lower(const parse::Select& select, const CteScope* outer, bool top) {
    CteScope ctes{outer, &select, select.ctes.size()};
    if (select.cores.size() > 1) return LowerCompound(select, ctes, top);
    return LowerQuery(QueryOf(select.cores[0]), select, ctes, top);
  }

 private:
  static const parse::Query& QueryOf(const parse::Core& core) {
    const auto* query = std::get_if<parse::Query>(&core.body);
    if (query == nullptr) throw Refused("it has VALUES");
    if (!query->from) throw Refused("it has a SELECT that reads no table");
    return *query;
  }

  // ------------------------------------------------------------------------------ one core

  Lowering LowerQuery(const parse::Query& query, const parse::Select& select, const CteScope& ctes,
                      bool top) {
    SourceLowering from(resolved_, ctes, this, &context_);
    from.Lower(*query.from);
    bool over_groups = false;
    for (const Source& source : from.sources()) {
      bool leaf = std::holds_alternative<Scan>(source.relation->node) ||
                  std::holds_alternative<FunctionScan>(source.relation->node);
      over_groups = over_groups || (!leaf && !IsLinear(*source.relation));
    }
    if (over_groups) return LowerOverGroups(query, select, from);
    Block block;
    block.from = std::move(from.sources());
    parse::Exprs conditions = from.conditions();
    if (query.where) conditions.push_back(query.where);
    AddConditions(conditions, from.scope(), &block);
    if (IsGrouped(query, select)) return LowerGroups(query, select, from.scope(), std::move(block));
    return LowerRows(query, select, from.scope(), std::move(block), top);
  }

  bool IsGrouped(const parse::Query& query, const parse::Select& select) const {
    bool grouped = !query.group_by.empty() || query.having;
    for (const parse::ResultColumn& column : query.columns) {
      grouped = grouped || HasAggregate(*column.expr, *context_.functions);
    }
    for (const parse::OrderTerm& term : select.order_by) {
      grouped = grouped || HasAggregate(*term.expr, *context_.functions);
    }
    return grouped;
  }

  void AddConditions(const parse::Exprs& conditions, const Scope& scope, Block* block) {
    parse::Exprs terms;
    for (const Ref<Expr>& condition : conditions) Split(*condition, &terms);
    for (const Ref<Expr>& term : terms) block->where.push_back(Condition(*term, scope));
  }

  Scalar Condition(const Expr& term, const Scope& scope) {
    if (!CheckExpression(term, *context_.functions, kCondition)) return RowScalar(term, scope);
    context_.uses_time = true;
    NoteTraps(term, scope);
    return ToScalar(*AtMoment(term, context_.moment, resolved_.arena.get()), scope);
  }

  Scalar RowScalar(const Expr& expr, const Scope& scope) {
    CheckExpression(expr, *context_.functions, kOfRows);
    NoteTraps(expr, scope);
    return ToScalar(expr, scope);
  }

  void NoteTraps(const Expr& expr, const Scope& scope) {
    FindAffinityTraps(
        expr,
        [&scope](const parse::ColumnRef& column) -> const Nature& {
          return scope.Find(column).nature;
        },
        &context_.affinity_traps);
  }

  static ColumnInfo InfoOf(const parse::ResultColumn& column, size_t i, const Scope& scope) {
    ColumnInfo info;
    info.name = column.alias->text;
    info.column = OutputName(i);
    info.nature = NatureIn(scope, *column.expr);
    const auto* bare = std::get_if<parse::ColumnRef>(&column.expr->node);
    info.bare_only = info.nature.explicit_collation ||
                     (bare != nullptr && bare->table && scope.Find(*bare).bare_only);
    info.mixed = bare != nullptr && bare->table && scope.Find(*bare).mixed;
    return info;
  }

  static std::vector<ColumnInfo> InfosOf(const parse::Query& query, const Scope& scope) {
    std::vector<ColumnInfo> infos;
    for (size_t i = 0; i < query.columns.size(); ++i) {
      infos.push_back(InfoOf(query.columns[i], i, scope));
    }
    return infos;
  }

  // -------------------------------------------------------------------------------- rows

  Lowering LowerRows(const parse::Query& query, const parse::Select& select, const Scope& scope,
                     Block block, bool top) {
    for (size_t i = 0; i < query.columns.size(); ++i) {
      block.outputs.push_back({OutputName(i), RowScalar(*query.columns[i].expr, scope)});
    }
    Lowering lowering{MakeRelation(std::move(block)), InfosOf(query, scope)};
    if (query.distinct) {
      lowering.relation = MakeRelation(Distinct{lowering.relation});
      ForgetBases(&lowering);
    }
    auto place = [&](const Expr& expr) { return PlaceOf(expr, query.columns); };
    return Ordered(std::move(lowering), select, place, top);
  }

  static void ForgetBases(Lowering* lowering) {
    for (ColumnInfo& column : lowering->columns) column.nature.bases.clear();
  }

  // The result column that an ORDER BY term names, or the number of columns.
  static size_t PlaceOf(const Expr& expr, const std::vector<parse::ResultColumn>& columns) {
    Ref<Expr> term = AtPosition(expr, columns);
    size_t i = 0;
    while (i < columns.size() && !(*columns[i].expr == *term)) ++i;
    return i;
  }

  // Puts ORDER BY and LIMIT over `lowering`, whose columns are all that they can name.
  template <typename Place>
  Lowering Ordered(Lowering lowering, const parse::Select& select, Place place, bool top) {
    if (select.limit && IsLinear(*lowering.relation)) throw Refused("it has LIMIT over rows");
    if (select.order_by.empty() && !select.limit) return lowering;
    if (!top && !select.limit) return lowering;
    Present present;
    present.alias = NewAlias();
    present.input = lowering.relation;
    for (size_t i = 0; i < lowering.columns.size(); ++i) {
      present.outputs.push_back(PassOn(present.alias, lowering.columns[i], i));
    }
    for (const parse::OrderTerm& term : select.order_by) {
      size_t i = place(*term.expr);
      if (i < lowering.columns.size()) {
        present.order_by.push_back(
            Scalar({ColumnUse{present.alias, lowering.columns[i].column}, DirectionOf(term)}));
      } else if (select.limit) {
        throw Refused("it has LIMIT in an order that is not selected");
      } else {
        return lowering;
      }
    }
    AddLimit(select, &present);
    for (size_t i = 0; i < lowering.columns.size(); ++i) lowering.columns[i].column = OutputName(i);
    lowering.relation = MakeRelation(std::move(present));
    return lowering;
  }

  void AddLimit(const parse::Select& select, Present* present) const {
    if (select.limit) present->limit = Constant(*select.limit);
    if (select.offset) present->offset = Constant(*select.offset);
  }

  Scalar Constant(const Expr& expr) const {
    CheckExpression(expr, *context_.functions, kOfRows);
    return ToScalar(expr, Scope());
  }

  // -------------------------------------------------------------------------------- groups

  Lowering LowerGroups(const parse::Query& query, const parse::Select& select, const Scope& scope,
                       Block block) {
    Present present;
    present.alias = NewAlias();
    GroupRewriter rewrite(query, present.alias, *context_.functions, resolved_.arena.get());
    parse::Query over = query;
    for (parse::ResultColumn& column : over.columns) column.expr = Grouped(*column.expr, rewrite);
    if (query.having) over.having = Grouped(*query.having, rewrite);
    parse::OrderTerms order = select.order_by;
    for (parse::OrderTerm& term : order) {
      term.expr = Grouped(*AtPosition(*term.expr, query.columns), rewrite);
    }
    Aggregate aggregate;
    for (const auto& key : rewrite.keys()) {
      block.outputs.push_back({key.name, RowScalar(*key.expr, scope)});
      aggregate.keys.push_back(key.name);
    }
    for (const auto& argument : rewrite.arguments()) {
      block.outputs.push_back({argument.name, RowScalar(*argument.expr, scope)});
    }
    // count(*) of everything: a row contributes nothing but itself.
    if (block.outputs.empty()) block.outputs.push_back({"a1", Scalar::Text("1")});
    aggregate.calls = rewrite.calls();
    aggregate.input = MakeRelation(std::move(block));
    Scope groups = GroupScope(rewrite, present.alias, scope);
    present.input = MakeRelation(std::move(aggregate));
    present.has_window = rewrite.has_window();
    if (over.having) present.filter = ToScalar(*over.having, groups);
    return Finish(std::move(present), over, order, select, groups);
  }

  Ref<Expr> Grouped(const Expr& expr, GroupRewriter& rewrite) const {
    CheckExpression(expr, *context_.functions, kOfGroups);
    return rewrite(expr);
  }

  static Scope GroupScope(const GroupRewriter& rewrite, const std::string& alias,
                          const Scope& rows) {
    ScopeEntry entry{alias, {}};
    for (const auto& key : rewrite.keys()) {
      ColumnInfo info{key.name, key.name, NatureIn(rows, *key.expr), false};
      info.nature.bases.clear();
      entry.columns.push_back(std::move(info));
    }
    for (const AggregateCall& call : rewrite.calls()) {
      entry.columns.push_back({call.output, call.output, {}, false});
    }
    Scope scope;
    scope.Add(alias, std::move(entry));
    return scope;
  }

  // Output columns, order and limit of a SELECT over groups.
  Lowering Finish(Present present, const parse::Query& query, const parse::OrderTerms& order,
                  const parse::Select& select, const Scope& scope) {
    present.distinct = query.distinct;
    for (size_t i = 0; i < query.columns.size(); ++i) {
      present.outputs.push_back({OutputName(i), ToScalar(*query.columns[i].expr, scope)});
      present.has_window = present.has_window || HasWindow(*query.columns[i].expr);
    }
    for (const parse::OrderTerm& term : order) {
      present.order_by.push_back(ToScalar(*term.expr, scope, DirectionOf(term)));
    }
    AddLimit(select, &present);
    return {MakeRelation(std::move(present)), InfosOf(query, scope)};
  }

  // SELECT ... FROM (groups): computed when it is read.
  Lowering LowerOverGroups(const parse::Query& query, const parse::Select& select,
                           SourceLowering& from) {
    if (from.sources().size() != 1) throw Refused("it joins groups with something else");
    if (IsGrouped(query, select)) throw Refused("it aggregates groups");
    if (!query.windows.empty()) throw Refused("it has named windows over a subquery");
    Present present;
    present.alias = from.sources()[0].alias;
    present.input = from.sources()[0].relation;
    auto check = [&](const Expr& expr) { CheckExpression(expr, *context_.functions, kOverGroups); };
    for (const parse::ResultColumn& column : query.columns) check(*column.expr);
    parse::OrderTerms order = select.order_by;
    for (parse::OrderTerm& term : order) {
      term.expr = AtPosition(*term.expr, query.columns);
      check(*term.expr);
    }
    if (query.where) {
      CheckExpression(*query.where, *context_.functions, kOfRows);
      present.filter = ToScalar(*query.where, from.scope());
    }
    return Finish(std::move(present), query, order, select, from.scope());
  }

  // ------------------------------------------------------------------------------ compounds

  Lowering LowerCompound(const parse::Select& select, const CteScope& ctes, bool top) {
    parse::Select alone;  // ORDER BY and LIMIT are the compound's
    Lowering result = LowerQuery(QueryOf(select.cores[0]), alone, ctes, false);
    for (size_t i = 1; i < select.cores.size(); ++i) {
      Lowering next = LowerQuery(QueryOf(select.cores[i]), alone, ctes, false);
      result.relation = Combined(result.relation, select.cores[i].op, next.relation);
      for (size_t c = 0; c < result.columns.size(); ++c) {
        MergeColumn(next.columns[c], &result.columns[c]);
      }
    }
    bool all = std::holds_alternative<UnionAll>(result.relation->node);
    if (!all) ForgetBases(&result);
    auto place = [&](const Expr& expr) { return PlaceInCompound(expr, result.columns); };
    return Ordered(std::move(result), select, place, top);
  }

  // What a set operation is over: rows, with or without their duplicates.
  static RelationPtr Bag(const RelationPtr& relation) {
    if (const auto* distinct = std::get_if<Distinct>(&relation->node)) return distinct->input;
    bool set = std::holds_alternative<SetOperation>(relation->node);
    if (!set && !IsLinear(*relation)) throw Refused("it has a set operation over groups");
    return relation;
  }

  static RelationPtr Combined(const RelationPtr& left, parse::CompoundOp op,
                              const RelationPtr& right) {
    if (op == parse::CompoundOp::kUnionAll) {
      if (!IsLinear(*left) || !IsLinear(*right)) throw Refused("it has a UNION ALL over a set");
      UnionAll all{{left, right}};
      if (const auto* more = std::get_if<UnionAll>(&left->node)) {
        all.branches = more->branches;
        all.branches.push_back(right);
      }
      return MakeRelation(std::move(all));
    }
    SetKind kind = op == parse::CompoundOp::kUnion       ? SetKind::kUnion
                   : op == parse::CompoundOp::kIntersect ? SetKind::kIntersect
                                                         : SetKind::kExcept;
    return MakeRelation(SetOperation{kind, Bag(left), Bag(right)});
  }

  // ORDER BY of a compound has a column's number or its name.
  static size_t PlaceInCompound(const Expr& expr, const std::vector<ColumnInfo>& columns) {
    size_t i = columns.size();
    if (const auto* literal = std::get_if<parse::Literal>(&expr.node)) {
      if (literal->kind != parse::LiteralKind::kInteger) return i;
      return std::strtoul(literal->text.c_str(), nullptr, 0) - 1;
    }
    const auto* column = std::get_if<parse::ColumnRef>(&expr.node);
    if (column == nullptr || column->table) return i;
    for (i = 0; i < columns.size(); ++i) {
      if (SqliteDialect().SameName(columns[i].name, column->column.text)) break;
    }
    return i;
  }

  std::string NewAlias() { return "s" + std::to_string(++context_.aliases); }

  const resolve::Resolved& resolved_;
  LoweringContext& context_;
};

}  // namespace

Lowering LowerSelect(const parse::Select& select, const resolve::Resolved& resolved, bool top,
                     LoweringContext* context) {
  return SelectLowering(resolved, context).Lower(select, nullptr, top);
}

}  // namespace vieworm::lower
