// Schedules and vieworm_run_due.
#include "tests/sqlite/database.h"
#include "tests/unit/catch.h"

namespace vieworm {
namespace {

using Lines = std::vector<std::string>;

constexpr char kEveryMinute[] = R"({"refresh": {"schedule": "1 minute"}})";

void MakeDue(Database& db) {
  db.Run("UPDATE _vieworm_registry SET due_at = '2001-02-03 04:05:06.789'");
}

TEST_CASE("a view is due an interval after its creation, or when its cron expression says") {
  Database db;
  db.Call("vieworm_create", {"v", "SELECT 1 AS a", R"({"refresh": {"schedule": "90 minutes"}})"});
  CHECK(db.Value("SELECT strftime('%s', due_at) - strftime('%s', created_at) FROM "
                 "_vieworm_registry") == "5400");
  db.Call("vieworm_create", {"w", "SELECT 1 AS a", R"({"refresh": {"schedule": "30 3 * * *"}})"});
  CHECK(db.Value("SELECT substr(due_at, 12), due_at > created_at, julianday(due_at) - "
                 "julianday(created_at) <= 1 FROM _vieworm_registry WHERE name = 'w'") ==
        "03:30:00.000|1|1");
  CHECK(db.Rows("SELECT schedule FROM vieworm_views") == Lines{"90 minutes", "30 3 * * *"});
  CHECK(db.Call("vieworm_run_due").dump() == "[]");
}

TEST_CASE("what is due is refreshed once, and then it is due later") {
  Database db;
  db.Run("CREATE TABLE t(a); INSERT INTO t VALUES (1)");
  db.Call("vieworm_create", {"v", "SELECT a FROM t", kEveryMinute});
  db.Call("vieworm_create", {"never", "SELECT a FROM t", R"({"refresh": {}})"});
  db.Run(
      "INSERT INTO t VALUES (2); UPDATE _vieworm_registry SET due_at = created_at WHERE name = "
      "'v'");
  Json reports = db.Call("vieworm_run_due");
  REQUIRE(reports.size() == 1);
  CHECK(reports[0]["milliseconds"].is_number());
  reports[0].erase("milliseconds");
  CHECK(reports[0].dump() == R"({"schema":"main","name":"v","status":"refreshed","mode":"full",)"
                             R"("deleted":0,"inserted":1})");
  CHECK(db.Bag("v") == db.Bag("t"));
  CHECK(db.Value("SELECT due_at > last_refresh FROM _vieworm_registry WHERE name = 'v'") == "1");
  CHECK(db.Call("vieworm_run_due").empty());
}

TEST_CASE("what is due is refreshed after what it reads") {
  Database db;
  db.Run("CREATE TABLE t(a); INSERT INTO t VALUES (1)");
  db.Call("vieworm_create", {"b", "SELECT a FROM t", kEveryMinute});
  db.Call("vieworm_create", {"a", "SELECT a FROM b", kEveryMinute});
  db.Run("UPDATE t SET a = 2; UPDATE _vieworm_registry SET rowid = -rowid");
  MakeDue(db);
  CHECK(db.Call("vieworm_run_due").size() == 2);
  CHECK(db.Value("SELECT a FROM a") == "2");
}

TEST_CASE("a failing refresh is recorded, undone, and does not stop the others") {
  Database db;
  db.Run(
      "CREATE TABLE t(a); CREATE TABLE u(a); INSERT INTO t VALUES (1); INSERT INTO u VALUES (1)");
  db.Call("vieworm_create", {"v", "SELECT a FROM t",
                             R"({"refresh": {"schedule": "1 minute"},
                                 "indexes": [{"columns": ["a"], "unique": true}]})"});
  db.Call("vieworm_create", {"w", "SELECT a FROM u", kEveryMinute});
  db.Run("INSERT INTO t VALUES (0), (1); INSERT INTO u VALUES (2)");
  MakeDue(db);
  Json reports = db.Call("vieworm_run_due");
  REQUIRE(reports.size() == 2);
  CHECK(reports[0].dump() == R"({"schema":"main","name":"v","status":"failed",)"
                             R"("error":"UNIQUE constraint failed: _vieworm_v_store.a"})");
  CHECK(reports[1]["status"] == "refreshed");
  CHECK(db.Rows("SELECT a FROM v") == Lines{"1"});
  CHECK(db.Value("SELECT last_error, last_error_at > '2026', last_refresh < last_error_at FROM "
                 "vieworm_views WHERE name = 'v'") ==
        "UNIQUE constraint failed: _vieworm_v_store.a|1|1");
  CHECK(db.Call("vieworm_run_due").empty());
  db.Run("DELETE FROM t WHERE rowid = 3");
  MakeDue(db);
  CHECK(db.Call("vieworm_run_due")[0]["status"] == "refreshed");
  CHECK(db.Value("SELECT last_error IS NULL AND last_error_at IS NULL FROM vieworm_views "
                 "WHERE name = 'v'") == "1");
}

TEST_CASE("a view whose source is gone fails, and is tried again at its next time") {
  Database db;
  db.Run("CREATE TABLE t(a)");
  db.Call("vieworm_create", {"v", "SELECT a FROM t", kEveryMinute});
  db.Run("DROP TABLE t");
  MakeDue(db);
  Json reports = db.Call("vieworm_run_due");
  REQUIRE(reports.size() == 1);
  CHECK(reports[0]["status"] == "failed");
  CHECK(reports[0]["error"] ==
        "no such table: main.t. The definition of view \"main.v\" cannot be read any more. Bring "
        "back what it reads, or create the view anew with \"or_replace\": true.");
  CHECK(db.Call("vieworm_run_due").empty());
}

TEST_CASE("a run that meets another connection's lock skips and says so") {
  TemporaryFile file;
  {
    Database mine(file.name());
    Database other(file.name());
    mine.Run("CREATE TABLE t(a)");
    mine.Call("vieworm_create", {"v", "SELECT a FROM t", kEveryMinute});
    MakeDue(mine);
    other.Run("BEGIN IMMEDIATE");
    CHECK(
        mine.Call("vieworm_run_due").dump() ==
        R"([{"schema":"main","name":"v","status":"skipped","reason":)"
        R"("another refresh of it is running, or another connection is writing to its database"}])");
    CHECK(mine.CallFailure("vieworm_refresh", {"v"}) ==
          "vieworm: database is locked. Another connection holds the lock. Try again later, or "
          "set a busy timeout.");
    CHECK(mine.code() == SQLITE_BUSY);
    CHECK(sqlite3_get_autocommit(mine.handle()) == 1);
    other.Run("COMMIT");
    CHECK(mine.Call("vieworm_run_due")[0]["status"] == "refreshed");
    CHECK(other.Call("vieworm_run_due").empty());
  }
}

}  // namespace
}  // namespace vieworm
