// What made the views of other projects wrong, tried on vieworm: the triggers of others.
#include "tests/sqlite/incremental_fixture.h"

namespace vieworm {
namespace {

TEST_CASE("an outer OR clause does not change what the triggers do") {
  for (const char* clause : {"REPLACE", "IGNORE", "FAIL", "ABORT", "ROLLBACK"}) {
    INFO(clause);
    Maintained m(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, v INT); CREATE TABLE log(id INTEGER "
        "PRIMARY KEY, n INT); CREATE TRIGGER note AFTER INSERT ON t WHEN NEW.id > 3 BEGIN INSERT "
        "OR "
        "IGNORE INTO log VALUES (1, 0); INSERT OR REPLACE INTO log VALUES (NEW.id, NEW.v); END; "
        "INSERT INTO t VALUES (1,'a',5); INSERT INTO log VALUES (1,1)");
    m.Keep("v", "SELECT g, sum(v) AS s, count(*) AS n FROM t GROUP BY g");
    m.Keep("d", "SELECT DISTINCT g FROM t");
    m.Keep("l", "SELECT sum(n) AS s FROM log");
    m.Run(std::string("INSERT OR ") + clause + " INTO t VALUES (2,'a',6),(3,'b',7)");
    CHECK(m.Shown("v") == Lines{"'a'|11|2", "'b'|7|1"});
    CHECK(m.Shown("l") == Lines{"1"});
    // The clause takes the place of the one in the trigger's body, so that some of these fail.
    for (const char* statement :
         {" INTO t VALUES (4,'c',1)", " INTO t VALUES (5,'b',9),(3,'a',8)"}) {
      m.db.Failure(std::string("INSERT OR ") + clause + statement);
      m.Check(statement);
    }
    m.db.Failure(std::string("UPDATE OR ") + clause + " t SET id = 2, g = 'b' WHERE id IN (1, 3)");
    m.Check(clause);
    m.Verify();
  }
}

TEST_CASE("an UPSERT takes off the row as it was, and a DELETE trigger may add a row") {
  Maintained m(
      "PRAGMA recursive_triggers = ON; CREATE TABLE t(id INTEGER PRIMARY KEY, a INT UNIQUE, v "
      "INT); "
      "INSERT INTO t VALUES (1,10,1),(2,20,2); CREATE TABLE kept(id INTEGER PRIMARY KEY, v INT); "
      "CREATE TRIGGER keep AFTER DELETE ON t BEGIN INSERT OR REPLACE INTO kept VALUES (OLD.id, "
      "OLD.v); "
      "END");
  m.Keep("v", "SELECT a, sum(v) AS s FROM t GROUP BY a");
  m.Keep("k", "SELECT sum(v) AS s FROM kept");
  m.Run("INSERT INTO t VALUES (3,10,7) ON CONFLICT(a) DO UPDATE SET v = v + excluded.v, a = 11");
  CHECK(m.Shown("v") == Lines{"11|8", "20|2"});
  m.Run("INSERT OR REPLACE INTO t VALUES (2,11,5)");
  CHECK(m.Shown("v") == Lines{"11|5"});
  CHECK(m.Shown("k") == Lines{"10"});
  m.Run("REPLACE INTO t VALUES (1,1,1),(1,2,2),(2,2,3)");
  CHECK(m.Shown("v") == Lines{"2|3"});
}

TEST_CASE("a table that REPLACE's DELETE trigger fills again is right, or refused") {
  Maintained m(
      "PRAGMA recursive_triggers = ON; CREATE TABLE t(id INTEGER PRIMARY KEY, a INT UNIQUE, v "
      "INT); "
      "INSERT INTO t VALUES (1,10,1),(2,20,2); CREATE TRIGGER again AFTER DELETE ON t WHEN OLD.v < "
      "5 "
      "BEGIN INSERT INTO t VALUES (OLD.id + 100, OLD.a + 100, OLD.v + 5); END");
  Json report = m.db.Call("vieworm_create", {"v", "SELECT a, v FROM t", kByStatement});
  if (report["refresh"]["mode"] != "incremental") return;
  m.Watch("v", "SELECT a, v FROM t");
  m.Run("DELETE FROM t WHERE id = 1");
  CHECK(m.Shown("v") == Lines{"110|6", "20|2"});
  m.Run("INSERT OR REPLACE INTO t VALUES (2,110,9); INSERT OR REPLACE INTO t VALUES (7,110,1)");
}

// What a user's trigger may do to the table that it is on.
std::string UserTrigger(const std::string& kind, const std::string& event,
                        const std::string& body) {
  return "CREATE " + kind + "TRIGGER user AFTER " + event + " ON t BEGIN " + body + " END";
}

constexpr char kWrites[] =
    "INSERT INTO t VALUES (2,'b',2),(3,'b',3); UPDATE t SET g = 'c', v = v + 1 WHERE id = 2; "
    "INSERT OR "
    "REPLACE INTO t VALUES (3,'d',4); DELETE FROM t WHERE id < 100; INSERT INTO t VALUES (5,'b',7)";

void KeepSeveral(Maintained* m) {
  m->Keep("s", "SELECT g, count(*) AS n, sum(v) AS s FROM t GROUP BY g");
  m->Keep("hi", "SELECT g, max(v) AS hi FROM t GROUP BY g");
  m->Keep("d", "SELECT DISTINCT g FROM t");
  m->Keep("r", "SELECT g, v FROM t");
}

// Younger triggers fire before vieworm's, and TEMP triggers before all.
TEST_CASE("a trigger made after the view may change the very row that fired it") {
  for (const char* kind : {"", "TEMP "}) {
    for (const char* body :
         {"UPDATE t SET v = v * 10 WHERE id = NEW.id;",
          "UPDATE t SET g = 'moved' WHERE id = NEW.id;", "DELETE FROM t WHERE id = NEW.id;",
          "DELETE FROM t WHERE v < NEW.v;"}) {
      for (const char* event : {"INSERT", "UPDATE"}) {
        INFO(kind << event << " " << body);
        Maintained m("CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, v INT)");
        m.db.Run("INSERT INTO t VALUES (1,'a',1)");
        KeepSeveral(&m);
        CHECK(m.Shown("s") == Lines{"'a'|1|1"});
        m.db.Run(UserTrigger(kind, event, body));
        m.Run(kWrites);
      }
    }
  }
}

// A row that REPLACE removes is set aside before the change and looked for after it, and such a
// trigger comes between.
TEST_CASE("a trigger made after the view that itself replaces rows is no harm, or is damage") {
  Maintained m("CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, v INT)");
  std::string select = "SELECT g, count(*) AS n, sum(v) AS s FROM t GROUP BY g";
  m.Keep("v", select);
  m.db.Run(
      UserTrigger("", "INSERT", "INSERT INTO t SELECT NEW.id + 100, NEW.g, 1 WHERE NEW.id < 100;"));
  m.db.Run("INSERT INTO t VALUES (3,'b',3)");
  CHECK(m.Shown("v") == Lines{"'b'|2|4"});
  m.db.Run("INSERT OR REPLACE INTO t VALUES (3,'d',4)");
  bool right = m.Shown("v") == m.Shown("(" + select + ")");
  CHECK((right || m.db.Call("vieworm_verify", {"v"}).contains("damage")));
  m.db.Call("vieworm_repair", {"v"});
  CHECK(m.Shown("v") == Lines{"'d'|2|5"});
  m.Run("INSERT OR REPLACE INTO t VALUES (3,'b',5),(3,'c',6); DELETE FROM t");
}

TEST_CASE("a trigger made after the view that writes to its other source is damage") {
  Maintained m(
      "CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT); CREATE TABLE u(id INTEGER PRIMARY KEY, t "
      "INT); "
      "INSERT INTO t VALUES (1,'a'); INSERT INTO u VALUES (1,1)");
  m.Keep("v", "SELECT t.g, count(*) AS n FROM t JOIN u ON u.t = t.id GROUP BY t.g");
  CHECK(m.Shown("v") == Lines{"'a'|1"});
  m.db.Run(UserTrigger("", "INSERT", "INSERT INTO u(t) VALUES (NEW.id);"));
  CHECK(m.db.Call("vieworm_verify", {"v"})["damage"] ==
        "Trigger \"user\" on a source is younger than the view's, and what it writes comes before "
        "they fire.");
  CHECK(m.db.Value("SELECT stale FROM vieworm_views") == "1");
  m.db.Call("vieworm_repair", {"v"});
  m.Run(
      "INSERT INTO t VALUES (2,'b'),(3,'b'); REPLACE INTO t VALUES (1,'c'); DELETE FROM u WHERE id "
      "< 3");
  CHECK(m.Shown("v") == Lines{"'b'|1", "'c'|1"});
}

TEST_CASE("a trigger made after the view is an older one once the view was repaired") {
  for (const char* body : {"UPDATE t SET v = v * 10 WHERE id = NEW.id;",
                           "INSERT INTO t SELECT NEW.id + 100, NEW.g, 1 WHERE NEW.id < 100;",
                           "DELETE FROM t WHERE v < NEW.v;"}) {
    INFO(body);
    Maintained m(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, v INT); INSERT INTO t VALUES (1,'a',1)");
    KeepSeveral(&m);
    CHECK(m.Shown("s") == Lines{"'a'|1|1"});
    m.db.Run(UserTrigger("", "INSERT", body));
    for (const char* view : {"s", "hi", "d", "r"}) m.db.Call("vieworm_repair", {view});
    m.Run(kWrites);
  }
}

TEST_CASE("a trigger that holds a DELETE back holds the view back") {
  for (const char* action :
       {"RAISE(IGNORE)", "RAISE(ABORT, 'no')", "RAISE(FAIL, 'no')", "RAISE(ROLLBACK, 'no')"}) {
    for (const char* when : {"BEFORE", "AFTER"}) {
      INFO(action << " " << when);
      Maintained m(
          std::string("CREATE TABLE t(id INTEGER PRIMARY KEY, g INT, v INT); INSERT INTO t VALUES "
                      "(1,1,1),(2,1,2),(3,2,4); CREATE TRIGGER guard ") +
          when + " DELETE ON t WHEN OLD.v = 2 BEGIN SELECT " + action +
          "; END; CREATE TRIGGER guard2 " + when + " UPDATE ON t WHEN NEW.v = 9 BEGIN SELECT " +
          action + "; END");
      m.Keep("v", "SELECT g, sum(v) AS s, min(v) AS lo FROM t GROUP BY g");
      CHECK(m.Shown("v") == Lines{"1|3|1", "2|4|4"});
      for (const char* statement :
           {"DELETE FROM t WHERE id < 3", "UPDATE t SET v = 9", "DELETE FROM t"}) {
        m.db.Failure(statement);
        m.Check(statement);
      }
      m.Verify();
      CHECK(m.Shown("v") == m.Shown("(SELECT g, sum(v), min(v) FROM t GROUP BY g)"));
    }
  }
}

}  // namespace
}  // namespace vieworm
