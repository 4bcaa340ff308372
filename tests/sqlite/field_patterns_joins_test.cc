// What made the views of other projects wrong, tried on vieworm: joins, foreign keys, and views
// over views.
#include "tests/sqlite/incremental_fixture.h"

namespace vieworm {
namespace {

constexpr char kOrders[] =
    "CREATE TABLE p(id INTEGER PRIMARY KEY, k INT, w TEXT); "
    "CREATE TABLE c(id INTEGER PRIMARY KEY, k INT, v INT); "
    "INSERT INTO p VALUES (1,10,'x'),(2,20,'y'); INSERT INTO c VALUES (1,10,1),(2,10,2),(3,20,4)";

TEST_CASE("an UPDATE that changes the join key moves the row") {
  Maintained m(kOrders);
  m.Keep("j", "SELECT p.w, c.v FROM p JOIN c ON c.k = p.k");
  m.Keep("g", "SELECT p.w, sum(c.v) AS s FROM p JOIN c USING (k) GROUP BY p.w");
  m.Run("UPDATE c SET k = 20 WHERE id = 1");
  CHECK(m.Shown("j") == Lines{"'x'|2", "'y'|1", "'y'|4"});
  CHECK(m.Shown("g") == Lines{"'x'|2", "'y'|5"});
  m.Run("UPDATE p SET k = 30 - k; UPDATE c SET k = NULL WHERE id = 3; UPDATE p SET k = NULL");
  CHECK(m.Shown("j").empty());
}

TEST_CASE("a join key that changes with the partner's deletion leaves no stale row") {
  Maintained m(kOrders);
  m.Keep("j", "SELECT p.w, c.v FROM p JOIN c ON c.k = p.k");
  m.Run("BEGIN; UPDATE c SET k = 20 WHERE k = 10; DELETE FROM p WHERE k = 10; COMMIT");
  CHECK(m.Shown("j") == Lines{"'y'|1", "'y'|2", "'y'|4"});
  m.Run(
      "BEGIN; INSERT INTO p VALUES (3,30,'z'); UPDATE c SET k = 30; DELETE FROM p WHERE k = 20; "
      "INSERT INTO c VALUES (9,30,9); COMMIT");
  CHECK(m.Shown("j") == Lines{"'z'|1", "'z'|2", "'z'|4", "'z'|9"});
}

TEST_CASE("duplicates that come on both sides are multiplied") {
  Maintained m("CREATE TABLE a(k INT, v INT); CREATE TABLE b(k INT, v INT)");
  m.Keep("j", "SELECT a.k, a.v + b.v AS s FROM a JOIN b ON b.k = a.k");
  m.Keep("g",
         "SELECT a.k, sum(a.v + b.v) AS s, count(b.v) AS n FROM a, b WHERE a.k = b.k GROUP BY 1");
  m.Run("BEGIN; INSERT INTO a VALUES (1,50),(1,50); INSERT INTO b VALUES (1,3),(1,3); COMMIT");
  CHECK(m.Shown("j") == Lines{"1|53", "1|53", "1|53", "1|53"});
  CHECK(m.Shown("g") == Lines{"1|212|4"});
  m.Run(
      "DELETE FROM a WHERE rowid = 1; INSERT INTO b SELECT * FROM b; DELETE FROM b WHERE rowid > "
      "1");
  CHECK(m.Shown("g") == Lines{"1|53|1"});
}

TEST_CASE("a user's trigger that writes to the other side of the join is seen once") {
  for (const char* when : {"BEFORE", "AFTER"}) {
    for (const char* event : {"INSERT", "UPDATE", "DELETE"}) {
      std::string row = std::string(event) == "DELETE" ? "OLD" : "NEW";
      std::string trigger = std::string("CREATE TRIGGER user_") + event + " " + when + " " + event +
                            " ON p BEGIN INSERT INTO c(k, v) VALUES (" + row +
                            ".k, 100); UPDATE c SET v = v + 1 WHERE k = " + row + ".k; END;";
      INFO(trigger);
      Maintained m(std::string(kOrders) + ";" + trigger);
      m.Keep("j", "SELECT p.w, c.v FROM p JOIN c ON c.k = p.k");
      m.Run("INSERT INTO p VALUES (3,10,'z')");
      bool fired = std::string(event) == "INSERT";
      CHECK(m.Shown("j") ==
            (fired ? Lines{"'x'|101", "'x'|2", "'x'|3", "'y'|4", "'z'|101", "'z'|2", "'z'|3"}
                   : Lines{"'x'|1", "'x'|2", "'y'|4", "'z'|1", "'z'|2"}));
      m.Run(
          "UPDATE p SET w = 'q' WHERE id = 1; UPDATE p SET k = 20 WHERE id = 3; "
          "DELETE FROM p WHERE k = 10; DELETE FROM p");
      CHECK(m.Shown("j").empty());
    }
  }
}

TEST_CASE("LEFT JOIN with an aggregate over a view over a view is right once refreshed") {
  Maintained m(kOrders);
  m.Keep("s", "SELECT k, sum(v) AS s FROM c GROUP BY k");
  std::string select =
      "SELECT p.w, count(s.s) AS n, sum(s.s) AS s FROM p LEFT JOIN s ON s.k = p.k GROUP BY p.w";
  Json report = m.db.Call("vieworm_create", {"v", select, kByStatement});
  CHECK(report["refresh"]["mode"] == "full");
  CHECK(m.Shown("v") == Lines{"'x'|1|3", "'y'|1|4"});
  m.Run(
      "INSERT INTO p VALUES (3,30,'z'); INSERT INTO c VALUES (4,30,8); DELETE FROM c WHERE k = 20");
  CheckRefreshes(m.db, "v", select);
  CHECK(m.Shown("v") == Lines{"'x'|1|3", "'y'|0|NULL", "'z'|1|8"});
}

TEST_CASE("two chained LEFT JOINs onto aggregates are right once refreshed") {
  Maintained m(kOrders);
  std::string select =
      "WITH a AS (SELECT k, max(v) AS hi FROM c GROUP BY k), b AS (SELECT k, count(*) AS n FROM c "
      "GROUP BY k) SELECT p.w, a.hi, b.n FROM p LEFT JOIN a ON a.k = p.k LEFT JOIN b ON b.k = p.k";
  Json report = m.db.Call("vieworm_create", {"v", select, kByStatement});
  CHECK(report["refresh"]["mode"] == "full");
  CHECK(m.Shown("v") == Lines{"'x'|2|2", "'y'|4|1"});
  m.db.Run("INSERT INTO c VALUES (5,20,9); DELETE FROM c WHERE k = 10");
  CheckRefreshes(m.db, "v", select);
  CHECK(m.Shown("v") == Lines{"'x'|NULL|NULL", "'y'|9|2"});
}

TEST_CASE("FULL JOIN keeps a row without a partner, once refreshed") {
  Maintained m("CREATE TABLE a(k INT); CREATE TABLE b(k INT); INSERT INTO a VALUES (1)");
  std::string select = "SELECT a.k AS a, b.k AS b FROM a FULL JOIN b ON a.k = b.k";
  CheckFallsBack(m.db, "v", select, "it uses an outer join");
  m.db.Run("INSERT INTO a VALUES (2); DELETE FROM a WHERE k = 2; INSERT INTO b VALUES (2)");
  CheckRefreshes(m.db, "v", select);
  CHECK(m.Shown("v") == Lines{"1|NULL", "NULL|2"});
}

TEST_CASE("an outer join that reads a table twice is right once refreshed") {
  Maintained m(
      "CREATE TABLE t(id INTEGER PRIMARY KEY, boss INT); INSERT INTO t VALUES (1,NULL),(2,1)");
  std::string select = "SELECT t.id, u.id AS boss FROM t LEFT OUTER JOIN t AS u ON u.id = t.boss";
  CheckFallsBack(m.db, "v", select, "it uses an outer join");
  m.db.Run("INSERT INTO t VALUES (3,3),(4,9); UPDATE t SET boss = 4 WHERE id = 2");
  CheckRefreshes(m.db, "v", select);
  CHECK(m.Shown("v") == Lines{"1|NULL", "2|4", "3|3", "4|NULL"});
}

TEST_CASE("one statement that changes several rows of a self-join counts each pair once") {
  Maintained m(
      "CREATE TABLE t(id INTEGER PRIMARY KEY, g INT, v INT); INSERT INTO t VALUES (1,1,1)");
  m.Keep("j", "SELECT x.id AS a, y.id AS b FROM t AS x, t AS y WHERE x.g = y.g");
  m.Keep("g",
         "SELECT x.g, count(x.v) AS n, sum(x.v * y.v) AS s FROM t AS x JOIN t AS y ON x.g = y.g "
         "GROUP BY x.g");
  m.Run("INSERT INTO t VALUES (2,1,2),(3,2,3)");
  CHECK(m.Shown("j") == Lines{"1|1", "1|2", "2|1", "2|2", "3|3"});
  CHECK(m.Shown("g") == Lines{"1|4|9", "2|1|9"});
  m.Run(
      "UPDATE t SET g = 3 - g; UPDATE t SET g = 1; UPDATE t SET id = id + 10; UPDATE t SET v = -v "
      "WHERE id > 11; DELETE FROM t WHERE id < 13");
  CHECK(m.Shown("g") == Lines{"1|1|9"});
}

TEST_CASE("a trigger that changes the row just inserted, and a row that refers to itself") {
  Maintained m(
      "PRAGMA foreign_keys = ON; CREATE TABLE t(id INTEGER PRIMARY KEY, boss INT REFERENCES t(id) "
      "ON DELETE CASCADE ON UPDATE CASCADE, v INT); CREATE TRIGGER stamp AFTER INSERT ON t BEGIN "
      "UPDATE t SET v = NEW.v * 10 WHERE id = NEW.id; END");
  m.Keep("r", "SELECT id, boss, v FROM t");
  m.Keep("g", "SELECT boss, count(*) AS n, sum(v) AS s FROM t GROUP BY boss");
  m.Run("INSERT INTO t VALUES (1,1,1),(2,1,2),(3,2,3)");
  CHECK(m.Shown("r") == Lines{"1|1|10", "2|1|20", "3|2|30"});
  CHECK(m.Shown("g") == Lines{"1|2|30", "2|1|30"});
  m.Run("UPDATE t SET id = 5 WHERE id = 2");
  CHECK(m.Shown("r") == Lines{"1|1|10", "3|5|30", "5|1|20"});
  m.Run("DELETE FROM t WHERE id = 5; UPDATE t SET id = 7, boss = 7 WHERE id = 1; DELETE FROM t");
  CHECK(m.Shown("r").empty());
}

TEST_CASE("a chain of cascades that fails, is rolled back to a savepoint and tried again") {
  Maintained m(
      "PRAGMA foreign_keys = ON; CREATE TABLE a(id INT PRIMARY KEY); CREATE TABLE b(id INT PRIMARY "
      "KEY REFERENCES a ON UPDATE CASCADE ON DELETE CASCADE); CREATE TABLE c(id INT REFERENCES b "
      "ON "
      "UPDATE CASCADE ON DELETE SET NULL, v INT CHECK (id IS NULL OR id < 100)); "
      "INSERT INTO a VALUES (1),(2); INSERT INTO b VALUES (1),(2); INSERT INTO c VALUES "
      "(1,5),(2,6)");
  m.Keep("v", "SELECT id, v FROM c");
  m.Keep("g", "SELECT id, sum(v) AS s FROM c GROUP BY id");
  m.Keep("d", "SELECT id FROM a UNION SELECT id FROM b");
  m.Run("BEGIN; SAVEPOINT s; UPDATE a SET id = 3 WHERE id = 1");
  CHECK(m.Shown("v") == Lines{"2|6", "3|5"});
  CHECK(m.Fail("UPDATE a SET id = 300 WHERE id = 3") != "");
  CHECK(m.Shown("v") == Lines{"2|6", "3|5"});
  m.Run("ROLLBACK TO s");
  CHECK(m.Shown("v") == Lines{"1|5", "2|6"});
  m.Run("UPDATE a SET id = 4 WHERE id = 1; RELEASE s; COMMIT; DELETE FROM a WHERE id = 4");
  CHECK(m.Shown("g") == Lines{"2|6", "NULL|5"});
  CHECK(m.Shown("d") == Lines{"2"});
}

// The view over parent and child, under all actions. Where it is kept by statement it must be
// right; where it is not, that must be said.
TEST_CASE("cascades between the sources of one join are not counted twice") {
  for (const char* on_delete : {"CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION"}) {
    for (const char* on_update : {"CASCADE", "SET NULL", "SET DEFAULT", "NO ACTION"}) {
      std::string actions = std::string("ON DELETE ") + on_delete + " ON UPDATE " + on_update;
      INFO(actions);
      Maintained m(
          "PRAGMA foreign_keys = ON; CREATE TABLE p(k INTEGER PRIMARY KEY, w TEXT); CREATE TABLE "
          "c(id INTEGER PRIMARY KEY, k INT DEFAULT 1 REFERENCES p " +
          actions +
          ", v INT); "
          "INSERT INTO p VALUES (1,'x'),(2,'y'),(3,'z'); INSERT INTO c VALUES "
          "(1,1,1),(2,2,2),(3,2,4)");
      m.Keep("g", "SELECT p.w, sum(c.v) AS s FROM p JOIN c ON c.k = p.k GROUP BY p.w");
      m.Keep("j", "SELECT p.w, c.v FROM p JOIN c ON c.k = p.k");
      CHECK(m.Shown("g") == Lines{"'x'|1", "'y'|6"});
      for (const char* statement :
           {"UPDATE p SET k = 20 WHERE k = 2", "UPDATE OR IGNORE p SET k = 1 WHERE k = 3",
            "DELETE FROM p WHERE k IN (2, 20)", "UPDATE p SET w = 'q' WHERE k = 1",
            "INSERT OR REPLACE INTO p VALUES (3,'r')", "UPDATE OR REPLACE p SET k = 1 WHERE k = 3",
            "DELETE FROM p"}) {
        m.db.Failure(statement);  // some violate the key: then nothing changes
        m.Check(statement);
      }
      m.Verify();
    }
  }
}

TEST_CASE("UPDATE OR REPLACE takes the children of the row that it replaces") {
  for (const char* recursive : {"OFF", "ON"}) {
    Maintained m(
        std::string("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ") + recursive +
        "; CREATE TABLE p(id INTEGER PRIMARY KEY, u INT UNIQUE); CREATE TABLE c(id INTEGER "
        "PRIMARY KEY, u INT REFERENCES p(u) ON DELETE CASCADE); INSERT INTO p VALUES "
        "(1,10),(2,20); INSERT INTO c VALUES (1,10),(2,20),(3,20)");
    m.Keep("children", "SELECT id, u FROM c");
    m.Keep("counts", "SELECT u, count(*) AS n FROM c GROUP BY u");
    m.Keep("parents", "SELECT id, u FROM p");
    m.Run("INSERT INTO p VALUES (3,30); INSERT INTO c VALUES (4,30)");
    m.Run("UPDATE OR REPLACE p SET id = 2 WHERE id = 3");
    CHECK(m.Shown("parents") == Lines{"1|10", "2|30"});
    CHECK(m.Shown("children") == Lines{"1|10", "4|30"});
    m.Run("REPLACE INTO p VALUES (1,30)");
    CHECK(m.Shown("counts").empty());
  }
}

TEST_CASE("a view over a view over an empty view goes on changing") {
  Maintained m("CREATE TABLE t(g INT, v INT)");
  m.Keep("a", "SELECT g, v FROM t WHERE v > 0");
  m.Keep("b", "SELECT g, sum(v) AS s FROM a GROUP BY g");
  m.Keep("c", "SELECT g, s FROM b WHERE s > 5");
  CHECK(m.Shown("c").empty());
  m.Run("INSERT INTO t VALUES (1,3),(1,4),(2,-1)");
  CHECK(m.Shown("b") == Lines{"1|7"});
  CHECK(m.Shown("c") == Lines{"1|7"});
  m.db.Call("vieworm_pause", {"b"});
  m.db.Run("INSERT INTO t VALUES (2,9)");
  m.db.Call("vieworm_resume", {"b"});
  m.Check("vieworm_resume");
  m.Run("UPDATE t SET v = 6 WHERE g = 2 AND v < 0; DELETE FROM t WHERE g = 1");
  CHECK(m.Shown("c") == Lines{"2|15"});
}

TEST_CASE("a small UPDATE goes through two views with DISTINCT as deletion and insertion") {
  Maintained m(
      "CREATE TABLE t(id INTEGER PRIMARY KEY, a INT, b INT); INSERT INTO t VALUES "
      "(1,1,1),(2,1,1),(3,2,5)");
  m.Keep("d", "SELECT DISTINCT a, b FROM t");
  m.db.Run("CREATE VIEW between_them AS SELECT a, b + 1 AS b FROM d");
  m.Keep("e", "SELECT DISTINCT b FROM between_them");
  CHECK(m.Shown("e") == Lines{"2", "6"});
  m.Run("UPDATE t SET b = 7 WHERE id = 1");
  CHECK(m.Shown("d") == Lines{"1|1", "1|7", "2|5"});
  CHECK(m.Shown("e") == Lines{"2", "6", "8"});
  m.Run("UPDATE t SET b = 7; DELETE FROM t WHERE id > 1");
  CHECK(m.Shown("e") == Lines{"8"});
}

}  // namespace
}  // namespace vieworm
