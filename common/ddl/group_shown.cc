#include "common/ddl/group_shown.h"

#include "common/ddl/presence.h"
#include "common/ddl/sql_text.h"
#include "common/names.h"

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

// The quotient, or the sum by itself, is rounded only here.
std::string Rounded(const ShownCall& call, const NumberState& state) {
  bool average = call.kind == ShownCall::Kind::kAverage;
  std::string sum = Q(state.reals);
  if (state.sums == SumKind::kReals && !average) {
    return Number(state, RelationText({names::kSchema, names::kRealOfSum}) + "(" + sum + ")");
  }
  return Number(state, RelationText({names::kSchema, names::kDoubleOfSum}) + "(" + sum + ", " +
                           (average ? Q(state.count) : "1") + ")");
}

std::string ShownSum(const ShownCall& call, const NumberState& state) {
  if (IsExactSum(state.sums)) return Rounded(call, state);
  std::string sum = Q(state.integers);
  if (call.kind != ShownCall::Kind::kAverage) return Number(state, sum);
  return Number(state, sum + "::pg_catalog.numeric OPERATOR(pg_catalog./) " + Q(state.count));
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
    case Kind::kAverage:
      return ShownSum(call, store.numbers[call.state]);
    case Kind::kRead:
      break;  // no front-end of PostgreSQL's asks for it
  }
  return "NULL";
}

}  // namespace

Written ShowGroups(const GroupStore& store, const std::string& from) {
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
  written.select = "SELECT " + JoinTexts(values, ", ") + " FROM " + from;
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
