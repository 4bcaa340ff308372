#include "sqlite_ext/resolve/from_resolver.h"

#include <utility>

#include "sqlite_ext/parse/text.h"
#include "sqlite_ext/resolve/expr_resolver.h"

namespace vieworm::resolve {

namespace {

using parse::Expr;
using parse::FromItem;
using parse::JoinKind;
using parse::Ref;

std::vector<TableColumn> Visible(const std::vector<std::string>& names) {
  std::vector<TableColumn> columns;
  for (const std::string& name : names) columns.push_back({name, false});
  return columns;
}

bool IsOuter(JoinKind join) {
  return join == JoinKind::kLeft || join == JoinKind::kRight || join == JoinKind::kFull;
}

Ref<Expr> Joined(parse::Arena* arena, parse::BinaryOp op, Ref<Expr> left, Ref<Expr> right) {
  Expr expr;
  expr.node = parse::Binary{op, left, right};
  return arena->Add(std::move(expr));
}

// The columns that USING names, or that NATURAL finds on both sides.
std::vector<std::string> ColumnsToMerge(const FromItem& item, size_t left_count,
                                        const Scope& scope) {
  std::vector<std::string> names;
  for (const parse::Name& name : item.using_columns) names.push_back(name.text);
  if (!item.natural) return names;
  for (const TableColumn& column : scope.sources().back().columns) {
    if (!column.hidden && scope.FindLeft(column.name, left_count)) names.push_back(column.name);
  }
  return names;
}

// (t) is t, except that SQLite does not look into the parentheses for an alias.
void TakeOffParentheses(FromItem* item) {
  while (const auto* group = std::get_if<parse::GroupSource>(&item->source)) {
    if (group->from->items.size() > 1) return;
    const FromItem inner = group->from->items[0];
    item->source = inner.source;
    if (!item->alias) item->alias = inner.alias;
  }
}

}  // namespace

// ON may read every source, so all of them come first.
Ref<parse::From> FromResolver::Resolve(const parse::From& from, Scope* scope) {
  return Conditions(*Sources(from, scope), *scope);
}

Ref<parse::From> FromResolver::Sources(const parse::From& from, Scope* scope) {
  parse::From resolved = from;
  for (FromItem& item : resolved.items) {
    if (IsOuter(item.join)) throw Unresolvable("an outer join");
    size_t left_count = scope->sources().size();
    TakeOffParentheses(&item);
    Source(&item, scope);
    Merge(&item, left_count, scope);
  }
  return arena_->Add(std::move(resolved));
}

void FromResolver::Source(FromItem* item, Scope* scope) {
  if (auto* table = std::get_if<parse::TableSource>(&item->source)) {
    Table(table, item, scope);
  } else if (auto* subquery = std::get_if<parse::SubquerySource>(&item->source)) {
    Subquery(subquery, item, scope);
  } else {
    // Names inside a group can be seen from outside, unless the group has an alias.
    if (item->alias) throw Unresolvable("a join in parentheses with an alias");
    auto& group = std::get<parse::GroupSource>(item->source);
    group.from = Sources(*group.from, scope);
  }
}

void FromResolver::Table(parse::TableSource* table, FromItem* item, Scope* scope) {
  std::string alias = NewAlias();
  const KnownCte* cte = table->table.schema ? nullptr : with_.Find(table->table.name.text);
  if (cte != nullptr) {
    if (!cte->usable) throw Unresolvable("a recursive common table expression");
    std::string seen_as = item->alias ? item->alias->text : table->table.name.text;
    scope->Add({alias, seen_as, "", Visible(cte->columns), false, {}});
  } else {
    std::optional<std::string> schema;
    if (table->table.schema) schema = table->table.schema->text;
    std::optional<TableFacts> facts = schema_.Find(schema, table->table.name.text);
    if (!facts) throw Unresolvable("a table that was not found: " + table->table.name.text);
    AddTable(*table, *item, std::move(*facts), alias, scope);
  }
  item->alias = parse::Name{alias};
}

void FromResolver::AddTable(const parse::TableSource& table, const FromItem& item, TableFacts facts,
                            const std::string& alias, Scope* scope) {
  ScopeSource source;
  source.alias = alias;
  source.seen_as = item.alias ? item.alias->text : table.table.name.text;
  if (!item.alias) source.schema = facts.name.schema;
  source.columns = facts.columns;
  source.has_rowid = facts.has_rowid;
  scope->Add(std::move(source));
  tables_[alias] = std::move(facts);
}

void FromResolver::Subquery(parse::SubquerySource* subquery, FromItem* item, Scope* scope) {
  subquery->select = selects_.Resolve(*subquery->select, &with_);
  std::string alias = NewAlias();
  std::string seen_as = item->alias ? item->alias->text : "";
  scope->Add({alias, seen_as, "", Visible(ColumnNamesOf(*subquery->select)), false, {}});
  item->alias = parse::Name{alias};
}

// a JOIN b USING (x): a.x = b.x, and from then on x means a.x alone.
void FromResolver::Merge(FromItem* item, size_t left_count, Scope* scope) {
  std::vector<std::string> names = ColumnsToMerge(*item, left_count, *scope);
  if (!names.empty() && scope->sources().size() != left_count + 1) {
    throw Unresolvable("NATURAL or USING with a join in parentheses");
  }
  for (const std::string& name : names) {
    ScopeSource& right = scope->sources().back();
    std::optional<FoundColumn> left = scope->FindLeft(name, left_count);
    for (size_t i = 0; left && i < right.columns.size(); ++i) {
      if (!parse::EqualsIgnoringCase(right.columns[i].name, name)) continue;
      right.merged.insert(i);
      Ref<Expr> equal = Joined(arena_, parse::BinaryOp::kEqual, QualifiedColumn(arena_, *left),
                               QualifiedColumn(arena_, {right.alias, right.columns[i].name}));
      Ref<Expr>& merged = merged_[right.alias];
      merged = merged ? Joined(arena_, parse::BinaryOp::kAnd, merged, equal) : equal;
    }
  }
  item->natural = false;
  item->using_columns.clear();
}

// ON, which says what Merge found where there was NATURAL or USING, and the arguments of functions.
Ref<parse::From> FromResolver::Conditions(const parse::From& from, const Scope& scope) {
  const std::vector<NamedResult> no_results;
  ExprResolver resolve(arena_, scope, no_results);
  parse::From resolved = from;
  for (FromItem& item : resolved.items) {
    if (item.on) item.on = resolve(*item.on);
    if (item.alias && merged_.count(item.alias->text) > 0) item.on = merged_[item.alias->text];
    if (auto* group = std::get_if<parse::GroupSource>(&item.source)) {
      group->from = Conditions(*group->from, scope);
    }
    auto* table = std::get_if<parse::TableSource>(&item.source);
    if (table == nullptr || !table->arguments) continue;
    for (Ref<Expr>& argument : *table->arguments) argument = resolve(*argument);
  }
  return arena_->Add(std::move(resolved));
}

}  // namespace vieworm::resolve
