// What a program drops that compares the schema with what it knows of.
#include "tests/sqlite/incremental_fixture.h"

namespace vieworm {
namespace {

using Catch::Matchers::ContainsSubstring;

constexpr char kTable[] =
    "CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, v INT, k INT UNIQUE); "
    "INSERT INTO t VALUES (1,'a',1,10),(2,'a',2,20),(3,'b',4,40)";
constexpr char kSums[] = "SELECT g, sum(v) AS s, max(v) AS hi FROM t GROUP BY g";

// Drops all tables of vieworm's whose names match.
void DropTables(Database& db, const std::string& pattern) {
  for (const std::string& name :
       db.Rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB " +
               QuotedText(pattern))) {
    db.Run("DROP TABLE " + QuotedName(name));
  }
}

TEST_CASE("everything internal can be told by its name") {
  Maintained m(kTable);
  m.Keep("v", kSums, R"({"refresh": {"on": "statement"}, "indexes": [{"columns": ["g"]}]})");
  m.Keep(QuotedName("odd \"name"), "SELECT id, g FROM t");
  m.db.Call("vieworm_create", {"full", "SELECT g FROM t", R"({"refresh": {}})"});
  m.db.Call("vieworm_pause", {"v"});
  m.db.Call("vieworm_resume", {"v"});
  CHECK(m.db.Rows("SELECT name FROM sqlite_schema WHERE name NOT GLOB '_vieworm_*' AND name NOT "
                  "GLOB 'sqlite_*' ORDER BY name") == Lines{"full", "odd \"name", "t", "v"});
}

TEST_CASE("names that begin like vieworm's are for nobody else") {
  Database db;
  db.Run("CREATE TABLE t(a); CREATE TABLE _VIEWORM_mine(a)");
  CHECK_THAT(db.CallFailure("vieworm_create", {"_Vieworm_v", "SELECT a FROM t"}),
             ContainsSubstring("name \"_Vieworm_v\" is reserved"));
  CheckFallsBack(db, "v", "SELECT a FROM _VIEWORM_mine",
                 "it reads _VIEWORM_mine, on which there can be no triggers");
}

TEST_CASE("a store that was dropped: repair, refresh, drop and or_replace bring the writes back") {
  const std::string replace =
      R"({"refresh": {"on": "statement", "mode": "incremental"}, "or_replace": true})";
  for (const char* pattern : {"_vieworm_v_*", "_vieworm_v_store", "_vieworm_v_replaced",
                              "_vieworm_*", "_vieworm_registry"}) {
    for (const char* call :
         {"vieworm_repair", "vieworm_refresh", "vieworm_create", "vieworm_drop"}) {
      INFO(pattern << " " << call);
      Maintained m(kTable);
      m.Keep("v", kSums);
      m.Forget("v");
      DropTables(m.db, pattern);
      CHECK(m.db.Value("SELECT name, stale FROM vieworm_views") == "v|1");
      CHECK_THAT(m.db.Value("SELECT last_error FROM vieworm_views"),
                 ContainsSubstring(" was dropped"));
      CHECK_THAT(m.db.Call("vieworm_verify", {"v"})["damage"].get<std::string>(),
                 ContainsSubstring(" was dropped."));
      CHECK_THAT(m.db.Call("vieworm_explain", {"v"}).get<std::string>(),
                 ContainsSubstring("damaged: "));
      CHECK(m.db.Call("vieworm_graph").is_string());
      if (std::string(call) == "vieworm_create") {
        m.db.Call(call, {"v", kSums, replace});
      } else {
        m.db.Call(call, {"v"});
      }
      m.db.Run("INSERT INTO t VALUES (4,'c',8,80)");
      if (std::string(call) == "vieworm_drop") {
        CHECK(m.db.Rows("SELECT name FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'") ==
              Lines{"t"});
        continue;
      }
      m.Watch("v", kSums);
      CHECK(m.db.Value("SELECT stale FROM vieworm_views") == "0");
      m.Run("REPLACE INTO t VALUES (5,'a',16,40); DELETE FROM t WHERE id = 1");
    }
  }
}

TEST_CASE(
    "any trigger or index of a view that was dropped: the view tells, and repair makes it again") {
  const std::string parts =
      "SELECT type || ' ' || name FROM sqlite_schema WHERE type IN ('trigger', 'index') AND name "
      "GLOB '_vieworm_v_*' AND name NOT GLOB '*_names' ORDER BY name";
  Lines all;
  {
    Maintained m(kTable);
    m.Keep("v", kSums);
    all = m.db.Rows(parts);
  }
  REQUIRE(all.size() > 5);
  for (const std::string& part : all) {
    INFO(part);
    Maintained m(kTable);
    m.Keep("v", kSums);
    m.db.Run("DROP " + part.substr(0, part.find(' ')) + " " +
             QuotedName(part.substr(part.find(' ') + 1)));
    CHECK(m.db.Value("SELECT stale FROM vieworm_views") == "1");
    CHECK_THAT(m.db.Value("SELECT last_error FROM vieworm_views"),
               ContainsSubstring(" was dropped"));
    CHECK_THAT(m.db.Call("vieworm_verify", {"v"})["damage"].get<std::string>(),
               ContainsSubstring(" was dropped."));
    m.db.Call("vieworm_repair", {"v"});
    CHECK(m.db.Value("SELECT stale FROM vieworm_views") == "0");
    CHECK(m.db.Rows(parts) == all);
    m.Run(
        "INSERT INTO t VALUES (9,'c',9,90); REPLACE INTO t VALUES (10,'a',7,90); DELETE FROM t "
        "WHERE id = 3");
  }
}

TEST_CASE("as long as a store is missing, a write fails and loses nothing") {
  Maintained m(kTable);
  m.Keep("v", kSums);
  m.Forget("v");
  m.db.Run("DROP TABLE _vieworm_v_store");
  CHECK_THAT(m.db.Failure("INSERT INTO t VALUES (4,'c',8,80)"),
             ContainsSubstring("no such table: main._vieworm_v_store"));
  CHECK(m.db.Value("SELECT count(*) FROM t") == "3");
}

TEST_CASE("a view in full whose store or registry was dropped is made again") {
  for (const char* pattern : {"_vieworm_v_store", "_vieworm_registry", "_vieworm_*"}) {
    for (const char* call : {"vieworm_repair", "vieworm_refresh"}) {
      INFO(pattern << " " << call);
      Database db;
      db.Run(kTable);
      db.Call("vieworm_create", {"v", kSums, R"({"refresh": {"schedule": "1 day"}})"});
      DropTables(db, pattern);
      CHECK(db.Value("SELECT stale FROM vieworm_views") == "1");
      CHECK(db.Call("vieworm_verify", {"v"}).contains("damage"));
      db.Call(call, {"v"});
      CHECK(db.Bag("v") == db.Bag("(" + std::string(kSums) + ")"));
      CHECK(db.Value("SELECT stale, schedule FROM vieworm_views") == "NULL|1 day");
      CHECK(db.Value("SELECT due_at > created_at FROM _vieworm_registry") == "1");
      CHECK(db.Call("vieworm_drop", {"v"}).size() == 1);
      CHECK(db.Rows("SELECT name FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'") == Lines{"t"});
    }
  }
}

TEST_CASE("a face that was dropped is made again by repair") {
  for (const char* refresh : {R"({"refresh": {}})", kByStatement}) {
    Database db;
    db.Run(kTable);
    db.Call("vieworm_create", {"v", kSums, refresh});
    db.Run("DROP VIEW v; UPDATE t SET v = v + 1");
    CHECK(db.Value("SELECT name, stale FROM vieworm_views") == "v|1");
    CHECK(db.Call("vieworm_verify", {"v"})["missing"].is_null());
    db.Call("vieworm_repair", {"v"});
    CHECK(db.Bag("v") == db.Bag("(" + std::string(kSums) + ")"));
  }
}

TEST_CASE("without the registry each view keeps to its own parts") {
  Maintained m(kTable);
  m.Keep("v", kSums);
  m.Keep("v_t", "SELECT g, count(*) AS n FROM t GROUP BY g");
  m.db.Run("DROP TABLE _vieworm_registry");
  m.db.Call("vieworm_drop", {"v"});
  m.Forget("v");
  m.Do("INSERT INTO t VALUES (4,'c',8,80)");
  CHECK(m.db.Value("SELECT name, stale FROM vieworm_views") == "v_t|1");
  m.db.Call("vieworm_refresh_all");
  CHECK(m.db.Value("SELECT name, stale FROM vieworm_views") == "v_t|0");
  m.Run("DELETE FROM t WHERE id < 3");
}

TEST_CASE("a view that somebody has made from a face's text is his own") {
  Database db;
  db.Run(kTable);
  db.Call("vieworm_create", {"v", kSums, R"({"refresh": {}})"});
  std::string text = db.Value("SELECT sql FROM sqlite_schema WHERE name = 'v'");
  db.Run("CREATE VIEW \"w\"" + text.substr(text.find('(')));
  CHECK(db.Value("SELECT count(*) FROM vieworm_views") == "1");
  CHECK_THAT(db.CallFailure("vieworm_drop", {"w"}),
             ContainsSubstring("is not a view of vieworm's"));
}

TEST_CASE("a store that was emptied by hand is filled by refresh, which says how many rows") {
  for (const char* select :
       {kSums, "SELECT id, g FROM t", "SELECT DISTINCT g FROM t", "SELECT count(*) AS n FROM t",
        "SELECT g, count(*) AS n FROM t GROUP BY g HAVING count(*) > 1",
        "SELECT a.g, count(*) AS n FROM t a JOIN t b ON a.g = b.g GROUP BY a.g"}) {
    Maintained m(kTable);
    m.Keep("v", select);
    for (const std::string& table :
         m.db.Rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB "
                   "'_vieworm_v_*' ORDER BY name")) {
      INFO(select << " " << table);
      m.Forget("v");
      m.db.Run("DELETE FROM " + table);
      Lines before = m.db.Bag("v");
      Json report = m.db.Call("vieworm_refresh", {"v"});
      CHECK((report["inserted"] > 0) == (before != m.db.Bag("v")));
      m.Watch("v", select);
      m.Run(
          "INSERT INTO t VALUES (4,'a',8,80); DELETE FROM t WHERE id = 1;"
          "REPLACE INTO t VALUES (1,'a',1,80); UPDATE t SET k = 10 WHERE id = 1");
    }
  }
}

