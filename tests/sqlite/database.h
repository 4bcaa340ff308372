// One connection with vieworm on it, for tests.
#ifndef VIEWORM_TESTS_SQLITE_DATABASE_H_
#define VIEWORM_TESTS_SQLITE_DATABASE_H_

#include <sqlite3.h>

#include <string>
#include <vector>

#include "common/json.h"

namespace vieworm {

class Database {
 public:
  // In memory, or a file.
  explicit Database(const std::string& file = ":memory:");
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  sqlite3* handle() const { return db_; }

  // Runs all statements of `sql`. Throws std::runtime_error with SQLite's message.
  void Run(const std::string& sql);

  // One string for each row of one statement: the values with "|" between them, NULL as "NULL".
  // Throws as Run does.
  std::vector<std::string> Rows(const std::string& sql);

  // The only value of a statement with one row.
  std::string Value(const std::string& sql);

  // The same, parsed as JSON.
  Json JsonValue(const std::string& sql);

  // The message with which one statement fails, or "" where it does not; code() is its result code.
  std::string Failure(const std::string& sql);
  int code() const { return code_; }

  // SELECT vieworm_create(...) and so on, with the texts as parameters.
  Json Call(const std::string& function, const std::vector<std::string>& arguments = {});
  std::string CallFailure(const std::string& function, const std::vector<std::string>& arguments);

  // The rows of a relation, or of a SELECT in parentheses, with storage class and exact value, as a
  // bag: sorted.
  std::vector<std::string> Bag(const std::string& relation);

  // All that a database holds, so that two states can be compared: the schemas of all databases and
  // the contents of all tables.
  std::vector<std::string> Everything();

 private:
  sqlite3* db_ = nullptr;
  int code_ = SQLITE_OK;
};

// An empty file that goes with its owner.
class TemporaryFile {
 public:
  TemporaryFile();
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& name() const { return name_; }

 private:
  std::string name_;
};

// `text` as an SQL literal, `name` as an SQL identifier.
std::string QuotedText(const std::string& text);
std::string QuotedName(const std::string& name);

}  // namespace vieworm

#endif  // VIEWORM_TESTS_SQLITE_DATABASE_H_
