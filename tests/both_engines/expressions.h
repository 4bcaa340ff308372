// Random expressions that mean the same in SQLite and in PostgreSQL.
#ifndef VIEWORM_TESTS_BOTH_ENGINES_EXPRESSIONS_H_
#define VIEWORM_TESTS_BOTH_ENGINES_EXPRESSIONS_H_

#include <vector>

#include "tests/both_engines/schema.h"

namespace vieworm::both_engines {

// A column that an expression may name: "r1.a".
struct Field {
  std::string text;
  Type type;
};

class Expressions {
 public:
  // There is at least one field.
  Expressions(Dice& dice, std::vector<Field> fields) : dice_(dice), fields_(std::move(fields)) {}

  const Field& AnyColumn() { return dice_.Pick(fields_); }

  // Of the type; constants too, where `depth` is 0 or no column is of the type.
  Sql Of(Type type, int depth);

  // Of the column's type, and no constant: for GROUP BY, where constants mean something else.
  Sql OverColumn(const Field& column);

  Sql Predicate(int depth);

 private:
  const Field* ColumnOf(Type type);
  Sql Leaf(Type type);
  Sql Integer(int depth);
  Sql Real(int depth);
  Sql Text(int depth);
  Sql Choice(Type type, int depth);
  Sql Comparison(int depth);

  Dice& dice_;
  std::vector<Field> fields_;
};

}  // namespace vieworm::both_engines

#endif  // VIEWORM_TESTS_BOTH_ENGINES_EXPRESSIONS_H_
