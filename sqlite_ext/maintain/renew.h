// Bringing a maintained view up to date where its triggers have not done it: after a pause, after
// damage, and when its sliding window moves.
#ifndef VIEWORM_SQLITE_EXT_MAINTAIN_RENEW_H_
#define VIEWORM_SQLITE_EXT_MAINTAIN_RENEW_H_

#include "common/spec/view_spec.h"
#include "sqlite_ext/registry.h"

struct sqlite3;

namespace vieworm {

// What vieworm_refresh does to a maintained view: moves its window to now, mends what is damaged,
// catches up if it is paused. Does nothing where there is nothing to do, unless a full refresh is
// asked for. Sets in *entry all but the history. Must be called in a Savepoint.
RefreshResult RefreshMaintained(sqlite3* db, const RefreshOptions& options, RegistryEntry* entry);

// Can what it shows and what it ought to show both be read? Somebody may have dropped what it is
// made of, or what it reads.
bool CanBeCompared(sqlite3* db, const RegistryEntry& entry);

// A view that was built anew keeps its history: `*entry` becomes `fresh`.
void Succeed(RegistryEntry fresh, RegistryEntry* entry);

// Creates stores and triggers anew and fills them; `*entry` is not paused after that. Returns how
// many rows of the view were wrong; none where so much of it is gone that it cannot be read.
RefreshResult Renew(sqlite3* db, RegistryEntry* entry);

// Takes the triggers off the sources, and out of the way of programs that rebuild them. What the
// view shows stays as it is.
void Pause(sqlite3* db, RegistryEntry* entry);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_MAINTAIN_RENEW_H_
