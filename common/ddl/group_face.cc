#include "common/ddl/group_face.h"

#include "common/ddl/group_values.h"
#include "common/ddl/presence.h"
#include "common/ddl/sql_text.h"

#include "common/core_only.h"

namespace vieworm {

std::string GroupFace::Table() const { return Q(store_.table.name); }

// What adding could not get right is computed from the rows of the group: a sum of integers that
// has left their range, infinities.
std::string GroupFace::ShownNumber(const ShownCall& call, const NumberState& state) const {
  using Kind = ShownCall::Kind;
  std::string table = Table() + ".";
  std::string count = table + Q(state.count);
  std::string integers = table + Q(state.integers);
  bool has_reals = state.sums == SumKind::kNumbers;
  AggregateCall again;
  again.arguments = {state.argument};
  again.filter = state.filter;
  const char* function = call.kind == Kind::kSum     ? "sum"
                         : call.kind == Kind::kTotal ? "total"
                                                     : "avg";
  std::string recomputed =
      "(SELECT " + CallText(function, again) + " FROM " + rows_.OfGroup() + ")";
  std::string total = "CAST(" + integers + " AS REAL)";
  if (has_reals) total += " + (" + table + Q(state.reals) + " + " + table + Q(state.errors) + ")";
  std::string text = "CASE";
  if (call.kind != Kind::kTotal) text += " WHEN " + count + " = 0 THEN NULL";
  text += " WHEN " + IsUncertain(state, table) + " THEN " + recomputed;
  if (call.kind == Kind::kSum && !has_reals) return text + " ELSE " + integers + " END";
  if (call.kind == Kind::kSum) {
    return text + " WHEN " + table + Q(state.others) + " = 0 THEN " + integers + " ELSE " + total +
           " END";
  }
  if (call.kind == Kind::kTotal) return text + " ELSE " + total + " END";
  return text + " ELSE (" + total + ") / " + count + " END";
}

std::string GroupFace::ShownValue(const ShownCall& call) const {
  using Kind = ShownCall::Kind;
  std::string table = Table() + ".";
  switch (call.kind) {
    case Kind::kCountRows:
      return "+" + table + Q(store_.Rows());
    case Kind::kCount:
      return "+" + table + Q(store_.numbers[call.state].count);
    case Kind::kExtreme:
      return "+" + table + Q(store_.extremes[call.state].value);
    case Kind::kRecomputed:
      return "+" + table + Q(store_.recomputed[call.state].value);
    case Kind::kRead: {
      const AggregateCall& read = store_.read[call.state];
      return "(SELECT " + CallText(read.function, read) + " FROM " + rows_.OfGroup() + ")";
    }
    case Kind::kSum:
    case Kind::kTotal:
    case Kind::kAverage:
      return ShownNumber(call, store_.numbers[call.state]);
  }
  return "";
}

Written GroupFace::Write() const {
  Written written;
  std::vector<std::string> values;
  for (const GroupKey& key : store_.keys) {
    std::string column = Table() + "." + Q(key.column.stored);
    bool plain = !key.column.expression || !key.column.type.empty();
    values.push_back((plain ? column : "+" + column) + " AS " + Q(key.column.name));
    written.columns.push_back(key.column.name);
  }
  for (const ShownCall& call : store_.shown) {
    values.push_back(ShownValue(call) + " AS " + Q(call.output));
    written.columns.push_back(call.output);
  }
  std::string list = "SELECT " + JoinTexts(values, ", ") + " FROM ";
  if (store_.whole_rows) {
    written.select = WriteCopies(list);
    return written;
  }
  written.select = list + Table();
  if (store_.presence) {
    written.select += " WHERE " + IsPresent(*store_.presence, " > 0");
  } else if (!store_.keys.empty()) {
    written.select += " WHERE " + Q(store_.Rows()) + " > 0";
  }
  return written;
}

// Each row once, and those with copies again for each further copy.
std::string GroupFace::WriteCopies(const std::string& list) const {
  std::string rows = Q(store_.Rows());
  return list + Table() + " WHERE " + rows + " > 0 UNION ALL " + list +
         "(WITH RECURSIVE copies(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM copies WHERE n < "
         "(SELECT max(" +
         rows + ") FROM " + Table() + " WHERE " + rows +
         " > 1)) SELECT n FROM copies) AS copies CROSS JOIN " + Table() + " WHERE " + Table() +
         "." + rows + " > 1 AND " + Table() + "." + rows + " >= copies.n";
}

}  // namespace vieworm
