// What made the views of other projects wrong, tried on vieworm: conflicts, transactions, the
// edges of what can be maintained, and names.
#include "tests/sqlite/incremental_fixture.h"

namespace vieworm {
namespace {

using Catch::Matchers::ContainsSubstring;

TEST_CASE("an INSERT ... SELECT that fails half way leaves nothing for the next commit") {
  Maintained m(
      "CREATE TABLE t(a INT CHECK (a < 5)); CREATE TABLE s(a INT); INSERT INTO s VALUES "
      "(1),(2),(9); INSERT INTO t VALUES (0)");
  m.Keep("v", "SELECT a FROM t");
  m.Keep("n", "SELECT count(a) AS n, sum(a) AS s FROM t");
  CHECK(m.Fail("INSERT INTO t SELECT a FROM s") == "CHECK constraint failed: a < 5");
  m.Run("INSERT INTO t VALUES (4)");
  CHECK(m.Shown("v") == Lines{"0", "4"});
  m.Fail("INSERT OR FAIL INTO t SELECT a FROM s");
  CHECK(m.Shown("n") == Lines{"4|7"});
  m.Run("BEGIN; INSERT OR IGNORE INTO t SELECT a FROM s");
  m.Fail("INSERT OR ROLLBACK INTO t SELECT a FROM s");
  CHECK(m.Shown("n") == Lines{"4|7"});
}

TEST_CASE("ROLLBACK TO in the middle of a transaction takes the view back as far") {
  Maintained m("CREATE TABLE t(g INT, v INT); INSERT INTO t VALUES (1,1)");
  m.Keep("v", "SELECT g, sum(v) AS s, count(*) AS n FROM t GROUP BY g");
  m.Run(
      "BEGIN; INSERT INTO t VALUES (1,2); SAVEPOINT a; INSERT INTO t VALUES (1,4),(2,8); "
      "SAVEPOINT b; DELETE FROM t WHERE g = 1; ROLLBACK TO b");
  CHECK(m.Shown("v") == Lines{"1|7|3", "2|8|1"});
  m.Run("ROLLBACK TO a");
  CHECK(m.Shown("v") == Lines{"1|3|2"});
  m.Run("INSERT INTO t VALUES (3,16); RELEASE a; ROLLBACK");
  CHECK(m.Shown("v") == Lines{"1|1|1"});
  m.Run(
      "BEGIN; DELETE FROM t; CREATE TABLE other(a); SAVEPOINT c; DROP TABLE other; ROLLBACK TO c; "
      "INSERT INTO t VALUES (5,5); COMMIT");
  CHECK(m.Shown("v") == Lines{"5|5|1"});
}

TEST_CASE("every outcome of ON CONFLICT is counted as what it did") {
  Maintained m(
      "CREATE TABLE t(id INTEGER PRIMARY KEY, u INT UNIQUE, g TEXT, v INT); INSERT INTO t "
      "VALUES (1,10,'a',1),(2,20,'b',2)");
  m.Keep("v", "SELECT g, count(*) AS n, sum(v) AS s FROM t GROUP BY g");
  m.Keep("r", "SELECT id, u, g, v FROM t");
  m.Run("INSERT INTO t VALUES (1,10,'a',50) ON CONFLICT DO NOTHING");
  CHECK(m.Shown("v") == Lines{"'a'|1|1", "'b'|1|2"});
  m.Run(
      "INSERT INTO t VALUES (1,99,'c',5) ON CONFLICT(id) DO UPDATE SET g = excluded.g, v = v + "
      "excluded.v; INSERT INTO t VALUES (3,20,'d',7) ON CONFLICT(u) DO UPDATE SET v = 100 WHERE v "
      "> 2");
  CHECK(m.Shown("v") == Lines{"'b'|1|2", "'c'|1|6"});
  m.Run(
      "INSERT INTO t VALUES (4,40,'b',8),(5,20,'e',9),(1,50,'f',1) ON CONFLICT(u) DO UPDATE SET "
      "id = 7 ON CONFLICT(id) DO UPDATE SET u = 60; INSERT OR IGNORE INTO t VALUES (9,90,'b',1),"
      "(9,91,'z',1),(10,90,'z',1); UPDATE OR IGNORE t SET u = 90; UPDATE OR IGNORE t SET id = 4");
  m.Fail("INSERT INTO t VALUES (8,8,'q',1),(9,9,'q',1)");
  m.Fail("UPDATE OR FAIL t SET u = 90");
  m.Run("DELETE FROM t");
}

TEST_CASE("what a rolled back transaction did never was") {
  Maintained m("CREATE TABLE t(id INTEGER PRIMARY KEY, v INT); INSERT INTO t VALUES (1,5),(2,6)");
  m.Keep("v", "SELECT min(v) AS lo, max(v) AS hi, sum(v) AS s FROM t");
  m.Run(
      "BEGIN; DELETE FROM t WHERE id = 2; INSERT INTO t VALUES (3,-7); UPDATE t SET v = v * 2; "
      "ROLLBACK");
  CHECK(m.Shown("v") == Lines{"5|6|11"});
  m.Run("INSERT INTO t VALUES (3,1)");
}

TEST_CASE("a view is created in a transaction with what that has written, or not at all") {
  TemporaryFile file;
  Maintained m("CREATE TABLE t(a INT); INSERT INTO t VALUES (1)", file.name());
  Database other(file.name());
  other.Run("BEGIN IMMEDIATE; INSERT INTO t VALUES (2)");
  CHECK_THAT(m.db.CallFailure("vieworm_create", {"v", "SELECT a FROM t", kStrict}),
             ContainsSubstring("locked"));
  other.Run("COMMIT");
  m.db.Run("BEGIN; INSERT INTO t VALUES (3)");
  m.Keep("v", "SELECT a FROM t");
  CHECK(m.Shown("v") == Lines{"1", "2", "3"});
  m.Run("INSERT INTO t VALUES (4)");
  m.db.Run("ROLLBACK");
  CHECK(m.db.Failure("SELECT * FROM v") == "no such table: v");
  m.Forget("v");
  m.Keep("v", "SELECT a FROM t");
  other.Run("INSERT INTO t VALUES (5)");
  CHECK(m.Shown("v") == Lines{"1", "2", "5"});
}

TEST_CASE("a row on the edge of a sliding window is inside it until the window moves") {
  Maintained m("CREATE TABLE t(id INTEGER PRIMARY KEY, at TEXT)");
  m.db.Call("vieworm_create",
            {"v", "SELECT id FROM t WHERE at >= datetime('now', '-1 day')", kStrict});
  m.db.Run("INSERT INTO t SELECT 1, datetime(as_of, '-1 day') FROM _vieworm_registry");
  m.db.Run("INSERT INTO t SELECT 2, datetime(as_of, '-1 day', '-1 second') FROM _vieworm_registry");
  m.db.Run("INSERT INTO t VALUES (3, '9999-01-01'), (4, NULL), (5, '')");
  CHECK(m.Shown("v") == Lines{"1", "3"});
  CHECK(m.db.Call("vieworm_verify", {"v"})["extra"] == 0);
  m.db.Run("UPDATE t SET at = NULL WHERE id = 3; UPDATE t SET at = '9998-01-01' WHERE id = 4");
  CHECK(m.Shown("v") == Lines{"1", "4"});
  m.db.Run("UPDATE _vieworm_registry SET as_of = datetime(as_of, '-2 days')");
  m.db.Call("vieworm_refresh", {"v"});
  m.db.Run("DELETE FROM t WHERE id = 1");
  CHECK(m.Shown("v") == Lines{"4"});
}

TEST_CASE("a unique index of the view's does not make a write to its source fail") {
  Maintained m("CREATE TABLE t(id INTEGER PRIMARY KEY, a INT); INSERT INTO t VALUES (1,1)");
  m.Keep("v", "SELECT a FROM t",
         R"({"refresh": {"on": "statement"}, "indexes": [{"columns": ["a"], "unique": true}]})");
  m.Run("INSERT INTO t VALUES (2,1)");
  CHECK(m.Shown("v") == Lines{"1", "1"});
  m.Run("UPDATE t SET a = 2; DELETE FROM t WHERE id = 1");
}

void Twice(sqlite3_context* context, int, sqlite3_value** values) {
  sqlite3_result_int(context, 2 * sqlite3_value_int(values[0]));
}

TEST_CASE("a view that calls a user's function does not mix its old values with new ones") {
  Maintained m("CREATE TABLE t(a INT); INSERT INTO t VALUES (1)");
  sqlite3_create_function(m.db.handle(), "twice", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                          Twice, nullptr, nullptr);
  m.db.Run("PRAGMA trusted_schema = ON");
  CheckFallsBack(m.db, "v", "SELECT twice(a) AS b FROM t",
                 "it uses twice(), which a trigger cannot call on every connection");
  m.db.Run("INSERT INTO t VALUES (2)");
  CheckRefreshes(m.db, "v", "SELECT twice(a) AS b FROM t");
  CHECK(m.Shown("v") == Lines{"2", "4"});
}

// REPLACE through each of several keys, and through several at once.
TEST_CASE("a row that REPLACE removes is taken off the view") {
  const char* tables[] = {
      "CREATE TABLE t(id INTEGER PRIMARY KEY, u INT UNIQUE, n TEXT COLLATE NOCASE UNIQUE, g TEXT, "
      "v INT)",
      "CREATE TABLE t(id INT NOT NULL, u INT UNIQUE, n TEXT COLLATE NOCASE UNIQUE, g TEXT, v INT, "
      "PRIMARY KEY(id, v)) WITHOUT ROWID",
      "CREATE TABLE t(id INTEGER PRIMARY KEY ON CONFLICT REPLACE, u INT, n TEXT COLLATE NOCASE "
      "UNIQUE, "
      "g TEXT, v INT); CREATE UNIQUE INDEX one ON t(u) WHERE u > 0"};
  for (const char* table : tables) {
    for (const char* recursive : {"OFF", "ON"}) {
      INFO(table << " recursive_triggers " << recursive);
      Maintained m(std::string("PRAGMA recursive_triggers = ") + recursive + ";" + table +
                   "; INSERT INTO t VALUES (1,10,'a','x',1),(2,20,'b','x',1),(3,30,'c','y',1)");
      m.Keep("g", "SELECT g, count(*) AS n, sum(v) AS s, max(u) AS hi FROM t GROUP BY g");
      m.Keep("r", "SELECT n, v FROM t WHERE v > 0");
      m.Keep("d", "SELECT DISTINCT g FROM t");
      m.Run("INSERT OR REPLACE INTO t VALUES (1,20,'C','z',1)");
      CHECK(m.Shown("g") == Lines{"'z'|1|1|20"});
      CHECK(m.Shown("r") == Lines{"'C'|1"});
      m.Run(
          "REPLACE INTO t VALUES (4,40,'d','x',4),(5,50,'e','x',5),(4,50,'D','x',4); INSERT OR "
          "IGNORE "
          "INTO t VALUES (6,50,'f','q',6); UPDATE OR REPLACE t SET u = 20 WHERE v = 4; INSERT OR "
          "REPLACE INTO t SELECT id + 1, u, n || 'x', g, v FROM t; UPDATE OR REPLACE t SET n = "
          "'same'");
      m.Run(
          "REPLACE INTO t VALUES (7,70,'g','x',7),(8,80,'h','x',8); INSERT INTO t VALUES "
          "(9,70,'G','w',9) ON CONFLICT DO NOTHING; UPDATE OR REPLACE t SET id = 7, v = 7, u = "
          "NULL, "
          "n = NULL; DELETE FROM t");
    }
  }
}

TEST_CASE("a row that REPLACE removes through an index on an expression is not overlooked") {
  Maintained m(
      "CREATE TABLE t(a TEXT, v INT); CREATE UNIQUE INDEX one ON t(lower(a)); "
      "INSERT INTO t VALUES ('x',1)");
  CheckFallsBack(m.db, "v", "SELECT a, v FROM t", "t has a unique index on an expression");
  m.db.Run("REPLACE INTO t VALUES ('X',2)");
  CheckRefreshes(m.db, "v", "SELECT a, v FROM t");
  CHECK(m.Shown("v") == Lines{"'X'|2"});
}

TEST_CASE("columns named rowid, oid and _rowid_ are ordinary columns") {
  Maintained m(
      "CREATE TABLE t(rowid TEXT, oid INT, r INT); INSERT INTO t VALUES ('a',1,2),('a',1,2); "
      "CREATE TABLE i(id INTEGER PRIMARY KEY, rowid INT, oid INT, _rowid_ INT); INSERT INTO i "
      "VALUES (5,1,1,1); CREATE TABLE w(k TEXT PRIMARY KEY, rowid INT) WITHOUT ROWID; INSERT INTO "
      "w "
      "VALUES ('x',1),('y',1); CREATE TABLE none(rowid, oid, _rowid_)");
  m.Keep("v", "SELECT rowid, sum(oid) AS o, max(r) AS r FROM t GROUP BY rowid");
  m.Keep("r", "SELECT oid, r, t.rowid AS x FROM t");
  m.Keep("i1", "SELECT rowid, sum(oid) AS o, max(_rowid_) AS m FROM i GROUP BY 1");
  m.Keep("w1", "SELECT k, rowid FROM w");
  m.Keep("w2", "SELECT rowid, count(k) AS n FROM w GROUP BY rowid");
  m.Run("INSERT INTO t VALUES ('b',1,1),('a',5,9); UPDATE t SET rowid = 'c' WHERE oid = 5");
  CHECK(m.Shown("v") == Lines{"'a'|2|2", "'b'|1|1", "'c'|5|9"});
  m.Run("UPDATE t SET oid = r, r = oid; DELETE FROM t WHERE rowid = 'a'");
  m.Run(
      "INSERT INTO i VALUES (6,5,6,6),(7,1,9,0); REPLACE INTO i VALUES (5,2,2,2); UPDATE i SET "
      "rowid = 5; UPDATE OR REPLACE i SET id = 7 WHERE oid = 2");
  CHECK(m.Shown("i1") == Lines{"5|8|6"});
  m.Run(
      "REPLACE INTO w VALUES ('x',2),('z',1); UPDATE w SET k = k || k; "
      "UPDATE OR REPLACE w SET k = 'q'");
  CHECK(m.Shown("w1") == Lines{"'q'|1"});
  CheckFallsBack(m.db, "n", "SELECT rowid FROM none",
                 "none has columns of all names under which its rowid could be read");
}

TEST_CASE("a table of the same name elsewhere does not divert the triggers") {
  TemporaryFile file;
  Maintained m("CREATE TABLE t(g INT, v INT); INSERT INTO t VALUES (1,1)");
  m.Keep("v", "SELECT g, sum(v) AS s FROM t GROUP BY g");
  m.Keep("r", "SELECT v FROM t WHERE v > 0");
  m.db.Run("ATTACH " + QuotedText(file.name()) + " AS aux");
  m.db.Run(
      "CREATE TABLE aux.t(g, v); CREATE TABLE aux._vieworm_v_store(a); "
      "CREATE TABLE aux._vieworm_registry(a); CREATE TABLE aux._vieworm_v_replaced(a)");
  m.db.Run(
      "CREATE TEMP TABLE _vieworm_v_store(a); CREATE TEMP TABLE _vieworm_r_store(a); CREATE TEMP "
      "TABLE u(a)");
  m.db.Run("CREATE TEMP TRIGGER tt AFTER INSERT ON main.t BEGIN INSERT INTO u VALUES (NEW.v); END");
  m.Run("INSERT INTO main.t VALUES (1,2),(9,5),(9,6); INSERT INTO aux.t VALUES (1,100)");
  CHECK(m.Shown("v") == Lines{"1|3", "9|11"});
  m.Run("UPDATE main.t SET g = 2; DELETE FROM main.t WHERE v = 2; DELETE FROM aux.t");
  CHECK(m.Shown("temp._vieworm_v_store").empty());
  CHECK(m.Shown("aux._vieworm_v_store").empty());
}

TEST_CASE("a view of the catalogue, and subqueries among the outputs, are refreshed in full") {
  Maintained m("CREATE TABLE t(a INT); INSERT INTO t VALUES (1),(NULL)");
  std::string catalogue = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 't%'";
  Json report = m.db.Call("vieworm_create", {"c", catalogue, kByStatement});
  CHECK(report["refresh"]["mode"] == "full");
  m.db.Run("CREATE TABLE t2(a)");
  CheckRefreshes(m.db, "c", catalogue);
  CHECK(m.Shown("c") == Lines{"'t'", "'t2'"});
  std::string output = "SELECT a, (SELECT count(*) FROM t AS u WHERE u.a < t.a) AS n FROM t";
  CheckFallsBack(m.db, "s", output, "it uses a subquery in an expression");
  m.db.Run("INSERT INTO t VALUES (2)");
  CheckRefreshes(m.db, "s", output);
  CHECK(m.Shown("s") == Lines{"1|0", "2|1", "NULL|0"});
}

}  // namespace
}  // namespace vieworm
