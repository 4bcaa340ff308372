// The databases of a connection (main, temp, attached files: SQLite's schemas) and what is in them.
#ifndef VIEWORM_SQLITE_EXT_SCHEMAS_H_
#define VIEWORM_SQLITE_EXT_SCHEMAS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "common/sql/dialect.h"

struct sqlite3;

namespace vieworm {

// Their names in the order in which SQLite looks an unqualified name up: temp, main, the others.
std::vector<std::string> Schemas(sqlite3* db);

// The same, but of a file that is attached under several names only one, the one through which the
// transaction writes: through another one the connection would wait for itself.
std::vector<std::string> DistinctSchemas(sqlite3* db);

// `schema` as the connection spells it. Throws Error(kMissing) where there is none.
std::string SchemaNamed(sqlite3* db, const std::string& schema);

// "table", "view" or "index", whatever has that name: they share their names; triggers have names
// of their own. `relation` must have a schema. "" where nothing has it.
std::string ObjectType(sqlite3* db, const RelationName& relation);

// All views of a schema, ours included, in the order of their creation.
std::vector<std::string> Views(sqlite3* db, const std::string& schema);

// names::Internal, numbered where something in the view's schema has the name already.
std::string FreeName(sqlite3* db, const RelationName& view, const std::string& suffix);

bool HasTrigger(sqlite3* db, const RelationName& trigger);

// The same as FreeName for a trigger.
RelationName FreeTriggerName(sqlite3* db, const RelationName& view, const std::string& suffix);

// A name for a view that is there for a moment only.
std::string ProbeName(sqlite3* db, const std::string& schema);

// Does the name begin as those of vieworm's own tables and triggers do?
bool IsInternalName(const std::string& name);

int64_t CountRows(sqlite3* db, const RelationName& relation);

// `schema`.sqlite_schema, quoted.
std::string SchemaTable(const std::string& schema);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_SCHEMAS_H_
