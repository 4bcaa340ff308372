// What made the views of other projects wrong, tried on vieworm: changes of the schema, odd names,
// lost triggers, and programs that know nothing of vieworm.
#include "tests/sqlite/incremental_fixture.h"

namespace vieworm {
namespace {

using Catch::Matchers::ContainsSubstring;

constexpr char kTable[] =
    "CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, v INT, w INT); "
    "INSERT INTO t VALUES (1,'a',1,10),(2,'a',2,20),(3,'b',4,40)";

TEST_CASE("columns that are added to a source, and dropped again, do no harm") {
  Maintained m(kTable);
  m.Keep("v", "SELECT g, sum(v) AS s FROM t GROUP BY g");
  m.Keep("r", "SELECT id, v FROM t");
  m.Run("ALTER TABLE t ADD COLUMN extra TEXT DEFAULT 'x'; INSERT INTO t VALUES (4,'c',8,80,'y')");
  CHECK(m.Shown("v") == Lines{"'a'|3", "'b'|4", "'c'|8"});
  m.Run(
      "UPDATE t SET extra = 'z', v = v + 1; ALTER TABLE t DROP COLUMN extra; UPDATE t SET v = 0 "
      "WHERE "
      "id = 1; DELETE FROM t WHERE id = 3");
  CHECK(m.Shown("v") == Lines{"'a'|3", "'c'|9"});
}

TEST_CASE("SQLite refuses to drop a column that the view uses") {
  Maintained m(kTable);
  m.Keep("v", "SELECT g, sum(v) AS s FROM t GROUP BY g");
  m.Fail("ALTER TABLE t DROP COLUMN v");
  m.Run("INSERT INTO t VALUES (4,'c',8,80)");
  CHECK(m.Shown("v") == Lines{"'a'|3", "'b'|4", "'c'|8"});
}

// The views of the test below, which say what they show now.
void WatchRenamed(Maintained* m, const std::string& table) {
  for (const char* view : {"v", "r", "d"}) m->Forget(view);
  m->Watch("v", "SELECT \"the group\", sum(amount) FROM " + table + " GROUP BY 1");
  m->Watch("r", "SELECT \"the group\", amount + 1 FROM " + table + " WHERE amount > 0");
  m->Watch("d", "SELECT DISTINCT \"the group\" FROM " + table);
}

TEST_CASE("a column or a table that is renamed is followed by the view") {
  Maintained m(kTable);
  m.db.Call("vieworm_create", {"v", "SELECT g, sum(v) AS s FROM t GROUP BY g", kStrict});
  m.db.Call("vieworm_create", {"r", "SELECT g AS h, v + 1 AS x FROM t WHERE v > 0", kStrict});
  m.db.Call("vieworm_create", {"d", "SELECT DISTINCT g AS h FROM t", kStrict});
  m.db.Run(
      "ALTER TABLE t RENAME COLUMN v TO amount; ALTER TABLE t RENAME COLUMN g TO \"the group\"; "
      "ALTER TABLE t RENAME COLUMN id TO key");
  WatchRenamed(&m, "t");
  m.Do(
      "INSERT INTO t VALUES (4,'c',8,80); REPLACE INTO t VALUES (3,'c',1,1); UPDATE t SET "
      "amount = amount * 2, key = key + 10; DELETE FROM t WHERE key = 11");
  CHECK(m.Shown("v") == Lines{"'a'|4", "'c'|18"});
  m.db.Run("ALTER TABLE t RENAME TO \"new t\"");
  WatchRenamed(&m, "\"new t\"");
  m.Do("INSERT INTO \"new t\" VALUES (1,'a',3,3); REPLACE INTO \"new t\" VALUES (1,'d',3,3)");
  CHECK(m.Shown("v") == Lines{"'a'|4", "'c'|18", "'d'|3"});
  for (const char* view : {"v", "r", "d"}) m.db.Call("vieworm_repair", {view});
  m.Run("UPDATE \"new t\" SET amount = -amount; DELETE FROM \"new t\" WHERE key > 12");
}

// SQLite itself rewrites the triggers then, and they do what they did.
TEST_CASE("a rename is no damage") {
  Maintained m(kTable);
  m.Keep("v", "SELECT g, sum(v) AS s FROM t GROUP BY g");
  m.Forget("v");
  m.db.Run("ALTER TABLE t RENAME COLUMN v TO amount");
  Json verified = m.db.Call("vieworm_verify", {"v"});
  CHECK(verified["missing"] == 0);
  CHECK(verified["extra"] == 0);
  CHECK_FALSE(verified.contains("damage"));
  CHECK(m.db.Value("SELECT stale FROM vieworm_views") == "0");
}

TEST_CASE("a table that is rebuilt by copy, drop and rename: the view says so and is repaired") {
  for (const char* legacy : {"OFF", "ON"}) {
    INFO(legacy);
    Maintained m(kTable);
    m.Keep("v", "SELECT g, sum(v) AS s FROM t GROUP BY g");
    m.db.Run(std::string("PRAGMA legacy_alter_table = ") + legacy);
    m.db.Run(
        "BEGIN; CREATE TABLE t2(id INTEGER PRIMARY KEY, g TEXT, v INT, w INT, more INT); INSERT "
        "INTO "
        "t2 SELECT *, 0 FROM t");
    m.db.Run("DROP TABLE t");
    if (std::string(legacy) == "OFF") {
      // The view is in the way of the rename, unless legacy_alter_table is on.
      CHECK_THAT(m.db.Failure("ALTER TABLE t2 RENAME TO t"),
                 ContainsSubstring("no such table: main.t"));
      m.db.Run("ROLLBACK");
      m.Run("INSERT INTO t VALUES (4,'c',8,80)");
      CHECK(m.Shown("v") == Lines{"'a'|3", "'b'|4", "'c'|8"});
      continue;
    }
    m.db.Run("ALTER TABLE t2 RENAME TO t; COMMIT");
    m.db.Run("INSERT INTO t VALUES (4,'c',8,80,0)");
    CHECK(m.db.Value("SELECT stale FROM vieworm_views") == "1");
    CHECK_THAT(m.db.Call("vieworm_verify", {"v"})["damage"].get<std::string>(),
               ContainsSubstring("was dropped"));
    m.db.Call("vieworm_repair", {"v"});
    CHECK(m.Shown("v") == Lines{"'a'|3", "'b'|4", "'c'|8"});
    m.Run("UPDATE t SET v = v + 1; REPLACE INTO t VALUES (4,'d',1,1,1)");
    CHECK(m.Shown("v") == Lines{"'a'|5", "'b'|5", "'d'|1"});
  }
}

TEST_CASE("a trigger that was dropped or altered is noticed, and the view repaired") {
  Maintained m(kTable);
  m.Keep("v", "SELECT g, sum(v) AS s FROM t GROUP BY g");
  m.Keep("r", "SELECT g, v FROM t WHERE v > 1");
  for (const std::string& name :
       m.db.Rows("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 't' AND "
                 "name NOT GLOB '*_names'")) {
    INFO(name);
    std::string view = name.substr(9, 1);
    m.db.Run("DROP TRIGGER " + QuotedName(name));
    m.db.Run(
        "INSERT INTO t(g, v) VALUES ('c', 8); UPDATE t SET v = v + 1; DELETE FROM t WHERE id = 2; "
        "UPDATE t SET g = 'z' WHERE v = 9; REPLACE INTO t VALUES (2,'a',7,7)");
    CHECK(m.db.Call("vieworm_verify", {view})["damage"] ==
          "Its trigger \"" + name + "\" was dropped.");
    CHECK(m.db.Value("SELECT stale FROM vieworm_views WHERE name = " + QuotedText(view)) == "1");
    m.db.Call("vieworm_repair", {view});
    m.Check("vieworm_repair");
    CHECK(m.db.Value("SELECT max(stale) FROM vieworm_views") == "0");
    m.Run(
        "INSERT INTO t(g, v) VALUES ('d', 9); UPDATE t SET v = v - 1 WHERE g <> 'd'; DELETE FROM t "
        "WHERE "
        "g = 'd'");
  }
  m.db.Run("DELETE FROM t; INSERT INTO t VALUES (1,'a',5,5)");
  CHECK(m.Shown("v") == Lines{"'a'|5"});
}

TEST_CASE("damage to the store is found, counted and repaired") {
  Maintained m(kTable);
  m.Keep("r", "SELECT g, v FROM t");
  m.db.Run(
      "DELETE FROM _vieworm_r_store WHERE v = 1; UPDATE _vieworm_r_store SET v = 99 WHERE v = 2");
  Json verified = m.db.Call("vieworm_verify", {"r"});
  CHECK(verified["missing"] == 2);
  CHECK(verified["extra"] == 1);
  Json repaired = m.db.Call("vieworm_repair", {"r"});
  CHECK(repaired["deleted"] == 1);
  CHECK(repaired["inserted"] == 2);
  CHECK(m.Shown("r") == Lines{"'a'|1", "'a'|2", "'b'|4"});
  m.Run("UPDATE t SET v = v + 1");
}

TEST_CASE("names with spaces, quotes, reserved words, other scripts, and new and old") {
  const char* names[] = {"odd name", "a\"b'c`d]e", "select", "new", "old",
                         "excluded", "straße 表",  "x.y",    "s1",  "--",
                         "rowid",    "row_s",      "main",   "%s;"};
  for (const std::string name : names) {
    INFO(name);
    std::string q = QuotedName(name);
    std::string view = QuotedName(name + " view");
    Maintained m("CREATE TABLE " + q + "(id INTEGER PRIMARY KEY, " + q + " TEXT, v INT, UNIQUE(" +
                 q + ", v)); INSERT INTO " + q + " VALUES (1,'a',1),(2,'b',2)");
    m.Keep(view, "SELECT " + q + ", sum(v) AS " + q + " FROM " + q + " GROUP BY " + q,
           R"({"refresh": {"on": "statement", "mode": "incremental"}, "columns": ["g", "old"]})");
    m.Keep("rows_of",
           "SELECT x." + q + ", x.v AS fresh FROM " + q + " AS x WHERE x." + q + " <> ''");
    m.Keep("pairs", "SELECT " + q + ".v, o." + q + " FROM " + q + " JOIN " + q +
                        " AS o ON o.id = " + q + ".v");
    m.Keep("d", "SELECT DISTINCT " + q + " FROM " + q);
    m.Run("INSERT INTO " + q + " VALUES (3,'a',5),(4,NULL,6)");
    CHECK(m.Shown(view) == Lines{"'a'|6", "'b'|2", "NULL|6"});
    m.Run("UPDATE " + q + " SET " + q + " = 'b', v = v + 10 WHERE id = 3; REPLACE INTO " + q +
          " VALUES (9,'b',15); DELETE FROM " + q + " WHERE id = 1");
    CHECK(m.Shown(view) == Lines{"'b'|17", "NULL|6"});
  }
}

TEST_CASE("names of vieworm's own that are taken are avoided") {
  Maintained m(kTable);
  m.db.Run(
      "CREATE TABLE _vieworm_v_store(a); CREATE TABLE _vieworm_v_replaced(a); CREATE TABLE "
      "_vieworm_v_definition(a); "
      "CREATE TRIGGER _vieworm_v_t_insert AFTER INSERT ON t BEGIN INSERT INTO _vieworm_v_store "
      "VALUES (NEW.v); END");
  m.Keep("v", "SELECT g, sum(v) AS s FROM t GROUP BY g");
  m.Run("INSERT INTO t VALUES (4,'a',8,80); REPLACE INTO t VALUES (1,'c',5,5)");
  CHECK(m.Shown("v") == Lines{"'a'|10", "'b'|4", "'c'|5"});
  CHECK(m.Shown("_vieworm_v_store") == Lines{"5", "8"});
}

// A connection of a program without vieworm.
class PlainConnection {
 public:
  explicit PlainConnection(const std::string& file) {
    sqlite3_open(file.c_str(), &db_);
    Run("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
  }
  ~PlainConnection() { sqlite3_close(db_); }
  PlainConnection(const PlainConnection&) = delete;
  PlainConnection& operator=(const PlainConnection&) = delete;

  void Run(const std::string& sql) {
    char* message = nullptr;
    sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, &message);
    INFO(sql << ": " << (message == nullptr ? "" : message));
    CHECK(message == nullptr);
    sqlite3_free(message);
  }

