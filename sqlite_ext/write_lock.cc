#include "sqlite_ext/write_lock.h"

#include <vector>

#include "common/diagnostic.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/sqlite.h"

namespace vieworm {

namespace {

int Primary(int code) { return code & 0xff; }

// Why a transaction that has read cannot write: sqlite3_blob_open drops the extended code, a
// statement keeps it. That one would write the number that is there.
int ReasonAfterReading(sqlite3* db, const std::string& schema) {
  std::string pragma = "PRAGMA " + QuoteIdentifier(schema) + ".user_version";
  try {
    Prepared version(db, pragma);
    version.Step();
    Execute(db, pragma + " = " + version.Text(0));
    return SQLITE_OK;
  } catch (const EngineError& error) {
    return error.code();
  }
}

// SQLite has not waited, whatever the timeout is.
[[noreturn]] void FailAfterReading(int code) {
  throw EngineError(
      code, {ErrorKind::kWrongState, sqlite3_errstr(code),
             "Another connection writes, or has written since this transaction began to read, and "
             "SQLite lets no transaction wait that has read already.",
             "End the transaction and try again; let it begin with BEGIN IMMEDIATE, or with the "
             "call, in a SELECT that reads no table."});
}

// To open a blob for writing is a statement that begins to write, and writes nothing. It does not
// matter whether there is a row 1: that shows when the lock is taken already.
void Lock(sqlite3* db, const std::string& schema) {
  if (SqliteDialect().SameName(schema, "temp")) return;  // nobody else has it
  constexpr sqlite3_int64 kAnyRow = 1;
  constexpr int kForWriting = 1;
  bool has_read = sqlite3_txn_state(db, schema.c_str()) == SQLITE_TXN_READ;
  sqlite3_blob* blob = nullptr;
  int code =
      sqlite3_blob_open(db, schema.c_str(), "sqlite_schema", "sql", kAnyRow, kForWriting, &blob);
  if (code != SQLITE_OK) code = sqlite3_extended_errcode(db);
  sqlite3_blob_close(blob);
  if (sqlite3_txn_state(db, schema.c_str()) == SQLITE_TXN_WRITE) return;
  if (Primary(code) == SQLITE_READONLY) return;
  if (has_read && Primary(code) == SQLITE_BUSY) {
    code = ReasonAfterReading(db, schema);
    if (code == SQLITE_OK) return;  // the other one has just ended
    FailAfterReading(code);
  }
  ThrowEngineError(db, code);
}

bool IsInTransaction(sqlite3* db) { return sqlite3_get_autocommit(db) == 0; }

// Databases in which views are, as far as that can be found out before the lock: what is read in a
// transaction stays read until its end.
std::vector<std::string> SchemasWithViews(sqlite3* db) {
  std::vector<std::string> schemas;
  for (const std::string& schema : DistinctSchemas(db)) {
    if (IsInTransaction(db) || !Views(db, schema).empty()) schemas.push_back(schema);
  }
  return schemas;
}

// Databases in which the name may be, likewise.
std::vector<std::string> SchemasOf(sqlite3* db, const RelationName& name) {
  if (!name.schema.empty()) return {SchemaNamed(db, name.schema)};
  std::vector<std::string> schemas = Schemas(db);
  if (IsInTransaction(db)) return schemas;
  for (const std::string& schema : schemas) {
    if (!ObjectType(db, {schema, name.name}).empty()) return {schema};
  }
  return schemas;
}

}  // namespace

WriteSavepoint::WriteSavepoint(sqlite3* db, const RelationName& name)
    : WriteSavepoint(db, SchemasOf(db, name), name.name) {}

WriteSavepoint::WriteSavepoint(sqlite3* db) : WriteSavepoint(db, SchemasWithViews(db), "") {}

WriteSavepoint::WriteSavepoint(sqlite3* db, const std::vector<std::string>& schemas,
                               const std::string& name)
    : Savepoint(db) {
  for (const std::string& schema : schemas) {
    Lock(db, schema);
    bool found = !name.empty() && !ObjectType(db, {schema, name}).empty();
    if (found) return;
  }
}

}  // namespace vieworm
