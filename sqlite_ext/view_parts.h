// The objects that make up a view that exists: face, store, what maintains it.
#ifndef VIEWORM_SQLITE_EXT_VIEW_PARTS_H_
#define VIEWORM_SQLITE_EXT_VIEW_PARTS_H_

#include <string>
#include <vector>

#include "common/spec/view_spec.h"
#include "sqlite_ext/registry.h"

struct sqlite3;

namespace vieworm {

// Is the face, or the simple view, still there? A plain DROP VIEW takes it away and leaves the
// rest; the user may have created something else under the name since.
bool HasFace(sqlite3* db, const RegistryEntry& entry);

// Is the store still there?
bool HasStore(sqlite3* db, const RegistryEntry& entry);

// The SELECT as it is now, renames of tables and columns followed. Where SQLite can no longer read
// that, and can read what the spec says, that.
std::string CurrentDefinition(sqlite3* db, const RegistryEntry& entry);

// The same as an item of FROM, for use outside of a view.
std::string DefinitionSource(sqlite3* db, const RegistryEntry& entry);

// The SELECT of the plain view `view`, which must exist.
std::string SelectOfView(sqlite3* db, const RelationName& view);

// The spec of the registry, for this engine. Throws Error where somebody has written nonsense
// there.
ViewSpec SpecOf(const RegistryEntry& entry);

// Statements that drop what is left of the view.
std::vector<std::string> DropStatements(sqlite3* db, const RegistryEntry& entry);

// Runs them. The registry keeps its row, and with it the view's place in the order of creation.
void DropParts(sqlite3* db, const RegistryEntry& entry);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_VIEW_PARTS_H_
