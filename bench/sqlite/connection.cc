#include "bench/sqlite/connection.h"

#include <cstdio>
#include <stdexcept>
#include <utility>

#include "sqlite_ext/vieworm.h"

namespace vieworm::bench {

namespace {

void RemoveDatabase(const std::string& file) {
  for (const char* suffix : {"", "-wal", "-shm"}) std::remove((file + suffix).c_str());
}

}  // namespace

Statement::Statement(sqlite3* db, const std::string& sql) {
  if (sqlite3_prepare_v2(db, sql.c_str(), -1, &statement_, nullptr) != SQLITE_OK) {
    throw std::runtime_error(std::string(sqlite3_errmsg(db)) + " in " + sql);
  }
}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement::Statement(Statement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)) {}

void Statement::Bind(int parameter, int64_t value) {
  if (sqlite3_bind_int64(statement_, parameter, value) != SQLITE_OK) Fail();
}

void Statement::Bind(int parameter, const std::string& text) {
  if (sqlite3_bind_text(statement_, parameter, text.data(), static_cast<int>(text.size()),
                        SQLITE_STATIC) != SQLITE_OK) {
    Fail();
  }
}

bool Statement::Step() {
  int code = sqlite3_step(statement_);
  if (code != SQLITE_ROW && code != SQLITE_DONE) Fail();
  return code == SQLITE_ROW;
}

void Statement::Execute() {
  while (Step()) {
  }
  sqlite3_reset(statement_);
}

void Statement::Fail() const {
  throw std::runtime_error(std::string(sqlite3_errmsg(sqlite3_db_handle(statement_))) + " in " +
                           sqlite3_sql(statement_));
}

Connection::Connection(const std::string& file) : file_(file) {
  if (!file.empty()) RemoveDatabase(file);
  if (sqlite3_open(file.empty() ? ":memory:" : file.c_str(), &db_) != SQLITE_OK) {
    std::string message = sqlite3_errmsg(db_);
    sqlite3_close(db_);
    throw std::runtime_error(message + ": " + file);
  }
  sqlite3_vieworm_init(db_, nullptr, nullptr);
}

Connection::~Connection() {
  sqlite3_close(db_);
  if (!file_.empty()) RemoveDatabase(file_);
}

void Connection::CopyFrom(const Connection& other) {
  sqlite3_backup* backup = sqlite3_backup_init(db_, "main", other.db_, "main");
  if (backup != nullptr) {
    sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
  }
  if (sqlite3_errcode(db_) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
  // Only now: the copy takes the journal mode of the original.
  if (!file_.empty()) {
    Run("PRAGMA journal_mode = wal; PRAGMA synchronous = normal; PRAGMA cache_size = -4000000");
  }
}

void Connection::Run(const std::string& sql) {
  char* error = nullptr;
  if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, &error) == SQLITE_OK) return;
  std::string message = error == nullptr ? sqlite3_errmsg(db_) : error;
  sqlite3_free(error);
  throw std::runtime_error(message + " in " + sql);
}

std::string Connection::Value(const std::string& sql, const std::string& parameter) {
  Statement statement(db_, sql);
  if (!parameter.empty()) statement.Bind(1, parameter);
  if (!statement.Step()) throw std::runtime_error("no row from " + sql);
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement.handle(), 0));
  return text == nullptr ? "" : text;
}

}  // namespace vieworm::bench
