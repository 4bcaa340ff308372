#include "sqlite_ext/prepared.h"

#include <new>

#include "common/diagnostic.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/scanner.h"
#include "sqlite_ext/sqlite.h"

namespace vieworm {

Prepared::Prepared(sqlite3* db, std::string_view sql) : db_(db) {
  if (sql.size() > static_cast<size_t>(sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, -1))) {
    throw EngineError(SQLITE_TOOBIG, {ErrorKind::kSyntax, "statement too long", "", ""});
  }
  const char* rest = nullptr;
  Check(sqlite3_prepare_v2(db, sql.data(), static_cast<int>(sql.size()), &statement_, &rest));
  size_t used = statement_ == nullptr ? 0 : static_cast<size_t>(rest - sql.data());
  if (statement_ != nullptr && IsBlank(sql.substr(used))) return;
  sqlite3_finalize(statement_);
  throw Error(ErrorKind::kSyntax, "expected is exactly one SQL statement");
}

Prepared::~Prepared() { sqlite3_finalize(statement_); }

Prepared& Prepared::Bind(int parameter, std::string_view text) {
  const char* data = text.empty() ? "" : text.data();
  Check(sqlite3_bind_text64(statement_, parameter, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Prepared& Prepared::Bind(int parameter, int64_t number) {
  Check(sqlite3_bind_int64(statement_, parameter, number));
  return *this;
}

Prepared& Prepared::Bind(int parameter, double number) {
  Check(sqlite3_bind_double(statement_, parameter, number));
  return *this;
}

Prepared& Prepared::Bind(int parameter, sqlite3_value* value) {
  Check(sqlite3_bind_value(statement_, parameter, value));
  return *this;
}

Prepared& Prepared::BindBlob(int parameter, std::string_view bytes) {
  // A null pointer would bind NULL.
  const char* data = bytes.empty() ? "" : bytes.data();
  Check(sqlite3_bind_blob64(statement_, parameter, data, bytes.size(), SQLITE_STATIC));
  return *this;
}

Prepared& Prepared::BindNull(int parameter) {
  Check(sqlite3_bind_null(statement_, parameter));
  return *this;
}

bool Prepared::Step() {
  int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) ThrowEngineError(db_, sqlite3_extended_errcode(db_));
  return false;
}

void Prepared::Run() {
  while (Step()) continue;
}

void Prepared::Reset() { sqlite3_reset(statement_); }

int Prepared::Columns() const { return sqlite3_column_count(statement_); }

std::string Prepared::ColumnName(int column) const {
  const char* name = sqlite3_column_name(statement_, column);
  if (name == nullptr) throw std::bad_alloc();
  return name;
}

bool Prepared::IsNull(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::string Prepared::Text(int column) const {
  const unsigned char* text = sqlite3_column_text(statement_, column);
  if (text == nullptr) return "";
  return {reinterpret_cast<const char*>(text),
          static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
}

int Prepared::Type(int column) const { return sqlite3_column_type(statement_, column); }

std::string_view Prepared::Bytes(int column) const {
  const void* bytes = Type(column) == SQLITE_TEXT ? sqlite3_column_text(statement_, column)
                                                  : sqlite3_column_blob(statement_, column);
  if (bytes == nullptr) return "";
  return {static_cast<const char*>(bytes),
          static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
}

int64_t Prepared::Integer(int column) const { return sqlite3_column_int64(statement_, column); }

double Prepared::Real(int column) const { return sqlite3_column_double(statement_, column); }

sqlite3_value* Prepared::Value(int column) const {
  return sqlite3_column_value(statement_, column);
}

std::optional<std::string> Prepared::OptionalText(int column) const {
  if (IsNull(column)) return std::nullopt;
  return Text(column);
}

std::optional<int64_t> Prepared::OptionalInteger(int column) const {
  if (IsNull(column)) return std::nullopt;
  return Integer(column);
}

std::optional<double> Prepared::OptionalReal(int column) const {
  if (IsNull(column)) return std::nullopt;
  return Real(column);
}

void Prepared::Check(int code) {
  if (code == SQLITE_OK) return;
  // The constructor may be running, in which case no destructor follows.
  int extended = sqlite3_extended_errcode(db_);
  ThrowEngineError(db_, (extended & 0xff) == (code & 0xff) ? extended : code);
}

void Execute(sqlite3* db, std::string_view sql) { Prepared(db, sql).Run(); }

}  // namespace vieworm
