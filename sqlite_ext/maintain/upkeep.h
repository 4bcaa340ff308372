// What every call that changes something does first: views that were damaged, by a program that
// knows nothing of vieworm, are mended on the way.
#ifndef VIEWORM_SQLITE_EXT_MAINTAIN_UPKEEP_H_
#define VIEWORM_SQLITE_EXT_MAINTAIN_UPKEEP_H_

struct sqlite3;

namespace vieworm {

// Converts the views of an earlier version, whose tables had other names. Must be called in a
// Savepoint.
void ConvertViews(sqlite3* db);

// The same, and mends what can be mended: maintained views that are damaged, and definitions that
// name what was renamed since. A view that cannot be mended stays as it is, and vieworm_views says
// why. Must be called in a Savepoint.
void MendViews(sqlite3* db);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_MAINTAIN_UPKEEP_H_
