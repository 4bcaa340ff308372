// Tables that are rebuilt (created anew, copied, dropped, renamed), as Django and Alembic do it.
#include "tests/sqlite/incremental_fixture.h"

namespace vieworm {
namespace {

using Catch::Matchers::ContainsSubstring;

constexpr char kTables[] =
    "CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, v INT); "
    "INSERT INTO t VALUES (1,'a',1),(2,'a',2),(3,'b',4); "
    "CREATE TABLE u(g TEXT PRIMARY KEY NOT NULL, name TEXT); INSERT INTO u VALUES "
    "('a','A'),('b','B')";

constexpr char kRebuild[] =
    "PRAGMA foreign_keys = OFF; BEGIN; "
    "CREATE TABLE new__t(id INTEGER PRIMARY KEY, g TEXT, v INT, more TEXT DEFAULT 'm'); "
    "INSERT INTO new__t(id, g, v) SELECT id, g, v FROM t; DROP TABLE t; "
    "ALTER TABLE new__t RENAME TO t; COMMIT";

std::string Stale(Database& db, const std::string& view) {
  return db.Value("SELECT stale FROM vieworm_views WHERE name = " + QuotedText(view));
}

TEST_CASE("a view that is refreshed in full does not stand in the way of a rebuild") {
  Database db;
  db.Run(kTables);
  const std::string select = "SELECT u.name, sum(t.v) AS s FROM t JOIN u USING (g) GROUP BY 1";
  db.Call("vieworm_create", {"v", select, R"({"refresh": {}})"});
  db.Run(kRebuild);
  CHECK(db.Rows("SELECT * FROM v") == Lines{"A|3", "B|4"});
  CHECK(Stale(db, "v") == "NULL");
  db.Run("UPDATE t SET v = 10 WHERE id = 3");
  CheckRefreshes(db, "v", select);
  // It follows names again.
  db.Run(
      "ALTER TABLE t RENAME COLUMN v TO amount; UPDATE t SET amount = 1; ALTER TABLE t RENAME TO "
      "w");
  db.Call("vieworm_refresh", {"v"});
  CHECK(db.Rows("SELECT * FROM v") == Lines{"A|2", "B|1"});
}

TEST_CASE(
    "a rebuild takes the triggers along: the view says so, repair and any other call mend it") {
  for (const char* call : {"vieworm_repair", "vieworm_refresh", "vieworm_create"}) {
    INFO(call);
    Maintained m(kTables);
    m.Keep("v", "SELECT id, v + 1 AS w FROM t WHERE v > 1");
    m.Keep("n", "SELECT g, count(*) AS n FROM t GROUP BY g");
    m.db.Run(kRebuild);
    m.db.Run("INSERT INTO t VALUES (4,'c',8,'x')");
    for (const char* view : {"v", "n"}) {
      CHECK(Stale(m.db, view) == "1");
      CHECK_THAT(
          m.db.Value("SELECT last_error FROM vieworm_views WHERE name = " + QuotedText(view)),
          ContainsSubstring("was dropped."));
      CHECK_THAT(m.db.Call("vieworm_verify", {view})["damage"].get<std::string>(),
                 ContainsSubstring("was dropped."));
      CHECK_THAT(m.db.Call("vieworm_explain", {view}).get<std::string>(),
                 ContainsSubstring("damaged: "));
    }
    CHECK(m.db.Call("vieworm_graph").is_string());
    if (std::string(call) == "vieworm_repair") m.db.Call(call, {"n"});
    if (std::string(call) == "vieworm_create") {
      m.db.Call(call, {"another", "SELECT 1 AS one"});
    } else {
      m.db.Call(call, {"v"});
    }
    CHECK(m.db.Value("SELECT max(stale) FROM vieworm_views") == "0");
    m.Run("UPDATE t SET v = v + 1; REPLACE INTO t VALUES (4,'d',1,'y')");
  }
}

TEST_CASE("a paused view lets every rebuild pass, and resume brings it up to date") {
  Maintained m(kTables);
  m.Keep("s", "SELECT g, sum(v) AS s, avg(v) AS a, min(v) AS lo FROM t GROUP BY g");
  m.Keep("j", "SELECT t.id, u.name FROM t JOIN u ON u.g = t.g");
  m.Keep("o", "SELECT u.name, sum(t.v) AS s FROM t JOIN u ON u.g = t.g GROUP BY u.name");
  Lines shown = m.Shown("s");
  for (const char* view : {"s", "j", "o"}) m.db.Call("vieworm_pause", {view});
  CHECK(m.Shown("s") == shown);
  m.db.Run(kRebuild);
  CHECK(m.Shown("s") == shown);
  m.db.Run("DELETE FROM t WHERE id = 3; ALTER TABLE u RENAME COLUMN name TO title");
  for (const char* view : {"s", "j", "o"}) m.Forget(view);
  for (const char* view : {"s", "j", "o"}) m.db.Call("vieworm_resume", {view});
  m.Watch("s", "SELECT g, sum(v) AS s, avg(v) AS a, min(v) AS lo FROM t GROUP BY g");
  m.Watch("j", "SELECT t.id, u.title AS name FROM t JOIN u ON u.g = t.g");
  m.Watch("o", "SELECT u.title AS name, sum(t.v) AS s FROM t JOIN u ON u.g = t.g GROUP BY u.title");
  m.Run("INSERT INTO t VALUES (7,'b',9,'x'); UPDATE u SET title = 'Z' WHERE g = 'a'");
  CHECK(m.db.Rows("SELECT name FROM pragma_table_info('j')") == Lines{"id", "name"});
}

TEST_CASE("the old pattern, rename first, leaves a view that can be repaired") {
  Maintained m(kTables);
  m.Keep("n", "SELECT g, count(*) AS n FROM t GROUP BY g");
  m.db.Run(
      "ALTER TABLE t RENAME TO t_old; CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, v INT, w); "
      "INSERT INTO t SELECT *, 0 FROM t_old; DROP TABLE t_old");
  CHECK(Stale(m.db, "n") == "1");
  m.db.Call("vieworm_repair", {"n"});
  m.Run("INSERT INTO t VALUES (9,'z',1,1)");
}

TEST_CASE("two columns and two tables that exchange their names are followed") {
  Database db;
  db.Run(
      "CREATE TABLE t(a, b); CREATE TABLE w(a, b); INSERT INTO t VALUES (1, 2); "
      "INSERT INTO w VALUES (3, 4)");
  const char* select = "SELECT t.a, w.b AS wb, t.b FROM t, w WHERE w.a > t.a AND 'a' <> 'b'";
  db.Call("vieworm_create", {"v", select, R"({"refresh": {}})"});
  db.Run(
      "ALTER TABLE t RENAME COLUMN a TO x; ALTER TABLE t RENAME COLUMN b TO a; ALTER TABLE t "
      "RENAME "
      "COLUMN x TO b; ALTER TABLE t RENAME TO x; ALTER TABLE w RENAME TO t; ALTER TABLE x RENAME "
      "TO "
      "w");
  db.Call("vieworm_refresh", {"v"});
  CHECK(db.Rows("SELECT a, wb, b FROM v") == Lines{"1|4|2"});
  CHECK(db.Value("SELECT definition FROM vieworm_views") ==
        "SELECT \"w\".\"b\", \"t\".b AS wb, \"w\".\"a\" FROM \"w\", \"t\" WHERE \"t\".a > "
        "\"w\".\"b\" AND 'a' <> 'b'");
}

TEST_CASE("a column that a definition names is not dropped, one that it does not is") {
  Database db;
  db.Run("CREATE TABLE t(a, b, c); INSERT INTO t VALUES (1, 2, 3)");
  db.Call("vieworm_create", {"v", "SELECT a FROM t WHERE b > 0", R"({"refresh": {}})"});
  CHECK_THAT(db.Failure("ALTER TABLE t DROP COLUMN b"), ContainsSubstring("no such column"));
  db.Run("ALTER TABLE t DROP COLUMN c");
  db.Call("vieworm_refresh", {"v"});
  CHECK(db.Rows("SELECT * FROM v") == Lines{"1"});
}

TEST_CASE("a table that has gone, or come back without a column: the view in full says so") {
  Database db;
  db.Run("CREATE TABLE t(a, b); INSERT INTO t VALUES (1, 2)");
  db.Call("vieworm_create", {"v", "SELECT a, b FROM t", R"({"refresh": {}})"});
  db.Run("DROP TABLE t");
  CHECK(db.Value("SELECT stale, last_error FROM vieworm_views") ==
        "1|Table \"t\" was dropped. vieworm_repair mends the view.");
  db.Run("CREATE TABLE t(a)");
  CHECK(db.Value("SELECT stale, last_error FROM vieworm_views") ==
        "1|Column \"b\" of table \"t\" is gone. vieworm_repair mends the view.");
  db.Run("ALTER TABLE t ADD COLUMN b");
  db.Call("vieworm_refresh", {"v"});
  CHECK(Stale(db, "v") == "NULL");
}

}  // namespace
}  // namespace vieworm
