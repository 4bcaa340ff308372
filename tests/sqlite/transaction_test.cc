// All of a call or nothing: transactions, other statements, limits, a full disk, an interrupt.
#include "tests/sqlite/database.h"
#include "tests/unit/catch.h"

namespace vieworm {
namespace {

using Catch::Matchers::ContainsSubstring;
using Lines = std::vector<std::string>;

constexpr char kStored[] = R"({"refresh": {}})";

TEST_CASE("after ROLLBACK everything is as before") {
  Database db;
  db.Run("CREATE TABLE t(a); INSERT INTO t VALUES (1)");
  db.Call("vieworm_create", {"old", "SELECT a FROM t", kStored});
  std::vector<std::string> before = db.Everything();
  for (const char* undo : {"ROLLBACK", "ROLLBACK TO mine; RELEASE mine"}) {
    db.Run(std::string(undo) == "ROLLBACK" ? "BEGIN" : "SAVEPOINT mine");
    db.Run("INSERT INTO t VALUES (2)");
    db.Call("vieworm_create", {"v", "SELECT a FROM t", kStored});
    db.Call("vieworm_refresh", {"old"});
    db.Call("vieworm_drop", {"old"});
    CHECK(db.Rows("SELECT name FROM vieworm_views") == Lines{"v"});
    CHECK(db.CallFailure("vieworm_refresh", {"old"}) != "");
    db.Run(undo);
    CHECK(db.Everything() == before);
    CHECK(db.Rows("SELECT name FROM vieworm_views") == Lines{"old"});
  }
}

TEST_CASE("a user's own savepoint called vieworm does no harm") {
  Database db;
  db.Run("CREATE TABLE t(a); SAVEPOINT vieworm; INSERT INTO t VALUES (1)");
  CHECK(db.CallFailure("vieworm_create", {"v", "SELECT b FROM t"}) != "");
  CHECK(db.Value("SELECT count(*) FROM t") == "1");
  db.Call("vieworm_create", {"v", "SELECT a FROM t"});
  db.Run("ROLLBACK TO vieworm; RELEASE vieworm");
  CHECK(db.Value("SELECT count(*) FROM t") == "0");
  CHECK(db.Rows("SELECT * FROM vieworm_views").empty());
}

TEST_CASE("inside a statement that writes there is a clear error") {
  Database db;
  db.Run("CREATE TABLE t(a)");
  std::vector<std::string> before = db.Everything();
  CHECK(db.Failure("INSERT INTO t SELECT vieworm_create('v', 'SELECT 1 AS a')") ==
        "vieworm: cannot run inside a statement that writes. SQLite opens no savepoint while such "
        "a statement is in progress. Call the function in a SELECT of its own.");
  CHECK(db.Everything() == before);
}

TEST_CASE("functions are not for views and triggers") {
  Database db;
  db.Run(
      "CREATE TABLE t(a); CREATE VIEW bad AS SELECT vieworm_version() AS x, * FROM t;"
      "CREATE VIEW worse AS SELECT * FROM vieworm_views");
  CHECK(db.Failure("SELECT * FROM bad") == "unsafe use of vieworm_version()");
  CHECK(db.Failure("SELECT * FROM worse") == "unsafe use of virtual table \"vieworm_views\"");
}

TEST_CASE("several views by one statement: from a table of specs, refreshed through the list") {
  Database db;
  db.Run(
      "CREATE TABLE specs(name, sql); INSERT INTO specs VALUES ('a', 'SELECT 1 AS x'), "
      "('b', 'SELECT 2 AS x'), ('c', 'SELECT x FROM a')");
  CHECK(db.Rows("SELECT vieworm_create(name, sql, '{\"refresh\": {}}') ->> 'created' FROM specs") ==
        Lines{"1", "1", "1"});
  CHECK(db.Rows("SELECT vieworm_refresh(name) ->> 'mode' FROM vieworm_views") ==
        Lines{"full", "full", "full"});
  CHECK(
      db.Rows("SELECT length(vieworm_compile(json_object('name', name || 'x', 'definition', sql)))"
              " > 10 FROM specs") == Lines{"1", "1", "1"});
}

TEST_CASE("a stored view cannot be dropped while a statement reads: nothing is half done") {
  Database db;
  db.Run("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)");
  db.Call("vieworm_create", {"v", "SELECT a FROM t", kStored});
  db.Call("vieworm_create", {"s", "SELECT a FROM t"});
  std::vector<std::string> before = db.Everything();
  CHECK(db.Failure("SELECT vieworm_drop(name) FROM vieworm_views") ==
        "vieworm: database table is locked. A statement of this connection is still reading. "
        "Finish or reset it first; collect the names of several views in a list, then call the "
        "function for each.");
  CHECK(db.code() == SQLITE_LOCKED);
  CHECK(db.Everything() == before);
  CHECK(sqlite3_get_autocommit(db.handle()) == 1);
  CHECK(db.Rows("SELECT vieworm_drop(name) FROM vieworm_views WHERE storage = 'view'") ==
        Lines{R"(["main.s"])"});
}

TEST_CASE("last_insert_rowid() stays the user's") {
  Database db;
  db.Run("CREATE TABLE t(a); INSERT INTO t(rowid) VALUES (77)");
  db.Call("vieworm_create", {"v", "SELECT a FROM t", kStored});
  db.Call("vieworm_refresh", {"v"});
  CHECK(db.Value("SELECT last_insert_rowid()") == "77");
}

TEST_CASE("a disk that is full at any moment leaves nothing behind") {
  Database db;
  db.Run(
      "CREATE TABLE t(a, b); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
      "WHERE i < 2000) INSERT INTO t SELECT i, hex(randomblob(20)) FROM n");
  int pages = std::stoi(db.Value("PRAGMA page_count"));
  std::vector<std::string> before = db.Everything();
  int failures = 0;
  for (int extra = 0; extra < 200; ++extra) {
    db.Run("PRAGMA max_page_count = " + std::to_string(pages + extra));
    std::string failure = db.CallFailure(
        "vieworm_create",
        {"v", "SELECT a, b FROM t", R"({"refresh": {}, "indexes": [{"columns": ["b"]}]})"});
    if (failure.empty()) break;
    CHECK(failure == "vieworm: database or disk is full");
    CHECK(sqlite3_get_autocommit(db.handle()) == 1);
    CHECK(db.Everything() == before);
    ++failures;
  }
  CHECK(failures > 3);
  CHECK(db.Bag("v") == db.Bag("t"));
  db.Run("PRAGMA max_page_count = 100000; UPDATE t SET b = hex(randomblob(200))");
  before = db.Everything();
  db.Run("PRAGMA max_page_count = 1");
  CHECK(db.CallFailure("vieworm_refresh", {"v"}) == "vieworm: database or disk is full");
  CHECK(db.Everything() == before);
}

struct Countdown {
  sqlite3* db;
  int left;
};

// Interrupts at the n-th call of SQLite's progress handler, as sqlite3_interrupt() would.
int Interrupt(void* user_data) {
  auto* countdown = static_cast<Countdown*>(user_data);
  if (--countdown->left == 0) sqlite3_interrupt(countdown->db);
  return 0;
}

void CheckInterrupts(Database& db, const std::string& function,
                     const std::vector<std::string>& arguments) {
  std::vector<std::string> before = db.Everything();
  int failures = 0;
  for (int at = 1; at < 100000; at += 1 + at / 20) {
    Countdown countdown{db.handle(), at};
    sqlite3_progress_handler(db.handle(), 3, Interrupt, &countdown);
    std::string failure = db.CallFailure(function, arguments);
    sqlite3_progress_handler(db.handle(), 0, nullptr, nullptr);
    INFO(function << " interrupted at " << at << ": " << failure);
    REQUIRE(sqlite3_get_autocommit(db.handle()) == 1);
    if (failure.empty()) break;
    REQUIRE_THAT(failure, ContainsSubstring("interrupted"));
    ++failures;
    // The user's own statement can be interrupted after the call has done all of its work.
    bool in_call = failure == "vieworm: interrupted";
    if (!in_call && db.Everything() != before) break;
    REQUIRE(db.Everything() == before);
  }
  CHECK(failures > 20);
}

TEST_CASE("an interrupt at any moment leaves nothing behind") {
  Database db;
  db.Run("CREATE TABLE t(a, b); INSERT INTO t VALUES (1, 2), (3, 4), (5, 6)");
  CheckInterrupts(
      db, "vieworm_create",
      {"v", "SELECT a, b FROM t", R"({"refresh": {}, "indexes": [{"columns": ["b"]}]})"});
  CHECK(db.Bag("v") == db.Bag("t"));
  db.Run("UPDATE t SET b = b + 1; INSERT INTO t VALUES (7, 8)");
  CheckInterrupts(db, "vieworm_refresh", {"v"});
  CHECK(db.Bag("v") == db.Bag("t"));
  CheckInterrupts(db, "vieworm_create",
                  {"v", "SELECT b, a FROM t", R"({"refresh": {}, "or_replace": true})"});
  CHECK(db.Bag("v") == db.Bag("(SELECT b, a FROM t)"));
  CheckInterrupts(db, "vieworm_compile", {R"({"name": "w", "definition": "SELECT a FROM t"})"});
  CheckInterrupts(db, "vieworm_drop", {"v"});
  CHECK(db.Rows("SELECT name FROM sqlite_schema") == Lines{"t"});
}

TEST_CASE("an interrupt ends a run of what is due") {
  Database db;
  db.Run("CREATE TABLE t(a); INSERT INTO t VALUES (1)");
  db.Call("vieworm_create", {"v", "SELECT a FROM t", R"({"refresh": {"schedule": "1 day"}})"});
  db.Run("UPDATE t SET a = 2; UPDATE _vieworm_registry SET due_at = '2001'");
  CheckInterrupts(db, "vieworm_run_due", {});
  CHECK(db.Value("SELECT a, (SELECT last_error FROM vieworm_views) FROM v") == "2|NULL");
}

TEST_CASE("limits of the connection give errors, and nothing is left behind") {
  const std::pair<int, int> limits[] = {
      {SQLITE_LIMIT_SQL_LENGTH, 60},    {SQLITE_LIMIT_SQL_LENGTH, 250}, {SQLITE_LIMIT_COLUMN, 2},
      {SQLITE_LIMIT_EXPR_DEPTH, 1},     {SQLITE_LIMIT_LENGTH, 200},     {SQLITE_LIMIT_VDBE_OP, 30},
      {SQLITE_LIMIT_VARIABLE_NUMBER, 2}};
  for (const auto& [limit, value] : limits) {
    Database db;
    db.Run("CREATE TABLE t(a, b, c)");
    std::vector<std::string> before = db.Everything();
    int old = sqlite3_limit(db.handle(), limit, value);
    std::string failure = db.CallFailure(
        "vieworm_create", {"v", "SELECT a, b, c FROM t WHERE a + b + c > 0", kStored});
    sqlite3_limit(db.handle(), limit, old);
    INFO("limit " << limit << " at " << value);
    CHECK(failure != "");
    CHECK(db.Everything() == before);
  }
}

TEST_CASE("a database that cannot be written to gives SQLite's error") {
  TemporaryFile file;
  {
    Database maker(file.name());
    maker.Run("CREATE TABLE t(a)");
    maker.Call("vieworm_create", {"v", "SELECT a FROM t", kStored});
    maker.Run("PRAGMA query_only = ON");
    CHECK(maker.CallFailure("vieworm_refresh", {"v"}) ==
          "vieworm: attempt to write a readonly database");
    CHECK(maker.Value("SELECT name FROM vieworm_views") == "v");
    CHECK_THAT(maker.Call("vieworm_graph").get<std::string>(), ContainsSubstring("main.v"));
  }
}

}  // namespace
}  // namespace vieworm
