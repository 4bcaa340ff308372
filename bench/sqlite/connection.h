// SQLite as the benchmark uses it: a connection with vieworm on it, prepared statements, a copy of
// a whole database. Every failure is a std::runtime_error with SQLite's message and the statement.
#ifndef VIEWORM_BENCH_SQLITE_CONNECTION_H_
#define VIEWORM_BENCH_SQLITE_CONNECTION_H_

#include <sqlite3.h>

#include <cstdint>
#include <string>

namespace vieworm::bench {

class Statement {
 public:
  Statement(sqlite3* db, const std::string& sql);
  ~Statement();
  Statement(Statement&& other) noexcept;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  // Parameters count from 1. A text is not copied: it must live until the next Execute() is over.
  void Bind(int parameter, int64_t value);
  void Bind(int parameter, const std::string& text);

  // True when there is a row to read.
  bool Step();

  // Runs a statement that returns no rows, and makes it ready for the next parameters.
  void Execute();

  sqlite3_stmt* handle() const { return statement_; }

 private:
  [[noreturn]] void Fail() const;

  sqlite3_stmt* statement_ = nullptr;
};

class Connection {
 public:
  // A database in memory, or a new one in `file`: WAL, with a cache that holds it all.
  explicit Connection(const std::string& file = "");
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Makes this database a page by page copy of another one.
  void CopyFrom(const Connection& other);

  // Runs all statements of `sql`.
  void Run(const std::string& sql);

  // The first value of the first row, as text.
  std::string Value(const std::string& sql, const std::string& parameter = "");

  sqlite3* handle() const { return db_; }

 private:
  std::string file_;
  sqlite3* db_ = nullptr;
};

}  // namespace vieworm::bench

#endif  // VIEWORM_BENCH_SQLITE_CONNECTION_H_
