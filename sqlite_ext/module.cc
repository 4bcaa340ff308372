#include <sqlite3ext.h>

SQLITE_EXTENSION_INIT1

#include "sqlite_ext/functions.h"
#include "sqlite_ext/vieworm.h"
#include "sqlite_ext/views_table.h"

namespace {

constexpr int kOldestVersion = 3040000;

int Refuse(char** error, const char* why) {
  if (error != nullptr) *error = sqlite3_mprintf("vieworm: %s", why);
  return SQLITE_ERROR;
}

bool HasJson(sqlite3* db) {
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v2(db, "SELECT json_group_array(1)", -1, &statement, nullptr);
  sqlite3_finalize(statement);
  return code == SQLITE_OK;
}

}  // namespace

// The first call into the host is one that every SQLite answers; what is newer comes after it.
extern "C" __attribute__((visibility("default"))) int sqlite3_vieworm_init(
    sqlite3* db, char** error, [[maybe_unused]] const sqlite3_api_routines* api) {
  SQLITE_EXTENSION_INIT2(api);
  if (sqlite3_libversion_number() < kOldestVersion) {
    return Refuse(error, "SQLite 3.40 or newer is needed");
  }
  if (!HasJson(db)) return Refuse(error, "this SQLite is built without its JSON functions");
  int code = vieworm::RegisterFunctions(db);
  return code == SQLITE_OK ? vieworm::RegisterViewsTable(db) : code;
}
