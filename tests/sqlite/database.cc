#include "tests/sqlite/database.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "sqlite_ext/vieworm.h"

namespace vieworm {

namespace {

class Stepper {
 public:
  Stepper(sqlite3* db, const std::string& sql) : db_(db) {
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &statement_, nullptr) != SQLITE_OK) Fail();
  }
  ~Stepper() { sqlite3_finalize(statement_); }
  Stepper(const Stepper&) = delete;
  Stepper& operator=(const Stepper&) = delete;

  void Bind(const std::vector<std::string>& texts) {
    for (size_t i = 0; i < texts.size(); ++i) {
      sqlite3_bind_text(statement_, static_cast<int>(i + 1), texts[i].data(),
                        static_cast<int>(texts[i].size()), SQLITE_STATIC);
    }
  }

  bool Step() {
    int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) Fail();
    return code == SQLITE_ROW;
  }

  std::string Row() {
    std::string row;
    for (int i = 0; i < sqlite3_column_count(statement_); ++i) {
      if (i > 0) row += "|";
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, i));
      row += text == nullptr
                 ? "NULL"
                 : std::string(text, static_cast<size_t>(sqlite3_column_bytes(statement_, i)));
    }
    return row;
  }

  int columns() const { return sqlite3_column_count(statement_); }

 private:
  [[noreturn]] void Fail() {
    std::string message = sqlite3_errmsg(db_);
    sqlite3_finalize(statement_);
    statement_ = nullptr;
    throw std::runtime_error(message);
  }

  sqlite3* db_;
  sqlite3_stmt* statement_ = nullptr;
};

std::string CallSql(const std::string& function, size_t arguments) {
  std::string sql = "SELECT " + function + "(";
  for (size_t i = 0; i < arguments; ++i) sql += i == 0 ? "?" : ", ?";
  return sql + ")";
}

}  // namespace

Database::Database(const std::string& file) {
  sqlite3_open(file.c_str(), &db_);
  char* error = nullptr;
  if (sqlite3_vieworm_init(db_, &error, nullptr) != SQLITE_OK) {
    throw std::runtime_error(error == nullptr ? "no module" : error);
  }
}

Database::~Database() { sqlite3_close(db_); }

void Database::Run(const std::string& sql) {
  char* message = nullptr;
  if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, &message) == SQLITE_OK) return;
  std::string text = message == nullptr ? "?" : message;
  sqlite3_free(message);
  throw std::runtime_error(text);
}

std::vector<std::string> Database::Rows(const std::string& sql) {
  Stepper statement(db_, sql);
  std::vector<std::string> rows;
  while (statement.Step()) rows.push_back(statement.Row());
  return rows;
}

std::string Database::Value(const std::string& sql) {
  std::vector<std::string> rows = Rows(sql);
  if (rows.size() != 1) throw std::runtime_error("not one row: " + sql);
  return rows[0];
}

Json Database::JsonValue(const std::string& sql) { return Json::parse(Value(sql)); }

std::string Database::Failure(const std::string& sql) {
  try {
    Rows(sql);
    return "";
  } catch (const std::runtime_error& error) {
    code_ = sqlite3_errcode(db_);
    return error.what();
  }
}

Json Database::Call(const std::string& function, const std::vector<std::string>& arguments) {
  Stepper statement(db_, CallSql(function, arguments.size()));
  statement.Bind(arguments);
  statement.Step();
  std::string row = statement.Row();
  while (statement.Step()) continue;
  Json json = Json::parse(row, nullptr, false);
  return json.is_discarded() ? Json(row) : json;
}

std::string Database::CallFailure(const std::string& function,
                                  const std::vector<std::string>& arguments) {
  try {
    Call(function, arguments);
    return "";
  } catch (const std::runtime_error& error) {
    code_ = sqlite3_errcode(db_);
    return error.what();
  }
}

std::vector<std::string> Database::Bag(const std::string& relation) {
  int columns = Stepper(db_, "SELECT * FROM " + relation).columns();
  std::string names;
  std::string values;
  for (int i = 0; i < columns; ++i) {
    std::string name = "c" + std::to_string(i);
    names += (i == 0 ? "" : ", ") + name;
    values += (i == 0 ? "typeof(" : ", typeof(") + name + "), quote(" + name + ")";
  }
  std::vector<std::string> rows = Rows("WITH bag(" + names + ") AS (SELECT * FROM " + relation +
                                       ") SELECT " + values + " FROM bag");
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::vector<std::string> Database::Everything() {
  std::vector<std::string> all;
  for (const std::string& schema : Rows("SELECT name FROM pragma_database_list")) {
    std::string quoted = QuotedName(schema);
    for (const std::string& row :
         Rows("SELECT type, name, tbl_name, sql FROM " + quoted + ".sqlite_schema ORDER BY 1, 2")) {
      all.push_back(schema + ": " + row);
    }
    for (const std::string& table :
         Rows("SELECT name FROM " + quoted +
              ".sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' ORDER BY 1")) {
      for (const std::string& row : Bag(quoted + "." + QuotedName(table))) {
        all.push_back(schema + "." + table + ": " + row);
      }
    }
  }
  return all;
}

namespace {

std::string Doubled(const std::string& text, char quote) {
  std::string quoted(1, quote);
  for (char c : text) quoted += std::string(c == quote ? 2 : 1, c);
  return quoted + quote;
}

}  // namespace

TemporaryFile::TemporaryFile()
    : name_((std::filesystem::temp_directory_path() / "vieworm_XXXXXX").string()) {
  int descriptor = mkstemp(name_.data());
  if (descriptor < 0) throw std::runtime_error("no temporary file");
  close(descriptor);
}

TemporaryFile::~TemporaryFile() { std::remove(name_.c_str()); }

std::string QuotedText(const std::string& text) { return Doubled(text, '\''); }

std::string QuotedName(const std::string& name) { return Doubled(name, '"'); }

}  // namespace vieworm
