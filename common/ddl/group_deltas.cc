// Apply, for an UPDATE and a store of count(*) and sum(a1) by k1:
//
//   INSERT INTO store AS s (k, rows, count_1, integers_1)
//   SELECT "k1", count(*) FILTER (WHERE added) - count(*) FILTER (WHERE NOT added), ...
//   FROM (SELECT t1.k AS "k1", t1.v AS "a1", true AS added FROM vieworm_new AS t1
//         UNION ALL SELECT t1.k, t1.v, false FROM vieworm_old AS t1) AS i
//   GROUP BY "k1" HAVING ... <> 0 OR ... ORDER BY "k1"
//   ON CONFLICT (k) DO UPDATE SET rows = s.rows + excluded.rows, ...
//
// inside WITH, where its RETURNING is needed.

#include "common/ddl/group_deltas.h"

#include <set>

#include "common/ddl/select.h"
#include "common/ddl/sql_text.h"
#include "common/names.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

std::string Operator(const char* symbol) {
  return std::string(" OPERATOR(pg_catalog.") + symbol + ") ";
}

std::string Filtered(const std::string& call, const std::vector<std::string>& filter) {
  return filter.empty() ? call : call + " FILTER (WHERE " + JoinTexts(filter, " AND ") + ")";
}

std::string And(std::vector<std::string> filter, const std::string& condition) {
  filter.push_back(condition);
  return JoinTexts(filter, " AND ");
}

// A sum over no rows is NULL; as a difference it is nothing.
std::string Whole(const std::string& call) {
  return call.starts_with("pg_catalog.sum") ? "COALESCE(" + call + ", 0)" : call;
}

std::string CallOf(const ExtremeState& state) {
  return std::string(state.is_max ? "pg_catalog.max(" : "pg_catalog.min(") + Q(state.argument) +
         ")";
}

std::vector<std::string> FilterOf(const ExtremeState& state) {
  return state.filter ? std::vector<std::string>{Q(*state.filter)} : std::vector<std::string>{};
}

bool Reads(const Block& block, const RelationName& table) {
  for (const Source& source : block.from) {
    const auto* scan = std::get_if<Scan>(&source.relation->node);
    if (scan != nullptr && scan->table == table) return true;
  }
  return false;
}

// The block with the changed rows in the place of the table's, where it reads it.
Block WithChange(Block block, const std::string& change) {
  if (change.empty()) return block;
  for (Source& source : block.from) {
    const auto* scan = std::get_if<Scan>(&source.relation->node);
    if (scan != nullptr) source.relation = MakeRelation(Change{scan->table});
  }
  return block;
}

ChangeWriter ReadFrom(const std::string& change) {
  return [change](const Change&, const std::string&) { return ChangeText{change, "", ""}; };
}

}  // namespace

std::string GoneColumn(const ExtremeState& state) { return state.value + "_gone"; }

// -------------------------------------------------------------------------------------- columns

std::vector<std::string> GroupDeltas::KeyColumns() const {
  std::vector<std::string> names;
  for (const GroupKey& key : store_.keys) names.push_back(key.column.stored);
  if (names.empty()) names.push_back(store_.One());
  return names;
}

std::vector<GroupDeltas::Sum> GroupDeltas::Sums() const {
  std::vector<Sum> sums = {{store_.Rows(), "pg_catalog.count(*)", {}}};
  std::set<std::string> sides;
  for (const Contribution& contribution : contributions_) {
    const std::string& side = contribution.count;
    if (side.empty() || !sides.insert(side).second) continue;
    std::string is_side = Q(SideOf()) + Operator("=") + PostgresDialect().QuoteLiteral(side);
    sums.push_back({side, "pg_catalog.count(*)", {is_side}});
  }
  for (const NumberState& state : store_.numbers) {
    std::string argument = Q(state.argument);
    std::vector<std::string> filter;
    if (state.filter) filter.push_back(Q(*state.filter));
    sums.push_back({state.count, "pg_catalog.count(" + argument + ")", filter});
    if (state.sums == SumKind::kNone) continue;
    std::vector<std::string> finite = filter;
    if (state.sums == SumKind::kNumbers) {
      std::vector<std::string> nan = filter;
      nan.push_back(argument + Operator("=") + "'NaN'");
      sums.push_back({state.others, "pg_catalog.count(*)", nan});
      finite.push_back(argument + Operator("<>") + "'NaN'");
    }
    sums.push_back({state.integers, "pg_catalog.sum(" + argument + ")", finite});
  }
  return sums;
}

