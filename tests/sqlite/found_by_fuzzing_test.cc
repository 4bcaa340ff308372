// What the differential tester has found, made smaller. Each case names its cause.

#include "tests/sqlite/incremental_fixture.h"

namespace vieworm {
namespace {

TEST_CASE("a view that counts a subquery of which it uses no column is maintained") {
  Maintained m("CREATE TABLE t(a BIGINT)");
  m.Keep("v", "SELECT count(*) AS n FROM (SELECT a AS x FROM t) AS q");
  m.Run("INSERT INTO t VALUES (1), (NULL)");
  CHECK(m.Shown("v") == Lines{"2"});
}

TEST_CASE("a row whose REPLACE deletes itself by a cascade takes the replaced row with it") {
  Maintained m(
      "PRAGMA foreign_keys = ON; CREATE TABLE t(id INTEGER PRIMARY KEY, "
      "parent INT REFERENCES t(id) ON DELETE CASCADE, b TEXT UNIQUE ON CONFLICT REPLACE);"
      "INSERT INTO t VALUES (1, NULL, 'x'), (2, 1, 'y')");
  m.Keep("v", "SELECT b, count(*) AS n FROM t GROUP BY b");
  m.Keep("r", "SELECT id, b FROM t");
  // Row 2 removes row 1, whose cascade removes row 2.
  m.Run("UPDATE t SET b = 'x' WHERE id = 2");
  CHECK(m.Shown("v").empty());
  m.Run("INSERT INTO t VALUES (3, NULL, 'z'); UPDATE t SET b = 'w'");
}

// SQLite puts an automatic index on the subquery, and reads the column out of that, as text.
TEST_CASE("a column of a UNION ALL whose types differ is not maintained through a join") {
  Database db;
  db.Run(
      "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, n INT);"
      "CREATE TABLE u(id INTEGER PRIMARY KEY, n INT)");
  std::string all = "(SELECT n, a AS x FROM t UNION ALL SELECT n, n % 2 FROM t) AS q";
  CheckFallsBack(db, "v", "SELECT u.id, q.x FROM u JOIN " + all + " ON q.n = u.n",
                 "it joins x, whose type is not the same everywhere");
  CheckFallsBack(db, "w", "SELECT min(q.x) AS m FROM u JOIN " + all + " ON q.n = u.n",
                 "it joins x, whose type is not the same everywhere");
  Maintained m("CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, n INT)");
  m.Keep("v", "SELECT n, x FROM " + all);
  m.Run("INSERT INTO t VALUES (1, '0', 0), (2, NULL, 1); UPDATE t SET n = 2");
}

TEST_CASE("a row that goes with the one that it replaces leaves nothing behind") {
  Maintained m(
      "PRAGMA foreign_keys = ON;"
      "CREATE TABLE t(id INTEGER PRIMARY KEY,"
      "  a INTEGER REFERENCES t(id) ON DELETE CASCADE ON UPDATE CASCADE);"
      "INSERT INTO t VALUES (1, NULL), (2, 1)");
  m.Keep("v", "SELECT a FROM t");
  m.Run("UPDATE OR REPLACE t SET id = 0");
  CHECK(m.Shown("v").empty());
}

TEST_CASE("vieworm_repair brings back a store that somebody has dropped") {
  Maintained m("CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT); INSERT INTO t VALUES (1, 'a')");
  m.Keep("v", "SELECT g, count(*) AS n FROM t GROUP BY g");
  m.db.Run("DROP TABLE _vieworm_v_store");
  CHECK(m.db.Failure("INSERT INTO t VALUES (2, 'b')") != "");
  m.db.Call("vieworm_repair", {"v"});
  m.Run("INSERT INTO t VALUES (2, 'b')");
  CHECK(m.Shown("v") == Lines{"'a'|1", "'b'|1"});
}

TEST_CASE("a row is replaced by a generated key whose columns the UPDATE does not set") {
  for (const char* storage : {"VIRTUAL", "STORED"}) {
    Maintained m(std::string("CREATE TABLE t(id NUMERIC, a TEXT, h AS (id = '1') ") + storage +
                 ", g AS (h + 1) " + storage +
                 "); CREATE UNIQUE INDEX i ON t(g) WHERE a IS NOT NULL;"
                 "INSERT INTO t(id) VALUES (1)");
    m.Keep("v", "SELECT id, min(a) AS a, count(*) AS n FROM t GROUP BY id");
    m.Run("INSERT INTO t(id, a) VALUES (1, '0')");
    m.Run("UPDATE OR REPLACE t SET a = '1'");
    CHECK(m.Shown("v") == Lines{"1|'1'|1"});
  }
}

TEST_CASE("a unique generated column cannot be guarded, for it may be made of a rowid to come") {
  Database db;
  db.Run("CREATE TABLE t(id INTEGER PRIMARY KEY, a INT, g INT AS (length(id)) UNIQUE)");
  Json report = db.Call("vieworm_create", {"v", "SELECT a FROM t", kByStatement});
  CHECK(report["refresh"]["mode"] == "full");
  CHECK(report["reason"] == "t has a unique generated column");
}

TEST_CASE("a row can come into a partial unique index by a column of its condition") {
  Maintained m(
      "CREATE TABLE t(id INT, a INT, b INT, j TEXT); CREATE UNIQUE INDEX i ON t(j) WHERE a > 1;"
      "INSERT INTO t VALUES (1, 0, 2, 'x'), (2, 0, 2, 'x')");
  m.Keep("v", "SELECT id FROM t");
  m.Run("UPDATE OR REPLACE t SET a = b");
  CHECK(m.Shown("v") == Lines{"2"});
}

TEST_CASE("an alias of a number is no column number to group or to order by") {
  Database db;
  db.Run("CREATE TABLE t(a REAL); INSERT INTO t VALUES (1), (2)");
  for (const char* select : {"SELECT 0 AS c FROM t GROUP BY c",
                             "SELECT max(a) AS m, 1 AS c FROM t "
                             "GROUP BY c ORDER BY c"}) {
    Json report = db.Call("vieworm_create", {"v", select, kByStatement});
    CHECK(report["refresh"]["mode"] == "full");
    CHECK(db.Bag("v") == db.Bag("(" + std::string(select) + ")"));
    db.Call("vieworm_drop", {"v"});
  }
}

// SQLite 3.40 shows the converted key to triggers, too.
TEST_CASE("a parent whose key is converted for a foreign key check is refreshed in full") {
  Database db;
  db.Run(
      "CREATE TABLE t(id TEXT PRIMARY KEY) WITHOUT ROWID; CREATE TABLE c(b INT REFERENCES t(id));");
  Json report = db.Call("vieworm_create", {"v", "SELECT id FROM t", kByStatement});
  CHECK(report["reason"] == "a foreign key compares t with a column of another type");
}

}  // namespace
}  // namespace vieworm
