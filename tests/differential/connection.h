// A connection to SQLite, with or without vieworm on it.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_CONNECTION_H_
#define VIEWORM_TESTS_DIFFERENTIAL_CONNECTION_H_

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

struct sqlite3;

namespace vieworm::differential {

// One value of a result: its storage class and its bytes.
struct Value {
  int type = 0;  // SQLITE_INTEGER and so on
  int64_t integer = 0;
  double real = 0;
  std::string bytes;  // of texts and blobs

  bool operator==(const Value&) const = default;
};

using Row = std::vector<Value>;

struct Result {
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

// What a statement did, as its caller sees it.
struct Outcome {
  int code = 0;  // extended
  std::string message;
  int changes = 0;         // of a statement that succeeded
  int64_t last_rowid = 0;  // of a row that it inserted itself
  bool in_transaction = false;

  bool operator==(const Outcome&) const = default;
  std::string Text() const;
};

// A statement failed. The code is SQLite's extended one.
class SqlError : public std::runtime_error {
 public:
  SqlError(int code, const std::string& message) : std::runtime_error(message), code_(code) {}
  int code() const { return code_; }

 private:
  int code_;
};

// A statement went on for so long that the case is not worth it.
class TooSlow : public std::runtime_error {
 public:
  TooSlow() : std::runtime_error("too slow") {}
};

class Connection {
 public:
  // `file` may be ":memory:".
  explicit Connection(const std::string& file);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void LoadVieworm();

  // Throws SqlError or TooSlow, as all below.
  Result Query(const std::string& sql, const std::vector<std::string>& texts = {});
  void Run(const std::string& sql) { Query(sql); }

  // One statement whose failure is an answer, too. Throws TooSlow only.
  Outcome Try(const std::string& sql);

 private:
  static int GiveUp(void* self);

  sqlite3* db_ = nullptr;
  int steps_left_ = 0;      // of the statement that runs
  int all_steps_left_ = 0;  // of all that will
};

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_CONNECTION_H_
