#include "pg_ext/spi.h"

#include "common/diagnostic.h"
#include "pg_ext/guard.h"
#include "pg_ext/parse.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "nodes/pg_list.h"
#include "utils/builtins.h"
#include "utils/snapmgr.h"
}

namespace vieworm {

namespace {

// What comes out of SPI, in plain memory of the caller's context.
struct RawResult {
  uint64 processed;
  uint64 rows;
  int columns;
  char** values;  // row by row; null is NULL
};

char* CopyValue(HeapTuple tuple, TupleDesc description, int column) {
  char* value = SPI_getvalue(tuple, description, column);
  if (value == nullptr) return nullptr;
  size_t size = strlen(value) + 1;
  auto* copy = static_cast<char*>(SPI_palloc(size));
  memcpy(copy, value, size);
  return copy;
}

void CopyRows(SPITupleTable* table, RawResult* result) {
  if (table == nullptr) return;
  result->rows = table->numvals;
  result->columns = table->tupdesc->natts;
  result->values =
      static_cast<char**>(SPI_palloc((result->rows * result->columns + 1) * sizeof(char*)));
  for (uint64 row = 0; row < result->rows; ++row) {
    for (int column = 0; column < result->columns; ++column) {
      result->values[row * result->columns + column] =
          CopyValue(table->vals[row], table->tupdesc, column + 1);
    }
  }
}

enum class AsOf { kSnapshot, kNow };

// PostgreSQL's own C code: errors may jump out of it at any point.
RawResult Execute(const char* sql, int count, char** texts, AsOf as_of) {
  auto* types = static_cast<Oid*>(palloc((count + 1) * sizeof(Oid)));
  auto* values = static_cast<Datum*>(palloc((count + 1) * sizeof(Datum)));
  auto* nulls = static_cast<char*>(palloc(count + 1));
  for (int i = 0; i < count; ++i) {
    types[i] = TEXTOID;
    nulls[i] = texts[i] == nullptr ? 'n' : ' ';
    values[i] = texts[i] == nullptr ? Datum{0} : CStringGetTextDatum(texts[i]);
  }
  RawResult result = {};
  SPI_connect();
  int code = 0;
  if (as_of == AsOf::kNow && IsolationUsesXactSnapshot()) {
    SPIPlanPtr plan = SPI_prepare(sql, count, types);
    if (plan == nullptr) elog(ERROR, "SPI_prepare failed: %s", SPI_result_code_string(SPI_result));
    code = SPI_execute_snapshot(plan, values, nulls, GetLatestSnapshot(), InvalidSnapshot, false,
                                true, 0);
  } else {
    code = SPI_execute_with_args(sql, count, types, values, nulls, false, 0);
  }
  if (code < 0) elog(ERROR, "SPI could not execute: %s", SPI_result_code_string(code));
  result.processed = SPI_processed;
  CopyRows(SPI_tuptable, &result);
  SPI_finish();
  return result;
}

void CheckOneStatement(const char* sql) {
  int count = list_length(ParseStatements(sql));
  if (count == 1) return;
  throw Error(ErrorKind::kSyntax, "the SQL text would run " + std::to_string(count) + " statements",
              "Each definition, expression or condition must be one piece of SQL.");
}

SqlResult ToResult(const RawResult& raw) {
  SqlResult result;
  result.processed = raw.processed;
  for (uint64 row = 0; row < raw.rows; ++row) {
    Row values;
    for (int column = 0; column < raw.columns; ++column) {
      const char* value = raw.values[row * raw.columns + column];
      values.push_back(value == nullptr ? Value() : Value(FromServer(value)));
    }
    result.rows.push_back(std::move(values));
  }
  return result;
}

SqlResult RunSql(const std::string& sql, const std::vector<Value>& parameters, AsOf as_of) {
  char* text = ToServer(sql);
  CheckOneStatement(text);
  int count = static_cast<int>(parameters.size());
  char** texts = PgCall([=] { return static_cast<char**>(palloc0((count + 1) * sizeof(char*))); });
  for (int i = 0; i < count; ++i) {
    if (parameters[i]) texts[i] = ToServer(*parameters[i]);
  }
  return ToResult(PgCall([=] { return Execute(text, count, texts, as_of); }));
}

}  // namespace

SqlResult RunSql(const std::string& sql, const std::vector<Value>& parameters) {
  return RunSql(sql, parameters, AsOf::kSnapshot);
}

SqlResult RunSqlAsOfNow(const std::string& sql, const std::vector<Value>& parameters) {
  return RunSql(sql, parameters, AsOf::kNow);
}

Value FirstValue(const SqlResult& result) {
  return result.rows.empty() ? Value() : result.rows[0][0];
}

}  // namespace vieworm
