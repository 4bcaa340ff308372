// A face gives the values and behaves in comparisons as its definition does.
#include "tests/sqlite/database.h"
#include "tests/unit/catch.h"

namespace vieworm {
namespace {

constexpr char kStored[] = R"({"refresh": {}})";

constexpr char kMixed[] =
    "CREATE TABLE t(i INTEGER, x TEXT, n NUMERIC, r REAL, b BLOB, nc TEXT COLLATE NOCASE,"
    " g INT AS (i + 1), rt VARCHAR(10) COLLATE RTRIM, w);"
    "CREATE TABLE s(a ANY, i INT) STRICT;"
    "INSERT INTO s VALUES (1, 1), ('1', 2), (1.0, 3), (x'31', 4), (NULL, NULL);"
    "INSERT INTO t VALUES (1, 1, 1, 1, 1, 1, 1, 1), ('2', '2', '2', '2', '2', '2', '2', '2'),"
    " (3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0), (4.5, 4.5, 4.5, 4.5, 4.5, 4.5, 4.5, 4.5),"
    " ('a', 'a', 'a', 'a', 'a', 'A', 'a ', 'a'), (x'31', x'31', x'31', x'31', x'31', x'31', x'31',"
    " x'31'), (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);"
    "CREATE VIEW mixed AS SELECT i AS v FROM t UNION ALL SELECT x FROM t;"
    "CREATE VIEW through AS SELECT v AS z FROM mixed;";

std::string Declaration(Database& db) {
  return db.Value("SELECT sql FROM sqlite_schema WHERE name = '_vieworm_v_store'");
}

TEST_CASE("a store declares the affinity and the collation of the definition's columns") {
  struct Case {
    const char* select;
    const char* column;
  };
  const Case cases[] = {
      {"SELECT i AS c FROM t", "\"c\" INTEGER"},
      {"SELECT x AS c FROM t", "\"c\" TEXT"},
      {"SELECT n AS c FROM t", "\"c\" NUMERIC"},
      {"SELECT r AS c FROM t", "\"c\" REAL"},
      {"SELECT b AS c FROM t", "\"c\""},
      {"SELECT w AS c FROM t", "\"c\""},
      {"SELECT g AS c FROM t", "\"c\" INTEGER"},
      {"SELECT a AS c FROM s", "\"c\""},
      {"SELECT nc AS c FROM t", "\"c\" TEXT COLLATE \"NOCASE\""},
      {"SELECT rt AS c FROM t", "\"c\" TEXT COLLATE \"RTRIM\""},
      {"SELECT x COLLATE NOCASE AS c FROM t", "\"c\" TEXT COLLATE \"NOCASE\""},
      {"SELECT rowid AS c FROM t", "\"c\" INTEGER"},
      {"SELECT i + 1 AS c FROM t", "\"c\""},
      {"SELECT sum(i) AS c FROM t", "\"c\""},
      {"SELECT 1 AS c", "\"c\""},
      {"SELECT NULL AS c", "\"c\""},
      {"SELECT CAST(w AS TEXT) AS c FROM t", "\"c\" TEXT"},
      {"SELECT CAST(w AS REAL) AS c FROM t", "\"c\" REAL"},
      {"SELECT (SELECT i FROM t) AS c", "\"c\" INTEGER"},
      {"SELECT c FROM (SELECT i AS c FROM t LIMIT 3)", "\"c\" INTEGER"},
      {"WITH q AS MATERIALIZED (SELECT nc AS c FROM t) SELECT c FROM q",
       "\"c\" TEXT COLLATE \"NOCASE\""},
      {"SELECT a.i AS c FROM t a LEFT JOIN t b ON a.i = b.i", "\"c\" INTEGER"},
      // What would convert values.
      {"SELECT CAST(w AS NUMERIC) AS c FROM t", "\"c\""},
      {"SELECT i AS c FROM t UNION ALL SELECT x FROM t", "\"c\""},
      {"SELECT v AS c FROM mixed", "\"c\""},
      {"SELECT z AS c FROM Through", "\"c\""},
      {"SELECT z AS c FROM 'through'", "\"c\""},
      {"SELECT c FROM (VALUES (1), ('1')) AS q, (SELECT i AS c FROM t)", "\"c\""},
      {"SELECT id AS c FROM json_tree('[1]')", "\"c\""},
  };
  for (const Case& each : cases) {
    Database db;
    db.Run(kMixed);
    INFO(each.select);
    db.Call("vieworm_create", {"v", each.select, kStored});
    CHECK(Declaration(db) ==
          std::string("CREATE TABLE \"_vieworm_v_store\" (") + each.column + ")");
    CHECK(db.Bag("v") == db.Bag("(" + std::string(each.select) + ")"));
  }
}

TEST_CASE("comparisons with a face's columns come out as with the definition's") {
  const char* columns[] = {"i", "x", "n", "r", "b", "nc", "g", "rt", "w"};
  const char* operands[] = {"1", "'1'", "'2'", "3", "'3.0'", "'A'", "'a'", "x'31'", "4.5"};
  Database db;
  db.Run(kMixed);
  db.Call("vieworm_create", {"v", "SELECT * FROM t", kStored});
  for (const char* column : columns) {
    for (const char* operand : operands) {
      for (const char* op : {"=", "<", ">=", "IS"}) {
        std::string where = std::string(" WHERE ") + column + " " + op + " " + operand;
        INFO(where);
        CHECK(db.Bag("(SELECT * FROM v" + where + ")") == db.Bag("(SELECT * FROM t" + where + ")"));
      }
    }
    std::string distinct = std::string("(SELECT count(DISTINCT ") + column + ") FROM ";
    CHECK(db.Bag(distinct + "v)") == db.Bag(distinct + "t)"));
  }
}

TEST_CASE("a collation with a long name of the user's own is found") {
  Database db;
  auto compare = [](void*, int a, const void* x, int b, const void* y) {
    return std::string(static_cast<const char*>(x), static_cast<size_t>(a))
        .compare(std::string(static_cast<const char*>(y), static_cast<size_t>(b)));
  };
  sqlite3_create_collation(db.handle(), "a collation with a long name", SQLITE_UTF8, nullptr,
                           compare);
  db.Run("CREATE TABLE t(a TEXT COLLATE \"a collation with a long name\")");
  db.Call("vieworm_create", {"v", "SELECT a FROM t", kStored});
  CHECK(Declaration(db) ==
        "CREATE TABLE \"_vieworm_v_store\" (\"a\" TEXT COLLATE \"a collation with a long name\")");
}

TEST_CASE("hundreds of columns keep their types apart") {
  Database db;
  std::string table = "CREATE TABLE t(";
  const char* types[] = {"INTEGER", "TEXT", "REAL", "BLOB COLLATE NOCASE"};
  for (int i = 0; i < 450; ++i) {
    table += (i == 0 ? "c" : ", c") + std::to_string(i) + " " + types[i % 4];
  }
  db.Run(table + ")");
  db.Call("vieworm_create", {"v", "SELECT * FROM t", kStored});
  std::string declared = Declaration(db);
  for (int i = 0; i < 450; ++i) {
    const char* wanted[] = {" INTEGER", " TEXT", " REAL", " COLLATE \"NOCASE\""};
    CHECK(declared.find("\"c" + std::to_string(i) + "\"" + wanted[i % 4]) != std::string::npos);
  }
}

TEST_CASE("a source that was made anew with other types gets a store that fits") {
  Database db;
  db.Run("CREATE TABLE t(a INTEGER, b); INSERT INTO t VALUES (1, 2)");
  db.Call("vieworm_create",
          {"v", "SELECT a, b FROM t",
           R"({"refresh": {"schedule": "1 day"}, "indexes": [{"columns": ["a"]}]})"});
  std::string created = db.Value("SELECT created_at, due_at FROM _vieworm_registry");
  db.Run("DROP TABLE t; CREATE TABLE t(a TEXT, b); INSERT INTO t VALUES ('5', 2), ('x', 3)");
  Json report = db.Call("vieworm_refresh", {"v"});
  CHECK(report["deleted"] == 1);
  CHECK(report["inserted"] == 2);
  CHECK(db.Bag("v") == db.Bag("t"));
  CHECK(Declaration(db) == "CREATE TABLE \"_vieworm_v_store\" (\"a\" TEXT, \"b\")");
  CHECK(db.Value("SELECT created_at, due_at FROM _vieworm_registry") == created);
  CHECK(db.Value("SELECT count(*) FROM sqlite_schema WHERE name = '_vieworm_v_a_idx'") == "1");
}

}  // namespace
}  // namespace vieworm
