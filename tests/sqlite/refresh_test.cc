// vieworm_refresh and vieworm_refresh_all: afterwards a face is what its definition gives.
#include <random>

#include "tests/sqlite/database.h"
#include "tests/unit/catch.h"

namespace vieworm {
namespace {

using Catch::Matchers::ContainsSubstring;
using Lines = std::vector<std::string>;

constexpr char kStored[] = R"({"refresh": {}})";

TEST_CASE("a refresh writes what has changed and nothing else") {
  Database db;
  db.Run("CREATE TABLE t(a, b); INSERT INTO t VALUES (1, 'x'), (2, 'y'), (2, 'y'), (NULL, NULL)");
  db.Call("vieworm_create", {"v", "SELECT a, b FROM t", kStored});
  db.Run(
      "UPDATE t SET b = 'z' WHERE a = 1; DELETE FROM t WHERE rowid = 3; INSERT INTO t VALUES "
      "(NULL, NULL), ('1', 'x')");
  Json report = db.Call("vieworm_refresh", {"v"});
  CHECK(report["milliseconds"].is_number());
  report.erase("milliseconds");
  CHECK(report.dump() == R"({"schema":"main","name":"v","mode":"full","deleted":2,"inserted":3})");
  CHECK(db.Bag("v") == db.Bag("t"));
  report = db.Call("vieworm_refresh", {"v"});
  CHECK(report["deleted"] == 0);
  CHECK(report["inserted"] == 0);
  CHECK(db.Value("SELECT last_mode, last_deleted, last_inserted, rows, last_error FROM "
                 "vieworm_views") == "full|0|0|5|NULL");
}

TEST_CASE("a changed row takes the place of the old one, so the store keeps its order") {
  Database db;
  db.Run("CREATE TABLE t(a INTEGER PRIMARY KEY, b); INSERT INTO t VALUES (1, 1), (2, 2), (3, 3)");
  db.Call("vieworm_create", {"v", "SELECT a, b FROM t", kStored});
  db.Run("UPDATE t SET b = 20 WHERE a = 2");
  db.Call("vieworm_refresh", {"v"});
  CHECK(db.Rows("SELECT rowid, a, b FROM _vieworm_v_store") == Lines{"1|1|1", "2|2|20", "3|3|3"});
}

TEST_CASE("unique values that rows exchange do not collide") {
  Database db;
  db.Run("CREATE TABLE t(a INTEGER PRIMARY KEY, b); INSERT INTO t VALUES (1, 'x'), (2, 'y')");
  db.Call("vieworm_create",
          {"v", "SELECT a, b FROM t",
           R"({"refresh": {}, "indexes": [{"columns": ["b"], "unique": true}]})"});
  db.Run("UPDATE t SET b = CASE b WHEN 'x' THEN 'y' ELSE 'x' END");
  db.Call("vieworm_refresh", {"v"});
  CHECK(db.Bag("v") == db.Bag("t"));
  std::vector<std::string> before = db.Everything();
  db.Run("INSERT INTO t VALUES (3, 'x')");
  before = db.Everything();
  CHECK(db.CallFailure("vieworm_refresh", {"v"}) ==
        "vieworm: UNIQUE constraint failed: _vieworm_v_store.b");
  CHECK(db.code() == SQLITE_CONSTRAINT);
  CHECK(db.Everything() == before);
}

TEST_CASE("options of a refresh") {
  Database db;
  db.Run("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)");
  db.Call("vieworm_create", {"v", "SELECT a FROM t", kStored});
  CHECK_THAT(db.CallFailure("vieworm_refresh", {"v", R"({"mode": "incremental"})"}),
             ContainsSubstring("cannot refresh view \"main.v\" incrementally. The reason is: it is "
                               "refreshed on demand, not by statement."));
  Json report = db.Call("vieworm_refresh", {"v", R"({"with_data": false})"});
  CHECK(report["deleted"] == 2);
  CHECK(report["inserted"] == 0);
  CHECK(db.Bag("v").empty());
  CHECK(db.Value("SELECT populated, stale, rows FROM vieworm_views") == "0|1|0");
  CHECK(db.Call("vieworm_refresh",
                {"v", R"({"mode": "full", "concurrently": true})"})["inserted"] == 2);
}

TEST_CASE("columns named rowid, _rowid_ and oid") {
  Database db;
  db.Run("CREATE TABLE t(rowid, _rowid_); INSERT INTO t VALUES (1, 2), (3, 4)");
  db.Call("vieworm_create", {"v", "SELECT * FROM t", kStored});
  db.Run("UPDATE t SET rowid = 9 WHERE _rowid_ = 4; INSERT INTO t VALUES (0, 0)");
  db.Call("vieworm_refresh", {"v"});
  CHECK(db.Bag("v") == db.Bag("t"));
  db.Run("CREATE TABLE u(rowid, _rowid_, oid)");
  std::vector<std::string> before = db.Everything();
  CHECK_THAT(db.CallFailure("vieworm_create", {"w", "SELECT * FROM u", kStored}),
             ContainsSubstring("cannot store columns named rowid, _rowid_ and oid"));
  CHECK(db.Everything() == before);
}

TEST_CASE("an interrupted or unlucky order of rows does not matter: the bag is compared") {
  Database db;
  db.Run("CREATE TABLE t(a INTEGER, b TEXT, o INTEGER)");
  db.Run(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
      "INSERT INTO t SELECT i % 500, 'row ' || (i % 700), i FROM n");
  db.Call("vieworm_create", {"v", "SELECT a, b FROM t ORDER BY o", kStored});
  db.Run("UPDATE t SET o = -o WHERE o % 3 = 0; UPDATE t SET b = 'new' WHERE o % 50 = 0");
  Json report = db.Call("vieworm_refresh", {"v"});
  CHECK(report["inserted"] == report["deleted"]);
  CHECK(report["inserted"] == 60);
  CHECK(db.Bag("v") == db.Bag("(SELECT a, b FROM t)"));
}

TEST_CASE("more difference than is kept in memory is left to SQLite to sort") {
  Database db;
  db.Run("CREATE TABLE t(a INTEGER, b TEXT)");
  // A row takes 100 kB, and all of them move.
  db.Run(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500) "
      "INSERT INTO t SELECT i, hex(zeroblob(50000)) || (i / 2) FROM n");
  db.Call("vieworm_create", {"v", "SELECT b FROM t ORDER BY a", kStored});
  db.Run(
      "UPDATE t SET a = -a; UPDATE t SET b = 'x' WHERE a IN (-1, -2); DELETE FROM t WHERE a = -7");
  Json report = db.Call("vieworm_refresh", {"v"});
  CHECK(report["deleted"] == 3);
  CHECK(report["inserted"] == 2);
  CHECK(db.Bag("v") == db.Bag("(SELECT b FROM t)"));
}

std::string RandomValue(std::mt19937* random) {
  const char* values[] = {"NULL",       "0",   "1",     "1.0",   "-0.0",
                          "1.5",        "'1'", "'1.0'", "'a'",   "'A'",
                          "''",         "x''", "x'61'", "x'00'", "'a ' ",
                          "1e300",      "'é'", "2",     "9e999", "-9223372036854775808",
                          "char(0, 97)"};
  return values[(*random)() % std::size(values)];
}

std::string RandomChange(std::mt19937* random) {
  std::string row = RandomValue(random) + ", " + RandomValue(random) + ", " + RandomValue(random);
  switch ((*random)() % 4) {
    case 0:
      return "DELETE FROM t WHERE rowid = (SELECT rowid FROM t ORDER BY random() LIMIT 1)";
    case 1:
      return "UPDATE t SET (a, b, c) = (" + row +
             ") WHERE rowid % 5 = " + std::to_string((*random)() % 5);
    default:
      return "INSERT INTO t VALUES (" + row + ")";
  }
}

TEST_CASE("after random changes a refreshed face has the definition's rows, storage classes too") {
  const char* tables[] = {"CREATE TABLE t(a, b, c)",
                          "CREATE TABLE t(a INTEGER, b TEXT COLLATE NOCASE, c REAL)",
                          "CREATE TABLE t(a NUMERIC, b BLOB, c TEXT COLLATE RTRIM)"};
  const char* definitions[] = {
      "SELECT a, b, c FROM t",
      "SELECT c, a FROM t WHERE b IS NOT NULL ORDER BY b DESC",
      "SELECT a, count(*) AS n, min(b) AS least FROM t GROUP BY a",
      "SELECT DISTINCT b, typeof(b) AS kind FROM t",
      "SELECT a AS x FROM t UNION ALL SELECT b FROM t UNION ALL SELECT c FROM t",
      "SELECT a AS x, c FROM t UNION SELECT b, 'y' FROM t",
      "SELECT CAST(a AS NUMERIC) AS a, CAST(b AS INTEGER) AS b, CAST(c AS TEXT) AS c FROM t"};
  std::mt19937 random(GENERATE(1u, 2u, 3u));
  for (const char* table : tables) {
    Database db;
    db.Run(table);
    for (size_t i = 0; i < std::size(definitions); ++i) {
      db.Call("vieworm_create", {"v" + std::to_string(i), definitions[i], kStored});
    }
    for (int round = 0; round < 12; ++round) {
      for (int n = 0; n < 8; ++n) db.Run(RandomChange(&random));
      db.Call("vieworm_refresh_all");
      for (size_t i = 0; i < std::size(definitions); ++i) {
        INFO(table << "\n" << definitions[i] << "\nround " << round);
        REQUIRE(db.Bag("v" + std::to_string(i)) == db.Bag("(" + std::string(definitions[i]) + ")"));
      }
    }
    for (const Json& report : db.Call("vieworm_refresh_all")) {
      INFO(table << report.dump());
      CHECK(report["deleted"] == 0);
      CHECK(report["inserted"] == 0);
    }
  }
}

TEST_CASE("refresh_all goes from the sources to their readers, also through plain views") {
  Database db;
  db.Run("CREATE TABLE t(a); INSERT INTO t VALUES (1)");
  db.Call("vieworm_create", {"z", "SELECT a FROM t", kStored});
  db.Run("CREATE VIEW between_them AS SELECT a + 1 AS a FROM z");
  db.Call("vieworm_create", {"simple", "SELECT a + 1 AS a FROM between_them"});
  db.Call("vieworm_create", {"m", "SELECT a FROM simple", kStored});
  db.Call("vieworm_create", {"a", "SELECT m.a AS a, z.a AS b FROM m JOIN z", kStored});
  db.Call("vieworm_drop", {"z", R"({"if_exists": true, "cascade": true})"});
  db.Call("vieworm_create", {"a_first", "SELECT 1 AS a", kStored});
  db.Call("vieworm_create", {"z", "SELECT a FROM t", kStored});
  db.Call("vieworm_create", {"m", "SELECT a + 1 AS a FROM z", kStored});
  db.Call("vieworm_create", {"a", "SELECT m.a AS a, z.a AS b FROM m JOIN z", kStored});
  // The registry keeps the order of creation: turn it round.
  db.Run("UPDATE _vieworm_registry SET rowid = -rowid; UPDATE t SET a = 5");
  Json reports = db.Call("vieworm_refresh_all");
  Lines names;
  for (const Json& report : reports) names.push_back(report["name"]);
  CHECK(names == Lines{"a_first", "z", "m", "a"});
  CHECK(db.Value("SELECT a, b FROM a") == "6|5");
}

TEST_CASE("refresh_all records what fails, and goes on") {
  Database db;
  db.Run(
      "CREATE TABLE t(a); CREATE TABLE u(a); INSERT INTO t VALUES (1); INSERT INTO u VALUES (1)");
  db.Call("vieworm_create", {"gone", "SELECT a FROM u", kStored});
  db.Call("vieworm_create",
          {"twice", "SELECT a FROM t",
           R"({"method": "materialized", "indexes": [{"columns": ["a"], "unique": true}]})"});
  db.Call("vieworm_create", {"v", "SELECT a FROM t", kStored});
  db.Run("INSERT INTO t VALUES (2), (2); DROP TABLE u");
  Json reports = db.Call("vieworm_refresh_all");
  REQUIRE(reports.size() == 3);
  const std::string gone =
      "no such table: main.u. The definition of view \"main.gone\" cannot be read any more. Bring "
      "back what it reads, or create the view anew with \"or_replace\": true.";
  CHECK(reports[0] == Json({{"schema", "main"}, {"name", "gone"}, {"error", gone}}));
  CHECK_THAT(reports[1]["error"].get<std::string>(), ContainsSubstring("UNIQUE constraint failed"));
  CHECK(reports[2]["inserted"] == 2);
  CHECK(db.Bag("gone") == Lines{"integer|1"});
  CHECK(db.Bag("twice") == Lines{"integer|1"});
  CHECK(db.Bag("v") == Lines{"integer|1", "integer|2", "integer|2"});
  CHECK(db.Value("SELECT last_error FROM _vieworm_registry WHERE name = 'gone'") == gone);
  CHECK(db.Value("SELECT last_error_at IS NOT NULL FROM vieworm_views WHERE name = 'twice'") ==
        "1");

  db.Run("CREATE TABLE u(a); DELETE FROM t WHERE rowid = 3");
  for (const Json& report : db.Call("vieworm_refresh_all")) CHECK(!report.contains("error"));
  CHECK(db.Value("SELECT count(last_error) FROM vieworm_views") == "0");
}

TEST_CASE("refresh_all does nothing where its options suit not every view") {
  Database db;
  db.Run("CREATE TABLE t(id INTEGER PRIMARY KEY, a)");
  db.Call("vieworm_create", {"live", "SELECT a FROM t", R"({"refresh": {"on": "statement"}})"});
  db.Call("vieworm_create", {"v", "SELECT a FROM t", kStored});
  std::vector<std::string> before = db.Everything();
  CHECK_THAT(db.CallFailure("vieworm_refresh_all", {R"({"mode": "incremental"})"}),
             ContainsSubstring("cannot refresh view \"main.v\" incrementally."));
  CHECK(db.Everything() == before);
}

TEST_CASE("refresh_all inside a transaction keeps what was done before a failure") {
  Database db;
  db.Run("CREATE TABLE t(a); CREATE TABLE u(a)");
  db.Call("vieworm_create", {"w", "SELECT a FROM u", kStored});
  db.Call("vieworm_create", {"v", "SELECT a FROM t", kStored});
  db.Run("DROP TABLE u; BEGIN; INSERT INTO t VALUES (7)");
  CHECK(db.Call("vieworm_refresh_all")[0].contains("error"));
  db.Run("COMMIT");
  CHECK(db.Bag("v") == Lines{"integer|7"});
}

TEST_CASE("a face cannot be written to") {
  Database db;
  db.Run("CREATE TABLE t(a)");
  db.Call("vieworm_create", {"v", "SELECT a FROM t", kStored});
  for (const char* sql : {"INSERT INTO v VALUES (1)", "UPDATE v SET a = 1", "DELETE FROM v"}) {
    CHECK(db.Failure(sql) == "cannot modify v because it is a view");
  }
}

}  // namespace
}  // namespace vieworm
