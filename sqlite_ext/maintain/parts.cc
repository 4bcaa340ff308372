#include "sqlite_ext/maintain/parts.h"

#include <optional>

#include "common/diagnostic.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/schemas.h"

namespace vieworm {

namespace {

std::optional<std::string> SqlOf(sqlite3* db, const std::string& schema, const Part& part) {
  Prepared query(
      db, "SELECT sql FROM " + SchemaTable(schema) + " WHERE name = ? COLLATE NOCASE AND type = ?");
  query.Bind(1, part.name).Bind(2, part.type);
  if (!query.Step()) return std::nullopt;
  return query.Text(0);
}

}  // namespace

void RememberParts(sqlite3* db, RegistryEntry* entry) {
  for (Part& part : entry->parts) {
    if (std::optional<std::string> sql = SqlOf(db, entry->view.schema, part)) part.sql = *sql;
  }
}

std::string Damage(sqlite3* db, const RegistryEntry& entry) {
  for (const Part& part : entry.parts) {
    if (entry.paused && part.type == "trigger") continue;
    std::optional<std::string> sql = SqlOf(db, entry.view.schema, part);
    std::string what = part.type == "view" ? "The view " + Quoted(part.name) + " that it reads"
                                           : "Its " + part.type + " " + Quoted(part.name);
    if (!sql) return what + " was dropped.";
    if (*sql != part.sql) return what + " was altered.";
  }
  return "";
}

}  // namespace vieworm
