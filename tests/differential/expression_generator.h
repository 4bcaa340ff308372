// Random expressions over the columns of a FROM clause.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_EXPRESSION_GENERATOR_H_
#define VIEWORM_TESTS_DIFFERENTIAL_EXPRESSION_GENERATOR_H_

#include <string>
#include <vector>

#include "tests/differential/dice.h"
#include "tests/differential/schema.h"

namespace vieworm::differential {

// A column that an expression may name.
struct Field {
  std::string text;  // as an expression names it: "r1.a"
  Column column;
};

// A scalar expression and what is known of its values.
struct Scalar {
  Sql sql;
  Affinity affinity = Affinity::kNone;  // of a column as it is
  bool nocase = false;                  // compared without regard to case
  Fidelity fidelity;

  // That of a value which stands for all that are equal to it.
  Fidelity AsKey(bool wild) const;
};

class ExpressionGenerator {
 public:
  // `fields` must not be empty. `wild`: see Schema. With `mixed`, anything is compared with
  // anything; without it columns are compared with values of their own kind only.
  ExpressionGenerator(Dice& dice, std::vector<Field> fields, bool wild, bool mixed)
      : dice_(dice), fields_(std::move(fields)), wild_(wild), mixed_(mixed) {}

  // A column as it is.
  Scalar AnyColumn();

  // Its value depends on the row and on nothing else. Columns that are not exact stand alone.
  Scalar Expression(int depth);

  // Deterministic, too.
  Sql Predicate(int depth);

  const std::vector<Field>& fields() const { return fields_; }

 private:
  const Field* ExactField();
  Scalar ColumnOf(const Field& field) const;
  Sql Operand(int depth);
  Sql Call(int depth);
  Sql JsonCall(const Field& field);
  Sql Arithmetic(int depth);
  Sql Comparison(int depth);
  Sql ColumnAgainstValues();
  Sql Literal();

  Dice& dice_;
  std::vector<Field> fields_;
  bool wild_;
  bool mixed_;
};

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_EXPRESSION_GENERATOR_H_
