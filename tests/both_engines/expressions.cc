// What is left out, because the engines differ in it:
// - what overflows, and division by a column (by zero: NULL in SQLite, an error in PostgreSQL);
// - integers beside reals in CASE, coalesce and UNION: SQLite keeps each as it is;
// - LIKE (SQLite's ignores case), and casts to numbers of texts that are none;
// - comparison of texts with numbers, and truth values as numbers;
// - functions of one engine only: round, greatest, iif, string_agg, group_concat, total.
#include "tests/both_engines/expressions.h"

namespace vieworm::both_engines {

const Field* Expressions::ColumnOf(Type type) {
  std::vector<const Field*> found;
  for (const Field& field : fields_) {
    if (field.type == type) found.push_back(&field);
  }
  return found.empty() ? nullptr : dice_.Pick(found);
}

// 0.5 alone is a numeric in PostgreSQL.
Sql Expressions::Leaf(Type type) {
  const Field* column = ColumnOf(type);
  if (column != nullptr && dice_.Chance(85)) return Sql::Expression(column->text);
  Sql literal = Literal(dice_, type);
  return type == Type::kReal ? "CAST(" + literal + " AS DOUBLE PRECISION)" : literal;
}

Sql Expressions::Choice(Type type, int depth) {
  Sql first = Of(type, depth - 1);
  switch (dice_.Below(3)) {
    case 0:
      return "coalesce(" + first + ", " + Leaf(type) + ")";
    case 1:
      return "nullif(" + first + ", " + Leaf(type) + ")";
    default:
      return "CASE WHEN " + Predicate(depth - 1) + " THEN " + first + " ELSE " + Leaf(type) +
             " END";
  }
}

// Nothing is divided: a plain view's sum of BIGINTs is a numeric in PostgreSQL, and so has a half.
Sql Expressions::Integer(int depth) {
  Sql first = Of(Type::kInteger, depth - 1);
  switch (dice_.Below(7)) {
    case 0:
      return "(" + first + dice_.Pick({" + ", " - "}) + Of(Type::kInteger, depth - 1) + ")";
    case 1:
      return "(" + first + dice_.Pick({" * 2", " + 1", " % 3", " * 10"}) + ")";
    case 2:
      return "abs(" + first + " - 2)";
    case 3:
      return "(-(" + first + "))";
    case 4:
      return "length(" + Of(Type::kText, depth - 1) + ")";
    default:
      return Choice(Type::kInteger, depth);
  }
}

Sql Expressions::Real(int depth) {
  Sql first = Of(Type::kReal, depth - 1);
  switch (dice_.Below(4)) {
    case 0:
      return "(" + first + dice_.Pick({" + 0.5", " * 2", " - 1"}) + ")";
    case 1:
      return "(" + first + " + " + Of(Type::kInteger, depth - 1) + ")";
    case 2:
      return "abs(" + first + ")";
    default:
      return Choice(Type::kReal, depth);
  }
}

Sql Expressions::Text(int depth) {
  Sql first = Of(Type::kText, depth - 1);
  switch (dice_.Below(6)) {
    case 0:
      return "(" + first + " || " + Of(Type::kText, depth - 1) + ")";
    case 1:
      return dice_.Pick({"upper(", "lower(", "trim("}) + first + ")";
    case 2:
      return "substr(" + first + ", 1, " + std::to_string(dice_.Between(1, 2)) + ")";
    case 3:
      return "replace(" + first + ", 'a', 'xy')";
    case 4:
      return "CAST(" + Of(Type::kInteger, depth - 1) + " AS TEXT)";
    default:
      return Choice(Type::kText, depth);
  }
}

Sql Expressions::Of(Type type, int depth) {
  if (type == Type::kTruth) return "(" + Predicate(depth) + ")";
  if (depth <= 0 || dice_.Chance(35)) return Leaf(type);
  switch (type) {
    case Type::kInteger:
      return Sql::Expression(Integer(depth));
    case Type::kReal:
      return Sql::Expression(Real(depth));
    default:
      return Sql::Expression(Text(depth));
  }
}

Sql Expressions::OverColumn(const Field& column) {
  switch (column.type) {
    case Type::kInteger:
      return "(" + column.text + dice_.Pick({" % 2", " + 1", " * 2"}) + ")";
    case Type::kReal:
      return "abs(" + column.text + ")";
    default:
      return dice_.Pick({"upper(", "lower(", "trim("}) + column.text + ")";
  }
}

Sql Expressions::Comparison(int depth) {
  const Field& column = AnyColumn();
  Sql left = dice_.Chance(60) ? Sql(column.text) : Of(column.type, depth);
  switch (dice_.Weighted({8, 3, 2, 2, 1})) {
    case 0:
      return left + dice_.Pick({" = ", " = ", " <> ", " < ", " <= ", " > ", " >= "}) +
             (dice_.Chance(60) ? Literal(dice_, column.type) : Of(column.type, 0));
    case 1:
      return left + dice_.Pick({" IS NULL", " IS NOT NULL", " IS NOT NULL"});
    case 2:
      return left + dice_.Pick({" IN (", " NOT IN ("}) + Literal(dice_, column.type) + ", " +
             Literal(dice_, column.type) + ")";
    case 3:
      return left + " BETWEEN " + Literal(dice_, column.type) + " AND " +
             Literal(dice_, column.type);
    default:
      return left + dice_.Pick({" IS DISTINCT FROM ", " IS NOT DISTINCT FROM "}) +
             Literal(dice_, column.type);
  }
}

Sql Expressions::Predicate(int depth) {
  if (depth <= 0 || dice_.Chance(60)) return Sql::Expression(Comparison(depth));
  Sql first = Predicate(depth - 1);
  if (dice_.Chance(25)) return Sql::Expression("NOT (" + first + ")");
  return Sql::Expression("(" + first + dice_.Pick({" AND ", " OR "}) + Predicate(depth - 1) + ")");
}

}  // namespace vieworm::both_engines
