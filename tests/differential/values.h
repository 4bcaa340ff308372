// Literals: few enough to meet each other, and of all kinds.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_VALUES_H_
#define VIEWORM_TESTS_DIFFERENTIAL_VALUES_H_

#include <string>

#include "tests/differential/dice.h"
#include "tests/differential/schema.h"

namespace vieworm::differential {

// Any value; `wild`: see Schema.
std::string AnyValue(Dice& dice, bool wild);

// One of the column's own kind.
std::string FittingValue(Dice& dice, const Column& column, bool wild);

// Mostly one that the column would have chosen for itself.
std::string ValueFor(Dice& dice, const Column& column, bool wild);

// One that every row of a DEFAULT may have.
std::string DefaultFor(Dice& dice, const Column& column);

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_VALUES_H_
