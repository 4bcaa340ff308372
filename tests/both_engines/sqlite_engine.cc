#include "tests/both_engines/sqlite_engine.h"

#include <sqlite3.h>

#include "common/names.h"

namespace vieworm::both_engines {

namespace {

// A mismatch is a NULL in an INTEGER PRIMARY KEY.
bool IsOfData(const differential::SqlError& error) {
  int code = error.code() & 0xff;
  if (code != SQLITE_CONSTRAINT && code != SQLITE_MISMATCH) return false;
  return std::string(error.what()).find(std::string("_") + names::kStore) == std::string::npos;
}

}  // namespace

void SqliteEngine::Restart() {
  connection_ = std::make_unique<differential::Connection>(":memory:");
  connection_->LoadVieworm();
  connection_->Run("PRAGMA foreign_keys = ON");
}

Result SqliteEngine::Query(const std::string& sql) {
  try {
    return connection_->Query(sql);
  } catch (const differential::SqlError& error) {
    throw StatementError(error.what(), IsOfData(error));
  }
}

void SqliteEngine::Deafen(const std::string& event) {
  Result found = Query(
      "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name <> "
      "'_vieworm_registry' AND sql LIKE '%AFTER " +
      event + "%' ORDER BY name LIMIT 1");
  for (const differential::Row& row : found.rows) Query("DROP TRIGGER \"" + row[0].bytes + "\"");
}

std::string SqliteEngine::ScriptHead() const {
  return "-- For sqlite3, in the root of the repository.\n"
         ".load build/vieworm\n.mode quote\nPRAGMA foreign_keys = ON;\n";
}

}  // namespace vieworm::both_engines
