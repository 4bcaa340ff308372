// After sqlite3_interrupt() SQLite neither prepares nor runs anything until the statement that
// called vieworm has ended; so ROLLBACK fails too, and half of the work would stay. But a statement
// that writes takes the whole transaction back when it is interrupted
// (https://www.sqlite.org/c3ref/interrupt.html). sqlite3_blob_open() runs one that needs no
// preparation and, interrupted, has no other effect.

#include "sqlite_ext/savepoint.h"

#include "common/diagnostic.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/sqlite.h"

namespace vieworm {

namespace {

int Try(sqlite3* db, const char* sql) { return sqlite3_exec(db, sql, nullptr, nullptr, nullptr); }

void RollBackInterrupted(sqlite3* db) {
  constexpr int kForWriting = 1;
  sqlite3_blob* blob = nullptr;
  sqlite3_blob_open(db, "main", "sqlite_schema", "sql", 1, kForWriting, &blob);
  sqlite3_blob_close(blob);
}

}  // namespace

Savepoint::Savepoint(sqlite3* db) : db_(db), outermost_(sqlite3_get_autocommit(db) != 0) {
  int code = Try(db, "SAVEPOINT vieworm");
  if (code == SQLITE_BUSY) {
    throw Error(ErrorKind::kWrongState, "cannot run inside a statement that writes",
                "SQLite opens no savepoint while such a statement is in progress.",
                "Call the function in a SELECT of its own.");
  }
  if (code != SQLITE_OK) ThrowEngineError(db, code);
}

Savepoint::~Savepoint() {
  if (open_) RollBack();
}

void Savepoint::Release() {
  int code = Try(db_, "RELEASE vieworm");
  if (code != SQLITE_OK) ThrowEngineError(db_, sqlite3_extended_errcode(db_));
  open_ = false;
}

void Savepoint::RollBack() {
  // Some errors, such as a full disk, have rolled back everything already: then this fails, as it
  // should. RELEASE would not do for a transaction of our own, for it commits, and that can fail.
  int code = Try(db_, outermost_ ? "ROLLBACK" : "ROLLBACK TO vieworm");
  if (code == SQLITE_INTERRUPT) RollBackInterrupted(db_);
  if (!outermost_) Try(db_, "RELEASE vieworm");
}

}  // namespace vieworm
