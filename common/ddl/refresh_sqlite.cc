// Rows are the same if every value has the same storage class and the same bytes: SQLite's `=`
// takes 1 for 1.0 and, in a NOCASE column, 'a' for 'A'. The ORDER BY makes SQLite compute the
// whole difference before it returns the first row, so the caller may write to the store meanwhile.

#include <algorithm>

#include "common/ddl/refresh.h"
#include "common/diagnostic.h"
#include "common/sql/sql.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

// Inside the statement the columns are k1, k2, ...: a name of the user's could clash with ours.
Fragment Key(size_t i) { return {"k" + std::to_string(i + 1)}; }

std::vector<std::string> NamesOf(const std::vector<Column>& columns) {
  std::vector<std::string> names;
  for (const Column& column : columns) names.push_back(column.name);
  return names;
}

void WriteSide(Sql& sql, const std::vector<std::string>& names) {
  for (size_t i = 0; i < names.size(); ++i) {
    sql << Identifier{names[i]} << " AS " << Key(i) << ", ";
  }
}

// A name of the rowid that no column of the store hides
// (https://www.sqlite.org/lang_createtable.html "ROWIDs and the INTEGER PRIMARY KEY").
Fragment RowId(const std::vector<Column>& columns) {
  for (const char* alias : {"rowid", "_rowid_", "oid"}) {
    bool hidden = std::any_of(columns.begin(), columns.end(), [alias](const Column& column) {
      return SqliteDialect().SameName(column.name, alias);
    });
    if (!hidden) return {alias};
  }
  throw Error(ErrorKind::kNotSupported, "cannot store columns named rowid, _rowid_ and oid",
              "Together they hide the identity of a row.", "Rename one of them in \"/columns\".");
}

std::string WriteSelect(const RelationName& store, const std::string& definition,
                        const std::vector<Column>& columns,
                        const std::vector<std::string>& sources) {
  Sql sql(SqliteDialect());
  sql << "SELECT ";
  for (size_t i = 0; i < columns.size(); ++i) sql << Key(i) << ", ";
  sql << "sum(weight) AS weight, json_group_array(place) FILTER (WHERE weight < 0)\nFROM (SELECT ";
  WriteSide(sql, sources);
  sql << "1 AS weight, NULL AS place FROM " << Fragment{definition}
      << "\n      UNION ALL\n      SELECT ";
  WriteSide(sql, NamesOf(columns));
  sql << "-1, " << RowId(columns) << " FROM " << store << ")\nGROUP BY ";
  for (size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) sql << ", ";
    sql << "typeof(" << Key(i) << "), " << Key(i) << " COLLATE BINARY";
  }
  sql << "\nHAVING sum(weight) <> 0\nORDER BY sum(weight)";
  return sql.str();
}

void WriteNames(Sql& sql, const std::vector<std::string>& names) {
  sql.Join(", ", names, [](Sql& out, const std::string& name) { out << Identifier{name}; });
}

std::string WriteOldRows(const RelationName& store, const std::vector<Column>& columns) {
  Sql sql(SqliteDialect());
  sql << "SELECT ";
  WriteNames(sql, NamesOf(columns));
  sql << ", " << RowId(columns) << " FROM " << store << " ORDER BY " << RowId(columns);
  return sql.str();
}

std::string WriteNewRows(const std::string& definition, const std::vector<std::string>& sources) {
  Sql sql(SqliteDialect());
  sql << "SELECT ";
  WriteNames(sql, sources);
  sql << " FROM " << Fragment{definition};
  return sql.str();
}

void WriteParameters(Sql& sql, const std::vector<Column>& columns) {
  sql.Join(", ", columns, [](Sql& out, const Column&) { out << "?"; });
}

std::string WriteInsert(const RelationName& store, const std::vector<Column>& columns) {
  Sql sql(SqliteDialect());
  sql << "INSERT INTO " << store << " VALUES (";
  WriteParameters(sql, columns);
  sql << ")";
  return sql.str();
}

std::string WritePlace(const RelationName& store, const std::vector<Column>& columns) {
  Sql sql(SqliteDialect());
  sql << "INSERT INTO " << store << " (";
  WriteNames(sql, NamesOf(columns));
  sql << ", " << RowId(columns) << ") VALUES (";
  WriteParameters(sql, columns);
  sql << ", ?)";
  return sql.str();
}

std::string WriteRemove(const RelationName& store, const std::vector<Column>& columns) {
  Sql sql(SqliteDialect());
  sql << "DELETE FROM " << store << " WHERE " << RowId(columns) << " = ?";
  return sql.str();
}

}  // namespace

SqliteDifference RefreshByDifferenceInSqlite(const RelationName& store,
                                             const std::string& definition,
                                             const std::vector<Column>& columns,
                                             const std::vector<std::string>& sources) {
  SqliteDifference difference;
  difference.select = WriteSelect(store, definition, columns, sources);
  difference.old_rows = WriteOldRows(store, columns);
  difference.new_rows = WriteNewRows(definition, sources);
  difference.insert = WriteInsert(store, columns);
  difference.place = WritePlace(store, columns);
  difference.remove = WriteRemove(store, columns);
  return difference;
}

}  // namespace vieworm
