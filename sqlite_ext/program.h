// What SQLite's own compiler tells about a SELECT: EXPLAIN shows the program that it made of it
// (https://www.sqlite.org/opcode.html). Nothing is executed.
#ifndef VIEWORM_SQLITE_EXT_PROGRAM_H_
#define VIEWORM_SQLITE_EXT_PROGRAM_H_

#include <string>
#include <vector>

#include "common/plan/catalog.h"

struct sqlite3;

namespace vieworm {

// How a column behaves in comparisons.
struct ColumnNature {
  char affinity = 'A';    // as SQLite writes it: A none, B text, C numeric, D integer, E real
  std::string collation;  // "" for BINARY
};

// One for each of `columns` of `source`, an item of FROM.
std::vector<ColumnNature> ColumnNatures(sqlite3* db, const std::string& source,
                                        const std::vector<std::string>& columns);

struct Reads {
  std::vector<RelationName> tables;  // the tables that are read, each once, views looked through
  bool virtual_tables = false;       // ... and do they include virtual ones?
};

// What a scan of `source`, an item of FROM, reads. What the optimizer leaves out, because the
// result cannot depend on it, is not in it.
Reads TablesRead(sqlite3* db, const std::string& source);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_PROGRAM_H_