std::vector<std::string> GroupDeltas::Columns() const {
  std::vector<std::string> names = KeyColumns();
  for (const Sum& sum : Sums()) names.push_back(sum.column);
  for (const ExtremeState& state : store_.extremes) {
    names.push_back(state.value);
    names.push_back(GoneColumn(state));
  }
  for (const RecomputedState& state : store_.recomputed) names.push_back(state.value);
  if (store_.Recomputes()) names.push_back(store_.Dirty());
  return names;
}

// ---------------------------------------------------------------------------------------- state

std::string GroupDeltas::RowsOf(const Contribution& contribution, const std::string& change,
                                const std::string& added, const std::string& of_group_in) const {
  Block block = WithChange(contribution.block, change);
  SelectWriter::Parts parts = SelectWriter(PostgresDialect(), ReadFrom(change)).Split(block);
  std::vector<std::string> outputs;
  for (size_t i = 0; i < parts.outputs.size(); ++i) {
    outputs.push_back(parts.outputs[i] + " AS " + Q(block.outputs[i].name));
  }
  if (!contribution.count.empty()) {
    outputs.push_back(PostgresDialect().QuoteLiteral(contribution.count) + "::pg_catalog.text AS " +
                      Q(SideOf()));
  }
  if (!added.empty()) outputs.push_back(added + " AS " + Q(Added()));
  if (!added.empty() && !store_.extremes.empty()) {
    bool asks = change == names::kNewRows;
    outputs.push_back((asks ? IsCurrent(contribution.block) : "true") + " AS " + Q(Current()));
  }
  std::vector<std::string> conditions;
  if (!parts.where.empty()) conditions.push_back(parts.where);
  if (!of_group_in.empty()) {
    std::string is_group = IsGroup(parts.outputs, of_group_in);
    if (!is_group.empty()) conditions.push_back(is_group);
  }
  std::string text = "SELECT " + JoinTexts(outputs, ", ");
  if (!parts.from.empty()) text += " FROM " + parts.from;
  if (!conditions.empty()) text += " WHERE " + JoinTexts(conditions, " AND ");
  return text;
}

// A trigger that the statement has set off may have changed the row again, and this store with it.
// What is added up does not mind; an extremum would be that of a row that is no longer there. (A
// subquery of its own, so that it stays a lookup by key. Bytes are compared, which every type has.)
std::string GroupDeltas::IsCurrent(const Block& block) const {
  for (const Source& source : block.from) {
    const auto* scan = std::get_if<Scan>(&source.relation->node);
    if (scan == nullptr) continue;
    const TableFacts& facts = facts_(scan->table);
    if (facts.identity.empty()) return "false";
    std::vector<std::string> terms;
    for (const std::string& key : facts.identity) {
      terms.push_back("c." + Q(key) + Operator("=") + Q(source.alias) + "." + Q(key));
    }
    std::vector<std::string> held;
    std::vector<std::string> told;
    for (const std::string& column : ColumnsRead(*MakeRelation(block), source.alias)) {
      held.push_back("c." + Q(column));
      told.push_back(Q(source.alias) + "." + Q(column));
    }
    return "COALESCE((SELECT true FROM " + RelationText(scan->table) + " AS c WHERE " +
           JoinTexts(terms, " AND ") + " AND pg_catalog.record_image_eq(ROW(" +
           JoinTexts(held, ", ") + "), ROW(" + JoinTexts(told, ", ") + ")) LIMIT 1), false)";
  }
  return "true";
}

std::string GroupDeltas::AllRows(const std::string& of_group_in) const {
  std::vector<std::string> branches;
  for (const Contribution& contribution : contributions_) {
    branches.push_back(RowsOf(contribution, "", "", of_group_in));
  }
  return "(" + JoinTexts(branches, " UNION ALL ") + ") AS i";
}

std::string GroupDeltas::State() const {
  std::vector<std::string> values;
  std::vector<std::string> keys;
  for (const GroupKey& key : store_.keys) {
    keys.push_back(Q(key.column.name));
    values.push_back(keys.back() + " AS " + Q(key.column.stored));
  }
  if (keys.empty()) values.push_back("1 AS " + Q(store_.One()));
  auto show = [&](const std::string& value, const std::string& column) {
    values.push_back(value + " AS " + Q(column));
  };
  for (const Sum& sum : Sums()) show(Whole(Filtered(sum.call, sum.filter)), sum.column);
  for (const ExtremeState& state : store_.extremes) {
    show(Filtered(CallOf(state), FilterOf(state)), state.value);
    show(CallOf(state) + " FILTER (WHERE false)", GoneColumn(state));
  }
  for (const RecomputedState& state : store_.recomputed) show(state.call.text, state.value);
  if (store_.Recomputes()) show("false", store_.Dirty());
  std::string text = "SELECT " + JoinTexts(values, ", ") + "\nFROM " + AllRows("");
  return keys.empty() ? text : text + "\nGROUP BY " + JoinTexts(keys, ", ");
}

