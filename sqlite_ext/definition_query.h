// A definition as text that can be run: no view holds it, so that nothing of vieworm's is in the
// way while a table is rebuilt.
#ifndef VIEWORM_SQLITE_EXT_DEFINITION_QUERY_H_
#define VIEWORM_SQLITE_EXT_DEFINITION_QUERY_H_

#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace vieworm {

// `select` with `schema` before every table that it names without one: outside of a view SQLite
// would look in temp first. A definition in temp may read every database, and stays as it is; so
// does one that vieworm's parser cannot read.
std::string Qualified(const std::string& select, const std::string& schema);

// The tables, views and functions that `select` names, each once, as they are written, without
// their schemas; none where vieworm's parser cannot read it.
std::vector<std::string> NamesOfTables(std::string_view select);

// `select` as an item of FROM.
std::string AsSource(const std::string& select);

// The columns of an item of FROM, as a view over it would call them. Throws EngineError where it
// cannot be read.
std::vector<std::string> ColumnsOfSource(sqlite3* db, const std::string& source);

// Can SQLite compile a SELECT from it?
bool CanBeRead(sqlite3* db, const std::string& source);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_DEFINITION_QUERY_H_
