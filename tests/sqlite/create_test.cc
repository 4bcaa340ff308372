// vieworm_create and vieworm_compile: what comes out of a spec.
#include "tests/sqlite/database.h"
#include "tests/unit/catch.h"

namespace vieworm {
namespace {

using Catch::Matchers::ContainsSubstring;
using Lines = std::vector<std::string>;

constexpr char kPeople[] =
    "CREATE TABLE people(id INTEGER PRIMARY KEY, name TEXT, age INTEGER);"
    "INSERT INTO people VALUES (1, 'Ann', 30), (2, 'Bob', NULL), (3, 'Bob', NULL);";

TEST_CASE("a spec without refresh gives a plain view") {
  Database db;
  db.Run(kPeople);
  Json summary =
      db.Call("vieworm_create", {R"({"name": "v", "definition": "SELECT name FROM people"})"});
  CHECK(summary.dump() ==
        R"({"schema":"main","name":"v","method":"simple","storage":"view","created":true})");
  db.Run("INSERT INTO people VALUES (4, 'Cyd', 1)");
  CHECK(db.Rows("SELECT * FROM v") == Lines{"Ann", "Bob", "Bob", "Cyd"});
}

TEST_CASE("a stored view is a store behind a face, and the summary says how it is kept") {
  Database db;
  db.Run(kPeople);
  Json summary =
      db.Call("vieworm_create", {R"({"name": "v", "definition": "SELECT name FROM people",
      "refresh": {"schedule": "5 minutes"}, "tablespace": "fast"})"});
  CHECK(summary.dump() ==
        R"({"schema":"main","name":"v","method":"materialized","storage":"store",)"
        R"("refresh":{"mode":"full","on":"demand","schedule":"5 minutes"},)"
        R"("strategy":{"main.people":"full"},)"
        R"("reason":"it is refreshed on demand, not by statement","created":true,)"
        R"("ignored":["/tablespace"]})");
  CHECK(db.Rows("SELECT type, name FROM sqlite_schema WHERE name LIKE '%v%' AND type <> 'index'") ==
        Lines{"table|_vieworm_v_store", "view|v", "trigger|_vieworm_v_people_names",
              "table|_vieworm_registry", "trigger|_vieworm_registry_conflict",
              "trigger|_vieworm_registry_loaded"});
  db.Run("INSERT INTO people VALUES (4, 'Cyd', 1)");
  CHECK(db.Rows("SELECT * FROM v") == Lines{"Ann", "Bob", "Bob"});
}

TEST_CASE("name, definition and options may be given apart") {
  Database db;
  Json summary = db.Call("vieworm_create", {"temp.\"Odd Name\"", "SELECT 1 AS one",
                                            R"({"method": "table", "comment": "hm"})"});
  CHECK(summary["schema"] == "temp");
  CHECK(summary["method"] == "table");
  CHECK(db.Value("SELECT one FROM temp.\"Odd Name\"") == "1");
  CHECK(db.Value("SELECT comment FROM vieworm_views") == "hm");
  CHECK(db.Call("vieworm_create", {"plain", "SELECT 2 AS two"})["created"] == true);
}

TEST_CASE("without data a view is empty, unpopulated and stale") {
  Database db;
  db.Run(kPeople);
  db.Call("vieworm_create",
          {"v", "SELECT * FROM people", R"({"refresh": {}, "with_data": false})"});
  CHECK(db.Bag("v").empty());
  CHECK(db.Value("SELECT populated, stale, last_refresh, rows FROM vieworm_views") == "0|1|NULL|0");
  CHECK(db.Call("vieworm_refresh", {"v"})["inserted"] == 3);
  CHECK(db.Bag("v") == db.Bag("people"));
  CHECK(db.Value("SELECT populated, stale, rows FROM vieworm_views") == "1|NULL|3");
}

TEST_CASE("columns get the names that the spec gives them") {
  Database db;
  db.Run(kPeople);
  for (const char* refresh : {"", R"(, "refresh": {})"}) {
    db.Call("vieworm_create",
            {std::string(R"({"name": "v", "definition": "SELECT id, count(*) FROM people",
                "columns": ["rowid", "n \" 2"])") +
             refresh + "}"});
    CHECK(db.Value("SELECT \"rowid\", \"n \"\" 2\" FROM v") == "1|3");
    db.Call("vieworm_drop", {"v"});
  }
}

TEST_CASE("indexes of every kind are made on the store") {
  Database db;
  db.Run(kPeople);
  db.Call("vieworm_create", {R"({"name": "v", "definition": "SELECT id, name, age FROM people",
      "method": "materialized", "indexes": [
        {"columns": ["id"], "unique": true}, {"columns": ["id"]},
        {"columns": [{"column": "name", "order": "desc"}, {"expression": "age + 1 -- next"}]},
        {"columns": ["age"], "where": "age IS NOT NULL /* known */", "name": "grown"}]})"});
  CHECK(
      db.Rows("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = "
              "'_vieworm_v_store'") ==
      Lines{"_vieworm_v_id_idx|CREATE UNIQUE INDEX \"_vieworm_v_id_idx\" ON \"_vieworm_v_store\" "
            "(\"id\")",
            "_vieworm_v_id_idx_1|CREATE INDEX \"_vieworm_v_id_idx_1\" ON \"_vieworm_v_store\" "
            "(\"id\")",
            "_vieworm_v_name_expr_idx|CREATE INDEX \"_vieworm_v_name_expr_idx\" ON "
            "\"_vieworm_v_store\" "
            "(\"name\" DESC, (age + 1 -- next\n))",
            "grown|CREATE INDEX \"grown\" ON \"_vieworm_v_store\" (\"age\") WHERE (age IS NOT NULL "
            "/* known */\n)"});
  CHECK(db.Value("SELECT count(*) FROM v WHERE id = 2") == "1");
}

TEST_CASE("the default names of two views' indexes do not clash") {
  Database db;
  const char* options = R"({"refresh": {}, "indexes": [{"columns": ["b_c"]}]})";
  db.Call("vieworm_create", {"a", "SELECT 1 AS b_c", options});
  const char* other = R"({"refresh": {}, "indexes": [{"columns": ["c"]}]})";
  db.Call("vieworm_create", {"a_b", "SELECT 1 AS c", other});
  CHECK(db.Rows("SELECT name FROM sqlite_schema WHERE tbl_name LIKE '%a%' AND type = 'index'") ==
        Lines{"_vieworm_a_b_c_idx", "_vieworm_a_b_c_idx_1"});
}

TEST_CASE("a table of the user's that has the store's name stays what it is") {
  Database db;
  db.Run(
      "CREATE TABLE _vieworm_v_store(x); INSERT INTO _vieworm_v_store VALUES (7); CREATE VIEW "
      "_vieworm_V_Definition AS "
      "SELECT 8 AS y");
  db.Call("vieworm_create", {"v", "SELECT x + 1 AS a FROM _vieworm_v_store", R"({"refresh": {}})"});
  CHECK(db.Value("SELECT a FROM v") == "8");
  CHECK(db.Rows("SELECT name FROM sqlite_schema WHERE name LIKE '%\\_v\\_%' ESCAPE '\\'") ==
        Lines{"_vieworm_v_store", "_vieworm_V_Definition", "_vieworm_v_store_1"});
  db.Run("UPDATE _vieworm_v_store SET x = 1");
  db.Call("vieworm_refresh", {"v"});
  CHECK(db.Value("SELECT a FROM v") == "2");
  CHECK(db.Call("vieworm_drop", {"v"}).dump() == R"(["main.v"])");
  CHECK(db.Value("SELECT x FROM _vieworm_v_store") == "1");
  CHECK(db.Value("SELECT y FROM _vieworm_v_definition") == "8");
}

TEST_CASE("if_not_exists leaves alone whatever is there") {
  Database db;
  db.Run(kPeople);
  for (const char* name : {"people", "PEOPLE"}) {
    Json report = db.Call("vieworm_create", {name, "SELECT 1 AS a", R"({"if_not_exists": true})"});
    CHECK(report.dump() ==
          std::string(R"({"schema":"main","name":")") + name + R"(","created":false})");
  }
  CHECK(db.Value("SELECT count(*) FROM people") == "3");
  CHECK(db.Call("vieworm_create",
                {"v", "SELECT 1 AS a", R"({"if_not_exists": true})"})["created"] == true);
}

TEST_CASE("or_replace replaces a changed view and keeps an unchanged one") {
  Database db;
  db.Run(kPeople);
  std::string spec = R"({"name": "v", "definition": "SELECT id FROM people", "refresh": {},
      "indexes": [{"columns": ["id"]}], "or_replace": true})";
  Json first = db.Call("vieworm_create", {spec});
  CHECK(first["created"] == true);
  CHECK(first["replaced"] == false);
  std::vector<std::string> before = db.Everything();
  Json same = db.Call("vieworm_create", {spec});
  CHECK(same["created"] == false);
  CHECK(same["replaced"] == false);
  CHECK(db.Everything() == before);
  Json changed = db.Call(
      "vieworm_create", {"V", "SELECT name FROM people", R"({"or_replace": true, "refresh": {}})"});
  CHECK(changed["created"] == false);
  CHECK(changed["replaced"] == true);
  CHECK(db.Bag("v") == db.Bag("(SELECT name FROM people)"));
  db.Call("vieworm_create", {"v", "SELECT 5 AS five", R"({"or_replace": true})"});
  CHECK(db.Rows("SELECT name FROM sqlite_schema WHERE name LIKE '%v%' AND type <> 'index'") ==
        Lines{"_vieworm_registry", "_vieworm_registry_conflict", "_vieworm_registry_loaded", "v"});
  CHECK(db.Value("SELECT * FROM v") == "5");
}

TEST_CASE("if_not_exists with or_replace replaces a view that is there, and nothing else") {
  Database db;
  db.Run(kPeople);
  const char* both = R"({"if_not_exists": true, "or_replace": true})";
  CHECK(db.Call("vieworm_create", {"v", "SELECT 1 AS a", both})["created"] == true);
  CHECK(db.Call("vieworm_create", {"v", "SELECT 1 AS a", both})["replaced"] == false);
  CHECK(db.Call("vieworm_create", {"v", "SELECT 2 AS a", both})["replaced"] == true);
  CHECK(db.Value("SELECT a FROM v") == "2");
  CHECK(db.CallFailure("vieworm_create", {"people", "SELECT 1 AS a", both}) ==
        db.CallFailure("vieworm_create", {"people", "SELECT 1 AS a", R"({"or_replace": true})"}));
  CHECK(db.Value("SELECT count(*) FROM people") == "3");
}

TEST_CASE("or_replace puts a missing schedule right") {
  Database db;
  const char* options = R"({"refresh": {"schedule": "1 hour"}, "or_replace": true})";
  db.Call("vieworm_create", {"v", "SELECT 1 AS a", options});
  db.Run("UPDATE _vieworm_registry SET due_at = NULL");
  CHECK(db.Call("vieworm_create", {"v", "SELECT 1 AS a", options})["replaced"] == false);
  CHECK(db.Value("SELECT due_at > created_at FROM _vieworm_registry") == "1");
}

TEST_CASE("a replaced view may not break what reads it") {
  Database db;
  db.Run(kPeople);
  db.Call("vieworm_create", {"v", "SELECT id, name FROM people"});
  db.Run("CREATE VIEW reader AS SELECT name FROM v");
  db.Run(
      "CREATE TABLE t(x); CREATE TRIGGER trg AFTER INSERT ON t BEGIN "
      "INSERT INTO people(name) SELECT name FROM v LIMIT 1; END");
  std::vector<std::string> before = db.Everything();
  CHECK_THAT(
      db.CallFailure("vieworm_create", {"v", "SELECT id FROM people", R"({"or_replace": true})"}),
      ContainsSubstring("cannot replace view \"main.v\": others depend on it") &&
          ContainsSubstring("\"main.reader\" and \"main.trg\""));
  CHECK(db.Everything() == before);
  db.Call("vieworm_create", {"v", "SELECT name FROM people", R"({"or_replace": true})"});
  CHECK(db.Value("SELECT count(*) FROM reader") == "3");
}

TEST_CASE("a replaced view cannot read itself") {
  Database db;
  db.Call("vieworm_create", {"v", "SELECT 1 AS a"});
  std::vector<std::string> before = db.Everything();
  CHECK_THAT(db.CallFailure("vieworm_create",
                            {"v", "SELECT a FROM v", R"({"or_replace": true, "refresh": {}})"}),
             ContainsSubstring("no such table: main.v"));
  CHECK(db.Everything() == before);
}

TEST_CASE("compile prints statements that, run as they are, give the same view") {
  Database db;
  db.Run(kPeople);
  std::string spec = R"({"name": "v", "definition": "SELECT id, name FROM people -- all",
      "refresh": {}, "indexes": [{"columns": ["name"], "where": "id > 0 -- x"}]})";
  std::vector<std::string> before = db.Everything();
  std::string text = db.Call("vieworm_compile", {spec}).get<std::string>();
  CHECK(db.Everything() == before);
  CHECK_THAT(text, ContainsSubstring("SELECT id, name FROM \"main\".people;\n") &&
                       ContainsSubstring("(id > 0 -- x\n);\n"));
  db.Run(text);
  CHECK(db.Bag("v") == db.Bag("(SELECT id, name FROM people)"));
}

