#include "sqlite_ext/dependents.h"

#include <map>

#include "common/sql/sql.h"
#include "sqlite_ext/definition_query.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/registry.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/sqlite_catalog.h"
#include "sqlite_ext/view_parts.h"

namespace vieworm {

namespace {

bool Prepares(sqlite3* db, const std::string& sql) {
  try {
    Prepared(db, sql);
    return true;
  } catch (const EngineError&) {
    return false;
  }
}

// The definitions of stored views are in the registry: a view breaks with its definition.
std::map<std::string, std::string> StoredDefinitions(sqlite3* db, const std::string& schema) {
  std::map<std::string, std::string> sources;
  for (const RegistryEntry& entry : LoadEntries(db, schema)) {
    if (entry.IsStored()) sources[LowerAscii(entry.view.name)] = DefinitionSource(db, entry);
  }
  return sources;
}

// A trigger is compiled with the statements that fire it.
bool CanWrite(sqlite3* db, const RelationName& table, const std::string& column) {
  Sql insert(SqliteDialect()), update(SqliteDialect()), remove(SqliteDialect());
  insert << "INSERT INTO " << table << " DEFAULT VALUES";
  update << "UPDATE " << table << " SET " << Identifier{column} << " = NULL";
  remove << "DELETE FROM " << table;
  return Prepares(db, insert.str()) && Prepares(db, update.str()) && Prepares(db, remove.str());
}

}  // namespace

BrokenObjects::BrokenObjects(sqlite3* db, std::string schema)
    : db_(db), schemas_{std::move(schema)} {
  if (!SqliteDialect().SameName(schemas_[0], "temp")) schemas_.emplace_back("temp");
  for (const RelationName& view : BrokenViews()) views_.emplace(view.schema, view.name);
  for (const RelationName& trigger : BrokenTriggers()) {
    triggers_.emplace(trigger.schema, trigger.name);
  }
}

std::vector<RelationName> BrokenObjects::NewViews() const { return Without(views_, BrokenViews()); }

std::vector<RelationName> BrokenObjects::NewTriggers() const {
  return Without(triggers_, BrokenTriggers());
}

std::vector<RelationName> BrokenObjects::BrokenViews() const {
  std::vector<RelationName> broken;
  for (const std::string& schema : schemas_) {
    std::map<std::string, std::string> definitions = StoredDefinitions(db_, schema);
    for (const std::string& name : Views(db_, schema)) {
      auto stored = definitions.find(LowerAscii(name));
      bool readable = CanBeRead(db_, NameAsSource({schema, name})) &&
                      (stored == definitions.end() || CanBeRead(db_, stored->second));
      if (!readable) broken.push_back({schema, name});
    }
  }
  return broken;
}

std::vector<RelationName> BrokenObjects::BrokenTriggers() const {
  std::vector<RelationName> broken;
  for (const std::string& schema : schemas_) {
    Prepared query(
        db_, "SELECT t.name, t.tbl_name, (SELECT name FROM pragma_table_info(t.tbl_name, " +
                 SqliteDialect().QuoteLiteral(schema) + ") LIMIT 1) FROM " + SchemaTable(schema) +
                 " t WHERE t.type = 'trigger' AND EXISTS (SELECT 1 FROM " + SchemaTable(schema) +
                 " s WHERE s.type = 'table' AND s.name = t.tbl_name) ORDER BY t.rowid");
    // One answer for all triggers of a table: to prepare such a statement takes as long as the
    // table has triggers, and those that they fire.
    std::map<std::string, bool> writable;
    while (query.Step()) {
      if (query.IsNull(2)) continue;
      RelationName table{schema, query.Text(1)};
      auto [answer, is_new] = writable.try_emplace(table.name);
      if (is_new) answer->second = CanWrite(db_, table, query.Text(2));
      if (!answer->second) broken.push_back({schema, query.Text(0)});
    }
  }
  return broken;
}

std::vector<RelationName> BrokenObjects::Without(const Names& known,
                                                 std::vector<RelationName> found) {
  std::vector<RelationName> fresh;
  for (RelationName& object : found) {
    if (known.count({object.schema, object.name}) == 0) fresh.push_back(std::move(object));
  }
  return fresh;
}

}  // namespace vieworm
