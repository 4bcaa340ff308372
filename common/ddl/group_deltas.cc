// Apply, for an UPDATE and a store of count(*) and sum(a1) by k1:
//
//   INSERT INTO store AS s (k, rows, count_1, integers_1)
//   SELECT "k1", sum(weight), sum("a1") FILTER (WHERE added) - sum("a1") FILTER (WHERE NOT added),
//   ... FROM (SELECT t1.k AS "k1", t1.v AS "a1", true AS added, 1 AS weight FROM vieworm_new AS t1
//         UNION ALL SELECT t1.k, t1.v, false, -1 FROM vieworm_old AS t1) AS i
//   GROUP BY "k1" HAVING ... <> 0 OR ... ORDER BY "k1"
//   ON CONFLICT (k) DO UPDATE SET rows = s.rows + excluded.rows, ...
//   RETURNING CASE WHEN ... THEN s.ctid END

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

// `added` tells whether the row comes, or goes.
std::string ExactSum(const std::string& argument, const std::string& added) {
  return RelationText({names::kSchema, names::kExactSum}) + "(" + argument + ", " + added + ")";
}

std::string CallOf(const ExtremeState& state) {
  return std::string(state.is_max ? "pg_catalog.max(" : "pg_catalog.min(") + Q(state.argument) +
         ")";
}

