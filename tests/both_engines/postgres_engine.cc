#include "tests/both_engines/postgres_engine.h"

#include <libpq-fe.h>
#include <sqlite3.h>

#include <chrono>
#include <thread>

#include "common/names.h"

namespace vieworm::both_engines {

namespace {

using differential::Row;
using differential::Value;
using PgResult = std::unique_ptr<PGresult, decltype(&PQclear)>;

constexpr int kSecondsToRecover = 30;  // the server starts anew after one of its processes crashed

// pg_type.oid of the types that the cases have.
enum TypeId { kBool = 16, kInt8 = 20, kInt2 = 21, kInt4 = 23, kFloat4 = 700, kFloat8 = 701 };
constexpr Oid kNumeric = 1700;

Value Integer(int64_t integer) { return {SQLITE_INTEGER, integer, 0, ""}; }
Value Real(double real) { return {SQLITE_FLOAT, 0, real, ""}; }

// As SQLite has it: true is 1, and a numeric without a fraction, such as the sum of bigints, an
// integer.
Value ReadValue(const PGresult* result, int row, int column) {
  if (PQgetisnull(result, row, column)) return {SQLITE_NULL, 0, 0, ""};
  std::string text(PQgetvalue(result, row, column), PQgetlength(result, row, column));
  switch (PQftype(result, column)) {
    case kBool:
      return Integer(text == "t");
    case kInt8:
    case kInt2:
    case kInt4:
      return Integer(std::stoll(text));
    case kFloat4:
    case kFloat8:
      return Real(std::stod(text));
    case kNumeric:
      return text.find('.') == std::string::npos ? Integer(std::stoll(text))
                                                 : Real(std::stod(text));
    default:
      return {SQLITE_TEXT, 0, 0, text};
  }
}

Result ReadResult(const PGresult* read) {
  Result result;
  for (int i = 0; i < PQnfields(read); ++i) result.columns.emplace_back(PQfname(read, i));
  for (int row = 0; row < PQntuples(read); ++row) {
    Row& values = result.rows.emplace_back();
    for (int i = 0; i < PQnfields(read); ++i) values.push_back(ReadValue(read, row, i));
  }
  return result;
}

std::string Field(const PGresult* result, int code) {
  const char* text = PQresultErrorField(result, code);
  return text == nullptr ? "" : text;
}

bool NamesVieworm(const std::string& text) {
  return text.find(names::kSchema) != std::string::npos;
}

// 23: a constraint. 21000: ON CONFLICT DO UPDATE met a row twice.
bool IsOfData(const PGresult* result, const std::string& state) {
  if (state.rfind("23", 0) != 0 && state != "21000") return false;
  return !NamesVieworm(Field(result, PG_DIAG_SCHEMA_NAME)) &&
         !NamesVieworm(Field(result, PG_DIAG_CONTEXT));
}

[[noreturn]] void ThrowError(const PGresult* result) {
  std::string state = Field(result, PG_DIAG_SQLSTATE);
  if (state == "57014") throw differential::TooSlow();
  std::string message = Field(result, PG_DIAG_MESSAGE_PRIMARY);
  std::string detail = Field(result, PG_DIAG_MESSAGE_DETAIL);
  if (!detail.empty()) message += "; " + detail;
  throw StatementError(message + " (" + state + ")", IsOfData(result, state));
}

}  // namespace

void PostgresEngine::Closer::operator()(pg_conn* connection) const { PQfinish(connection); }

PostgresEngine::PostgresEngine(const std::string& connection) : parameters_(connection) {
  Connect();
  std::string collation = Query(
                              "SELECT datcollate FROM pg_database WHERE datname = "
                              "current_database()")
                              .rows.at(0)
                              .at(0)
                              .bytes;
  if (collation != "C") throw std::runtime_error("the database's locale is not C: " + collation);
}

void PostgresEngine::Connect() {
  connection_.reset(PQconnectdb(parameters_.c_str()));
  if (PQstatus(connection_.get()) != CONNECTION_OK) {
    throw ServerLost(PQerrorMessage(connection_.get()));
  }
  Query("SET client_min_messages = error");
  Query("SET statement_timeout = '20s'");
}

// The schema of the case before goes with its views.
void PostgresEngine::MakeSchema() {
  Query("CREATE EXTENSION IF NOT EXISTS vieworm");
  Query("DROP SCHEMA IF EXISTS both_engines CASCADE");
  Query("CREATE SCHEMA both_engines");
  Query("SET search_path = both_engines, public");
}

void PostgresEngine::Restart() {
  auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(kSecondsToRecover);
  for (;;) {
    try {
      Connect();
      return MakeSchema();
    } catch (const ServerLost&) {
      if (std::chrono::steady_clock::now() > deadline) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  }
}

Result PostgresEngine::Query(const std::string& sql) {
  PgResult result(PQexec(connection_.get(), sql.c_str()), PQclear);
  ExecStatusType status = PQresultStatus(result.get());
  if (PQstatus(connection_.get()) != CONNECTION_OK) {
    throw ServerLost(PQerrorMessage(connection_.get()));
  }
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) ThrowError(result.get());
  return ReadResult(result.get());
}

void PostgresEngine::Deafen(const std::string& event) {
  Result found = Query(
      "SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) "
      "FROM pg_trigger WHERE NOT tgisinternal AND "
      "pg_get_triggerdef(oid) LIKE '%AFTER " +
      event + "%' ORDER BY oid LIMIT 1");
  for (const Row& row : found.rows) Query(row[0].bytes);
}

std::string PostgresEngine::ScriptHead() const {
  return "-- For psql, in a new database of a cluster made with initdb --locale=C.\n"
         "CREATE EXTENSION vieworm;\n\\set ON_ERROR_ROLLBACK on\n\\pset null NULL\n";
}

}  // namespace vieworm::both_engines