 private:
  sqlite3* db_ = nullptr;
};

TEST_CASE("a program without vieworm, which trusts no schema, keeps every kind of view right") {
  TemporaryFile file;
  Maintained m(std::string(kTable) + "; CREATE TABLE u(id INTEGER PRIMARY KEY, j TEXT)",
               file.name());
  m.Keep("r", "SELECT g, v FROM t WHERE v > 1");
  m.Keep("s",
         "SELECT g, count(*) AS n, sum(v) AS s, avg(w) AS a, max(v) AS hi, group_concat(DISTINCT "
         "v) AS "
         "c FROM t GROUP BY g HAVING count(*) > 0");
  m.Keep("d", "SELECT DISTINCT g FROM t UNION SELECT v FROM t");
  m.Keep("p", "SELECT t.g, x.v FROM t JOIN t AS x ON x.g = t.g AND x.id > t.id");
  m.Keep("j", "SELECT u.id, e.value FROM u, json_each(u.j) AS e");
  PlainConnection plain(file.name());
  for (const char* sql :
       {"INSERT INTO t VALUES (4,'c',8,80),(5,NULL,9,90)", "REPLACE INTO t VALUES (1,'c',3,3)",
        "UPDATE t SET g = 'a', v = v + 1 WHERE id > 3", "INSERT INTO u VALUES (1,'[1,\"x\",null]')",
        "BEGIN; DELETE FROM t; ROLLBACK",
        "INSERT INTO t VALUES (1,'a',0,0) ON CONFLICT DO UPDATE SET v = 6",
        "DELETE FROM t WHERE id = 2; UPDATE u SET j = '[7]'", "VACUUM"}) {
    plain.Run(sql);
    m.Check(sql);
  }
  CHECK(m.Shown("r") == Lines{"'a'|10", "'a'|9", "'b'|4", "'c'|6"});
  CHECK(m.Shown("j") == Lines{"1|7"});
  m.Verify();
}

}  // namespace
}  // namespace vieworm
