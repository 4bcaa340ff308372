// Are two results the same bag of rows?
#ifndef VIEWORM_TESTS_DIFFERENTIAL_COMPARISON_H_
#define VIEWORM_TESTS_DIFFERENTIAL_COMPARISON_H_

#include <optional>
#include <string>

#include "tests/differential/connection.h"
#include "tests/differential/fidelity.h"

namespace vieworm::differential {

struct Difference {
  std::string expected;  // the rows that only the definition has
  std::string got;       // the rows that only the view has
};

// How far two sums of reals may be apart.
struct Tolerance {
  double relative = 1e-9;
  double absolute = 1e-9;  // for sums in which most of the terms cancel out
  bool any_real = false;   // the terms are so far apart that a sum of reals says nothing
};

// Nothing where they are the same. Columns are matched by place, and their names must agree.
std::optional<Difference> Compare(const Result& expected, const Result& got,
                                  const Fidelities& fidelities, const Tolerance& tolerance);

// The value as an SQL literal.
std::string Literal(const Value& value);

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_COMPARISON_H_
