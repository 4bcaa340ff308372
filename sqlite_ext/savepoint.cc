// After sqlite3_interrupt() no statement runs, ROLLBACK TO included, until the statement that
// called vieworm has ended: SQLite would leave the savepoint open. But a statement that writes
// makes SQLite roll the whole transaction back when it is interrupted
// (https://www.sqlite.org/c3ref/interrupt.html), and BEGIN IMMEDIATE counts as one. So one is kept
// ready; it cannot be prepared any more when it is needed. If nothing was interrupted it does
// nothing, for a transaction is open.

#include "sqlite_ext/savepoint.h"

#include "common/diagnostic.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/sqlite.h"

namespace vieworm {

namespace {

int Try(sqlite3* db, const char* sql) { return sqlite3_exec(db, sql, nullptr, nullptr, nullptr); }

}  // namespace

Savepoint::Savepoint(sqlite3* db) : db_(db), outermost_(sqlite3_get_autocommit(db) != 0) {
  int code = Try(db, "SAVEPOINT vieworm");
  if (code == SQLITE_BUSY) {
    throw Error(ErrorKind::kWrongState, "cannot run inside a statement that writes",
                "SQLite opens no savepoint while such a statement is in progress.",
                "Call the function in a SELECT of its own.");
  }
  if (code != SQLITE_OK) ThrowEngineError(db, code);
  open_ = true;
  Arm();
}

Savepoint::~Savepoint() {
  if (open_) RollBack();
  sqlite3_finalize(last_resort_);
}

void Savepoint::Arm() {
  sqlite3_stmt* fresh = nullptr;
  sqlite3_prepare_v2(db_, "BEGIN IMMEDIATE", -1, &fresh, nullptr);
  if (fresh == nullptr) return;
  sqlite3_finalize(last_resort_);
  last_resort_ = fresh;
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
  if (code == SQLITE_INTERRUPT) sqlite3_step(last_resort_);
  if (!outermost_) Try(db_, "RELEASE vieworm");
}

}  // namespace vieworm
