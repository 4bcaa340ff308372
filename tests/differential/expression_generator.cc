#include "tests/differential/expression_generator.h"

#include "tests/differential/values.h"

namespace vieworm::differential {

Fidelity Scalar::AsKey(bool wild) const {
  Fidelity key = fidelity;
  key.folded |= nocase;
  key.numeric |= affinity == Affinity::kNone || wild;
  return key;
}

Scalar ExpressionGenerator::ColumnOf(const Field& field) const {
  Scalar scalar;
  scalar.sql = Sql::Expression(field.text);
  scalar.affinity = field.column.affinity;
  scalar.nocase = field.column.nocase;
  scalar.fidelity = field.column.fidelity;
  return scalar;
}

Scalar ExpressionGenerator::AnyColumn() { return ColumnOf(dice_.Pick(fields_)); }

const Field* ExpressionGenerator::ExactField() {
  for (int tries = 0; tries < 8; ++tries) {
    const Field& field = dice_.Pick(fields_);
    if (field.column.fidelity.exact()) return &field;
  }
  return nullptr;
}

Sql ExpressionGenerator::Literal() { return Sql::Value(AnyValue(dice_, wild_)); }

Scalar ExpressionGenerator::Expression(int depth) {
  if (depth <= 0 || dice_.Chance(55)) return AnyColumn();
  Scalar scalar;
  scalar.sql = Operand(depth);
  std::string text = scalar.sql.Text();
  // A bare number would be the number of a column in GROUP BY and ORDER BY.
  if (text.find_first_of("(.") == std::string::npos) return AnyColumn();
  for (const Field& field : fields_) {
    if (field.text == text) return ColumnOf(field);
  }
  // What a NOCASE column within does to the collation is not worked out: it may.
  scalar.nocase = text.find("NOCASE") != std::string::npos;
  for (const Field& field : fields_) scalar.nocase |= field.column.nocase;
  return scalar;
}

Sql ExpressionGenerator::Operand(int depth) {
  const Field* field = ExactField();
  if (field == nullptr) return Literal();
  if (depth <= 0 || dice_.Chance(35)) {
    return dice_.Chance(20) ? Literal() : Sql::Expression(field->text);
  }
  switch (dice_.Below(4)) {
    case 0:
      return Sql::Expression(Call(depth));
    case 1:
      return Sql::Expression(Arithmetic(depth));
    case 2:
      return Sql::Expression("(" + Comparison(depth) + ")");
    default:
      return Sql::Expression("CASE WHEN " + Predicate(depth - 1) + " THEN " + Operand(depth - 1) +
                             Sql::Optional(" ELSE " + Operand(depth - 1)) + " END");
  }
}

Sql ExpressionGenerator::JsonCall(const Field& field) {
  return dice_.Pick({"json_extract(", "json_type("}) + (field.text + ", ") +
         dice_.Pick({"'$[0]')", "'$.x')", "'$')"});
}

Sql ExpressionGenerator::Call(int depth) {
  const Field& any = dice_.Pick(fields_);
  if (any.column.json && dice_.Chance(20)) return JsonCall(any);
  Sql a = Operand(depth - 1);
  switch (dice_.Below(8)) {
    case 0:
      return dice_.Pick({"lower(", "upper(", "length(", "typeof(", "quote(", "hex(", "trim("}) + a +
             ")";
    case 1:
      return dice_.Pick({"coalesce(", "ifnull(", mixed_ ? "nullif(" : "max("}) + a + ", " +
             Operand(depth - 1) + ")";
    case 2:
      return "CAST(" + a + dice_.Pick({" AS TEXT)", " AS INTEGER)", " AS REAL)", " AS NUMERIC)"});
    case 3:
      return "substr(" + a + ", 1, 1)";
    case 4:
      return a + " COLLATE " + dice_.Pick({"NOCASE", "BINARY"});
    case 5:
      return "round(" + a + ", 1)";
    case 6:
      return "iif(" + Predicate(depth - 1) + ", " + a + ", " + Operand(depth - 1) + ")";
    default:
      if (!mixed_) return "abs(length(" + a + "))";
      return "CASE " + a + " WHEN " + Literal() + " THEN " + Operand(depth - 1) + " WHEN " +
             Literal() + " THEN 1 END";
  }
}

Sql ExpressionGenerator::Arithmetic(int depth) {
  Sql a = Operand(depth - 1);
  if (dice_.Chance(15)) return "(" + (dice_.Pick({"-", "+", "~", "NOT "}) + a) + ")";
  std::string sign = dice_.Pick({" + ", " - ", " * ", " / ", " % ", " || ", " & ", " | ", " << "});
  return "(" + a + sign + Operand(depth - 1) + ")";
}

Sql ExpressionGenerator::ColumnAgainstValues() {
  const Field* field = ExactField();
  if (field == nullptr) return Literal() + " IS NULL";
  auto value = [&] { return Sql::Value(FittingValue(dice_, field->column, wild_)); };
  Sql column = Sql::Expression(field->text);
  switch (dice_.Weighted({10, 2, 2, 2})) {
    case 0:
      return column + dice_.Pick({" = ", " = ", " <> ", " < ", " >= ", " IS NOT "}) + value();
    case 1:
      return column + dice_.Pick({" IN (", " NOT IN ("}) + Sql::List(", ", {value(), value()}) +
             ")";
    case 2:
      return column + " BETWEEN " + value() + " AND " + value();
    default:
      return column + dice_.Pick({" IS NULL", " IS NOT NULL", " NOTNULL"});
  }
}

Sql ExpressionGenerator::Comparison(int depth) {
  if (!mixed_ || dice_.Chance(40)) return ColumnAgainstValues();
  Sql a = Operand(depth - 1);
  switch (dice_.Weighted({10, 2, 2, 2, 2, 1})) {
    case 0:
      return a +
             dice_.Pick({" = ", " = ", " < ", " <= ", " > ", " >= ", " <> ", " IS ", " IS NOT "}) +
             (dice_.Chance(60) ? Literal() : Operand(depth - 1));
    case 1:
      return a + dice_.Pick({" IN (", " NOT IN ("}) +
             Sql::List(", ", {Literal(), Literal(), Operand(depth - 1)}) + ")";
    case 2:
      return a + dice_.Pick({" BETWEEN ", " NOT BETWEEN "}) + Literal() + " AND " + Literal();
    case 3:
      return a + dice_.Pick({" IS NULL", " IS NOT NULL"});
    case 4:
      return a + dice_.Pick({" LIKE 'a%'", " GLOB 'a*'", " NOT LIKE '1%'", " LIKE '%B'"});
    default:
      return "(" + a + ", " + Operand(depth - 1) + ")" + dice_.Pick({" = ", " < ", " IS "}) + "(" +
             Literal() + ", " + Literal() + ")";
  }
}

Sql ExpressionGenerator::Predicate(int depth) {
  if (depth <= 0 || dice_.Chance(60)) return Sql::Expression(Comparison(1));
  switch (dice_.Below(4)) {
    case 0:
      return Sql::Expression("(" + Predicate(depth - 1) + " OR " + Predicate(depth - 1) + ")");
    case 1:
      return Sql::Expression("NOT (" + Predicate(depth - 1) + ")");
    case 2:
      return Sql::Expression("(" + Predicate(depth - 1) + " AND " + Predicate(depth - 1) + ")");
    default:
      return Sql::Expression(Operand(depth));
  }
}

}  // namespace vieworm::differential
