#include "tests/differential/values.h"

namespace vieworm::differential {

namespace {

std::string Integer(Dice& dice, bool wild) {
  if (wild && dice.Chance(15)) {
    return dice.Pick({"9223372036854775807", "-9223372036854775807", "9007199254740993",
                      "4611686018427387904", "-9223372036854775808", "2147483648"});
  }
  return std::to_string(dice.Below(5));
}

std::string Real(Dice& dice, bool wild) {
  if (wild && dice.Chance(30)) {
    return dice.Pick({"1e300", "-1e300", "9e999", "-9e999", "9007199254740992.0", "1e-5", "1e18"});
  }
  return dice.Pick({"1.0", "0.5", "2.25", "-0.1", "0.1", "0.2", "3.0", "2.0"});
}

std::string Text(Dice& dice) {
  return dice.Pick({"'a'", "'A'", "'b'", "'B'", "'ab'", "'aB'", "'c'", "''", "'1'", "'2'", "'1.0'",
                    "' 1'", "'2x'", "'1e0'", "'it''s'", "'\xC3\xA9'"});
}

std::string Blob(Dice& dice) { return dice.Pick({"x'61'", "x''", "x'31'", "x'00ff'"}); }

std::string JsonValue(Dice& dice) {
  return dice.Pick({"'[1,2]'", "'[]'", "'[\"a\",\"A\",null]'", "'{\"x\":1,\"y\":\"b\"}'", "NULL",
                    "'[1,[2]]'", "'3'", "'[1.0,1,\"1\"]'", "'[true,1]'"});
}

}  // namespace

std::string AnyValue(Dice& dice, bool wild) {
  switch (dice.Weighted({8, 4, 6, 2, 3})) {
    case 0:
      return Integer(dice, wild);
    case 1:
      return Real(dice, wild);
    case 2:
      return Text(dice);
    case 3:
      return Blob(dice);
    default:
      return "NULL";
  }
}

std::string FittingValue(Dice& dice, const Column& column, bool wild) {
  switch (column.affinity) {
    case Affinity::kText:
      return Text(dice);
    case Affinity::kReal:
      return dice.Chance(20) ? Integer(dice, wild) : Real(dice, wild);
    case Affinity::kNumeric:
      return dice.Chance(50) ? Integer(dice, wild) : Real(dice, wild);
    case Affinity::kInteger:
      return Integer(dice, wild);
    default:
      return column.strict ? Blob(dice) : AnyValue(dice, wild);
  }
}

std::string ValueFor(Dice& dice, const Column& column, bool wild) {
  if (column.json) return JsonValue(dice);
  if (dice.Chance(column.strict ? 5 : 25)) return AnyValue(dice, wild);
  return dice.Chance(10) ? "NULL" : FittingValue(dice, column, wild);
}

std::string DefaultFor(Dice& dice, const Column& column) {
  switch (column.affinity) {
    case Affinity::kText:
      return dice.Pick({"'a'", "'A'", "'c'"});
    case Affinity::kReal:
      return dice.Pick({"1.0", "0.5", "2"});
    case Affinity::kNone:
      return dice.Pick({"1", "'a'", "1.0"});
    default:
      return dice.Pick({"0", "1", "2"});
  }
}

}  // namespace vieworm::differential
