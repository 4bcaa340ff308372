#include "sqlite_ext/registry.h"

#include "common/diagnostic.h"
#include "common/json.h"
#include "common/names.h"
#include "common/plan/refusals.h"
#include "common/sql/sql.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/lost_views.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/sqlite.h"

namespace vieworm {

namespace {

constexpr char kColumns[] =
    "name, spec, method, storage, mode, timing, reason, store, definition, created_at, populated, "
    "due_at, last_refresh, last_duration_ms, last_mode, last_deleted, last_inserted, last_error, "
    "last_error_at, rows, as_of, paused, parts, strategy, premises";

// Those of the first version: its table was called like this, and `definition` was the name of a
// view.
constexpr char kFirstRegistry[] = "vieworm_registry";
constexpr char kFirstColumns[] =
    "name, spec, method, storage, mode, timing, reason, store, definition, created_at, populated, "
    "due_at, last_refresh, last_duration_ms, last_mode, last_deleted, last_inserted, last_error, "
    "last_error_at, rows, as_of, paused, parts, strategy, '{}'";

constexpr char kDeclarations[] =
    "(name TEXT NOT NULL PRIMARY KEY COLLATE NOCASE, spec TEXT NOT NULL, method TEXT NOT NULL, "
    "storage TEXT NOT NULL, mode TEXT, timing TEXT, reason TEXT, store TEXT, definition TEXT, "
    "created_at TEXT NOT NULL, populated INTEGER NOT NULL, due_at TEXT, last_refresh TEXT, "
    "last_duration_ms REAL, last_mode TEXT, last_deleted INTEGER, last_inserted INTEGER, "
    "last_error TEXT, last_error_at TEXT, rows INTEGER, as_of TEXT, paused INTEGER NOT NULL, "
    "parts TEXT NOT NULL, strategy TEXT NOT NULL, premises TEXT NOT NULL)";

RelationName Table(const std::string& schema) { return {schema, names::kSqliteRegistry}; }

Sql TableSql(Keywords before, const std::string& schema) {
  Sql sql(SqliteDialect());
  sql << before << Table(schema);
  return sql;
}

bool HasRegistry(sqlite3* db, const std::string& schema) {
  return ObjectType(db, Table(schema)) == "table";
}

// A table of the user's own may have the registry's name.
[[noreturn]] void FailForeignRegistry(const std::string& schema, const Error& error) {
  throw Error(ErrorKind::kWrongObject,
              "table " + Quoted(Table(schema).Display()) + " is not vieworm's",
              "The name is kept for the list of vieworm's views; reading it gave: " +
                  error.diagnostic().message + ".",
              "Rename the table.");
}

std::vector<Part> PartsOf(const std::string& text) {
  std::vector<Part> parts;
  for (const Json& part : Json::parse(text)) {
    parts.push_back({part.at("type"), part.at("name"), part.at("table"), part.at("sql")});
  }
  return parts;
}

std::string TextOf(const std::vector<Part>& parts) {
  Json list = Json::array();
  for (const Part& part : parts) {
    list.push_back(
        {{"type", part.type}, {"name", part.name}, {"table", part.table}, {"sql", part.sql}});
  }
  return list.dump();
}

RegistryEntry ReadEntry(const Prepared& row, const std::string& schema) {
  RegistryEntry entry;
  int column = 0;
  entry.view = {schema, row.Text(column++)};
  for (std::string* text : {&entry.spec, &entry.method, &entry.storage, &entry.mode, &entry.timing,
                            &entry.reason, &entry.store, &entry.definition, &entry.created_at}) {
    *text = row.Text(column++);
  }
  entry.populated = row.Integer(column++) != 0;
  entry.due_at = row.OptionalText(column++);
  entry.last_refresh = row.OptionalText(column++);
  entry.last_duration_ms = row.OptionalReal(column++);
  entry.last_mode = row.OptionalText(column++);
  entry.last_deleted = row.OptionalInteger(column++);
  entry.last_inserted = row.OptionalInteger(column++);
  entry.last_error = row.OptionalText(column++);
  entry.last_error_at = row.OptionalText(column++);
  entry.rows = row.OptionalInteger(column++);
  entry.as_of = row.OptionalText(column++);
  entry.paused = row.Integer(column++) != 0;
  entry.parts = PartsOf(row.Text(column++));
  entry.strategy = Json::parse(row.Text(column++)).get<std::map<std::string, std::string>>();
  entry.premises = Json::parse(row.Text(column++));
  return entry;
}

bool HasFirstRegistry(sqlite3* db, const std::string& schema) {
  RelationName table{schema, kFirstRegistry};
  if (ObjectType(db, table) != "table") return false;
  Sql sql(SqliteDialect());
  sql << "SELECT " << Fragment{kFirstColumns} << " FROM " << table;
  try {
    Prepared(db, sql.str());
    return true;
  } catch (const EngineError&) {
    return false;  // a table of the user's own
  }
}

[[noreturn]] void FailFirstRegistry(const std::string& schema) {
  throw Error(ErrorKind::kWrongState,
              "the views in " + Quoted(schema) + " are those of an earlier version of vieworm",
              "Their tables had other names.",
              "Any call that changes something converts them, such as SELECT "
              "vieworm_refresh_all().");
}

std::vector<RegistryEntry> Load(sqlite3* db, const std::string& schema, const std::string* name) {
  std::vector<RegistryEntry> entries;
  if (!HasRegistry(db, schema)) {
    if (HasFirstRegistry(db, schema)) FailFirstRegistry(schema);
    return entries;
  }
  Sql sql(SqliteDialect());
  sql << "SELECT " << Fragment{kColumns} << " FROM " << Table(schema);
  name != nullptr ? sql << " WHERE name = ?" : sql << " ORDER BY rowid";
  try {
    Prepared query(db, sql.str());
    if (name != nullptr) query.Bind(1, *name);
    while (query.Step()) entries.push_back(ReadEntry(query, schema));
  } catch (const EngineError& error) {
    if (error.code() != SQLITE_ERROR) throw;
    FailForeignRegistry(schema, error);
  }
  return entries;
}

// Must outlive the statement's next Step.
struct BoundTexts {
  std::string parts;
  std::string strategy;
};

void BindEntry(Prepared& insert, const RegistryEntry& entry, const BoundTexts& texts) {
  int parameter = 1;
  for (const std::string* text : {&entry.view.name, &entry.spec, &entry.method, &entry.storage}) {
    insert.Bind(parameter++, *text);
  }
  for (const std::string* text :
       {&entry.mode, &entry.timing, &entry.reason, &entry.store, &entry.definition}) {
    text->empty() ? insert.BindNull(parameter++) : insert.Bind(parameter++, *text);
  }
  insert.Bind(parameter++, entry.created_at);
  insert.Bind(parameter++, int64_t{entry.populated});
  insert.Bind(parameter++, entry.due_at);
  insert.Bind(parameter++, entry.last_refresh);
  insert.Bind(parameter++, entry.last_duration_ms);
  insert.Bind(parameter++, entry.last_mode);
  insert.Bind(parameter++, entry.last_deleted);
  insert.Bind(parameter++, entry.last_inserted);
  insert.Bind(parameter++, entry.last_error);
  insert.Bind(parameter++, entry.last_error_at);
  insert.Bind(parameter++, entry.rows);
  insert.Bind(parameter++, entry.as_of);
  insert.Bind(parameter++, int64_t{entry.paused});
  insert.Bind(parameter++, texts.parts);
  insert.Bind(parameter++, texts.strategy);
  insert.Bind(parameter++, "{}");
}

// ON CONFLICT keeps the row, and with it the order of creation. The premises come after it, see
// CreateLoadGuard.
std::string UpsertSql(const std::string& schema) {
  Sql sql = TableSql("INSERT INTO ", schema);
  sql << " (" << Fragment{kColumns} << ") VALUES (?";
  std::string columns = kColumns;
  std::string updates;
  for (size_t at = columns.find(", "); at != std::string::npos; at = columns.find(", ", at + 1)) {
    std::string name = columns.substr(at + 2, columns.find(',', at + 2) - at - 2);
    if (!updates.empty()) updates += ", ";
    updates += name + " = excluded." + name;
    sql << ", ?";
  }
  sql << ") ON CONFLICT (name) DO UPDATE SET " << Fragment{updates};
  return sql.str();
}

}  // namespace

bool RegistryEntry::IsIncremental() const {
  return IsStored() && mode == Word(RefreshMode::kIncremental);
}

std::optional<RegistryEntry> LoadEntry(sqlite3* db, const RelationName& view) {
  std::vector<RegistryEntry> entries = Load(db, view.schema, &view.name);
  if (entries.empty()) return LostView(db, view);
  return std::move(entries.front());
}

std::vector<RegistryEntry> LoadEntries(sqlite3* db, const std::string& schema) {
  std::vector<RegistryEntry> entries = Load(db, schema, nullptr);
  for (RegistryEntry& lost : LostViews(db, schema, entries)) entries.push_back(std::move(lost));
  return entries;
}

namespace {

// Who has a row in the registry, without what it says.
std::vector<RegistryEntry> KnownViews(sqlite3* db, const std::string& schema) {
  std::vector<RegistryEntry> known;
  Prepared query(db, TableSql("SELECT name FROM ", schema).str());
  while (query.Step()) known.emplace_back().view = {schema, query.Text(0)};
  return known;
}

}  // namespace

// The parts of all views, with their SQL, are long: SQLite picks the names out, in a tenth of the
// time that it takes to load the entries.
std::set<std::string> OwnTriggers(sqlite3* db, const std::string& schema) {
  std::set<std::string> names;
  std::vector<RegistryEntry> known;
  if (!HasRegistry(db, schema)) {
    Load(db, schema, nullptr);  // one of an earlier version is refused
  } else {
    known = KnownViews(db, schema);
    Sql sql(SqliteDialect());
    sql << "SELECT json_extract(p.value, '$.name') FROM " << Table(schema)
        << " AS r, json_each(r.parts) AS p WHERE json_extract(p.value, '$.type') IN ('trigger', "
        << Literal{kNamesPart} << ")";
    Prepared query(db, sql.str());
    while (query.Step()) names.insert(LowerAscii(query.Text(0)));
  }
  for (const RegistryEntry& lost : LostViews(db, schema, known)) {
    for (const Part& part : lost.parts) {
      if (part.IsTrigger()) names.insert(LowerAscii(part.name));
    }
  }
  return names;
}

std::vector<RegistryEntry> LoadAllEntries(sqlite3* db) {
  std::vector<RegistryEntry> all;
  for (const std::string& schema : DistinctSchemas(db)) {
    for (RegistryEntry& entry : LoadEntries(db, schema)) all.push_back(std::move(entry));
  }
  return all;
}

std::optional<RegistryEntry> FindViewIfExists(sqlite3* db, const RelationName& name) {
  std::vector<std::string> schemas = {name.schema};
  if (name.schema.empty()) {
    schemas = Schemas(db);
  } else {
    schemas[0] = SchemaNamed(db, name.schema);
  }
  for (const std::string& schema : schemas) {
    std::optional<RegistryEntry> entry = LoadEntry(db, {schema, name.name});
    if (entry) return entry;
    if (!ObjectType(db, {schema, name.name}).empty()) throw NotAView(name);
  }
  return std::nullopt;
}

RegistryEntry FindView(sqlite3* db, const RelationName& name) {
  std::optional<RegistryEntry> entry = FindViewIfExists(db, name);
  if (!entry) throw DoesNotExist(name);
  return std::move(*entry);
}

namespace {

// An entry that arrives with its premises is not SaveEntry's: somebody loads the data of a dump
// into a schema that is there. Then the rows of the stores come twice, once by the triggers and
// once from the dump, and the view says that it is stale. A row that is there stays.
constexpr char kLoadedEntry[] =
    "INSERT ON _vieworm_registry WHEN NEW.mode = 'incremental' AND NEW.premises <> '{}'\n"
    "BEGIN\n"
    "  UPDATE _vieworm_registry SET premises = '{\"loaded\":true}' WHERE name = NEW.name;\n";

void CreateLoadGuard(sqlite3* db, const std::string& schema) {
  auto create = [&](const char* suffix, const std::string& rest) {
    Sql trigger(SqliteDialect());
    trigger << "CREATE TRIGGER " << RelationName{schema, names::Internal("registry", suffix)};
    Execute(db, trigger.str() + rest + "END");
  };
  create("conflict", std::string(" BEFORE ") + kLoadedEntry +
                         "  SELECT RAISE(IGNORE) WHERE EXISTS (SELECT 1 FROM _vieworm_registry "
                         "WHERE name = NEW.name);\n");
  create("loaded", std::string(" AFTER ") + kLoadedEntry);
}

void CreateRegistry(sqlite3* db, const std::string& schema) {
  Sql create = TableSql("CREATE TABLE ", schema);
  create << " " << Fragment{kDeclarations};
  Execute(db, create.str());
  CreateLoadGuard(db, schema);
}

void SavePremises(sqlite3* db, const RegistryEntry& entry) {
  Sql update = TableSql("UPDATE ", entry.view.schema);
  update << " SET premises = ? WHERE name = ?";
  std::string premises = entry.premises.dump();
  Prepared(db, update.str()).Bind(1, premises).Bind(2, entry.view.name).Run();
}

}  // namespace

void SaveEntry(sqlite3* db, const RegistryEntry& entry) {
  const std::string& schema = entry.view.schema;
  if (!HasRegistry(db, schema)) CreateRegistry(db, schema);
  Prepared insert(db, UpsertSql(schema));
  BoundTexts texts{TextOf(entry.parts), Json(entry.strategy).dump()};
  BindEntry(insert, entry, texts);
  insert.Run();
  SavePremises(db, entry);
}

void RemoveEntry(sqlite3* db, const RelationName& view) {
  Sql remove = TableSql("DELETE FROM ", view.schema);
  remove << " WHERE name = ?";
  if (!HasRegistry(db, view.schema)) return;
  Prepared(db, remove.str()).Bind(1, view.name).Run();
  if (!Load(db, view.schema, nullptr).empty()) return;
  Execute(db, TableSql("DROP TABLE ", view.schema).str());
}

std::vector<RegistryEntry> ConvertRegistry(sqlite3* db, const std::string& schema) {
  std::vector<RegistryEntry> entries;
  if (HasRegistry(db, schema) || !HasFirstRegistry(db, schema)) return entries;
  RelationName first{schema, kFirstRegistry};
  Sql select(SqliteDialect());
  select << "SELECT " << Fragment{kFirstColumns} << " FROM " << first << " ORDER BY rowid";
  {
    Prepared query(db, select.str());
    while (query.Step()) entries.push_back(ReadEntry(query, schema));
  }
  for (const RegistryEntry& entry : entries) SaveEntry(db, entry);
  Sql drop(SqliteDialect());
  drop << "DROP TABLE " << first;
  Execute(db, drop.str());
  return entries;
}

void CheckNotReserved(const std::string& name) {
  std::string lower = LowerAscii(name);
  std::string why;
  if (lower.starts_with("sqlite_")) {
    why = "SQLite keeps the names that begin with sqlite_ for itself.";
  } else if (IsInternalName(name)) {
    why = "vieworm keeps the names that begin with _vieworm_ for itself.";
  } else if (lower == "vieworm_views") {
    why = "It is a relation of vieworm's own.";
  }
  if (why.empty()) return;
  throw Error(ErrorKind::kBadSpec, "name " + Quoted(name) + " is reserved", why,
              "Choose another name.");
}

}  // namespace vieworm
