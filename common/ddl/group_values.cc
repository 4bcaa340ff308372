#include "common/ddl/group_values.h"

#include "common/ddl/sql_text.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

std::string Signed(const std::string& value, int sign) { return sign > 0 ? value : "-" + value; }

// 1 for a value of an INTEGER column that is none, without asking typeof(): a function call costs
// more than a conversion. (The smallest integer equals a real, which such a column may hold.)
std::string IsOdd(const std::string& value) {
  return "CASE WHEN " + value + " > -9223372036854775808 AND CAST(" + value + " AS INTEGER) IS " +
         value + " THEN 0 ELSE " + value + " IS NOT NULL END";
}

std::string AsInteger(const std::string& value) {
  return "ifnull(CAST(" + value + " AS INTEGER), 0)";
}

}  // namespace

std::vector<std::string> ColumnsOf(const NumberState& state) {
  switch (state.sums) {
    case SumKind::kNone:
      return {state.count};
    case SumKind::kIntegers:
      return {state.count, state.others, state.integers};
    case SumKind::kNumbers:
      return {state.count, state.others, state.integers, state.reals, state.errors};
    case SumKind::kDoubles:
    case SumKind::kReals:
      break;  // SQLite has no such columns
  }
  return {};
}

std::vector<std::string> ValuesOf(const NumberState& state, const std::string& value, int sign) {
  std::string in = "(" + value + ")";
  std::string count = Signed("(" + in + " IS NOT NULL)", sign);
  if (state.sums == SumKind::kNone) return {count};
  if (state.sums == SumKind::kIntegers) {
    return {count, Signed("(" + IsOdd(in) + ")", sign), Signed(AsInteger(in), sign)};
  }
  std::string type = "CASE typeof(" + value + ")";
  std::string one = sign > 0 ? "1" : "-1";
  std::string odd = sign > 0 ? NumberState::kOdd : std::string("-") + NumberState::kOdd;
  return {count,
          type + " WHEN 'integer' THEN 0 WHEN 'real' THEN " + one + " WHEN 'null' THEN 0 ELSE " +
              odd + " END",
          type + " WHEN 'integer' THEN " + Signed(in, sign) + " ELSE 0 END",
          type + " WHEN 'real' THEN " + Signed(in, sign) + " ELSE 0.0 END", "0.0"};
}

std::vector<std::string> DifferencesOf(const NumberState& state, const std::string& now,
                                       const std::string& then) {
  std::string count = "((" + now + ") IS NOT NULL) - ((" + then + ") IS NOT NULL)";
  if (state.sums == SumKind::kNone) return {count};
  if (state.sums == SumKind::kIntegers) {
    return {count, "(" + IsOdd("(" + now + ")") + ") - (" + IsOdd("(" + then + ")") + ")",
            AsInteger(now) + " - " + AsInteger(then)};
  }
  return {count, "0", "ifnull(" + now + ", 0) - ifnull(" + then + ", 0)", "0.0", "0.0"};
}

std::string IsCountable(const NumberState& state, const std::string& value) {
  if (state.sums != SumKind::kNumbers) return "";
  return "(typeof(" + value + ") = 'integer' OR (" + value + ") IS NULL)";
}

// Neumaier: the error of adding b to a is what the smaller of the two has lost. Without a value
// that is no integer there is nothing to add; with the last one all errors go.
std::vector<std::string> AddNumbers(const NumberState& state) {
  std::vector<std::string> updates;
  auto add = [&updates](const std::string& column) {
    updates.push_back(Q(column) + " = " + Q(column) + " + excluded." + Q(column));
  };
  add(state.count);
  if (state.sums == SumKind::kNone) return updates;
  add(state.others);
  add(state.integers);
  if (state.sums == SumKind::kIntegers) return updates;
  std::string others = Q(state.others);
  std::string a = Q(state.reals);
  std::string errors = Q(state.errors);
  std::string b = "excluded." + a;
  std::string unless = "CASE WHEN excluded." + others + " = 0 THEN ";
  std::string last = " WHEN " + others + " + excluded." + others + " = 0 THEN 0.0";
  updates.push_back(a + " = " + unless + a + last + " ELSE " + a + " + " + b + " END");
  updates.push_back(errors + " = " + unless + errors + last + " WHEN abs(" + a + ") >= abs(" + b +
                    ") THEN " + errors + " + ((" + a + " - (" + a + " + " + b + ")) + " + b +
                    ") ELSE " + errors + " + ((" + b + " - (" + a + " + " + b + ")) + " + a +
                    ") END");
  return updates;
}

std::string IsUncertain(const NumberState& state, const std::string& table) {
  std::string text =
      "typeof(" + table + Q(state.integers) + ") = 'real' OR " + table + Q(state.others);
  if (state.sums == SumKind::kIntegers) return text + " <> 0";
  return text + " >= " + NumberState::kOdd + " OR " + table + Q(state.errors) + " IS NULL";
}

}  // namespace vieworm
