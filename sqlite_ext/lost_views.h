// Views of vieworm's that the registry does not know, because somebody has dropped it: each face
// says in a comment what it is.
#ifndef VIEWORM_SQLITE_EXT_LOST_VIEWS_H_
#define VIEWORM_SQLITE_EXT_LOST_VIEWS_H_

#include <optional>
#include <string>
#include <vector>

#include "sqlite_ext/registry.h"

struct sqlite3;

namespace vieworm {

// What its face and what is left of its parts tell of `view`; nothing where it is none of
// vieworm's.
std::optional<RegistryEntry> LostView(sqlite3* db, const RelationName& view);

// All of a schema but those in `known`.
std::vector<RegistryEntry> LostViews(sqlite3* db, const std::string& schema,
                                     const std::vector<RegistryEntry>& known);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_LOST_VIEWS_H_
