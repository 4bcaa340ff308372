// The entry point of the module, and of a program that has vieworm linked in:
//
//   sqlite3_auto_extension(reinterpret_cast<void (*)()>(sqlite3_vieworm_init));
#ifndef VIEWORM_SQLITE_EXT_MODULE_H_
#define VIEWORM_SQLITE_EXT_MODULE_H_

struct sqlite3;
struct sqlite3_api_routines;

// Registers the functions and vieworm_views on one connection. Returns SQLite's result code; on
// failure *error is a text for sqlite3_free.
extern "C" int sqlite3_vieworm_init(sqlite3* db, char** error, const sqlite3_api_routines* api);

#endif  // VIEWORM_SQLITE_EXT_MODULE_H_
