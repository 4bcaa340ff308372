// What is left to full refresh: it says why, strict mode refuses it with that reason, and a refresh
// makes it right.
#include "tests/sqlite/incremental_fixture.h"

namespace vieworm {
namespace {

constexpr char kSources[] =
    "CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, k INT, v INT, at TEXT); "
    "CREATE TABLE u(id INTEGER PRIMARY KEY, k INT, w TEXT, n INT); CREATE TABLE n(a, b); "
    "INSERT INTO t VALUES (1,'a',1,1,NULL),(2,'a',2,2,'2026-01-01'),(3,NULL,3,3,NULL); "
    "INSERT INTO u VALUES (1,1,'x',1),(2,7,'y',2); INSERT INTO n VALUES (1,1),(1,NULL)";

constexpr char kChanges[] =
    "INSERT INTO t VALUES (4,'b',4,4,NULL),(5,'a',7,NULL,NULL); UPDATE t SET v = v + 10, k = 1 "
    "WHERE "
    "id = 2; DELETE FROM t WHERE id = 1; DELETE FROM u WHERE id = 1; INSERT INTO u VALUES "
    "(9,4,'z',9); "
    "UPDATE n SET a = 2, b = 2 WHERE rowid = 2; INSERT INTO n VALUES (1,1)";

// One that can be compared with its definition at another moment.
void CheckSource(const std::string& select, const std::string& reason) {
  Maintained m(kSources);
  CheckFallsBack(m.db, "v", select, reason);
  m.db.Run(kChanges);
  CheckRefreshes(m.db, "v", select);
}

// One whose value is another at each moment.
void CheckVolatile(const std::string& select, const std::string& reason) {
  INFO(select);
  Maintained m(kSources);
  CHECK_THAT(m.db.CallFailure("vieworm_create", {"v", select, kStrict}),
             Catch::Matchers::ContainsSubstring(reason));
  Json report = m.db.Call("vieworm_create", {"v", select, kByStatement});
  CHECK(report["refresh"]["mode"] == "full");
  CHECK(report["reason"] == reason);
}

TEST_CASE("outer joins are refreshed in full") {
  std::string reason = "it uses an outer join";
  CheckSource("SELECT t.g, u.w FROM t LEFT JOIN u ON u.k = t.k", reason);
  CheckSource("SELECT t.g, u.w FROM t RIGHT JOIN u ON u.k = t.k", reason);
  CheckSource("SELECT t.g, u.w FROM t FULL OUTER JOIN u ON u.k = t.k", reason);
  CheckSource("SELECT t.g, count(u.k) AS n FROM t LEFT JOIN u USING (k) GROUP BY t.g", reason);
  CheckSource("SELECT g FROM (SELECT t.g FROM t NATURAL LEFT JOIN u)", reason);
}

TEST_CASE("subqueries in expressions are refreshed in full") {
  std::string reason = "it uses a subquery in an expression";
  CheckSource("SELECT g FROM t WHERE k IN (SELECT k FROM u)", reason);
  CheckSource("SELECT g FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.k = t.k)", reason);
  CheckSource("SELECT g, (SELECT max(n) FROM u) AS m FROM t", reason);
  CheckSource("SELECT t.g FROM t JOIN u ON u.n = (SELECT min(n) FROM u)", reason);
  CheckSource("SELECT g, sum(v) AS s FROM t GROUP BY g HAVING sum(v) > (SELECT avg(v) FROM t)",
              reason);
}

TEST_CASE("recursive common table expressions are refreshed in full") {
  CheckSource(
      "WITH RECURSIVE r(i) AS (SELECT k FROM t UNION SELECT i + 1 FROM r WHERE i < 5) SELECT i "
      "FROM r",
      "it uses a recursive common table expression");
}

TEST_CASE("windows and LIMIT over rows are refreshed in full") {
  std::string window = "it has a window function over rows";
  CheckSource("SELECT g, sum(v) OVER (PARTITION BY g) AS s FROM t", window);
  CheckSource("SELECT g FROM (SELECT g, row_number() OVER (ORDER BY id) AS r FROM t) WHERE r < 3",
              window);
  CheckSource("SELECT g, v FROM t ORDER BY v LIMIT 2", "it has LIMIT over rows");
  CheckSource("SELECT g FROM (SELECT g FROM t ORDER BY id LIMIT 2 OFFSET 1)",
              "it has LIMIT over rows");
  CheckSource("SELECT DISTINCT g FROM t ORDER BY id LIMIT 2",
              "it has LIMIT in an order that is not selected");
}

TEST_CASE("columns beside aggregates are refreshed in full") {
  CheckSource("SELECT g, v, max(k) AS m FROM t GROUP BY g",
              "it selects v, which is neither grouped nor aggregated");
  CheckSource("SELECT k, count(*) AS n FROM t",
              "it selects k, which is neither grouped nor aggregated");
}

TEST_CASE("what depends on more than the rows is refreshed in full") {
  std::string not_alone = "(), whose value does not depend on its arguments alone";
  CheckVolatile("SELECT g, random() AS r FROM t", "it uses random" + not_alone);
  CheckVolatile("SELECT g FROM t WHERE v > abs(random()) % 3", "it uses random" + not_alone);
  CheckVolatile("SELECT hex(randomblob(4)) AS r FROM t", "it uses randomblob" + not_alone);
  CheckVolatile("SELECT g, last_insert_rowid() AS r FROM t",
                "it uses last_insert_rowid" + not_alone);
  CheckVolatile("SELECT g, changes() + total_changes() AS r FROM t", "it uses changes" + not_alone);
  CheckVolatile("SELECT g, datetime('now') AS d FROM t",
                "it uses the current time outside a comparison in WHERE");
  CheckVolatile("SELECT g, julianday() - julianday(at) AS d FROM t",
                "it uses the current time outside a comparison in WHERE");
  CheckVolatile("SELECT g, CURRENT_TIMESTAMP AS d FROM t",
                "it uses the current time outside a comparison in WHERE");
  CheckVolatile("SELECT count(*) AS n FROM t GROUP BY at > date('now')",
                "it uses the current time outside a comparison in WHERE");
  CheckVolatile("SELECT g, datetime(at, 'localtime') AS d FROM t",
                "it uses the time zone of the machine");
}

TEST_CASE("groups inside other relations are refreshed in full") {
  CheckSource(
      "SELECT s.n, u.w FROM (SELECT k, count(*) AS n FROM t GROUP BY k) AS s JOIN u ON u.k = s.k",
      "it joins groups with something else");
  CheckSource("SELECT d.k, u.w FROM (SELECT DISTINCT k FROM t) AS d JOIN u USING (k)",
              "it joins groups with something else");
  CheckSource("SELECT max(n) AS m FROM (SELECT g, count(*) AS n FROM t GROUP BY g)",
              "it aggregates groups");
  CheckSource("SELECT k FROM t UNION SELECT k FROM u UNION ALL SELECT k FROM t",
              "it has a UNION ALL over a set");
  CheckSource("SELECT count(*) AS n FROM t GROUP BY g UNION SELECT n FROM u",
              "it has a set operation over groups");
}

TEST_CASE(
    "sources that cannot have triggers, or rows that nothing identifies, are refreshed in full") {
  CheckSource("SELECT g FROM t UNION ALL VALUES ('x')", "it has VALUES");
  CheckSource("SELECT g FROM t UNION SELECT 'x'", "it has a SELECT that reads no table");
  CheckSource("SELECT x.a FROM n AS x JOIN n AS y ON x.b = y.b",
              "it joins n to itself, and not all of its sources have a primary key");
  CheckSource(
      "SELECT t.g FROM t JOIN n ON n.a = t.g",
      "it compares a column of n with a value of another type, and not all of its sources have a "
      "primary key");
}

TEST_CASE("a source that its own BEFORE trigger may write to, with a key or without") {
  Maintained m(kSources);
  m.db.Run(
      "CREATE TRIGGER user_n BEFORE UPDATE OF a ON n BEGIN UPDATE n SET b = 0 WHERE a = NEW.a; "
      "UPDATE t SET k = 0 WHERE k = NEW.a; END");
  CheckFallsBack(m.db, "v", "SELECT a, b FROM n", "a BEFORE trigger on n may write to it");
  m.db.Run(
      "CREATE TRIGGER user_t BEFORE UPDATE OF v ON t BEGIN UPDATE t SET k = k + 1 WHERE id = "
      "NEW.id; END");
  CheckFallsBack(m.db, "w", "SELECT k, v FROM t", "a BEFORE trigger on t may write to it");
  CheckFallsBack(m.db, "x", "SELECT t.v, u.w FROM t JOIN u ON u.k = t.k",
                 "a BEFORE trigger on t may write to it");
}

TEST_CASE("virtual tables are refreshed in full") {
  Maintained m(kSources);
  m.db.Run(
      "PRAGMA trusted_schema = ON; CREATE VIRTUAL TABLE words USING fts5(word); INSERT INTO words "
      "VALUES "
      "('one')");
  CheckFallsBack(m.db, "v", "SELECT word FROM words", "it reads words, a virtual table");
  m.db.Run("INSERT INTO words VALUES ('two')");
  CheckRefreshes(m.db, "v", "SELECT word FROM words");
  CheckFallsBack(m.db, "c", "SELECT name FROM pragma_table_info('t')",
                 "it reads pragma_table_info, a virtual table");
  m.db.Run("ALTER TABLE t ADD COLUMN more");
  CheckRefreshes(m.db, "c", "SELECT name FROM pragma_table_info('t')");
}

TEST_CASE("a view that is refreshed in full makes its readers so, too") {
  Maintained m(kSources);
  m.db.Call("vieworm_create", {"m", "SELECT g, v FROM t", R"({"refresh": {}})"});
  CheckFallsBack(m.db, "v", "SELECT g FROM m WHERE v > 1",
                 "it reads view m, which is refreshed in full");
  m.db.Run("CREATE VIEW between_them AS SELECT v FROM m");
  CheckFallsBack(m.db, "w", "SELECT sum(v) AS s FROM between_them",
                 "it reads view m, which is refreshed in full");
  m.db.Run(kChanges);
  m.db.Call("vieworm_refresh_all");
  CHECK(m.db.Bag("w") == m.db.Bag("(SELECT sum(v) FROM t)"));
}

// SQLite 3.41 vouches for them; before that a trigger that calls them makes writes fail where no
// schema is trusted.
TEST_CASE("functions of JSON in triggers depend on the release of SQLite") {
  for (const char* select :
       {"SELECT json_extract(at, '$.a') AS a FROM t", "SELECT at ->> 'a' AS a FROM t",
        "SELECT g, json_group_array(v) AS c FROM t GROUP BY g"}) {
    INFO(select);
    Maintained m(kSources);
    m.db.Run("PRAGMA trusted_schema = ON; UPDATE t SET at = NULL");
    Json report = m.db.Call("vieworm_create", {"v", select, kByStatement});
    bool vouched = sqlite3_libversion_number() >= 3041000;
    CHECK(report["refresh"]["mode"] == (vouched ? "incremental" : "full"));
    m.db.Run(
        "UPDATE t SET at = '{\"a\":[1,\"x\"]}' WHERE id = 1; INSERT INTO t(g, v, at) VALUES "
        "('a',5,'{}')");
    if (!vouched) m.db.Call("vieworm_refresh", {"v"});
    CHECK(m.db.Bag("v") == m.db.Bag("(" + std::string(select) + ")"));
  }
}

}  // namespace
}  // namespace vieworm
