// vieworm_drop.
#ifndef VIEWORM_SQLITE_EXT_DROP_H_
#define VIEWORM_SQLITE_EXT_DROP_H_

#include "common/json.h"
#include "common/spec/view_spec.h"
#include "common/sql/dialect.h"

struct sqlite3;

namespace vieworm {

// Drops the view and, with cascade, every view that reads it. Returns the names, the view first.
// Throws DoesNotExist, NotAView, and Error(kDependents) without cascade, or for a trigger that
// reads it.
Json DropView(sqlite3* db, const RelationName& name, const DropOptions& options);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_DROP_H_
