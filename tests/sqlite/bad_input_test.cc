// Bad input: an error that says what is wrong, and nothing left behind.
#include "tests/sqlite/database.h"
#include "tests/unit/catch.h"

namespace vieworm {
namespace {

struct BadSpec {
  const char* spec;
  const char* message;  // the whole text
};

const BadSpec kBadSpecs[] = {
    {"{", "vieworm: argument \"spec\" is not JSON. The text is not valid at byte 2."},
    {"", "vieworm: argument \"spec\" is not JSON. The text is not valid at byte 1."},
    {"\xff", "vieworm: argument \"spec\" is not JSON. The text is not valid at byte 1."},
    {"{\"name\": \"\xc3\"}",
     "vieworm: argument \"spec\" is not JSON. The text is not valid at byte 12."},
    {"[]", "vieworm: wrong type at \"/\". Found []; expected is an object."},
    {R"({"name": 5})", "vieworm: wrong type at \"/name\". Found 5; expected is a string."},
    {R"({"definition": "SELECT 1 AS a"})",
     "vieworm: missing key \"/name\". Expected is the view's name."},
    {R"({"name": "", "definition": "SELECT 1 AS a"})", "vieworm: empty name at \"/name\""},
    {R"({"name": "v"})", "vieworm: missing key \"/definition\". Expected is a SELECT."},
    {R"({"name": "v", "definition": "SELECT 1 AS a", "refesh": {}})",
     "vieworm: unknown key \"/refesh\". Allowed here are \"name\", \"schema\", \"definition\", "
     "\"method\", \"refresh\", \"with_data\", \"columns\", \"indexes\", \"options\", "
     "\"tablespace\", \"comment\", \"if_not_exists\" or \"or_replace\". Did you mean "
     "\"refresh\"?"},
    {R"({"name": "v", "definiton": "SELECT 1 AS a"})",
     "vieworm: unknown key \"/definiton\". Allowed here are \"name\", \"schema\", "
     "\"definition\", \"method\", \"refresh\", \"with_data\", \"columns\", \"indexes\", "
     "\"options\", \"tablespace\", \"comment\", \"if_not_exists\" or \"or_replace\". "
     "Did you mean \"definition\"?"},
    {R"({"name": "people", "definition": "SELECT 1 AS a"})",
     "vieworm: relation \"main.people\" already exists. Use \"or_replace\" to replace a view of "
     "vieworm's, or \"if_not_exists\" to leave it as it is."},
    {R"({"name": "People", "definition": "SELECT 1 AS a", "or_replace": true})",
     "vieworm: cannot replace relation \"main.People\". It was not created by vieworm. Drop it "
     "first, or choose another name."},
    {R"({"name": "by_name", "definition": "SELECT 1 AS a"})",
     "vieworm: relation \"main.by_name\" already exists. Use \"or_replace\" to replace a view of "
     "vieworm's, or \"if_not_exists\" to leave it as it is."},
    {R"({"name": "plain", "definition": "SELECT 1 AS a", "or_replace": true})",
     "vieworm: cannot replace relation \"main.plain\". It was not created by vieworm. Drop it "
     "first, or choose another name."},
    {R"({"name": "v", "definition": "SELEC 1 AS a"})",
     "vieworm: the definition must be one SELECT. It begins with \"SELEC\"."},
    {R"({"name": "v", "definition": "SELECT FROM people"})",
     "vieworm: near \"FROM\": syntax error. SQLite cannot read the definition."},
    {R"({"name": "v", "definition": " -- nothing"})",
     "vieworm: the definition must be one SELECT. It is empty."},
    {R"({"name": "v", "definition": "SELECT 1 AS a; DROP TABLE people"})",
     "vieworm: the definition must be one SELECT. It has more than one statement."},
    {R"({"name": "v", "definition": "DELETE FROM people"})",
     "vieworm: the definition must be one SELECT. It begins with \"DELETE\"."},
    {R"({"name": "v", "definition": "PRAGMA foreign_keys = ON"})",
     "vieworm: the definition must be one SELECT. It begins with \"PRAGMA\"."},
    {R"({"name": "v", "definition": "EXPLAIN SELECT 1 AS a"})",
     "vieworm: the definition must be one SELECT. It begins with \"EXPLAIN\"."},
    {R"({"name": "v", "definition": "WITH x AS (SELECT 1 AS a) DELETE FROM people"})",
     "vieworm: near \"DELETE\": syntax error. SQLite cannot read the definition."},
    {R"({"name": "v", "definition": "SELECT a FROM missing"})",
     "vieworm: no such table: main.missing. SQLite cannot read the definition."},
    {R"({"name": "v", "definition": "SELECT nope FROM people"})",
     "vieworm: no such column: nope. SQLite cannot read the definition."},
    {R"({"name": "v", "definition": "SELECT nope(1) AS a"})",
     "vieworm: no such function: nope. SQLite cannot read the definition."},
    {R"({"name": "v", "definition": "SELECT id, age FROM people", "columns": ["a", "A"]})",
     "vieworm: column \"A\" is in the definition twice. Give one of them an alias, or name all "
     "columns in \"/columns\"."},
    {R"({"name": "v", "definition": "SELECT id FROM people WHERE id = ?2"})",
     "vieworm: the definition must not have parameters. It has \"?2\". Write the value itself."},
    {R"({"name": "v", "definition": "SELECT :id AS a"})",
     "vieworm: the definition must not have parameters. It has \":id\". Write the value itself."},
    {R"({"name": "v", "definition": "SELECT 1 AS a /* open"})",
     "vieworm: unterminated definition. A comment that begins with /* does not end."},
    {R"({"name": "v", "definition": "SELECT 'open AS a"})",
     "vieworm: unterminated definition. A quote that is opened is not closed."},
    {R"({"name": "v", "definition": "SELECT 1 AS a\u0000"})",
     "vieworm: SQL text with a NUL character at \"/definition\""},
    {R"({"name": "v", "definition": "SELECT id FROM people", "refresh": {},
         "indexes": [{"columns": ["idd"]}]})",
     "vieworm: column \"idd\" does not exist. It is named at \"/indexes/0/columns/0\"; the view's "
     "columns are \"id\". Did you mean \"id\"?"},
    {R"({"name": "v", "definition": "SELECT id FROM people", "refresh": {},
         "indexes": [{"columns": ["id"], "where": "1); DROP TABLE people; --"}]})",
     "vieworm: invalid SQL text at \"/indexes/0/where\". It must be one expression with as many "
     "closing as opening parentheses."},
    {R"({"name": "v", "definition": "SELECT id FROM people", "refresh": {},
         "indexes": [{"columns": [{"expression": "id) /*"}]}]})",
     "vieworm: unterminated SQL text at \"/indexes/0/columns/0/expression\". A comment that begins "
     "with /* does not end."},
    {R"({"name": "v", "definition": "SELECT id FROM people", "refresh": {},
         "indexes": [{"columns": [{"expression": "id), (id"}]}]})",
     "vieworm: invalid SQL text at \"/indexes/0/columns/0/expression\". It must be one expression "
     "with as many closing as opening parentheses."},
    {R"({"name": "v", "definition": "SELECT id FROM people", "refresh": {},
         "indexes": [{"columns": ["id"], "name": "by_name"}]})",
     "vieworm: index by_name already exists"},
    {R"({"name": "v", "definition": "SELECT name FROM people", "refresh": {},
         "indexes": [{"columns": ["name"], "unique": true}]})",
     "vieworm: UNIQUE constraint failed: _vieworm_v_store.name"},
    {R"({"name": "v", "definition": "SELECT 1 AS a", "method": "simple",
         "refresh": {"concurrently": true}})",
     "vieworm: contradiction at \"/refresh\". A simple view stores no rows. Use \"method\": "
     "\"materialized\" to store them."},
    {R"({"name": "v", "definition": "SELECT 1 AS a", "refresh": {"on": "commit"}})",
     "vieworm: \"/refresh/on\" cannot be \"commit\". SQLite runs nothing at commit. Use "
     "\"statement\" or \"demand\"."},
    {R"({"name": "sqlite_v", "definition": "SELECT 1 AS a"})",
     "vieworm: name \"sqlite_v\" is reserved. SQLite keeps the names that begin with sqlite_ for "
     "itself. Choose another name."},
    {R"({"name": "Vieworm_Views", "definition": "SELECT 1 AS a"})",
     "vieworm: name \"Vieworm_Views\" is reserved. It is a relation of vieworm's own. Choose "
     "another name."},
    {R"({"name": "v", "schema": "atached", "definition": "SELECT 1 AS a"})",
     "vieworm: schema \"atached\" does not exist. In SQLite a schema is \"main\", \"temp\" or the "
     "name of an attached database. Did you mean \"attached\"?"},
    {R"({"name": "v", "definition": "SELECT x FROM far"})",
     "vieworm: the definition reads \"attached.far\", which is in another database. In SQLite a "
     "view reads only the database that it is in. The view would be in \"main\"; set \"/schema\" "
     "to \"attached\", or to \"temp\", whose views may read every database."},
    {R"({"name": "v", "definition": "SELECT x FROM attached.far JOIN people"})",
     "vieworm: the definition reads \"attached.far\", which is in another database. In SQLite a "
     "view reads only the database that it is in. The view would be in \"main\"; set \"/schema\" "
     "to \"attached\", or to \"temp\", whose views may read every database."},
    {R"({"name": "v", "definition": {"postgresql": "SELECT 1 AS a"}})",
     "vieworm: missing key \"/definition/sqlite\". Expected is a string."},
};

constexpr char kSchema[] =
    "CREATE TABLE people(id INTEGER PRIMARY KEY, name TEXT, age INTEGER);"
    "CREATE INDEX by_name ON people(name);"
    "CREATE VIEW plain AS SELECT 1 AS a;"
    "INSERT INTO people VALUES (1, 'Ann', 30), (2, 'Bob', NULL), (3, 'Bob', NULL);"
    "ATTACH ':memory:' AS attached; CREATE TABLE attached.far(x);";

TEST_CASE("a bad spec gives one clear error and leaves nothing behind") {
  Database db;
  db.Run(kSchema);
  std::vector<std::string> before = db.Everything();
  for (const BadSpec& bad : kBadSpecs) {
    INFO(bad.spec);
    CHECK(db.CallFailure("vieworm_create", {bad.spec}) == bad.message);
    CHECK(sqlite3_get_autocommit(db.handle()) == 1);
    CHECK(db.Everything() == before);
  }
}

TEST_CASE("compile refuses what create refuses before it runs anything") {
  Database db;
  db.Run(kSchema);
  std::vector<std::string> before = db.Everything();
  for (const BadSpec& bad : kBadSpecs) {
    std::string message = bad.message;
    bool found_while_running = message.find("UNIQUE") != std::string::npos ||
                               message.find("index by_name") != std::string::npos;
    if (found_while_running) continue;
    INFO(bad.spec);
    CHECK(db.CallFailure("vieworm_compile", {bad.spec}) == bad.message);
    CHECK(db.Everything() == before);
  }
}

TEST_CASE("inside a transaction a bad spec leaves the rest of it alone") {
  Database db;
  db.Run(kSchema);
  db.Run("BEGIN; INSERT INTO people VALUES (9, 'Zoe', 9)");
  std::vector<std::string> before = db.Everything();
  for (const BadSpec& bad : kBadSpecs) {
    INFO(bad.spec);
    CHECK(db.CallFailure("vieworm_create", {bad.spec}) == bad.message);
    CHECK(sqlite3_get_autocommit(db.handle()) == 0);
    CHECK(db.Everything() == before);
  }
  db.Run("COMMIT");
  CHECK(db.Value("SELECT count(*) FROM people") == "4");
}

TEST_CASE("an argument that is NULL is an error, never a silent NULL") {
  Database db;
  db.Call("vieworm_create", {"v", "SELECT 1 AS a", R"({"refresh": {}})"});
  std::pair<const char*, const char*> calls[] = {
      {"vieworm_create(NULL)", "argument \"spec\" of vieworm_create"},
      {"vieworm_create(NULL, 'SELECT 1')", "argument \"name\" of vieworm_create"},
      {"vieworm_create('w', NULL)", "argument \"definition\" of vieworm_create"},
      {"vieworm_create('w', 'SELECT 1 AS a', NULL)", "argument \"options\" of vieworm_create"},
      {"vieworm_refresh(NULL)", "argument \"name\" of vieworm_refresh"},
      {"vieworm_refresh('v', NULL)", "argument \"options\" of vieworm_refresh"},
      {"vieworm_refresh_all(NULL)", "argument \"options\" of vieworm_refresh_all"},
      {"vieworm_drop(NULL)", "argument \"name\" of vieworm_drop"},
      {"vieworm_drop('v', NULL)", "argument \"options\" of vieworm_drop"},
      {"vieworm_compile(NULL)", "argument \"spec\" of vieworm_compile"},
      {"vieworm_graph(NULL)", "argument \"format\" of vieworm_graph"},
  };
  for (const auto& [call, argument] : calls) {
    CHECK(db.Failure(std::string("SELECT ") + call) ==
          std::string("vieworm: ") + argument + " must not be null");
  }
}

TEST_CASE("a name that is none, options that are none, bytes that are no UTF-8") {
  Database db;
  CHECK(db.CallFailure("vieworm_refresh", {"a.b.c"}) ==
        "vieworm: invalid name: a.b.c. A name has at most two parts, schema and view.");
  CHECK(
      db.CallFailure("vieworm_refresh", {""}) ==
      "vieworm: the name is empty. A view is named as in SQL: name, schema.name or \"Odd Name\".");
  CHECK(db.CallFailure("vieworm_drop", {"v", "5"}) ==
        "vieworm: wrong type at \"/\". Found 5; expected is an object.");
  CHECK(db.CallFailure("vieworm_drop", {"v", R"({"cascad": true})"}) ==
        "vieworm: unknown key \"/cascad\". Allowed here are \"if_exists\" or \"cascade\". Did you "
        "mean \"cascade\"?");
  CHECK(db.CallFailure("vieworm_create", {"v", "SELECT '\xff' AS a"}) ==
        "vieworm: argument \"definition\" of vieworm_create is not UTF-8");
}

TEST_CASE("refresh and drop take only what is vieworm's") {
  Database db;
  db.Run(kSchema);
  db.Call("vieworm_create", {"simple", "SELECT 1 AS a"});
  std::vector<std::string> before = db.Everything();
  for (const char* function : {"vieworm_refresh", "vieworm_drop"}) {
    for (const char* name : {"people", "plain", "by_name", "attached.far"}) {
      CHECK(db.CallFailure(function, {name}) ==
            std::string("vieworm: relation \"") + name +
                "\" is not a view of vieworm's. It was not created by vieworm_create. The relation "
                "vieworm_views lists all views.");
    }
    CHECK(db.CallFailure(function, {"nothing"}) ==
          "vieworm: view \"nothing\" does not exist. The relation vieworm_views lists all views.");
    CHECK(db.CallFailure(function, {"nowhere.v"}) ==
          "vieworm: schema \"nowhere\" does not exist. In SQLite a schema is \"main\", \"temp\" or "
          "the name of an attached database.");
  }
  CHECK(db.CallFailure("vieworm_refresh", {"simple"}) ==
        "vieworm: cannot refresh view \"main.simple\". It is a simple view: it stores no rows and "
        "is always fresh. Create it with \"method\": \"materialized\" to store its rows.");
  CHECK(db.Everything() == before);
}

TEST_CASE("a table of the user's own called _vieworm_registry is not touched") {
  Database db;
  db.Run("CREATE TABLE _vieworm_registry(x); INSERT INTO _vieworm_registry VALUES (1)");
  std::vector<std::string> before = db.Everything();
  for (const char* call :
       {"SELECT vieworm_create('v', 'SELECT 1 AS a')", "SELECT vieworm_drop('v')",
        "SELECT * FROM vieworm_views", "SELECT vieworm_refresh_all()"}) {
    CHECK(
        db.Failure(call) ==
        "vieworm: table \"main._vieworm_registry\" is not vieworm's. The name is kept for the list "
        "of vieworm's views; reading it gave: no such column: name. Rename the table.");
  }
  CHECK(db.Everything() == before);
}

}  // namespace
}  // namespace vieworm
