#include "sqlite_ext/view_parts.h"

#include <algorithm>

#include "common/diagnostic.h"
#include "common/spec/json_reader.h"
#include "common/spec/spec_parser.h"
#include "common/sql/sql.h"
#include "sqlite_ext/definition_query.h"
#include "sqlite_ext/definition_text.h"
#include "sqlite_ext/maintain/renames.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/scanner.h"
#include "sqlite_ext/schemas.h"

namespace vieworm {

namespace {

// The CREATE VIEW statement of a view, or "".
std::string ViewSql(sqlite3* db, const RelationName& view) {
  Prepared query(db, "SELECT sql FROM " + SchemaTable(view.schema) +
                         " WHERE name = ? COLLATE NOCASE AND type = 'view'");
  query.Bind(1, view.name);
  return query.Step() ? query.Text(0) : "";
}

// What stands behind AS in a CREATE VIEW statement.
std::string SelectOf(const std::string& create) {
  ScannedSql scan = ScanSql(create);
  for (size_t i = 0; i + 1 < scan.tokens.size(); ++i) {
    if (!scan.tokens[i].IsWord("as")) continue;
    return create.substr(static_cast<size_t>(scan.tokens[i + 1].text.data() - create.data()));
  }
  return "";
}

bool IsTableOf(const RegistryEntry& entry, const std::string& table) {
  auto is_it = [&](const Part& part) { return part.type == "table" && part.name == table; };
  return std::any_of(entry.parts.begin(), entry.parts.end(), is_it);
}

bool Names(const std::string& sql, const std::string& name) {
  for (const Token& token : ScanSql(sql).tokens) {
    bool can_name = token.kind == TokenKind::kWord || token.kind == TokenKind::kQuoted;
    if (can_name && SqliteDialect().SameName(token.Name(), name)) return true;
  }
  return false;
}

}  // namespace

bool HasStore(sqlite3* db, const RegistryEntry& entry) {
  return entry.IsStored() && ObjectType(db, entry.Store()) == "table";
}

bool HasFace(sqlite3* db, const RegistryEntry& entry) {
  std::string sql = ViewSql(db, entry.view);
  return !sql.empty() && (!entry.IsStored() || Names(sql, entry.store));
}

std::string CurrentDefinition(sqlite3* db, const RegistryEntry& entry) {
  if (!entry.IsStored()) {
    std::string select = SelectOf(ViewSql(db, entry.view));
    return select.empty() ? SpecOf(entry).definition : select;
  }
  std::string select = FollowedDefinition(db, entry).value_or(entry.definition);
  const std::string& schema = entry.view.schema;
  if (CanBeRead(db, AsSource(Qualified(select, schema)))) return select;
  std::string written = OneSelect(SpecOf(entry).definition);
  return CanBeRead(db, AsSource(Qualified(written, schema))) ? written : select;
}

std::string DefinitionSource(sqlite3* db, const RegistryEntry& entry) {
  return AsSource(Qualified(CurrentDefinition(db, entry), entry.view.schema));
}

std::string SelectOfView(sqlite3* db, const RelationName& view) {
  return SelectOf(ViewSql(db, view));
}

ViewSpec SpecOf(const RegistryEntry& entry) {
  return ParseSpec(ParseJson(entry.spec, "spec of view " + Quoted(entry.view.Display())),
                   SqliteDialect());
}

std::vector<std::string> DropStatements(sqlite3* db, const RegistryEntry& entry) {
  std::vector<std::string> statements;
  auto add = [&](Keywords drop, const RelationName& relation) {
    Sql sql(SqliteDialect());
    sql << drop << relation;
    statements.push_back(sql.str());
  };
  // The table first: where another statement is reading, this is what SQLite refuses, and as long
  // as nothing of the schema has changed, taking it back does not abort the reader.
  bool stored = entry.IsStored();
  if (stored && ObjectType(db, entry.Store()) == "table") add("DROP TABLE ", entry.Store());
  if (HasFace(db, entry)) add("DROP VIEW ", entry.view);
  for (const Part& part : entry.parts) {
    RelationName name{entry.view.schema, part.name};
    if (part.type == "table" && name != entry.Store() && ObjectType(db, name) == "table") {
      add("DROP TABLE ", name);
    }
  }
  // Those on the tables above go with them.
  for (const Part& part : entry.parts) {
    if (!part.IsTrigger() || IsTableOf(entry, part.table)) continue;
    RelationName name{entry.view.schema, part.name};
    if (HasTrigger(db, name)) add("DROP TRIGGER ", name);
  }
  return statements;
}

void DropParts(sqlite3* db, const RegistryEntry& entry) {
  for (const std::string& statement : DropStatements(db, entry)) Execute(db, statement);
}

}  // namespace vieworm
