#include "sqlite_ext/name_lookup.h"

#include "sqlite_ext/prepared.h"
#include "sqlite_ext/schemas.h"

namespace vieworm::resolve {

namespace {

std::string Pragma(const std::string& schema, const char* pragma, const std::string& name) {
  return "PRAGMA " + QuoteIdentifier(schema) + "." + pragma + "(" + QuoteIdentifier(name) + ")";
}

// https://www.sqlite.org/pragma.html#pragma_table_xinfo: hidden is 1 for the hidden columns of a
// virtual table, 2 and 3 for generated columns, which * includes.
std::vector<TableColumn> ColumnsOf(sqlite3* db, const std::string& schema,
                                   const std::string& name) {
  std::vector<TableColumn> columns;
  Prepared info(db, Pragma(schema, "table_xinfo", name));
  while (info.Step()) columns.push_back({info.Text(1), info.Integer(6) == 1});
  return columns;
}

}  // namespace

std::optional<TableFacts> SqliteSchema::Find(const std::optional<std::string>& schema,
                                             const std::string& name) const {
  if (schema) return FindIn(*schema, name);
  if (!SqliteDialect().SameName(home_, "temp")) return FindIn(home_, name);
  for (const std::string& each : Schemas(db_)) {
    if (std::optional<TableFacts> facts = FindIn(each, name)) return facts;
  }
  return std::nullopt;
}

std::optional<TableFacts> SqliteSchema::FindIn(const std::string& schema,
                                               const std::string& name) const {
  TableFacts facts;
  facts.name = {schema, name};
  facts.columns = ColumnsOf(db_, schema, name);
  if (facts.columns.empty()) return std::nullopt;
  // A virtual table that nobody has created, such as json_each, is in no list.
  facts.kind = TableKind::kVirtual;
  facts.has_rowid = true;
  Prepared list(db_, Pragma(schema, "table_list", name));
  while (list.Step()) {
    if (!SqliteDialect().SameName(list.Text(0), schema)) continue;
    std::string type = list.Text(2);
    facts.name.name = list.Text(1);
    if (type != "virtual") facts.kind = type == "view" ? TableKind::kView : TableKind::kTable;
    facts.has_rowid = facts.kind != TableKind::kView && list.Integer(4) == 0;
  }
  return facts;
}

}  // namespace vieworm::resolve