TEST_CASE("compile says what create would do about a view that exists") {
  Database db;
  db.Call("vieworm_create", {"v", "SELECT 1 AS a", R"({"refresh": {}})"});
  std::string spec = R"({"name": "v", "definition": "SELECT 2 AS a")";
  CHECK_THAT(db.CallFailure("vieworm_compile", {spec + "}"}),
             ContainsSubstring("relation \"main.v\" already exists"));
  CHECK(db.Call("vieworm_compile", {spec + R"(, "if_not_exists": true})"}) == "");
  CHECK(db.Call("vieworm_compile", {spec + R"(, "or_replace": true})"}) ==
        "DROP TABLE \"main\".\"_vieworm_v_store\";\nDROP VIEW \"main\".\"v\";\n"
        "CREATE VIEW \"main\".\"v\" (\"a\") AS\nSELECT 2 AS a;\n");
  CHECK(db.Value("SELECT a FROM v") == "1");
}

TEST_CASE("names may hold anything") {
  const char* names[] = {"a\"b",  "a.b",  "a;b", "a b", "'; DROP TABLE people; --",
                         "Größe", "日本", "[x]", "`",   "select",
                         "1",     "a\nb", "%s"};
  for (const char* name : names) {
    Database db;
    db.Run(kPeople);
    Json spec = {
        {"name", name}, {"definition", "SELECT id FROM people"}, {"refresh", Json::object()}};
    INFO(name);
    spec["columns"] = {name};
    spec["indexes"] = {{{"columns", {name}}, {"name", std::string("i") + name}}};
    CHECK(db.Call("vieworm_create", {spec.dump()})["created"] == true);
    db.Run("DELETE FROM people WHERE id = 1");
    CHECK(db.Call("vieworm_refresh", {QuotedName(name)})["deleted"] == 1);
    CHECK(db.Bag(QuotedName(name)) == db.Bag("(SELECT id FROM people)"));
    CHECK(db.Call("vieworm_graph").is_string());
    CHECK(db.Call("vieworm_drop", {QuotedName(name)}).size() == 1);
    CHECK(db.Value("SELECT count(*) FROM sqlite_schema") == "1");
  }
}

