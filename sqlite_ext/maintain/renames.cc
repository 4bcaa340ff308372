// How a name in the text is to be changed only SQLite knows for certain: whose column is `a`? So
// the text becomes a view in an empty database in memory, over tables that have the old names, and
// ALTER TABLE renames them there.

#include "sqlite_ext/maintain/renames.h"

#include <algorithm>
#include <set>

#include "common/names.h"
#include "common/sql/sql.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/maintain/reading.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/scanner.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/sqlite.h"
#include "sqlite_ext/table_facts.h"
#include "sqlite_ext/view_parts.h"

namespace vieworm {

namespace {

// An UPDATE OF this column fires the trigger: there is none.
constexpr char kNever[] = "_vieworm_";

std::set<std::string> KeyColumns(const TableFacts& table) {
  std::set<std::string> columns(table.identity.begin(), table.identity.end());
  for (const UniqueKey& key : table.unique) columns.insert(key.columns.begin(), key.columns.end());
  return columns;
}

std::vector<std::string> ColumnsInUse(sqlite3* db, const RelationName& name,
                                      const Reading& reading) {
  TableFacts table = DescribeTable(db, name);
  std::set<std::string> keys = KeyColumns(table);
  std::vector<std::string> columns;
  for (const ColumnFacts& column : table.columns) {
    if (reading.Mentions(column.name) || keys.count(column.name) > 0) {
      columns.push_back(column.name);
    }
  }
  return columns;
}

std::string CreateTrigger(const RelationName& trigger, const std::string& table,
                          const std::vector<std::string>& columns) {
  Sql sql(SqliteDialect());
  sql << "CREATE TRIGGER " << trigger << " AFTER UPDATE OF " << Identifier{kNever} << " ON "
      << Identifier{table} << "\nBEGIN\n  SELECT ";
  for (const std::string& column : columns) sql << "NEW." << Identifier{column} << ", ";
  sql << "NULL;\nEND";
  return sql.str();
}

// The columns that such a trigger lists.
std::vector<std::string> ListedColumns(const std::string& sql) {
  std::vector<std::string> columns;
  std::vector<Token> tokens = ScanSql(sql).tokens;
  for (size_t i = 2; i < tokens.size(); ++i) {
    if (tokens[i - 1].Is('.') && tokens[i - 2].IsWord("new")) columns.push_back(tokens[i].Name());
  }
  return columns;
}

// A database in memory, with nothing in it.
class Scratch {
 public:
  Scratch() {
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY;
    int code = sqlite3_open_v2(":memory:", &db_, flags, nullptr);
    if (code != SQLITE_OK) Fail(code);
  }
  ~Scratch() { sqlite3_close(db_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  sqlite3* db() const { return db_; }

  void CreateTable(const std::string& name, const std::vector<std::string>& columns) {
    Sql sql(SqliteDialect());
    sql << "CREATE TABLE " << Identifier{name} << " (";
    for (const std::string& column : columns) sql << Identifier{column} << ", ";
    Execute(db_, sql.str() + QuoteIdentifier(kNever) + ")");
  }

  void Rename(const std::string& table, const std::string& name) {
    Execute(db_, "ALTER TABLE " + QuoteIdentifier(table) + " RENAME TO " + QuoteIdentifier(name));
  }

  void RenameColumn(const std::string& table, const std::string& column, const std::string& name) {
    Execute(db_, "ALTER TABLE " + QuoteIdentifier(table) + " RENAME COLUMN " +
                     QuoteIdentifier(column) + " TO " + QuoteIdentifier(name));
  }

 private:
  [[noreturn]] void Fail(int code) {
    sqlite3_close(db_);
    throw EngineError(code, {ErrorKind::kInternal, sqlite3_errstr(code), "", ""});
  }

  sqlite3* db_ = nullptr;
};

// Two may have exchanged their names: so all of them get new ones in two steps.
std::string Between(size_t i) { return std::string(kNever) + std::to_string(i); }

void RenameAll(const std::vector<TableNames>& tables, Scratch* scratch) {
  for (const TableNames& table : tables) {
    for (size_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i].first == table.columns[i].second) continue;
      scratch->RenameColumn(table.was, table.columns[i].first, Between(i));
    }
    for (size_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i].first == table.columns[i].second) continue;
      scratch->RenameColumn(table.was, Between(i), table.columns[i].second);
    }
  }
  for (size_t i = 0; i < tables.size(); ++i) {
    if (tables[i].was != tables[i].now) scratch->Rename(tables[i].was, Between(i));
  }
  for (size_t i = 0; i < tables.size(); ++i) {
    if (tables[i].was != tables[i].now) scratch->Rename(Between(i), tables[i].now);
  }
}

