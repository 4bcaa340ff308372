// A database with maintained views, each compared with its definition after every statement.
#ifndef VIEWORM_TESTS_SQLITE_INCREMENTAL_FIXTURE_H_
#define VIEWORM_TESTS_SQLITE_INCREMENTAL_FIXTURE_H_

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/sqlite/database.h"
#include "tests/unit/catch.h"

namespace vieworm {

using Lines = std::vector<std::string>;

inline constexpr char kByStatement[] = R"({"refresh": {"on": "statement"}})";
inline constexpr char kStrict[] = R"({"refresh": {"on": "statement", "mode": "incremental"}})";

// The statements in a script.
inline Lines Statements(const std::string& script) {
  Lines statements;
  std::string statement;
  for (char c : script) {
    statement += c;
    if (c != ';' || sqlite3_complete(statement.c_str()) == 0) continue;
    statements.push_back(statement);
    statement.clear();
  }
  if (statement.find_first_not_of(" \n") != std::string::npos) statements.push_back(statement);
  return statements;
}

class Maintained {
 public:
  // Nothing that a file brings is trusted, so that no trigger may use what is not safe.
  explicit Maintained(const std::string& setup = "", const std::string& file = ":memory:")
      : db(file) {
    db.Run("PRAGMA trusted_schema = OFF; " + setup);
  }

  Database db;

  // Creates a view, and fails unless it is maintained incrementally.
  Json Keep(const std::string& name, const std::string& select, const char* options = kStrict) {
    Json report = db.Call("vieworm_create", {name, select, options});
    REQUIRE(report["refresh"]["mode"] == "incremental");
    REQUIRE(report["refresh"]["on"] == "statement");
    Watch(name, select);
    return report;
  }

  // From now on `relation`, as SQL names it, must show what `select` does.
  void Watch(const std::string& relation, const std::string& select) {
    definitions_[relation] = select;
    Check("it was created");
  }
  void Forget(const std::string& relation) { definitions_.erase(relation); }

  // Runs a script; after each statement every view must be right.
  void Do(const std::string& script) {
    for (const std::string& statement : Statements(script)) {
      INFO(statement);
      REQUIRE_NOTHROW(db.Run(statement));
      Check(statement);
    }
  }

  // The same, and vieworm_verify must agree.
  void Run(const std::string& script) {
    Do(script);
    Verify();
  }

  // Runs one statement, which must fail, and leave the views right. Returns the message.
  std::string Fail(const std::string& statement) {
    std::string message = db.Failure(statement);
    INFO(statement);
    CHECK(message != "");
    Check(statement);
    Verify();
    return message;
  }

  void Check(const std::string& event) {
    for (const auto& [relation, select] : definitions_) {
      INFO(relation << " after " << event);
      CHECK(db.Bag(relation) == db.Bag("(" + select + ")"));
    }
  }

  // vieworm_verify finds no wrong row and nothing damaged.
  void Verify() {
    for (const auto& [relation, select] : definitions_) {
      Json report = db.Call("vieworm_verify", {relation});
      INFO(report.dump());
      CHECK(report["missing"] == 0);
      CHECK(report["extra"] == 0);
      CHECK_FALSE(report.contains("damage"));
    }
  }

  // The rows of a relation, sorted, each value as quote() writes it: 1, 1.0, '1' and NULL differ.
  Lines Shown(const std::string& relation) {
    sqlite3_stmt* statement = nullptr;
    std::string all = "SELECT * FROM " + relation;
    REQUIRE(sqlite3_prepare_v2(db.handle(), all.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    int columns = sqlite3_column_count(statement);
    sqlite3_finalize(statement);
    std::string names = "c0";
    std::string values = "quote(c0)";
    for (int i = 1; i < columns; ++i) {
      names += ", c" + std::to_string(i);
      values += ", quote(c" + std::to_string(i) + ")";
    }
    Lines rows = db.Rows("WITH bag(" + names + ") AS (" + all + ") SELECT " + values + " FROM bag");
    std::sort(rows.begin(), rows.end());
    return rows;
  }

 private:
  std::map<std::string, std::string> definitions_;
};

// A definition that is left to full refresh for a reason, which strict mode refuses. The view is
// there afterwards, as `name`.
inline void CheckFallsBack(Database& db, const std::string& name, const std::string& select,
                           const std::string& reason) {
  INFO(select);
  Lines before = db.Everything();
  std::string refusal = db.CallFailure("vieworm_create", {name, select, kStrict});
  CHECK_THAT(refusal, Catch::Matchers::ContainsSubstring(reason));
  CHECK(db.Everything() == before);
  Json report = db.Call("vieworm_create", {name, select, kByStatement});
  CHECK(report["refresh"]["mode"] == "full");
  CHECK(report["refresh"]["on"] == "demand");
  CHECK(report["reason"] == reason);
  CHECK(db.Bag(name) == db.Bag("(" + select + ")"));
}

// After a change such a view is right once it is refreshed.
inline void CheckRefreshes(Database& db, const std::string& name, const std::string& select) {
  INFO(select);
  db.Call("vieworm_refresh", {name});
  CHECK(db.Bag(name) == db.Bag("(" + select + ")"));
}

}  // namespace vieworm

#endif  // VIEWORM_TESTS_SQLITE_INCREMENTAL_FIXTURE_H_
