// What the planner asks about an ordinary table: its columns, what identifies a row, and which rows
// a REPLACE can remove.
#ifndef VIEWORM_COMMON_PLAN_TABLE_FACTS_H_
#define VIEWORM_COMMON_PLAN_TABLE_FACTS_H_

#include <optional>
#include <string>
#include <vector>

#include "common/sql/dialect.h"

namespace vieworm {

struct ColumnFacts {
  std::string name;
  char affinity = 'A';  // as SQLite writes it: A blob or none, B text, C numeric, D integer, E real
  std::string collation;  // "" for BINARY
  bool not_null = false;
  bool folded = false;  // values that look different may be equal by its collation (PostgreSQL)
  bool generated = false;
  std::optional<std::string> fallback;  // its DEFAULT, as SQL
};

// A set of columns of which no two rows have equal values.
struct UniqueKey {
  std::vector<std::string> columns;
  std::vector<std::string> collations;  // one for each; "" where it is the column's own
  bool partial = false;                 // holds for some rows only
  bool expression = false;              // an expression among the columns: they are not all told
};

struct TableFacts {
  RelationName name;
  std::vector<ColumnFacts> columns;
  bool strict = false;
  bool without_rowid = false;

  // The INTEGER PRIMARY KEY, which is the rowid; or "".
  std::string rowid_column;

  // A name by which the rowid can be read: the INTEGER PRIMARY KEY, or rowid, _rowid_ or oid, where
  // no column has it. "" where there is none.
  std::string rowid;

  std::vector<UniqueKey> unique;  // without the rowid

  // It has one row, which no statement changes that is followed: nothing has to tell which it is.
  bool one_row = false;

  // Columns that identify a row for good: the INTEGER PRIMARY KEY, or the smallest unique key over
  // columns that are NOT NULL. Empty where there is none.
  std::vector<std::string> identity;

  // Null where there is no such column.
  const ColumnFacts* Find(const std::string& column) const {
    for (const ColumnFacts& each : columns) {
      if (SqliteDialect().SameName(each.name, column)) return &each;
    }
    return nullptr;
  }
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_PLAN_TABLE_FACTS_H_
