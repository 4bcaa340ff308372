// Another connection is writing: what writes waits for it, as a plain INSERT does, and what reads
// does not even notice.
#include <functional>

#include "common/names.h"
#include "tests/sqlite/database.h"
#include "tests/unit/catch.h"

namespace vieworm {
namespace {

using Catch::Matchers::ContainsSubstring;

constexpr char kByStatement[] = R"({"refresh": {"on": "statement"}})";
constexpr char kEveryMinute[] = R"({"refresh": {"schedule": "* * * * *"}})";

constexpr char kNewSpec[] =
    R"({"name": "new", "definition": "SELECT id, a + b FROM t", "refresh": {"on": "statement"}})";
constexpr char kNewGroups[] =
    R"({"name": "new", "definition": "SELECT a, sum(b) AS b FROM main.t GROUP BY a",
        "refresh": {"on": "statement", "mode": "incremental"}})";

struct CallOf {
  std::string function;
  std::vector<std::string> arguments;
};

const CallOf kWriting[] = {
    {"vieworm_create", {"fresh", "SELECT a FROM t", kByStatement}},
    {"vieworm_create", {"fresh", "SELECT a FROM t"}},
    {"vieworm_create", {"kept", "SELECT b FROM t", R"({"or_replace": true, "refresh": {}})"}},
    {"vieworm_create", {"fresh", "SELECT a FROM t", R"({"if_not_exists": true})"}},
    {"vieworm_refresh", {"full"}},
    {"vieworm_refresh", {"kept"}},
    {"vieworm_refresh", {"main.kept", R"({"mode": "full"})"}},
    {"vieworm_refresh_all", {}},
    {"vieworm_run_due", {}},
    {"vieworm_repair", {"kept"}},
    {"vieworm_pause", {"kept"}},
    {"vieworm_resume", {"kept"}},
    {"vieworm_drop", {"kept"}},
};

const CallOf kReading[] = {
    {"vieworm_verify", {"kept"}},
    {"vieworm_verify", {"recent"}},
    {"vieworm_explain", {"kept"}},
    {"vieworm_explain", {"full"}},
    {"vieworm_graph", {}},
    {"vieworm_compile", {kNewSpec}},
    {"vieworm_explain", {kNewSpec}},
    {"vieworm_explain", {kNewGroups}},
    {"vieworm_version", {}},
    {"vieworm_create", {"kept", "SELECT 1 AS a", R"({"if_not_exists": true})"}},
};

// A file with a view of each kind, one connection that has a writing transaction open, and one that
// has not.
class Busy {
 public:
  explicit Busy(const std::string& journal) : mine(file_.name()), other(file_.name()) {
    mine.Run("PRAGMA journal_mode = " + journal +
             "; CREATE TABLE t(id INTEGER PRIMARY KEY, a, b, at TEXT);"
             "INSERT INTO t(a, b) VALUES (1, 2), (3, 4)");
    mine.Call("vieworm_create",
              {"kept", "SELECT a, count(*) AS n FROM t GROUP BY a", kByStatement});
    mine.Call("vieworm_create", {"full", "SELECT max(b) AS b FROM t", kEveryMinute});
    mine.Call("vieworm_create",
              {"recent", "SELECT id FROM t WHERE at > datetime('now', '-1 day')", kByStatement});
    // Its second minute has come.
    mine.Run(std::string("UPDATE ") + names::kSqliteRegistry +
             " SET due_at = '2000' WHERE name = 'full'");
    other.Rows("SELECT * FROM kept");
  }

  void Lock() { other.Run("BEGIN IMMEDIATE; INSERT INTO t(a, b) VALUES (1, 9)"); }

  // The other one ends its transaction as soon as it is waited for.
  void WaitForOther() {
    sqlite3_busy_handler(
        mine.handle(),
        [](void* busy, int) {
          ++static_cast<Busy*>(busy)->waits;
          return sqlite3_exec(static_cast<Busy*>(busy)->other.handle(), "COMMIT", nullptr, nullptr,
                              nullptr) == SQLITE_OK
                     ? 1
                     : 0;
        },
        this);
  }

  bool OtherIsWriting() const { return sqlite3_get_autocommit(other.handle()) == 0; }

 private:
  TemporaryFile file_;

 public:
  Database mine;
  Database other;
  int waits = 0;
};

TEST_CASE("what writes waits for another writer, as an INSERT does") {
  std::string journal = GENERATE("DELETE", "WAL", "TRUNCATE");
  for (const CallOf& call : kWriting) {
    INFO(journal << " " << call.function);
    Busy busy(journal);
    busy.Lock();
    busy.WaitForOther();
    CHECK(busy.mine.Call(call.function, call.arguments).is_structured());
    CHECK(busy.waits > 0);
    CHECK(busy.mine.Value("SELECT max(b) FROM t") == "9");
    if (call.function == "vieworm_drop") continue;
    if (call.arguments != std::vector<std::string>{"kept"}) continue;
    CHECK(busy.mine.Call("vieworm_verify", {"kept"})["missing"] == 0);
  }
}