TEST_CASE("a view that is empty is not built again by refresh") {
  Maintained m("CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, v INT)");
  m.Keep("v", "SELECT id, g FROM t");
  std::string version = m.db.Value("PRAGMA schema_version");
  m.db.Call("vieworm_refresh", {"v"});
  CHECK(m.db.Value("PRAGMA schema_version") == version);
}

TEST_CASE("a store with some rows that were written by hand: verify tells, repair mends") {
  for (const char* write : {"UPDATE _vieworm_v_store SET g = 'z' WHERE id = 1",
                            "DELETE FROM _vieworm_v_store WHERE id = 1",
                            "INSERT INTO _vieworm_v_store SELECT * FROM _vieworm_v_store"}) {
    for (bool repair : {true, false}) {
      INFO(write << " " << repair);
      Maintained m(kTable);
      m.Keep("v", "SELECT id, g FROM t");
      m.Forget("v");
      m.db.Run(write);
      Json report = m.db.Call("vieworm_verify", {"v"});
      CHECK(report["missing"].get<int>() + report["extra"].get<int>() > 0);
      repair ? m.db.Call("vieworm_repair", {"v"})
             : m.db.Call("vieworm_refresh", {"v", R"({"mode": "full"})"});
      m.Watch("v", "SELECT id, g FROM t");
      m.Run("DELETE FROM t WHERE id = 1");
    }
  }
}

}  // namespace
}  // namespace vieworm
