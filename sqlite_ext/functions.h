// The SQL functions.
#ifndef VIEWORM_SQLITE_EXT_FUNCTIONS_H_
#define VIEWORM_SQLITE_EXT_FUNCTIONS_H_

struct sqlite3;

namespace vieworm {

// Registers all of them; stops at the first failure and returns SQLite's code for it.
int RegisterFunctions(sqlite3* db);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_FUNCTIONS_H_
