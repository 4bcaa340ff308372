// Triggers of the user's own.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_TRIGGER_GENERATOR_H_
#define VIEWORM_TESTS_DIFFERENTIAL_TRIGGER_GENERATOR_H_

#include "tests/differential/dice.h"
#include "tests/differential/schema.h"

namespace vieworm::differential {

// Adds one that writes to a later table than its own (so that no chain of them is endless), to its
// own row, or that raises.
void AddTrigger(Dice& dice, Schema& schema);

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_TRIGGER_GENERATOR_H_