TEST_CASE("a name of 200 characters and a definition of a megabyte are fine") {
  Database db;
  std::string name(200, 'n');
  std::string definition = "SELECT 1 AS a, '" + std::string(1 << 20, 'x') + "' AS big";
  db.Call("vieworm_create", {name, definition, R"({"refresh": {}})"});
  CHECK(db.Value("SELECT length(big) FROM " + name) == "1048576");
  CHECK(db.Call("vieworm_refresh", {name})["inserted"] == 0);
  CHECK(db.Value("SELECT length(definition) FROM vieworm_views") ==
        std::to_string(definition.size()));
}

TEST_CASE("what follows the last token of a definition goes nowhere") {
  for (const char* tail : {"", ";", " ; -- end", " /* end */ ;", " -- end", "\n\n;;"}) {
    Database db;
    INFO(tail);
    db.Call("vieworm_create", {"v", std::string("SELECT 1 AS a") + tail, R"({"refresh": {}})"});
    CHECK(db.Value("SELECT definition FROM vieworm_views") == "SELECT 1 AS a");
  }
}

TEST_CASE("what a spec would make is not damaged: there is nothing yet") {
  Database db;
  db.Run("CREATE TABLE t(id INTEGER PRIMARY KEY, g, v INT)");
  for (const char* refresh : {R"({})", R"({"on": "statement"})"}) {
    Json spec = {{"name", "v"},
                 {"definition", "SELECT g, sum(v) AS s FROM t GROUP BY g"},
                 {"method", "materialized"},
                 {"refresh", Json::parse(refresh)}};
    INFO(spec);
    std::string text = db.Call("vieworm_explain", {spec.dump()}).get<std::string>();
    CHECK_THAT(text, !ContainsSubstring("damaged"));
  }
}

}  // namespace
}  // namespace vieworm
