// Triggers that do nothing, for the shadow.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_IDLE_TRIGGERS_H_
#define VIEWORM_TESTS_DIFFERENTIAL_IDLE_TRIGGERS_H_

#include "tests/differential/connection.h"

namespace vieworm::differential {

// SQLite does some things otherwise as soon as a table has a trigger, whatever that does: UPDATE
// visits the rows in another order, STRICT looks at the types before it looks at other constraints,
// and a statement in a transaction that ends with "datatype mismatch" leaves no rows behind. So the
// shadow gets, for each trigger that `main` has and the shadow has not, one with the same table,
// time and event that does nothing.
void CopyTriggersIdle(Connection& main, Connection& shadow);

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_IDLE_TRIGGERS_H_
