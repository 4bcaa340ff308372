#include "common/ddl/group_values.h"

#include "common/sql/dialect.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

std::string Signed(const std::string& value, int sign) { return sign > 0 ? value : "-" + value; }

std::string Case(const std::string& value, const std::string& integer, const std::string& null,
                 const std::string& real, const std::string& other) {
  return "CASE typeof(" + value + ") WHEN 'integer' THEN " + integer + " WHEN 'null' THEN " + null +
         " WHEN 'real' THEN " + real + " ELSE (SELECT " + other + " FROM (SELECT " + value +
         " AS x)) END";
}

}  // namespace

std::string JoinTexts(const std::vector<std::string>& parts, const char* separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

NumberValues ValuesOf(const std::string& value, int sign) {
  std::string one = sign > 0 ? "1" : "-1";
  std::string in = "(" + value + ")";
  NumberValues values;
  values.count = Signed("(" + in + " IS NOT NULL)", sign);
  values.others = Case(value, "0", "0", one, Signed("(typeof(sum(x)) = 'real')", sign));
  values.integers =
      Case(value, Signed(in, sign), "0", "0",
           "CASE typeof(sum(x)) WHEN 'integer' THEN " + Signed("sum(x)", sign) + " ELSE 0 END");
  values.reals =
      Case(value, "0.0", "0.0", Signed(in, sign),
           "CASE typeof(sum(x)) WHEN 'real' THEN " + Signed("sum(x)", sign) + " ELSE 0.0 END");
  return values;
}

// Neumaier: the error of adding b to a is what the smaller of the two has lost. Without a value
// that is no integer there is nothing to add; with the last one all errors go.
std::vector<std::string> AddNumbers(const NumberState& state) {
  std::string count = QuoteIdentifier(state.count);
  std::vector<std::string> updates = {count + " = " + count + " + excluded." + count};
  if (!state.sums) return updates;
  std::string others = QuoteIdentifier(state.others);
  std::string integers = QuoteIdentifier(state.integers);
  std::string a = QuoteIdentifier(state.reals);
  std::string errors = QuoteIdentifier(state.errors);
  std::string b = "excluded." + a;
  std::string unless = "CASE WHEN excluded." + others + " = 0 THEN ";
  std::string last = " WHEN " + others + " + excluded." + others + " = 0 THEN 0.0";
  updates.push_back(others + " = " + others + " + excluded." + others);
  updates.push_back(integers + " = " + integers + " + excluded." + integers);
  updates.push_back(a + " = " + unless + a + last + " ELSE " + a + " + " + b + " END");
  updates.push_back(errors + " = " + unless + errors + last + " WHEN abs(" + a + ") >= abs(" + b +
                    ") THEN " + errors + " + ((" + a + " - (" + a + " + " + b + ")) + " + b +
                    ") ELSE " + errors + " + ((" + b + " - (" + a + " + " + b + ")) + " + a +
                    ") END");
  return updates;
}

}  // namespace vieworm
