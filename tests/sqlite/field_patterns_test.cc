// What made the views of other projects wrong, tried on vieworm: which rows there are, and how
// often.
#include "tests/sqlite/incremental_fixture.h"

namespace vieworm {
namespace {

TEST_CASE("EXISTS does not take equal rows for one") {
  Maintained m("CREATE TABLE t1(i INT); CREATE TABLE t2(i INT); INSERT INTO t1 VALUES (1),(1),(1)");
  std::string select = "SELECT i FROM t1 WHERE EXISTS (SELECT 1 FROM t2 WHERE t2.i = t1.i)";
  CheckFallsBack(m.db, "v", select, "it uses a subquery in an expression");
  m.db.Run("INSERT INTO t2 VALUES (1)");
  m.db.Call("vieworm_refresh", {"v"});
  CHECK(m.Shown("v") == Lines{"1", "1", "1"});
  CHECK(m.Shown("v") == m.Shown("(" + select + ")"));
}

TEST_CASE("two connections that delete equal rows are both counted") {
  TemporaryFile file;
  Maintained m("CREATE TABLE t(a INT); INSERT INTO t VALUES (1),(1),(1),(2)", file.name());
  Database other(file.name());
  m.Keep("v", "SELECT a, count(*) AS n FROM t GROUP BY a");
  m.Run("DELETE FROM t WHERE rowid = 1");
  other.Run("DELETE FROM t WHERE rowid = 2");
  CHECK(m.Shown("v") == Lines{"1|1", "2|1"});
  m.Check("the other connection's DELETE");
  other.Run("DELETE FROM t WHERE a = 1");
  CHECK(other.Rows("SELECT * FROM v") == Lines{"2|1"});
  m.Check("the other connection's second DELETE");
}

TEST_CASE("equal rows of a table without a key are kept apart") {
  Maintained m("CREATE TABLE t(a, b); INSERT INTO t VALUES (1,'x'),(1,'x'),(NULL,NULL)");
  m.Keep("v", "SELECT a, b FROM t");
  m.Run("DELETE FROM t WHERE rowid = 1; INSERT INTO t VALUES (2,'y'),(2,'y'),(2,'y')");
  CHECK(m.Shown("v") == Lines{"1|'x'", "2|'y'", "2|'y'", "2|'y'", "NULL|NULL"});
  m.Run("INSERT INTO t VALUES (NULL,NULL); DELETE FROM t WHERE rowid = 3");
  m.Run("UPDATE t SET a = 2, b = 'y' WHERE a = 1; DELETE FROM t WHERE a = 2");
  CHECK(m.Shown("v") == Lines{"NULL|NULL"});
}

TEST_CASE("UNION ALL of a table with itself has each row twice") {
  Maintained m("CREATE TABLE t(a INT); INSERT INTO t VALUES (1),(2)");
  m.Keep("v", "SELECT * FROM t UNION ALL SELECT * FROM t");
  m.Keep("n", "SELECT count(*) AS n FROM (SELECT * FROM t UNION ALL SELECT * FROM t)");
  m.Run("INSERT INTO t VALUES (3)");
  CHECK(m.Shown("v") == Lines{"1", "1", "2", "2", "3", "3"});
  CHECK(m.Shown("n") == Lines{"6"});
  m.Run("UPDATE t SET a = 9 WHERE a = 1; DELETE FROM t WHERE a = 2; DELETE FROM t");
  CHECK(m.Shown("n") == Lines{"0"});
}

TEST_CASE("a UNION ALL view over tables with rows begins with all its branches") {
  Maintained m(
      "CREATE TABLE a(x); CREATE TABLE b(x); CREATE TABLE c(x); INSERT INTO a VALUES (1); "
      "INSERT INTO b VALUES (2),(2); INSERT INTO c VALUES ('3')");
  m.Keep("v", "SELECT x FROM a UNION ALL SELECT x FROM b UNION ALL SELECT x FROM c");
  CHECK(m.Shown("v") == Lines{"'3'", "1", "2", "2"});
  m.Run("DELETE FROM b WHERE rowid = 1; INSERT INTO c VALUES (1); UPDATE a SET x = 2");
}

TEST_CASE("a row deleted and another inserted with its key leave the group there") {
  Maintained m(
      "CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, v INT); INSERT INTO t VALUES "
      "(1,'a',5)");
  m.Keep("v", "SELECT g, sum(v) AS s FROM t GROUP BY g");
  m.Run("DELETE FROM t WHERE id = 1; INSERT INTO t VALUES (1,'a',7)");
  CHECK(m.Shown("v") == Lines{"'a'|7"});
  m.Run("BEGIN; DELETE FROM t; INSERT INTO t VALUES (1,'a',8); COMMIT");
  CHECK(m.Shown("v") == Lines{"'a'|8"});
}

TEST_CASE("a group that two DELETEs have emptied comes back") {
  Maintained m("CREATE TABLE t(g TEXT, v INT); INSERT INTO t VALUES ('a',1),('a',2),('b',3)");
  m.Keep("v", "SELECT g, count(*) AS n, sum(v) AS s, min(v) AS lo FROM t GROUP BY g");
  m.Run("DELETE FROM t WHERE v = 1; DELETE FROM t WHERE v = 2");
  CHECK(m.Shown("v") == Lines{"'b'|1|3|3"});
  m.Run("INSERT INTO t VALUES ('a',4)");
  CHECK(m.Shown("v") == Lines{"'a'|1|4|4", "'b'|1|3|3"});
  m.Run("DELETE FROM t; INSERT INTO t VALUES ('b',NULL)");
  CHECK(m.Shown("v") == Lines{"'b'|1|NULL|NULL"});
}

TEST_CASE("REPLACE by an equal row changes nothing") {
  for (const char* recursive : {"OFF", "ON"}) {
    Maintained m(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, v INT); INSERT INTO t VALUES "
        "(1,'a',5),(2,'a',6)");
    m.db.Run(std::string("PRAGMA recursive_triggers = ") + recursive);
    m.Keep("r", "SELECT g, v FROM t WHERE v > 0");
    m.Keep("s", "SELECT g, count(*) AS n, sum(v) AS s FROM t GROUP BY g");
    m.Run("INSERT OR REPLACE INTO t VALUES (1,'a',5)");
    CHECK(m.Shown("r") == Lines{"'a'|5", "'a'|6"});
    CHECK(m.Shown("s") == Lines{"'a'|2|11"});
    m.Run("REPLACE INTO t VALUES (2,'b',6),(2,'a',6),(3,'a',6); REPLACE INTO t SELECT * FROM t");
    CHECK(m.Shown("s") == Lines{"'a'|3|17"});
  }
}

TEST_CASE("the elements of a row's JSON array come beside the row's key") {
  Maintained m(
      "CREATE TABLE t(id INTEGER PRIMARY KEY, j TEXT); INSERT INTO t VALUES "
      "(1,'[1,2,2]'),(2,'[]')");
  m.Keep("v", "SELECT t.id, e.value FROM t, json_each(t.j) AS e");
  CHECK(m.Shown("v") == Lines{"1|1", "1|2", "1|2"});
  m.Run("INSERT INTO t VALUES (3,'[null,\"x\",1.5]'); UPDATE t SET j = '[2]' WHERE id = 1");
  CHECK(m.Shown("v") == Lines{"1|2", "3|'x'", "3|1.5", "3|NULL"});
  m.Run("UPDATE t SET id = 9 WHERE id = 3; DELETE FROM t WHERE id = 1; UPDATE t SET j = '{}'");
  CHECK(m.Shown("v").empty());
}

TEST_CASE("a rowid that is used again brings its new row") {
  Maintained m(
      "CREATE TABLE t(a TEXT); INSERT INTO t VALUES ('x'),('y'),('z'); "
      "CREATE TABLE k(id INTEGER PRIMARY KEY, a TEXT); INSERT INTO k SELECT rowid, a FROM t");
  m.Keep("v", "SELECT a FROM t");
  m.Keep("w", "SELECT id, a FROM k");
  m.Run("DELETE FROM t WHERE rowid >= 2; INSERT INTO t VALUES ('new')");
  CHECK(m.Shown("v") == Lines{"'new'", "'x'"});
  m.Run("DELETE FROM k WHERE id >= 2; INSERT INTO k(a) VALUES ('new')");
  CHECK(m.Shown("w") == Lines{"1|'x'", "2|'new'"});
}

TEST_CASE("a projection may turn a composite key round") {
  Maintained m(
      "CREATE TABLE t(a INT, b INT, c TEXT, PRIMARY KEY(a, b)); INSERT INTO t VALUES "
      "(1,2,'x'),(2,1,'y')");
  m.Keep("v", "SELECT b, a, c FROM t");
  m.Run("UPDATE t SET c = 'z' WHERE a = 1; INSERT INTO t VALUES (3,3,'w'),(1,3,'u'),(3,1,'v')");
  CHECK(m.Shown("v") == Lines{"1|2|'y'", "1|3|'v'", "2|1|'z'", "3|1|'u'", "3|3|'w'"});
  m.Run("UPDATE t SET a = a + 10, b = b + 10; DELETE FROM t WHERE a = 11 AND b = 12");
  CHECK(m.Shown("v").size() == 4);
}

TEST_CASE("DISTINCT over a join keeps a pair while another copy of it is left") {
  Maintained m(
      "CREATE TABLE t(a INT, b INT); CREATE TABLE u(a INT, b INT); "
      "INSERT INTO t VALUES (1,2),(1,2),(2,1); INSERT INTO u VALUES (2,7),(2,7)");
  m.Keep("v", "SELECT DISTINCT t.a, u.b FROM t JOIN u ON u.a = t.b");
  CHECK(m.Shown("v") == Lines{"1|7"});
  m.Run("DELETE FROM t WHERE rowid = 1; DELETE FROM u WHERE rowid = 1");
  CHECK(m.Shown("v") == Lines{"1|7"});
  m.Run("INSERT INTO u VALUES (1,7); DELETE FROM t WHERE rowid = 2");
  CHECK(m.Shown("v") == Lines{"2|7"});
}

TEST_CASE("both copies of a table in a join change with it") {
  Maintained m(
      "CREATE TABLE t(id INTEGER PRIMARY KEY, boss INT, name TEXT); INSERT INTO t VALUES "
      "(1,NULL,'a'),(2,1,'b'),(3,1,'c'),(4,4,'d')");
  m.Keep("v", "SELECT t.name, u.name AS boss FROM t JOIN t AS u ON u.id = t.boss");
  CHECK(m.Shown("v") == Lines{"'b'|'a'", "'c'|'a'", "'d'|'d'"});
  m.Run(
      "INSERT INTO t VALUES (5,5,'e'),(6,2,'f'); UPDATE t SET boss = id; DELETE FROM t "
      "WHERE id IN (1,4); UPDATE t SET id = 7, boss = 2 WHERE id = 2; DELETE FROM t");
  CHECK(m.Shown("v").empty());
}

TEST_CASE("DISTINCT over a self-join keeps a pair while another copy of it is left") {
  Maintained m(
      "CREATE TABLE t(a INT NOT NULL, b INT NOT NULL, PRIMARY KEY(a, b)); INSERT INTO t VALUES "
      "(1,2),(2,1)");
  m.Keep("v", "SELECT DISTINCT x.b AS p, y.a AS q FROM t AS x JOIN t AS y ON x.a = y.b");
  CHECK(m.Shown("v") == Lines{"1|1", "2|2"});
  m.Run("INSERT INTO t VALUES (3,1),(3,3); UPDATE t SET a = b, b = a WHERE a = 3 AND b = 1");
}

TEST_CASE("TRUNCATE, which SQLite writes as DELETE without WHERE, empties the view") {
  Maintained m("CREATE TABLE t(g INT, v INT); INSERT INTO t VALUES (1,1),(1,2),(2,3)");
  m.Keep("r", "SELECT g, v FROM t WHERE v > 1");
  m.Keep("s", "SELECT g, sum(v) AS s FROM t GROUP BY g");
  m.Keep("n", "SELECT count(*) AS n, sum(v) AS s FROM t");
  m.Run("DELETE FROM t");
  CHECK(m.Shown("r").empty());
  CHECK(m.Shown("s").empty());
  CHECK(m.Shown("n") == Lines{"0|NULL"});
  m.Run("INSERT INTO t VALUES (1,1)");
}

}  // namespace
}  // namespace vieworm
