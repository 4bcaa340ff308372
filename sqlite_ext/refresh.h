// vieworm_refresh and vieworm_refresh_all.
#ifndef VIEWORM_SQLITE_EXT_REFRESH_H_
#define VIEWORM_SQLITE_EXT_REFRESH_H_

#include "common/json.h"
#include "common/spec/view_spec.h"
#include "sqlite_ext/registry.h"

struct sqlite3;

namespace vieworm {

// Throws DoesNotExist, NotAView, NotStored, NotIncremental; Error(kWrongState) where a part of the
// view is gone.
Json RefreshView(sqlite3* db, const RelationName& name, const RefreshOptions& options);

// Every stored view, dependencies first. What fails stays as it was: its error is recorded and is
// in its report, and the others are refreshed. Throws, and refreshes none, NotIncremental for any
// of them, and EngineError where the next view would meet the same (a lock, a full disk, an
// interrupt).
Json RefreshAll(sqlite3* db, const RefreshOptions& options);

// Refreshes one stored view and notes it in *entry, which the caller saves. Must be called in a
// WriteSavepoint.
RefreshResult RefreshEntry(sqlite3* db, const RefreshOptions& options, RegistryEntry* entry);

// Throws Error(kWrongState) unless the face is there.
void CheckFace(sqlite3* db, const RegistryEntry& entry);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_REFRESH_H_