// ------------------------------------------------------------------------------------- a change

std::string GroupDeltas::ChangedRows(const RelationName& table, ChangeEvent event) const {
  std::vector<std::string> branches;
  for (const Contribution& contribution : contributions_) {
    if (!Reads(contribution.block, table)) continue;
    if (Adds(event)) branches.push_back(RowsOf(contribution, names::kNewRows, "true", ""));
    if (TakesAway(event)) branches.push_back(RowsOf(contribution, names::kOldRows, "false", ""));
  }
  return "(" + JoinTexts(branches, "\n    UNION ALL ") + ") AS i";
}

// The extremum of the rows that were added, and that of those taken away.
std::vector<std::string> GroupDeltas::ExtremeValues(const ExtremeState& state,
                                                    ChangeEvent event) const {
  std::string call = CallOf(state);
  std::vector<std::string> filter = FilterOf(state);
  auto only = [&](const std::string& condition) {
    return call + " FILTER (WHERE " + And(filter, condition) + ")";
  };
  switch (event) {
    case ChangeEvent::kInsert:
      return {only(Q(Current())), only("false")};
    case ChangeEvent::kDelete:
      return {only("false"), Filtered(call, filter)};
    case ChangeEvent::kUpdate:
      return {only(Q(Added()) + " AND " + Q(Current())), only("NOT " + Q(Added()))};
  }
  return {};
}

std::vector<std::string> GroupDeltas::Values(ChangeEvent event) const {
  std::vector<std::string> values;
  for (const GroupKey& key : store_.keys) values.push_back(Q(key.column.name));
  if (values.empty()) values.emplace_back("1");
  for (const Sum& sum : Sums()) {
    std::string plus = Whole(sum.call + " FILTER (WHERE " + And(sum.filter, Q(Added())) + ")");
    std::string minus =
        Whole(sum.call + " FILTER (WHERE " + And(sum.filter, "NOT " + Q(Added())) + ")");
    std::string all = Whole(Filtered(sum.call, sum.filter));
    values.push_back(event == ChangeEvent::kInsert   ? all
                     : event == ChangeEvent::kDelete ? "(OPERATOR(pg_catalog.-) " + all + ")"
                                                     : "(" + plus + Operator("-") + minus + ")");
  }
  for (const ExtremeState& state : store_.extremes) {
    for (std::string& value : ExtremeValues(state, event)) values.push_back(std::move(value));
  }
  for (size_t i = 0; i < store_.recomputed.size(); ++i) values.emplace_back("NULL");
  if (!store_.Recomputes()) return values;
  bool always = !store_.recomputed.empty();
  values.push_back(always        ? "true"
                   : Adds(event) ? "NOT pg_catalog.bool_and(" + Q(Current()) + ")"
                                 : "false");
  return values;
}

std::vector<std::string> GroupDeltas::Updates(ChangeEvent event) const {
  std::vector<std::string> updates;
  for (const Sum& sum : Sums()) {
    std::string column = Q(sum.column);
    updates.push_back(column + " = s." + column + Operator("+") + "excluded." + column);
  }
  for (const ExtremeState& state : store_.extremes) {
    std::string value = Q(state.value);
    if (Adds(event)) {
      updates.push_back(value + " = " + (state.is_max ? "GREATEST" : "LEAST") + "(s." + value +
                        ", excluded." + value + ")");
    }
    if (TakesAway(event)) updates.push_back(Q(GoneColumn(state)) + " = NULL");
  }
  if (!store_.Recomputes()) return updates;
  updates.push_back(Q(store_.Dirty()) + " = " + JoinTexts(DirtyTerms(event), " OR "));
  return updates;
}

// A group's extremum is gone where one that was taken away is not less, and none that was added
// makes up for it.
std::vector<std::string> GroupDeltas::DirtyTerms(ChangeEvent event) const {
  if (!store_.recomputed.empty()) return {"true"};
  std::vector<std::string> terms = {"excluded." + Q(store_.Dirty())};
  for (const ExtremeState& state : store_.extremes) {
    if (!TakesAway(event)) break;
    std::string compare = Operator(state.is_max ? ">=" : "<=");
    std::string value = Q(state.value);
    std::string gone = "excluded." + Q(GoneColumn(state));
    std::string term = gone + compare + "s." + value;
    if (Adds(event)) term += " AND NOT COALESCE(excluded." + value + compare + gone + ", false)";
    terms.push_back("COALESCE(" + term + ", false)");
  }
  return terms;
}

bool GroupDeltas::MayEmpty(ChangeEvent event) const {
  return TakesAway(event) && !store_.keys.empty();
}

