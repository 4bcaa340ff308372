// vieworm_verify, vieworm_repair, vieworm_pause and vieworm_resume: is a view right, and making it
// so.
#ifndef VIEWORM_SQLITE_EXT_VERIFY_H_
#define VIEWORM_SQLITE_EXT_VERIFY_H_

#include "common/json.h"
#include "sqlite_ext/registry.h"

struct sqlite3;

namespace vieworm {

// Evaluates the definition afresh and compares: {"schema", "name", "missing", "extra", "samples"},
// and "damage", a sentence, where what maintains the view is not as it was created. All throw
// DoesNotExist and NotAView.
Json VerifyView(sqlite3* db, const RelationName& name);

// Writes what VerifyView finds: {"schema", "name", "deleted", "inserted"}. Throws NotStored.
Json RepairView(sqlite3* db, const RelationName& name);

// Takes the triggers off the sources, for bulk loads, and puts them on again once the view has been
// brought up to date. Throw Error(kWrongState) for a view that has none.
Json PauseView(sqlite3* db, const RelationName& name);
Json ResumeView(sqlite3* db, const RelationName& name);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_VERIFY_H_
