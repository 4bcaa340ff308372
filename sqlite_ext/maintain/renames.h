// Following what ALTER TABLE ... RENAME does to a definition, which is text in the registry, where
// SQLite does not rewrite it.
//
// On each table that a stored view reads there is a trigger that never fires and lists the columns
// in use. SQLite does rewrite triggers: so the list tells what has become of the names. It reads
// nothing but its own table, goes with it, and so is never in the way of a program that rebuilds
// tables.
#ifndef VIEWORM_SQLITE_EXT_MAINTAIN_RENAMES_H_
#define VIEWORM_SQLITE_EXT_MAINTAIN_RENAMES_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sqlite_ext/registry.h"

struct sqlite3;

namespace vieworm {

// What a table of the definition is called now.
struct TableNames {
  std::string was;
  std::string now;
  std::vector<std::pair<std::string, std::string>> columns;  // was, now

  bool Changed() const;
};

// The triggers that list the names in use in `definition`, the SELECT of the view `view`, as parts
// of type kNamesPart with their CREATE TRIGGER.
std::vector<Part> PlanNames(sqlite3* db, const RelationName& view, const std::string& definition);

// Those of the view's tables whose trigger is still there.
std::vector<TableNames> NamesNow(sqlite3* db, const RegistryEntry& entry);

// `entry.definition` with the names of today; nothing where SQLite cannot follow them.
std::optional<std::string> FollowedDefinition(sqlite3* db, const RegistryEntry& entry);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_MAINTAIN_RENAMES_H_