// A group that is only passing through no rows, because what a trigger does comes before the
// statement that has set it off, keeps its sums.
std::string GroupDeltas::IsEmpty(const std::string& row) const {
  std::vector<std::string> terms;
  for (const Sum& sum : Sums()) {
    terms.push_back(row + "." + Q(sum.column) + Operator("=") + "0");
  }
  return "(" + JoinTexts(terms, " AND ") + ")";
}

// An UPDATE may leave a group as it was.
std::string GroupDeltas::NotNothing() const {
  std::vector<std::string> terms;
  std::vector<std::string> values = Values(ChangeEvent::kUpdate);
  size_t first = std::max<size_t>(store_.keys.size(), 1);
  for (size_t i = 0; i < Sums().size(); ++i) {
    terms.push_back(values[first + i] + Operator("<>") + "0");
  }
  return JoinTexts(terms, " OR ");
}

std::string GroupDeltas::Apply(const RelationName& table, ChangeEvent event) const {
  std::vector<std::string> columns;
  for (const std::string& name : Columns()) columns.push_back(Q(name));
  std::vector<std::string> keys;
  for (const GroupKey& key : store_.keys) keys.push_back(Q(key.column.name));
  std::vector<std::string> arbiter;
  for (const std::string& name : KeyColumns()) arbiter.push_back(Q(name));
  std::string text = "INSERT INTO " + RelationText(store_.table) + " AS s (" +
                     JoinTexts(columns, ", ") + ")\n  SELECT " + JoinTexts(Values(event), ", ") +
                     "\n  FROM " + ChangedRows(table, event);
  if (!keys.empty()) text += "\n  GROUP BY " + JoinTexts(keys, ", ");
  bool skips = event == ChangeEvent::kUpdate && !store_.Recomputes();
  if (skips) text += "\n  HAVING " + NotNothing();
  if (!keys.empty()) text += "\n  ORDER BY " + JoinTexts(keys, ", ");
  text += "\n  ON CONFLICT (" + JoinTexts(arbiter, ", ") + ") DO UPDATE SET " +
          JoinTexts(Updates(event), ", ");
  std::vector<std::string> wanted;
  if (MayEmpty(event)) wanted.push_back(IsEmpty("s"));
  if (store_.Recomputes()) wanted.push_back("s." + Q(store_.Dirty()));
  if (wanted.empty()) return text;
  return "WITH applied AS (\n  " + text + "\n  RETURNING s.ctid AS place, " +
         JoinTexts(wanted, " OR ") + " AS unfinished)\nSELECT place FROM applied WHERE unfinished";
}

// -------------------------------------------------------------------------------- what follows

std::string GroupDeltas::IsGroup(const std::vector<std::string>& outputs,
                                 const std::string& row) const {
  std::vector<std::string> terms;
  for (size_t i = 0; i < store_.keys.size(); ++i) {
    const StoredColumn& column = store_.keys[i].column;
    std::string value = "(" + outputs[i] + ")";
    std::string key = row + "." + Q(column.stored);
    std::string equal = value + Operator("=") + key;
    if (!column.not_null) {
      equal = "(" + equal + " OR (" + value + " IS NULL AND " + key + " IS NULL))";
    }
    terms.push_back(std::move(equal));
  }
  return JoinTexts(terms, " AND ");
}

std::string GroupDeltas::Recompute() const {
  std::vector<std::string> columns;
  std::vector<std::string> values;
  for (const ExtremeState& state : store_.extremes) {
    columns.push_back(Q(state.value));
    values.push_back(Filtered(CallOf(state), FilterOf(state)));
  }
  for (const RecomputedState& state : store_.recomputed) {
    columns.push_back(Q(state.value));
    values.push_back(state.call.text);
  }
  columns.push_back(Q(store_.Dirty()));
  values.emplace_back("false");
  return "UPDATE " + RelationText(store_.table) + " AS s SET (" + JoinTexts(columns, ", ") +
         ") = (\n  SELECT " + JoinTexts(values, ", ") + " FROM " + AllRows("s") +
         ")\nWHERE s.ctid" + Operator("=") + "ANY ($1) AND s." + Q(store_.Dirty());
}

std::vector<std::string> GroupDeltas::Finish(ChangeEvent event) const {
  std::vector<std::string> statements;
  if (MayEmpty(event)) {
    statements.push_back("DELETE FROM " + RelationText(store_.table) + " AS s WHERE s.ctid" +
                         Operator("=") + "ANY ($1) AND " + IsEmpty("s"));
  }
  if (store_.Recomputes()) statements.push_back(Recompute());
  return statements;
}

}  // namespace vieworm
