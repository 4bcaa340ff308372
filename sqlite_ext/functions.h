// The SQL functions.
#ifndef VIEWORM_SQLITE_EXT_FUNCTIONS_H_
#define VIEWORM_SQLITE_EXT_FUNCTIONS_H_

struct sqlite3;

namespace vieworm {

// How the functions are registered with the library of that version (sqlite3_libversion_number()).
int FunctionFlags(int version);

// Registers all of them; stops at the first failure and returns SQLite's code for it.
int RegisterFunctions(sqlite3* db);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_FUNCTIONS_H_
