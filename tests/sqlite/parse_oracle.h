// Asks the real SQLite what the parser's tests compare with.
#ifndef VIEWORM_TESTS_SQLITE_PARSE_ORACLE_H_
#define VIEWORM_TESTS_SQLITE_PARSE_ORACLE_H_

#include <sqlite3.h>

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vieworm {

struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using OracleStatement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

// What SQLite's grammar thinks of a text.
enum class Verdict {
  kAccepts,  // prepared, or refused for its meaning after all of it was read
  kRefuses,  // a syntax error, or a check that SQLite makes while it parses
  kUnknown,  // refused for its meaning before all of it was read
};

class ParseOracle {
 public:
  // An in-memory database with the corpus's schema.
  ParseOracle();
  ~ParseOracle() { sqlite3_close(db_); }
  ParseOracle(const ParseOracle&) = delete;
  ParseOracle& operator=(const ParseOracle&) = delete;

  sqlite3* db() const { return db_; }
  const std::string& message() const { return message_; }

  // Null, with message(), if SQLite refuses the text.
  OracleStatement Prepare(std::string_view sql);
  Verdict Judge(std::string_view sql);

  // One line for each instruction: opcode, p1 to p5 and p4.
  std::vector<std::string> Explain(std::string_view sql);
  // The tables that the statement reads, lower case and without their schema; not those that it
  // reads only through a view.
  std::set<std::string> TablesRead(std::string_view sql);

 private:
  sqlite3* db_ = nullptr;
  std::string message_;
  std::string rest_;  // what SQLite had not read when it stopped
};

}  // namespace vieworm

#endif  // VIEWORM_TESTS_SQLITE_PARSE_ORACLE_H_
