#include "tests/differential/connection.h"

#include <sqlite3.h>

#include <memory>

#include "sqlite_ext/vieworm.h"

namespace vieworm::differential {

namespace {

constexpr int kInstructionsPerStep = 100000;
constexpr int kStepsPerStatement = 300;
constexpr int kStepsPerConnection = 6000;

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

std::string Bytes(const void* start, int size) {
  return start == nullptr ? "" : std::string(static_cast<const char*>(start), size);
}

Value ReadValue(sqlite3_stmt* statement, int column) {
  Value value;
  value.type = sqlite3_column_type(statement, column);
  if (value.type == SQLITE_INTEGER) value.integer = sqlite3_column_int64(statement, column);
  if (value.type == SQLITE_FLOAT) value.real = sqlite3_column_double(statement, column);
  if (value.type == SQLITE_TEXT || value.type == SQLITE_BLOB) {
    const void* start = sqlite3_column_blob(statement, column);
    value.bytes = Bytes(start, sqlite3_column_bytes(statement, column));
  }
  return value;
}

Row ReadRow(sqlite3_stmt* statement) {
  Row row;
  for (int i = 0; i < sqlite3_column_count(statement); ++i) row.push_back(ReadValue(statement, i));
  return row;
}

}  // namespace

std::string Outcome::Text() const {
  std::string text =
      code == SQLITE_OK ? "success" : "error " + std::to_string(code) + ": " + message;
  return text + ", changes " + std::to_string(changes) + ", last rowid " +
         std::to_string(last_rowid) + (in_transaction ? ", in a transaction" : "");
}

Connection::Connection(const std::string& file) : all_steps_left_(kStepsPerConnection) {
  if (sqlite3_open(file.c_str(), &db_) != SQLITE_OK) throw SqlError(SQLITE_CANTOPEN, file);
  sqlite3_extended_result_codes(db_, 1);
  sqlite3_progress_handler(db_, kInstructionsPerStep, GiveUp, this);
}

Connection::~Connection() { sqlite3_close(db_); }

int Connection::GiveUp(void* self) {
  auto* connection = static_cast<Connection*>(self);
  return --connection->steps_left_ < 0 || --connection->all_steps_left_ < 0;
}

void Connection::LoadVieworm() {
  char* error = nullptr;
  int code = sqlite3_vieworm_init(db_, &error, nullptr);
  if (code == SQLITE_OK) return;
  std::string message = error == nullptr ? "no module" : error;
  sqlite3_free(error);
  throw SqlError(code, message);
}

Result Connection::Query(const std::string& sql, const std::vector<std::string>& texts) {
  steps_left_ = kStepsPerStatement;
  sqlite3_stmt* raw = nullptr;
  int code = sqlite3_prepare_v2(db_, sql.c_str(), -1, &raw, nullptr);
  Statement statement(raw, sqlite3_finalize);
  if (code != SQLITE_OK) throw SqlError(code, sqlite3_errmsg(db_));
  for (size_t i = 0; i < texts.size(); ++i) {
    sqlite3_bind_text(raw, static_cast<int>(i + 1), texts[i].c_str(), -1, SQLITE_STATIC);
  }
  Result result;
  for (int i = 0; i < sqlite3_column_count(raw); ++i) {
    result.columns.emplace_back(sqlite3_column_name(raw, i));
  }
  while ((code = sqlite3_step(raw)) == SQLITE_ROW) result.rows.push_back(ReadRow(raw));
  if (code == SQLITE_INTERRUPT) throw TooSlow();
  if (code != SQLITE_DONE) throw SqlError(code, sqlite3_errmsg(db_));
  return result;
}

Outcome Connection::Try(const std::string& sql) {
  Outcome outcome;
  sqlite3_set_last_insert_rowid(db_, 0);
  int before = sqlite3_total_changes(db_);
  try {
    Query(sql);
    bool wrote = sqlite3_total_changes(db_) != before;
    outcome.changes = wrote ? sqlite3_changes(db_) : 0;
    outcome.last_rowid = outcome.changes > 0 ? sqlite3_last_insert_rowid(db_) : 0;
  } catch (const SqlError& error) {
    outcome.code = error.code();
    outcome.message = error.what();
  }
  outcome.in_transaction = sqlite3_get_autocommit(db_) == 0;
  return outcome;
}

}  // namespace vieworm::differential