TEST_CASE("what writes waits as the first statement of a transaction, too") {
  std::string journal = GENERATE("DELETE", "WAL");
  for (const CallOf& call : kWriting) {
    // Whether anything is due must be read first.
    if (call.function == "vieworm_run_due") continue;
    INFO(journal << " " << call.function);
    Busy busy(journal);
    busy.Lock();
    busy.WaitForOther();
    busy.mine.Run("BEGIN");
    CHECK(busy.mine.Call(call.function, call.arguments).is_structured());
    CHECK(busy.waits > 0);
    busy.mine.Run("COMMIT");
  }
}

TEST_CASE("a view in an attached database waits for that database, and for no other") {
  TemporaryFile attached;
  Busy busy("WAL");
  busy.mine.Run("ATTACH " + QuotedText(attached.name()) + " AS more; CREATE TABLE more.s(a)");
  busy.mine.Call("vieworm_create", {R"({"schema": "more", "name": "theirs", "refresh": {},
                                        "definition": "SELECT a FROM s"})"});
  busy.Lock();
  busy.WaitForOther();
  busy.mine.Call("vieworm_refresh", {"theirs"});
  busy.mine.Call("vieworm_refresh", {"more.theirs"});
  CHECK(busy.waits == 0);
  CHECK(busy.OtherIsWriting());
  busy.mine.Run("BEGIN");
  busy.mine.Call("vieworm_refresh", {"more.theirs"});
  busy.mine.Run("COMMIT");
  CHECK(busy.waits == 0);
  Database there(attached.name());
  there.Run("BEGIN IMMEDIATE");
  CHECK_THAT(busy.mine.CallFailure("vieworm_refresh", {"theirs"}),
             ContainsSubstring("database is locked"));
}

TEST_CASE("what reads takes no write lock and waits for nobody") {
  std::string journal = GENERATE("DELETE", "WAL");
  Busy busy(journal);
  busy.Lock();
  busy.WaitForOther();
  for (const CallOf& call : kReading) {
    INFO(journal << " " << call.function);
    CHECK_NOTHROW(busy.mine.Rows(
        "SELECT " + call.function + "(" +
        (call.arguments.empty() ? "" : QuotedText(call.arguments[0])) +
        (call.arguments.size() < 3
             ? ""
             : ", " + QuotedText(call.arguments[1]) + ", " + QuotedText(call.arguments[2])) +
        ")"));
  }
  CHECK(busy.mine.Rows("SELECT name FROM vieworm_views").size() == 3);
  CHECK(busy.waits == 0);
  CHECK(busy.OtherIsWriting());
}

TEST_CASE("a transaction that has read fails at once and says what to do") {
  std::string journal = GENERATE("DELETE", "WAL");
  Busy busy(journal);
  busy.WaitForOther();
  busy.mine.Run("BEGIN; SELECT count(*) FROM t");
  busy.Lock();
  std::string failure = busy.mine.CallFailure("vieworm_refresh", {"kept"});
  CHECK_THAT(failure, ContainsSubstring("vieworm: database is locked"));
  CHECK_THAT(failure, ContainsSubstring("BEGIN IMMEDIATE"));
  CHECK((busy.mine.code() & 0xff) == SQLITE_BUSY);
  CHECK(busy.waits == 0);
  busy.mine.Run("COMMIT");
  busy.other.Run("COMMIT");
  busy.mine.Call("vieworm_refresh", {"kept"});
}

TEST_CASE("a snapshot that is out of date is said to be so") {
  Busy busy("WAL");
  busy.mine.Run("BEGIN; SELECT count(*) FROM t");
  busy.other.Run("INSERT INTO t(a, b) VALUES (5, 6)");
  std::string failure = busy.mine.CallFailure("vieworm_repair", {"kept"});
  CHECK_THAT(failure, ContainsSubstring("has written since"));
  CHECK(sqlite3_extended_errcode(busy.mine.handle()) == SQLITE_BUSY_SNAPSHOT);
  busy.mine.Run("ROLLBACK");
  busy.mine.Call("vieworm_repair", {"kept"});
}

TEST_CASE("without a timeout another writer's lock is an error at once") {
  Busy busy("DELETE");
  busy.Lock();
  for (const CallOf& call : kWriting) {
    if (call.function == "vieworm_run_due") continue;
    INFO(call.function);
    CHECK_THAT(busy.mine.CallFailure(call.function, call.arguments),
               ContainsSubstring("vieworm: database is locked"));
    CHECK(sqlite3_get_autocommit(busy.mine.handle()) == 1);
  }
}

TEST_CASE("a database that is read-only has nothing to wait for") {
  TemporaryFile file;
  Database(file.name()).Run("CREATE TABLE t(a)");
  Database(file.name()).Call("vieworm_create", {"v", "SELECT a FROM t", kByStatement});
  Database db("file:" + file.name() + "?mode=ro");
  CHECK(db.Call("vieworm_create",
                {"v", "SELECT 1 AS a", R"({"if_not_exists": true})"})["created"] == false);
  CHECK(db.Call("vieworm_drop", {"nothing", R"({"if_exists": true})"}).empty());
  CHECK(db.Call("vieworm_verify", {"v"})["missing"] == 0);
  CHECK(db.CallFailure("vieworm_refresh", {"v"}) ==
        "vieworm: attempt to write a readonly database");
}

}  // namespace
}  // namespace vieworm
