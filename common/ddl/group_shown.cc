#include "common/ddl/group_shown.h"

#include "common/ddl/presence.h"
#include "common/ddl/sql_text.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

constexpr char kIsSome[] = " OPERATOR(pg_catalog.>) 0";

std::string IsMoreThanNone(const std::string& count) { return Q(count) + kIsSome; }

// A sum of nothing is NULL, and one with NaN in it is NaN.
std::string Number(const NumberState& state, const std::string& value) {
  std::string text = "CASE";
  if (state.sums == SumKind::kNumbers) {
    text += " WHEN " + IsMoreThanNone(state.others) + " THEN 'NaN'::pg_catalog.numeric";
  }
  return text + " WHEN " + IsMoreThanNone(state.count) + " THEN " + value + " END";
}

std::string Value(const ShownCall& call, const GroupStore& store) {
  using Kind = ShownCall::Kind;
  switch (call.kind) {
    case Kind::kCountRows:
      return Q(store.Rows());
    case Kind::kCount:
      return Q(store.numbers[call.state].count);
    case Kind::kExtreme:
      return Q(store.extremes[call.state].value);
    case Kind::kRecomputed:
      return Q(store.recomputed[call.state].value);
    case Kind::kSum:
    case Kind::kTotal:
      return Number(store.numbers[call.state], Q(store.numbers[call.state].integers));
    case Kind::kAverage: {
      const NumberState& state = store.numbers[call.state];
      return Number(state, Q(state.integers) + "::pg_catalog.numeric OPERATOR(pg_catalog./) " +
                               Q(state.count));
    }
    case Kind::kRead:
      break;  // no front-end of PostgreSQL's asks for it
  }
  return "NULL";
}

}  // namespace

Written ShowGroups(const GroupStore& store) {
  Written written;
  std::vector<std::string> values;
  for (const GroupKey& key : store.keys) {
    values.push_back(Q(key.column.stored) + " AS " + Q(key.column.name));
    written.columns.push_back(key.column.name);
  }
  for (const ShownCall& call : store.shown) {
    values.push_back(Value(call, store) + " AS " + Q(call.output));
    written.columns.push_back(call.output);
  }
  written.select = "SELECT " + JoinTexts(values, ", ") + " FROM " + RelationText(store.table);
  if (store.whole_rows) {
    written.select += ", pg_catalog.generate_series(1, " + Q(store.Rows()) + ")";
  }
  if (store.presence) {
    written.select += " WHERE " + IsPresent(*store.presence, kIsSome);
  } else if (!store.keys.empty()) {
    written.select += " WHERE " + IsMoreThanNone(store.Rows());
  }
  return written;
}

}  // namespace vieworm
