// Random tables, indexes, triggers and plain views.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_SCHEMA_GENERATOR_H_
#define VIEWORM_TESTS_DIFFERENTIAL_SCHEMA_GENERATOR_H_

#include "tests/differential/dice.h"
#include "tests/differential/schema.h"

namespace vieworm::differential {

// Some of its statements may be refused by SQLite (an index whose rows are never unique).
Schema GenerateSchema(Dice& dice);

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_SCHEMA_GENERATOR_H_