std::vector<std::string> OldColumns(const TableNames& table) {
  std::vector<std::string> columns;
  for (const auto& [was, now] : table.columns) columns.push_back(was);
  return columns;
}

std::vector<std::string> ColumnNamesOf(const resolve::TableFacts& facts) {
  std::vector<std::string> columns;
  for (const resolve::TableColumn& column : facts.columns) columns.push_back(column.name);
  return columns;
}

std::string Rewrite(sqlite3* db, const RegistryEntry& entry,
                    const std::vector<TableNames>& tables) {
  Scratch scratch;
  std::set<std::string> made;
  for (const TableNames& table : tables) {
    scratch.CreateTable(table.was, OldColumns(table));
    made.insert(LowerAscii(table.was));
  }
  // What else it reads keeps its names.
  Reading reading = Read(db, entry.view.schema, entry.definition);
  for (const auto* others : {&reading.tables, &reading.views}) {
    for (const resolve::TableFacts& other : *others) {
      if (!made.insert(LowerAscii(other.name.name)).second) continue;
      scratch.CreateTable(other.name.name, ColumnNamesOf(other));
    }
  }
  RelationName view{"main", std::string(names::kPrefix) + "text"};
  Execute(scratch.db(), "CREATE VIEW " + QuoteIdentifier(view.name) + " AS\n" + entry.definition);
  RenameAll(tables, &scratch);
  return SelectOfView(scratch.db(), view);
}

}  // namespace

bool TableNames::Changed() const {
  return was != now || std::any_of(columns.begin(), columns.end(), [](const auto& column) {
           return column.first != column.second;
         });
}

std::vector<Part> PlanNames(sqlite3* db, const RelationName& view, const std::string& definition) {
  std::vector<Part> parts;
  if (SqliteDialect().SameName(view.schema, "temp")) return parts;
  Reading reading = Read(db, view.schema, definition);
  for (const resolve::TableFacts& table : reading.tables) {
    std::vector<std::string> columns = ColumnsInUse(db, table.name, reading);
    RelationName trigger = FreeTriggerName(db, view, table.name.name + "_names");
    parts.push_back({kNamesPart, trigger.name, table.name.name,
                     CreateTrigger(trigger, table.name.name, columns)});
  }
  return parts;
}

std::vector<TableNames> NamesNow(sqlite3* db, const RegistryEntry& entry) {
  std::vector<TableNames> tables;
  for (const Part& part : entry.parts) {
    if (part.type != kNamesPart) continue;
    Prepared query(db, "SELECT tbl_name, sql FROM " + SchemaTable(entry.view.schema) +
                           " WHERE name = ? COLLATE NOCASE AND type = 'trigger'");
    if (!query.Bind(1, part.name).Step()) continue;
    TableNames table{part.table, query.Text(0), {}};
    std::vector<std::string> was = ListedColumns(part.sql);
    std::vector<std::string> now = ListedColumns(query.Text(1));
    for (size_t i = 0; i < was.size() && i < now.size(); ++i) {
      table.columns.emplace_back(was[i], now[i]);
    }
    tables.push_back(std::move(table));
  }
  return tables;
}

std::optional<std::string> FollowedDefinition(sqlite3* db, const RegistryEntry& entry) {
  std::vector<TableNames> tables = NamesNow(db, entry);
  bool changed = std::any_of(tables.begin(), tables.end(),
                             [](const TableNames& table) { return table.Changed(); });
  if (!changed) return entry.definition;
  try {
    return Rewrite(db, entry, tables);
  } catch (const EngineError&) {
    return std::nullopt;
  }
}

}  // namespace vieworm
