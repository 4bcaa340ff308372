// Triggers of others that fire before those of a view.
#ifndef VIEWORM_SQLITE_EXT_MAINTAIN_FOREIGN_TRIGGERS_H_
#define VIEWORM_SQLITE_EXT_MAINTAIN_FOREIGN_TRIGGERS_H_

#include <string>

#include "sqlite_ext/maintain/schema_now.h"
#include "sqlite_ext/registry.h"

struct sqlite3;

namespace vieworm {

// What a trigger that is younger than the view's does to the view, as a full sentence; "" where
// none does harm.
std::string YoungerTrigger(sqlite3* db, const RegistryEntry& entry, SchemaNow* now);

// The same for the triggers in temp, which always fire first.
std::string TemporaryTrigger(sqlite3* db, const RegistryEntry& entry, SchemaNow* now);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_MAINTAIN_FOREIGN_TRIGGERS_H_