std::vector<std::string> FilterOf(const ExtremeState& state) {
  return state.filter ? std::vector<std::string>{Q(*state.filter)} : std::vector<std::string>{};
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

std::vector<GroupDeltas::Sum> GroupDeltas::Sums(const std::string& suffix) const {
  using Conditions = std::vector<std::string>;
  std::vector<Sum> sums = {{store_.Rows(), "pg_catalog.count(*)", {}, Conditions{}}};
  auto count = [&](const std::string& column, const Conditions& filter) {
    sums.push_back({column, "pg_catalog.count(*)", filter, filter});
  };
  std::set<std::string> sides;
  for (const Contribution& contribution : input_.contributions()) {
    const std::string& side = contribution.count;
    if (side.empty() || !sides.insert(side).second) continue;
    count(side, {Q(input_.SideOf()) + Operator("=") + PostgresDialect().QuoteLiteral(side)});
  }
  for (const NumberState& state : store_.numbers) {
    std::string argument = Q(state.argument + suffix);
    Conditions filter;
    if (state.filter) filter.push_back(Q(*state.filter + suffix));
    Conditions counted = filter;
    if (!state.not_null) counted.push_back(argument + " IS NOT NULL");
    sums.push_back({state.count, "pg_catalog.count(" + argument + ")", filter, counted});
    if (state.sums == SumKind::kNone) continue;
    if (IsExactSum(state.sums)) {
      sums.push_back({state.reals, ExactSum(argument, "true"), filter, std::nullopt,
                      ExactSum(argument, Q(input_.Added()))});
      continue;
    }
    Conditions finite = filter;
    if (state.sums == SumKind::kNumbers) {
      Conditions nan = filter;
      nan.push_back(argument + Operator("=") + "'NaN'");
      count(state.others, nan);
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
  std::string text = "SELECT " + JoinTexts(values, ", ") + "\nFROM " + input_.All();
  return keys.empty() ? text : text + "\nGROUP BY " + JoinTexts(keys, ", ");
}

// ------------------------------------------------------------------------------------- a change

GroupDeltas::Effect GroupDeltas::EffectOf(const GroupChange& change) const {
  if (input_.Crosses(change)) return {ChangeEvent::kUpdate, true};
  return {change.event, !store_.recomputed.empty()};
}

// The extremum of the rows that were added, and that of those taken away.
std::vector<std::string> GroupDeltas::ExtremeValues(const ExtremeState& state,
                                                    const Effect& effect) const {
  std::string call = CallOf(state);
  std::vector<std::string> filter = FilterOf(state);
  auto only = [&](const std::string& condition) {
    return call + " FILTER (WHERE " + And(filter, condition) + ")";
  };
  if (effect.vague) return {only("false"), only("false")};
  switch (effect.event) {
    case ChangeEvent::kInsert:
      return {only(Q(input_.Current())), only("false")};
    case ChangeEvent::kDelete:
      return {only("false"), Filtered(call, filter)};
    case ChangeEvent::kUpdate:
      return {only(Q(input_.Added()) + " AND " + Q(input_.Current())),
              only("NOT " + Q(input_.Added()))};
  }
  return {};
}

// By how much it changes. A count is one aggregate over weights: starting a statement is most of
// what it costs to follow one, and each aggregate has its share.
std::string GroupDeltas::Value(const Sum& sum, const Effect& effect) const {
  bool counts_rows = sum.counted == sum.filter;
  std::string all = Whole(Filtered(counts_rows ? "pg_catalog.count(*)" : sum.call, sum.filter));
  if (effect.event == ChangeEvent::kInsert) return all;
  if (effect.event == ChangeEvent::kDelete) return "(OPERATOR(pg_catalog.-) " + all + ")";
  if (sum.counted) {
    return Whole(Filtered("pg_catalog.sum(" + Q(input_.Weight()) + ")", *sum.counted));
  }
  if (!sum.signed_call.empty()) return Filtered(sum.signed_call, sum.filter);
  auto only = [&](const std::string& condition) {
    return Whole(sum.call + " FILTER (WHERE " + And(sum.filter, condition) + ")");
  };
  std::string added = Q(input_.Added());
  return "(" + only(added) + Operator("-") + only("NOT " + added) + ")";
}

std::vector<std::string> GroupDeltas::Values(const Effect& effect) const {
  std::vector<std::string> values;
  for (const GroupKey& key : store_.keys) values.push_back(Q(key.column.name));
  if (values.empty()) values.emplace_back("1");
  for (const Sum& sum : Sums()) values.push_back(Value(sum, effect));
  for (const ExtremeState& state : store_.extremes) {
    for (std::string& value : ExtremeValues(state, effect)) values.push_back(std::move(value));
  }
  for (size_t i = 0; i < store_.recomputed.size(); ++i) values.emplace_back("NULL");
  if (store_.Recomputes()) values.push_back(DirtyValue(effect));
  return values;
}

std::string GroupDeltas::DirtyValue(const Effect& effect) const {
  if (effect.vague) return "true";
  if (!Adds(effect.event)) return "false";
  std::string value = "NOT pg_catalog.bool_and(" + Q(input_.Current()) + ")";
  return store_.keys.empty() ? "COALESCE(" + value + ", false)" : value;  // there may be no rows
}

std::vector<std::string> GroupDeltas::Updates(const Effect& effect) const {
  std::vector<std::string> updates;
  for (const Sum& sum : Sums()) {
    std::string column = Q(sum.column);
    std::string total = "s." + column + Operator("+") + "excluded." + column;
    // The digits are to be the same however the sum has come about.
    if (!sum.signed_call.empty()) total = "pg_catalog.trim_scale(" + total + ")";
    updates.push_back(column + " = " + total);
  }
  for (const ExtremeState& state : store_.extremes) {
    std::string value = Q(state.value);
    if (Adds(effect.event)) {
      updates.push_back(value + " = " + (state.is_max ? "GREATEST" : "LEAST") + "(s." + value +
                        ", excluded." + value + ")");
    }
    if (TakesAway(effect.event)) updates.push_back(Q(GoneColumn(state)) + " = NULL");
  }
  if (!store_.Recomputes()) return updates;
  updates.push_back(Q(store_.Dirty()) + " = " + JoinTexts(DirtyTerms(effect), " OR "));
  return updates;
}

// A group's extremum is gone where one that was taken away is not less, and none that was added
// makes up for it.
std::vector<std::string> GroupDeltas::DirtyTerms(const Effect& effect) const {
  if (effect.vague) return {"true"};
  std::vector<std::string> terms = {"excluded." + Q(store_.Dirty())};
  for (const ExtremeState& state : store_.extremes) {
    if (!TakesAway(effect.event)) break;
    std::string compare = Operator(state.is_max ? ">=" : "<=");
    std::string value = Q(state.value);
    std::string gone = "excluded." + Q(GoneColumn(state));
    std::string term = gone + compare + "s." + value;
    if (Adds(effect.event))
      term += " AND NOT COALESCE(excluded." + value + compare + gone + ", false)";
    terms.push_back("COALESCE(" + term + ", false)");
  }
  return terms;
}

bool GroupDeltas::MayEmpty(const Effect& effect) const {
  return TakesAway(effect.event) && !store_.keys.empty();
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
  std::vector<std::string> values = Values({ChangeEvent::kUpdate, false});
  size_t first = std::max<size_t>(store_.keys.size(), 1);
  for (size_t i = 0; i < Sums().size(); ++i) {
    terms.push_back(values[first + i] + Operator("<>") + "0");
  }
  return JoinTexts(terms, " OR ");
}

std::string GroupDeltas::Apply(const GroupChange& change) const {
  Effect effect = EffectOf(change);
  std::vector<std::string> columns;
  for (const std::string& name : Columns()) columns.push_back(Q(name));
  std::vector<std::string> keys;
  for (const GroupKey& key : store_.keys) keys.push_back(Q(key.column.name));
  std::vector<std::string> arbiter;
  for (const std::string& name : KeyColumns()) arbiter.push_back(Q(name));
  std::string text = "INSERT INTO " + RelationText(store_.table) + " AS s (" +
                     JoinTexts(columns, ", ") + ")\n  SELECT " + JoinTexts(Values(effect), ", ") +
                     "\n  FROM " + input_.Changed(change);
  if (!keys.empty()) text += "\n  GROUP BY " + JoinTexts(keys, ", ");
  bool skips = effect.event == ChangeEvent::kUpdate && !store_.Recomputes();
  if (skips) text += "\n  HAVING " + NotNothing();
  if (!keys.empty()) text += "\n  ORDER BY " + JoinTexts(keys, ", ");
  text += "\n  ON CONFLICT (" + JoinTexts(arbiter, ", ") + ") DO UPDATE SET " +
          JoinTexts(Updates(effect), ", ");
  std::vector<std::string> wanted;
  if (MayEmpty(effect)) wanted.push_back(IsEmpty("s"));
  if (store_.Recomputes()) wanted.push_back("s." + Q(store_.Dirty()));
  if (wanted.empty()) return text;
  return text + "\n  RETURNING CASE WHEN " + JoinTexts(wanted, " OR ") + " THEN s.ctid END";
}

// -------------------------------------------------------------------------------- what follows

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
         ") = (\n  SELECT " + JoinTexts(values, ", ") + " FROM " + input_.OfGroup("s") +
         ")\nWHERE s.ctid" + Operator("=") + "ANY ($1) AND s." + Q(store_.Dirty());
}

std::vector<std::string> GroupDeltas::Finish(const GroupChange& change) const {
  Effect effect = EffectOf(change);
  std::vector<std::string> statements;
  if (MayEmpty(effect)) {
    statements.push_back("DELETE FROM " + RelationText(store_.table) + " AS s WHERE s.ctid" +
                         Operator("=") + "ANY ($1) AND " + IsEmpty("s"));
  }
  if (store_.Recomputes()) statements.push_back(Recompute());
  return statements;
}

}  // namespace vieworm
