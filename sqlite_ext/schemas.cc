#include "sqlite_ext/schemas.h"

#include <map>

#include "common/diagnostic.h"
#include "common/names.h"
#include "common/sql/sql.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/sqlite.h"

namespace vieworm {

std::vector<std::string> Schemas(sqlite3* db) {
  std::vector<std::string> schemas = {"temp", "main"};
  Prepared list(db, "PRAGMA database_list");
  while (list.Step()) {
    // 0 is main, 1 is temp.
    if (list.Integer(0) > 1) schemas.push_back(list.Text(1));
  }
  return schemas;
}

namespace {

bool Writes(sqlite3* db, const std::string& schema) {
  return sqlite3_txn_state(db, schema.c_str()) == SQLITE_TXN_WRITE;
}

}  // namespace

std::vector<std::string> DistinctSchemas(sqlite3* db) {
  std::vector<std::string> distinct;
  std::map<std::string, size_t> places;  // by file
  for (const std::string& schema : Schemas(db)) {
    const char* file = sqlite3_db_filename(db, schema.c_str());
    bool has_file = file != nullptr && *file != '\0';
    auto [place, fresh] = places.try_emplace(has_file ? file : "", distinct.size());
    if (fresh || !has_file) {
      distinct.push_back(schema);
    } else if (Writes(db, schema)) {
      distinct[place->second] = schema;
    }
  }
  return distinct;
}

std::string SchemaNamed(sqlite3* db, const std::string& schema) {
  std::vector<std::string> schemas = Schemas(db);
  for (const std::string& candidate : schemas) {
    if (SqliteDialect().SameName(candidate, schema)) return candidate;
  }
  throw Error(ErrorKind::kMissing, "schema " + Quoted(schema) + " does not exist",
              "In SQLite a schema is \"main\", \"temp\" or the name of an attached database.",
              DidYouMean(schema, schemas));
}

std::string SchemaTable(const std::string& schema) {
  return QuoteIdentifier(schema) + ".sqlite_schema";
}

std::string ObjectType(sqlite3* db, const RelationName& relation) {
  Prepared query(db, "SELECT type FROM " + SchemaTable(relation.schema) +
                         " WHERE name = ? COLLATE NOCASE AND type <> 'trigger'");
  query.Bind(1, relation.name);
  return query.Step() ? query.Text(0) : "";
}

std::vector<std::string> Views(sqlite3* db, const std::string& schema) {
  std::vector<std::string> views;
  Prepared query(db,
                 "SELECT name FROM " + SchemaTable(schema) + " WHERE type = 'view' ORDER BY rowid");
  while (query.Step()) views.push_back(query.Text(0));
  return views;
}

namespace {

std::string Numbered(sqlite3* db, const RelationName& wanted) {
  std::string candidate = wanted.name;
  for (int n = 1; !ObjectType(db, {wanted.schema, candidate}).empty(); ++n) {
    candidate = wanted.name + "_" + std::to_string(n);
  }
  return candidate;
}

}  // namespace

std::string FreeName(sqlite3* db, const RelationName& view, const std::string& suffix) {
  return Numbered(db, {view.schema, names::Internal(view.name, suffix)});
}

bool HasTrigger(sqlite3* db, const RelationName& trigger) {
  Prepared query(db, "SELECT 1 FROM " + SchemaTable(trigger.schema) +
                         " WHERE name = ? COLLATE NOCASE AND type = 'trigger'");
  return query.Bind(1, trigger.name).Step();
}

RelationName FreeTriggerName(sqlite3* db, const RelationName& view, const std::string& suffix) {
  RelationName wanted{view.schema, names::Internal(view.name, suffix)};
  RelationName candidate = wanted;
  for (int n = 1; HasTrigger(db, candidate); ++n) {
    candidate.name = wanted.name + "_" + std::to_string(n);
  }
  return candidate;
}

std::string ProbeName(sqlite3* db, const std::string& schema) {
  return Numbered(db, {schema, std::string(names::kPrefix) + "probe"});
}

bool IsInternalName(const std::string& name) {
  return LowerAscii(name).starts_with(names::kPrefix);
}

int64_t CountRows(sqlite3* db, const RelationName& relation) {
  Sql sql(SqliteDialect());
  sql << "SELECT count(*) FROM " << relation;
  Prepared query(db, sql.str());
  query.Step();
  return query.Integer(0);
}

}  // namespace vieworm
