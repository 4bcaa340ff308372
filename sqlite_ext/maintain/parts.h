// The tables and triggers that maintain a view: are they still as they were created?
#ifndef VIEWORM_SQLITE_EXT_MAINTAIN_PARTS_H_
#define VIEWORM_SQLITE_EXT_MAINTAIN_PARTS_H_

#include <string>

#include "sqlite_ext/registry.h"

struct sqlite3;

namespace vieworm {

// Takes down their SQL as sqlite_schema has it.
void RememberParts(sqlite3* db, RegistryEntry* entry);

// What is missing or altered, as a full sentence; "" where all is as it was. A paused view has no
// triggers.
std::string Damage(sqlite3* db, const RegistryEntry& entry);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_MAINTAIN_PARTS_H_
