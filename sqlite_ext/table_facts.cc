// https://www.sqlite.org/pragma.html: table_xinfo, index_list, index_xinfo.

#include "sqlite_ext/table_facts.h"

#include <algorithm>

#include "common/plan/affinity.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/sqlite.h"

namespace vieworm {

namespace {

bool Same(const std::string& left, const std::string& right) {
  return SqliteDialect().SameName(left, right);
}

std::string Pragma(const RelationName& name, const char* pragma) {
  return "PRAGMA " + QuoteIdentifier(name.schema) + "." + pragma + "(" +
         QuoteIdentifier(name.name) + ")";
}

// ANY is a type of STRICT tables only; there a column keeps what it is given.
char AffinityOf(const std::string& declared, bool strict) {
  return strict && Same(declared, "any") ? 'A' : AffinityOfType(declared);
}

ColumnFacts DescribeColumn(sqlite3* db, const RelationName& table, const Prepared& info,
                           bool strict) {
  ColumnFacts column;
  column.name = info.Text(1);
  column.affinity = AffinityOf(info.Text(2), strict);
  column.not_null = info.Integer(3) != 0;
  column.fallback = info.OptionalText(4);
  column.generated = info.Integer(6) >= 2;
  const char* collation = nullptr;
  int code = sqlite3_table_column_metadata(db, table.schema.c_str(), table.name.c_str(),
                                           column.name.c_str(), nullptr, &collation, nullptr,
                                           nullptr, nullptr);
  if (code != SQLITE_OK) ThrowEngineError(db, code);
  if (collation != nullptr && !Same(collation, "BINARY")) column.collation = collation;
  return column;
}

void ReadColumns(sqlite3* db, TableFacts* facts) {
  Prepared info(db, Pragma(facts->name, "table_xinfo"));
  int key_columns = 0;
  std::string key;
  std::string key_type;
  while (info.Step()) {
    facts->columns.push_back(DescribeColumn(db, facts->name, info, facts->strict));
    if (info.Integer(5) == 0) continue;
    ++key_columns;
    key = info.Text(1);
    key_type = LowerAscii(info.Text(2));
    if (facts->without_rowid) facts->columns.back().not_null = true;
  }
  if (!facts->without_rowid && key_columns == 1 && key_type == "integer") facts->rowid_column = key;
}

// INTEGER PRIMARY KEY DESC is, for a historical reason, no alias of the rowid: it has an index.
void ReadKeys(sqlite3* db, TableFacts* facts) {
  Prepared list(db, Pragma(facts->name, "index_list"));
  while (list.Step()) {
    if (list.Integer(2) == 0) continue;
    UniqueKey key;
    key.partial = list.Integer(4) != 0;
    Prepared info(db, Pragma({facts->name.schema, list.Text(1)}, "index_xinfo"));
    while (info.Step()) {
      if (info.Integer(5) == 0) continue;  // not of the key
      if (info.Integer(1) == -2) key.expression = true;
      const ColumnFacts* column = facts->Find(info.Text(2));
      if (column == nullptr) continue;
      std::string collation = Same(info.Text(4), "BINARY") ? "" : info.Text(4);
      bool own = Same(collation, column->collation);
      key.columns.push_back(column->name);
      key.collations.push_back(own ? "" : info.Text(4));
    }
    if (list.Text(3) == "pk" && !facts->without_rowid) facts->rowid_column = "";
    facts->unique.push_back(std::move(key));
  }
}

std::string NameOfRowid(const TableFacts& facts) {
  if (facts.without_rowid) return "";
  if (!facts.rowid_column.empty()) return facts.rowid_column;
  for (const char* name : {"rowid", "_rowid_", "oid"}) {
    if (facts.Find(name) == nullptr) return name;
  }
  return "";
}

bool Identifies(const TableFacts& facts, const UniqueKey& key) {
  if (key.partial || key.expression) return false;
  return std::all_of(key.columns.begin(), key.columns.end(),
                     [&](const std::string& name) { return facts.Find(name)->not_null; });
}

std::vector<std::string> ChooseIdentity(const TableFacts& facts) {
  if (!facts.rowid_column.empty()) return {facts.rowid_column};
  std::vector<std::string> best;
  for (const UniqueKey& key : facts.unique) {
    if (!Identifies(facts, key)) continue;
    if (best.empty() || key.columns.size() < best.size()) best = key.columns;
  }
  return best;
}

}  // namespace

TableFacts DescribeTable(sqlite3* db, const RelationName& table) {
  TableFacts facts;
  facts.name = table;
  Prepared list(db, Pragma(table, "table_list"));
  while (list.Step()) {
    if (!Same(list.Text(0), table.schema)) continue;
    facts.without_rowid = list.Integer(4) != 0;
    facts.strict = list.Integer(5) != 0;
  }
  ReadColumns(db, &facts);
  ReadKeys(db, &facts);
  facts.rowid = NameOfRowid(facts);
  facts.identity = ChooseIdentity(facts);
  return facts;
}

}  // namespace vieworm
