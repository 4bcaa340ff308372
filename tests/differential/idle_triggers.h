// Triggers that do nothing, for the shadow.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_IDLE_TRIGGERS_H_
#define VIEWORM_TESTS_DIFFERENTIAL_IDLE_TRIGGERS_H_

#include "tests/differential/connection.h"

namespace vieworm::differential {

// SQLite does some things otherwise as soon as a table has a trigger, whatever that does: UPDATE
// visits the rows in another order, STRICT looks at the types before it looks at other constraints,
// and a statement that ends with "datatype mismatch", with triggers nested too deeply, or without
// room for a new rowid, is undone in itself, and not left half done or undone with the transaction
// around it (vdbeaux.c, sqlite3VdbeHalt: it depends on whether a statement that could violate
// something is part of the program). So the shadow gets, for each trigger that `main` has and the
// shadow has not, one with the same table, time and event that does nothing.
void CopyTriggersIdle(Connection& main, Connection& shadow);

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_IDLE_TRIGGERS_H_
