// temp, main and attached databases; ALTER TABLE on what a view reads; vieworm_views;
// vieworm_graph.
#include "tests/sqlite/database.h"
#include "tests/unit/catch.h"

namespace vieworm {
namespace {

using Catch::Matchers::ContainsSubstring;
using Lines = std::vector<std::string>;

constexpr char kStored[] = R"({"refresh": {}})";

TEST_CASE("a view lives, refreshes and goes in whatever database its spec names") {
  for (const char* schema : {"temp", "aux two", "MAIN"}) {
    Database db;
    db.Run("ATTACH ':memory:' AS \"aux two\"");
    std::string table = QuotedName(schema) + ".t";
    db.Run("CREATE TABLE " + table + "(a); INSERT INTO " + table + " VALUES (1)");
    std::vector<std::string> before = db.Everything();
    Json spec = {{"name", "v"},
                 {"schema", schema},
                 {"definition", "SELECT a FROM t"},
                 {"refresh", Json::object()},
                 {"indexes", {{{"columns", {"a"}}}}}};
    Json summary = db.Call("vieworm_create", {spec.dump()});
    INFO(summary.dump());
    db.Run("INSERT INTO " + table + " VALUES (2)");
    CHECK(db.Call("vieworm_refresh", {QuotedName(schema) + ".v"})["inserted"] == 1);
    CHECK(db.Bag(QuotedName(schema) + ".v") == db.Bag(table));
    CHECK(db.Value("SELECT schema FROM vieworm_views") == summary["schema"].get<std::string>());
    db.Run("DELETE FROM " + table + " WHERE a = 2");
    CHECK(db.Call("vieworm_refresh", {"v"})["deleted"] == 1);
    CHECK(db.Call("vieworm_drop", {"v"}).size() == 1);
    CHECK(db.Everything() == before);
  }
}

TEST_CASE("an unqualified name is looked up in temp, main and then the others") {
  Database db;
  db.Run("ATTACH ':memory:' AS aux");
  for (const char* schema : {"aux", "main", "temp"}) {
    db.Call("vieworm_create", {std::string(schema) + ".v", "SELECT 1 AS a", kStored});
  }
  for (const char* schema : {"temp", "main", "aux"}) {
    CHECK(db.Call("vieworm_refresh", {"v"})["schema"] == schema);
    CHECK(db.Call("vieworm_drop", {"V"})[0] == std::string(schema) + ".v");
  }
  db.Call("vieworm_create", {"v", "SELECT 1 AS a", kStored});
  db.Run("CREATE TEMP TABLE v(x)");
  CHECK_THAT(db.CallFailure("vieworm_refresh", {"v"}),
             ContainsSubstring("is not a view of vieworm's"));
  CHECK(db.Call("vieworm_refresh", {"main.v"})["name"] == "v");
}

TEST_CASE("namesakes in temp are not taken for a view's own tables") {
  Database db;
  db.Run(
      "CREATE TABLE t(a); INSERT INTO t VALUES ('main'); CREATE TEMP TABLE t(a, b, c);"
      "CREATE TEMP TABLE _vieworm_v_store(a); CREATE TEMP TABLE _vieworm_v_definition(a);"
      "CREATE TEMP TABLE _vieworm_registry(a)");
  db.Run("DROP TABLE temp._vieworm_registry");
  db.Call("vieworm_create", {"main.v", "SELECT a FROM t", kStored});
  db.Run("INSERT INTO main.t VALUES ('more')");
  db.Call("vieworm_refresh", {"main.v"});
  CHECK(db.Bag("v") == db.Bag("main.t"));
  CHECK(db.Bag("temp._vieworm_v_store").empty());
}

TEST_CASE("a temp view may read every database") {
  Database db;
  db.Run(
      "ATTACH ':memory:' AS aux; CREATE TABLE aux.t(a); CREATE TABLE u(a);"
      "INSERT INTO t VALUES (1); INSERT INTO u VALUES (1)");
  Json summary =
      db.Call("vieworm_create", {"temp.v", "SELECT t.a AS a FROM t JOIN u ON t.a = u.a", kStored});
  CHECK(summary["strategy"].dump() == R"({"aux.t":"full","main.u":"full"})");
  CHECK(db.Value("SELECT a FROM v") == "1");
}

TEST_CASE("a file keeps its views under whatever name it is attached") {
  TemporaryFile file;
  const char* options = R"({"refresh": {}, "or_replace": true})";
  {
    Database maker(file.name());
    maker.Run("CREATE TABLE t(a); INSERT INTO t VALUES (1)");
    maker.Call("vieworm_create", {"v", "SELECT a FROM t", options});
  }
  {
    Database db;
    db.Run("ATTACH " + QuotedText(file.name()) + " AS elsewhere; INSERT INTO t VALUES (2)");
    CHECK(db.Value("SELECT schema, name FROM vieworm_views") == "elsewhere|v");
    CHECK(db.Call("vieworm_refresh", {"v"})["inserted"] == 1);
    CHECK(db.Bag("v") == db.Bag("t"));
    CHECK(db.Call("vieworm_create", {"elsewhere.v", "SELECT a FROM t", options})["replaced"] ==
          false);
    CHECK(db.Call("vieworm_drop", {"elsewhere.v"}).dump() == R"(["elsewhere.v"])");
  }
}

TEST_CASE("renamed tables and columns are followed") {
  Database db;
  db.Run("CREATE TABLE t(a INTEGER, b); INSERT INTO t VALUES (1, 2)");
  db.Call("vieworm_create", {"v", "SELECT a, b + 1 AS c FROM t", kStored});
  db.Call("vieworm_create", {"s", "SELECT a FROM v"});
  db.Run(
      "ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME COLUMN a TO key; INSERT INTO u VALUES (3, "
      "4)");
  CHECK(db.Call("vieworm_refresh", {"v"})["inserted"] == 1);
  CHECK(db.Rows("SELECT a, c FROM v") == Lines{"1|3", "3|5"});
  CHECK(db.Value("SELECT count(*) FROM s") == "2");
  CHECK(db.Value("SELECT definition FROM vieworm_views WHERE name = 'v'") ==
        "SELECT \"key\", b + 1 AS c FROM \"u\"");
  db.Run("DROP VIEW s; DROP TABLE u; CREATE TABLE u(key TEXT, b); INSERT INTO u VALUES ('7', 8)");
  db.Call("vieworm_refresh", {"v"});
  CHECK(db.Bag("v") == Lines{"text|'7'|integer|9"});
}

TEST_CASE("SELECT * does not stand in the way of ALTER TABLE") {
  Database db;
  db.Run("CREATE TABLE t(a, b); INSERT INTO t VALUES (1, 2); CREATE TABLE other(x)");
  db.Call("vieworm_create", {"v", "SELECT * FROM t", kStored});
  db.Call("vieworm_create", {"s", "SELECT * FROM t"});
  db.Run(
      "ALTER TABLE t ADD COLUMN c; ALTER TABLE other RENAME TO another; INSERT INTO t VALUES (3, "
      "4, 5)");
  CHECK(db.Call("vieworm_refresh", {"v"})["inserted"] == 1);
  CHECK(db.Bag("v") == db.Bag("(SELECT a, b FROM t)"));
  CHECK(db.Bag("s") == db.Bag("t"));
  db.Run("ALTER TABLE t RENAME COLUMN a TO z");
  std::vector<std::string> before = db.Everything();
  CHECK(
      db.CallFailure("vieworm_refresh", {"v"}) ==
      "vieworm: the definition of view \"main.v\" has no column \"a\" any more. It selects *, and "
      "what it reads has changed. Create the view anew with \"or_replace\": true.");
  CHECK(db.Everything() == before);
}

TEST_CASE("a source that is gone gives a clear error, and the rows stay readable") {
  Database db;
  db.Run("CREATE TABLE t(a); INSERT INTO t VALUES (1)");
  db.Call("vieworm_create", {"v", "SELECT a FROM t", kStored});
  db.Run("DROP TABLE t");
  std::vector<std::string> before = db.Everything();
  CHECK(db.CallFailure("vieworm_refresh", {"v"}) ==
        "vieworm: no such table: main.t. The definition of view \"main.v\" cannot be read any "
        "more. Bring back what it reads, or create the view anew with \"or_replace\": true.");
  CHECK(db.Everything() == before);
  CHECK(db.Value("SELECT a FROM v") == "1");
  CHECK(db.Call("vieworm_drop", {"v"}).size() == 1);
}

TEST_CASE("without views the list is empty and nothing is created") {
  Database db;
  CHECK(db.Rows("SELECT * FROM vieworm_views").empty());
  CHECK(db.Rows("SELECT * FROM sqlite_schema").empty());
  CHECK(db.Call("vieworm_run_due").empty());
  CHECK(db.Call("vieworm_refresh_all").empty());
  CHECK(db.Rows("SELECT * FROM sqlite_schema").empty());
}

TEST_CASE("the list shows every column of every view") {
  Database db;
  db.Run("CREATE TABLE t(a); INSERT INTO t VALUES (1)");
  db.Call("vieworm_create", {"v", "SELECT a FROM t", R"({"method": "table", "comment": "mine",
      "refresh": {"schedule": "1 day"}})"});
  db.Call("vieworm_create", {"s", "SELECT a FROM v"});
  CHECK(db.Rows("SELECT name FROM pragma_table_info('vieworm_views')") ==
        Lines{"schema",          "name",          "method",
              "storage",         "mode",          "timing",
              "schedule",        "populated",     "stale",
              "pending_changes", "last_refresh",  "last_duration_ms",
              "last_mode",       "last_deleted",  "last_inserted",
              "last_error",      "last_error_at", "rows",
              "strategy",        "as_of",         "reason",
              "comment",         "definition",    "stale_reason"});
  CHECK(db.Rows("SELECT schema, name, method, storage, mode, timing, schedule, populated, stale, "
                "pending_changes, last_refresh GLOB '20*-*-* *:*:*.*', "
                "last_duration_ms >= 0, last_mode, last_deleted, last_inserted, last_error, "
                "last_error_at, rows, reason, comment, definition, strategy, as_of, stale_reason "
                "FROM vieworm_views") ==
        Lines{"main|v|table|store|full|demand|1 day|1|NULL|NULL|1|1|full|0|1|NULL|NULL|1|"
              "it is refreshed on demand, not by statement|mine|SELECT a FROM t|NULL|NULL|NULL",
              "main|s|simple|view|NULL|NULL|NULL|1|0|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL|"
              "NULL|NULL|SELECT a FROM v|NULL|NULL|NULL"});
  CHECK_THAT(db.Failure("DELETE FROM vieworm_views"), ContainsSubstring("may not be modified"));
  CHECK_THAT(db.Failure("CREATE VIRTUAL TABLE x USING vieworm_views"),
             ContainsSubstring("no such module"));
}

TEST_CASE("the list counts the rows of a maintained view, and says why it is stale") {
  Database db;
  db.Run("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)");
  db.Call("vieworm_create", {"v", "SELECT a, count(*) AS n FROM t GROUP BY a HAVING count(*) < 2",
                             R"({"refresh": {"on": "statement", "mode": "incremental"}})"});
  std::string list = "SELECT rows, stale, stale_reason FROM vieworm_views";
  CHECK(db.Value(list) == "2|0|NULL");
  db.Run("INSERT INTO t VALUES (2), (3), (4)");
  CHECK(db.Value(list) == "3|0|NULL");
  db.Call("vieworm_pause", {"v"});
  CHECK(db.Value(list) == "3|1|it is paused");
  db.Call("vieworm_resume", {"v"});
  db.Run("DROP TABLE _vieworm_v_store");
  CHECK(db.Value(list) == "NULL|1|Its table \"_vieworm_v_store\" was dropped.");
}

TEST_CASE("the graph shows views and what they read, in three formats") {
  Database db;
  db.Run("CREATE TABLE t(a); CREATE INDEX i ON t(a); CREATE TABLE w(a PRIMARY KEY) WITHOUT ROWID");
  db.Call("vieworm_create", {"v", "SELECT t.a AS a FROM t JOIN w ON t.a = w.a", kStored});
  db.Run("CREATE VIEW plain AS SELECT a FROM v");
  db.Call("vieworm_create", {"u", "SELECT a FROM plain WHERE a > 1", R"({"method": "table"})"});
  CHECK(db.Call("vieworm_graph") ==
        "flowchart LR\n  n0[\"main.v<br/>materialized\"]\n  n1[\"main.u<br/>table\"]\n"
        "  n2[(\"main.t\")]\n  n3[(\"main.w\")]\n  n2 --> n0\n  n3 --> n0\n  n0 --> n1\n");
  CHECK(db.Call("vieworm_graph", {"mermaid"}) == db.Call("vieworm_graph"));
  CHECK(db.Call("vieworm_graph", {"json"})["edges"].size() == 3);
  CHECK_THAT(db.Call("vieworm_graph", {"dot"}).get<std::string>(), ContainsSubstring("digraph"));
  CHECK_THAT(db.CallFailure("vieworm_graph", {"svg"}), ContainsSubstring("svg"));
}

TEST_CASE("the graph has no edges to what only the face of another view looks at") {
  Database db;
  db.Run("CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, x REAL); CREATE TABLE k(g TEXT)");
  const char* kept = R"({"refresh": {"on": "statement", "mode": "incremental"}})";
  db.Call("vieworm_create", {"sums", "SELECT g, sum(x) AS s FROM t GROUP BY g", kept});
  db.Call("vieworm_create", {"simple", "SELECT s.g, s FROM sums s JOIN k USING (g)"});
  db.Run("CREATE VIEW Plain AS WITH t AS (SELECT * FROM SIMPLE) SELECT * FROM t, json_each('[1]')");
  db.Call("vieworm_create", {"top", "SELECT g, s FROM plain", kStored});
  CHECK(db.Call("vieworm_graph") ==
        "flowchart LR\n  n0[\"main.sums<br/>materialized\"]\n  n1[\"main.simple<br/>simple\"]\n"
        "  n2[\"main.top<br/>materialized\"]\n  n3[(\"main.t\")]\n  n4[(\"main.k\")]\n"
        "  n3 --> n0\n  n0 --> n1\n  n4 --> n1\n  n1 --> n2\n");
  db.Run("INSERT INTO t VALUES (1, 'a', 1); INSERT INTO k VALUES ('a')");
  db.Call("vieworm_refresh_all");
  CHECK(db.Value("SELECT * FROM top") == "a|1.0");
}

TEST_CASE("the version is that of the file VERSION") {
  CHECK(Database().Call("vieworm_version") == VIEWORM_VERSION);
}

}  // namespace
}  // namespace vieworm
