// What a view's plan takes for granted of the schema around it. Triggers cannot see DDL: so this is
// taken down when the view is planned, and compared with what is there whenever somebody asks.
#ifndef VIEWORM_SQLITE_EXT_MAINTAIN_PREMISES_H_
#define VIEWORM_SQLITE_EXT_MAINTAIN_PREMISES_H_

#include <string>

#include "common/json.h"
#include "sqlite_ext/maintain/schema_now.h"
#include "sqlite_ext/registry.h"

struct sqlite3;

namespace vieworm {

// The premises of `entry`, whose definition is read as it stands: for the registry. There
// {"loaded": true} takes their place where data were loaded beside the view, see registry.cc.
Json PremisesOf(sqlite3* db, const RegistryEntry& entry);

// What is no longer as `entry.premises` says and makes a difference to the view, as a full
// sentence;
// "" where nothing is. Names that were only changed make none.
std::string BrokenPremise(sqlite3* db, const RegistryEntry& entry, SchemaNow* now);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_MAINTAIN_PREMISES_H_
