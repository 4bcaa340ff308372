// One random table.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_TABLE_GENERATOR_H_
#define VIEWORM_TESTS_DIFFERENTIAL_TABLE_GENERATOR_H_

#include "tests/differential/dice.h"
#include "tests/differential/schema.h"

namespace vieworm::differential {

// Adds a table to the schema, with its indexes. Its foreign keys refer to the tables that are there
// already, and to itself.
void AddTable(Dice& dice, Schema& schema);

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_TABLE_GENERATOR_H_
