#include "tests/sqlite/parse_oracle.h"

#include <algorithm>
#include <stdexcept>

#include "tests/sqlite/parse_corpus.h"

namespace vieworm {

namespace {

// Messages of SQLite's parser and of the checks within it. All others come from name resolution
// and code generation.
constexpr std::string_view kParserMessages[] = {
    ": syntax error",
    "incomplete input",
    "unrecognized token",
    "unknown join type",
    "a JOIN clause is required before",
    "clause should come after",
    "a NATURAL join may not have an ON or USING clause",
    "all VALUES must have the same number of terms",
    "RAISE() may only be used within a trigger-program",
    "syntax error after column name",
};

bool IsParserMessage(const std::string& message) {
  return std::any_of(
      std::begin(kParserMessages), std::end(kParserMessages),
      [&](std::string_view part) { return message.find(part) != std::string::npos; });
}

std::string TextOf(sqlite3_stmt* statement, int column) {
  const unsigned char* text = sqlite3_column_text(statement, column);
  return text == nullptr ? "NULL" : reinterpret_cast<const char*>(text);
}

int RecordRead(void* tables, int action, const char* table, const char*, const char*,
               const char* trigger_or_view) {
  if (action == SQLITE_READ && table != nullptr && trigger_or_view == nullptr) {
    std::string name(table);
    std::transform(name.begin(), name.end(), name.begin(), ::tolower);
    static_cast<std::set<std::string>*>(tables)->insert(name);
  }
  return SQLITE_OK;
}

void AlwaysTrue(sqlite3_context* context, int, sqlite3_value**) { sqlite3_result_int(context, 1); }

}  // namespace

ParseOracle::ParseOracle() {
  if (sqlite3_open(":memory:", &db_) != SQLITE_OK ||
      sqlite3_exec(db_, parse_corpus::kSchema, nullptr, nullptr, nullptr) != SQLITE_OK ||
      sqlite3_create_function(db_, "regexp", 2, SQLITE_UTF8, nullptr, AlwaysTrue, nullptr,
                              nullptr) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(db_));
  }
}

OracleStatement ParseOracle::Prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const char* rest = nullptr;
  const int rc =
      sqlite3_prepare_v2(db_, sql.data(), static_cast<int>(sql.size()), &statement, &rest);
  message_ = rc == SQLITE_OK ? "" : sqlite3_errmsg(db_);
  rest_ = rest == nullptr ? "" : std::string(rest, sql.data() + sql.size());
  return OracleStatement(statement);
}

Verdict ParseOracle::Judge(std::string_view sql) {
  const OracleStatement statement = Prepare(sql);
  if (IsParserMessage(message_)) return Verdict::kRefuses;
  if (message_.empty()) {
    // No statement at all, or one that is not a query.
    const bool query = statement != nullptr && sqlite3_column_count(statement.get()) > 0 &&
                       sqlite3_stmt_readonly(statement.get()) != 0;
    return query ? Verdict::kAccepts : Verdict::kRefuses;
  }
  return rest_.empty() ? Verdict::kAccepts : Verdict::kUnknown;
}

std::vector<std::string> ParseOracle::Explain(std::string_view sql) {
  const OracleStatement statement = Prepare("EXPLAIN " + std::string(sql));
  if (statement == nullptr) return {message_};
  std::vector<std::string> program;
  while (sqlite3_step(statement.get()) == SQLITE_ROW) {
    std::string line;
    for (int column = 1; column <= 6; ++column) line += TextOf(statement.get(), column) + " ";
    program.push_back(line);
  }
  return program;
}

std::set<std::string> ParseOracle::TablesRead(std::string_view sql) {
  std::set<std::string> tables;
  sqlite3_set_authorizer(db_, RecordRead, &tables);
  Prepare(sql);
  sqlite3_set_authorizer(db_, nullptr, nullptr);
  return tables;
}

}  // namespace vieworm
