// vieworm_drop, and what a plain DROP VIEW leaves.
#include "tests/sqlite/database.h"
#include "tests/unit/catch.h"

namespace vieworm {
namespace {

using Catch::Matchers::ContainsSubstring;
using Lines = std::vector<std::string>;

constexpr char kStored[] = R"({"refresh": {}})";
constexpr char kCascade[] = R"({"cascade": true})";

TEST_CASE("the last view takes the registry with it: the file is as it was") {
  Database db;
  db.Run("CREATE TABLE t(a)");
  std::vector<std::string> before = db.Everything();
  db.Call("vieworm_create", {"v", "SELECT a FROM t", kStored});
  db.Call("vieworm_create", {"w", "SELECT a FROM t"});
  CHECK(db.Call("vieworm_drop", {"V"}).dump() == R"(["main.v"])");
  CHECK(db.Value("SELECT name FROM vieworm_views") == "w");
  CHECK(db.Call("vieworm_drop", {"w"}).dump() == R"(["main.w"])");
  CHECK(db.Everything() == before);
}

TEST_CASE("if_exists makes a missing view no error, but not what is not vieworm's") {
  Database db;
  db.Run("CREATE TABLE t(a)");
  CHECK(db.Call("vieworm_drop", {"v", R"({"if_exists": true})"}).dump() == "[]");
  CHECK_THAT(db.CallFailure("vieworm_drop", {"t", R"({"if_exists": true})"}),
             ContainsSubstring("is not a view of vieworm's"));
}

constexpr char kFamily[] =
    "CREATE TABLE t(a); INSERT INTO t VALUES (1);"
    "SELECT vieworm_create('v', 'SELECT a FROM t', '{\"refresh\": {}}');"
    "CREATE VIEW plain AS SELECT a FROM v;"
    "CREATE VIEW broken AS SELECT a FROM nowhere;"
    "CREATE TEMP VIEW aside AS SELECT a FROM main.v;"
    "SELECT vieworm_create('w', 'SELECT a FROM plain', '{\"refresh\": {}}');"
    "SELECT vieworm_create('s', 'SELECT a FROM w');"
    "SELECT vieworm_create('other', 'SELECT a FROM t', '{\"refresh\": {}}');";

TEST_CASE("without cascade a view that others read stays, and the error lists them") {
  Database db;
  db.Run(kFamily);
  std::vector<std::string> before = db.Everything();
  CHECK(db.CallFailure("vieworm_drop", {"v"}) ==
        "vieworm: cannot drop view \"main.v\": other views depend on it. They are \"main.plain\", "
        "\"main.w\" and \"temp.aside\". Use \"cascade\": true to drop them too.");
  CHECK(db.Everything() == before);
  CHECK(db.Value("SELECT a FROM s") == "1");
}

TEST_CASE("cascade drops all that depends on a view, and nothing else") {
  Database db;
  db.Run(kFamily);
  CHECK(db.Call("vieworm_drop", {"v", kCascade}).dump() ==
        R"(["main.v","main.plain","main.w","main.s","temp.aside"])");
  CHECK(db.Rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')") ==
        Lines{"t", "_vieworm_registry", "broken", "_vieworm_other_store", "other"});
  CHECK(db.Rows("SELECT * FROM temp.sqlite_schema").empty());
  CHECK(db.Value("SELECT name FROM vieworm_views") == "other");
}

TEST_CASE("a trigger that reads the view keeps it: its table could not be written to any more") {
  Database db;
  db.Run("CREATE TABLE t(a); CREATE TABLE log(n)");
  db.Call("vieworm_create", {"v", "SELECT a FROM t", kStored});
  db.Run("CREATE TRIGGER trg AFTER INSERT ON t BEGIN INSERT INTO log SELECT count(*) FROM v; END");
  std::vector<std::string> before = db.Everything();
  for (const char* options : {"{}", kCascade}) {
    CHECK(db.CallFailure("vieworm_drop", {"v", options}) ==
          "vieworm: cannot drop view \"main.v\": triggers read it. They are \"main.trg\"; their "
          "tables could no longer be written to. Drop the triggers first.");
  }
  CHECK(db.Everything() == before);
  db.Run("DROP TRIGGER trg");
  CHECK(db.Call("vieworm_drop", {"v"}).size() == 1);
}

TEST_CASE("triggers on the view itself go with it") {
  Database db;
  db.Run("CREATE TABLE t(a)");
  db.Call("vieworm_create", {"v", "SELECT a FROM t", kStored});
  db.Run("CREATE TRIGGER trg INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.a); END");
  CHECK(db.Call("vieworm_drop", {"v"}).size() == 1);
  CHECK(db.Rows("SELECT name FROM sqlite_schema") == Lines{"t"});
}

TEST_CASE("after a plain DROP VIEW everything says so and drop cleans up") {
  Database db;
  db.Run("CREATE TABLE t(a)");
  db.Call("vieworm_create", {"v", "SELECT a FROM t", kStored});
  db.Run("DROP VIEW v");
  CHECK(db.CallFailure("vieworm_refresh", {"v"}) ==
        "vieworm: view \"main.v\" is no longer complete. The view itself was dropped, but not by "
        "vieworm_drop. Use vieworm_drop to clean up what is left, or vieworm_repair to create it "
        "again.");
  CHECK(db.Value("SELECT name, last_error FROM vieworm_views") ==
        "v|the view was dropped, but not by vieworm_drop; vieworm_drop cleans up what is left");
  CHECK(db.Call("vieworm_refresh_all").empty());
  CHECK(db.Call("vieworm_graph").is_string());
  CHECK(db.Call("vieworm_drop", {"v"}).dump() == R"(["main.v"])");
  CHECK(db.Rows("SELECT name FROM sqlite_schema") == Lines{"t"});
}

TEST_CASE("after a plain DROP VIEW create makes the view anew, whatever the rules say") {
  for (const char* options : {R"({"refresh": {}})", R"({"refresh": {}, "or_replace": true})",
                              R"({"refresh": {}, "if_not_exists": true})"}) {
    Database db;
    db.Run("CREATE TABLE t(a); INSERT INTO t VALUES (1)");
    db.Call("vieworm_create", {"v", "SELECT a FROM t", options});
    db.Run("DROP VIEW v");
    CHECK(db.Call("vieworm_create", {"v", "SELECT a FROM t", options})["created"] == true);
    CHECK(db.Value("SELECT a FROM v") == "1");
    CHECK(db.Rows("SELECT name FROM sqlite_schema WHERE name LIKE '%\\_v\\_%' ESCAPE '\\'") ==
          Lines{"_vieworm_v_store", "_vieworm_v_t_names"});
  }
}

TEST_CASE("a view that the user made under a dropped view's name is the user's") {
  Database db;
  db.Run("CREATE TABLE t(a)");
  db.Call("vieworm_create", {"v", "SELECT a FROM t", kStored});
  db.Run("DROP VIEW v; CREATE VIEW v AS SELECT 7 AS mine");
  CHECK_THAT(db.CallFailure("vieworm_create", {"v", "SELECT a FROM t", R"({"or_replace": true})"}),
             ContainsSubstring("cannot replace relation \"main.v\""));
  CHECK(db.Call("vieworm_drop", {"v"}).size() == 1);
  CHECK(db.Value("SELECT mine FROM v") == "7");
  CHECK(db.Rows("SELECT name FROM sqlite_schema") == Lines{"t", "v"});
}

}  // namespace
}  // namespace vieworm
