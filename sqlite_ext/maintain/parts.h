// Is a view still as it was created, and so is the schema around it?
#ifndef VIEWORM_SQLITE_EXT_MAINTAIN_PARTS_H_
#define VIEWORM_SQLITE_EXT_MAINTAIN_PARTS_H_

#include <string>

#include "sqlite_ext/maintain/schema_now.h"
#include "sqlite_ext/registry.h"

struct sqlite3;

namespace vieworm {

// Takes down their SQL as sqlite_schema has it, and which indexes its tables have.
void RememberParts(sqlite3* db, RegistryEntry* entry);

// Why the view may be wrong, or cannot be read, as a full sentence; "" where all is as it was: what
// is missing or altered of its parts (a paused view has no triggers) or of the schema that it was
// planned for, and which triggers of others are in its way.
std::string Damage(sqlite3* db, const RegistryEntry& entry);

// The same, of several views in turn.
std::string Damage(sqlite3* db, const RegistryEntry& entry, SchemaNow* now);

// The same without what vieworm_repair cannot change: the triggers of this connection.
std::string MendableDamage(sqlite3* db, const RegistryEntry& entry, SchemaNow* now);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_MAINTAIN_PARTS_H_
