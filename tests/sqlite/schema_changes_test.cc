// The schema that a view was planned for changes: the view says so before it can be wrong, and
// repair plans it anew.
#include "tests/sqlite/incremental_fixture.h"

namespace vieworm {
namespace {

using Catch::Matchers::ContainsSubstring;

constexpr char kTables[] =
    "PRAGMA foreign_keys = ON; "
    "CREATE TABLE p(id INTEGER PRIMARY KEY, name TEXT); "
    "CREATE TABLE c(id INTEGER PRIMARY KEY, p INT, v INT); "
    "INSERT INTO p VALUES (1,'a'),(2,'b'); INSERT INTO c VALUES (1,1,10),(2,1,20),(3,2,40)";
constexpr char kSums[] = "SELECT p, sum(v) AS s FROM c GROUP BY p";
constexpr char kJoined[] =
    "SELECT p.name, sum(c.v) AS s FROM p JOIN c ON c.p = p.id GROUP BY p.name";

// The view tells of `change` that way, wherever one may ask, and is right again after a repair.
void CheckNoticed(Maintained& m, const std::string& view, const std::string& change,
                  const std::string& reason) {
  INFO(change);
  CHECK(m.db.Value("SELECT stale FROM vieworm_views WHERE name = " + QuotedText(view)) == "0");
  m.db.Run(change);
  CHECK(m.db.Value("SELECT stale FROM vieworm_views WHERE name = " + QuotedText(view)) == "1");
  CHECK_THAT(m.db.Value("SELECT last_error FROM vieworm_views WHERE name = " + QuotedText(view)),
             ContainsSubstring(reason));
  CHECK_THAT(m.db.Call("vieworm_verify", {view})["damage"].get<std::string>(),
             ContainsSubstring(reason));
  CHECK_THAT(m.db.Call("vieworm_explain", {view}).get<std::string>(), ContainsSubstring(reason));
  m.db.Call("vieworm_repair", {view});
  CHECK(m.db.Value("SELECT stale FROM vieworm_views WHERE name = " + QuotedText(view)) == "0");
  m.Check("vieworm_repair");
}

TEST_CASE("a unique index that comes later, and a REPLACE that removes rows by it") {
  Maintained m(kTables);
  m.Keep("v", kSums);
  m.Keep("r", "SELECT id, v FROM c WHERE v > 5");
  const std::string reason =
      "Table \"c\" has a unique index (v) that it did not have; REPLACE may remove rows by it "
      "unseen.";
  m.db.Run("CREATE UNIQUE INDEX c_v ON c(v)");
  CHECK(m.db.Value("SELECT min(stale) FROM vieworm_views") == "1");
  m.db.Call("vieworm_repair", {"r"});
  m.db.Run("DROP INDEX c_v");
  CheckNoticed(m, "v", "CREATE UNIQUE INDEX c_v ON c(v, p)", "a unique index (v, p)");
  m.db.Call("vieworm_repair", {"r"});
  m.Run("REPLACE INTO c VALUES (9,2,40); INSERT OR REPLACE INTO c VALUES (10,1,10)");
  m.db.Run("CREATE UNIQUE INDEX c_v2 ON c(v)");
  CHECK(m.db.Value("SELECT last_error FROM vieworm_views WHERE name = 'v'") ==
        reason + " vieworm_repair mends the view.");
}

TEST_CASE("an index that is gone, or not unique, makes no view stale") {
  Maintained m(std::string(kTables) + "; CREATE UNIQUE INDEX c_v ON c(v)");
  m.Keep("v", kSums);
  m.db.Run("DROP INDEX c_v; CREATE INDEX plain ON c(v)");
  CHECK(m.db.Value("SELECT stale FROM vieworm_views") == "0");
  m.Run("REPLACE INTO c VALUES (9,2,40)");
}

TEST_CASE("a foreign key with an action comes later, by a rebuild of the child") {
  Maintained m(kTables);
  m.Keep("j", kJoined);
  m.db.Run(
      "PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON; CREATE TABLE n(id INTEGER "
      "PRIMARY "
      "KEY, p INT REFERENCES p ON DELETE CASCADE, v INT); INSERT INTO n SELECT * FROM c; DROP "
      "TABLE "
      "c; ALTER TABLE n RENAME TO c; PRAGMA foreign_keys = ON");
  CHECK(m.db.Value("SELECT stale FROM vieworm_views") == "1");
  m.db.Call("vieworm_repair", {"j"});
  m.Run("DELETE FROM p WHERE id = 1");
}

TEST_CASE("a table that no view reads carries changes on, and is made later") {
  Maintained m(
      "PRAGMA foreign_keys = ON; CREATE TABLE p(id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE "
      "c(id INTEGER PRIMARY KEY, p INT REFERENCES m ON DELETE CASCADE, v INT)");
  m.db.Run(
      "PRAGMA foreign_keys = OFF; INSERT INTO p VALUES (1,'a'); INSERT INTO c VALUES (1,1,10); "
      "CREATE TABLE m(id INTEGER PRIMARY KEY)");
  m.Keep("j", kJoined);
  m.db.Run("DROP TABLE m");
  CheckNoticed(
      m, "j",
      "CREATE TABLE m(id INTEGER PRIMARY KEY REFERENCES p ON DELETE CASCADE); INSERT INTO m "
      "VALUES (1); PRAGMA foreign_keys = ON",
      "Foreign key actions carry changes of table \"p\" on to table \"c\".");
  m.Run("DELETE FROM p");
}

TEST_CASE("a younger trigger that ends a statement, or fails under OR FAIL") {
  Maintained m(std::string(kTables) + "; CREATE TABLE log(x UNIQUE); INSERT INTO log VALUES (1)");
  m.Keep("v", kSums);
  CheckNoticed(m, "v",
               "CREATE TRIGGER i AFTER INSERT ON c WHEN NEW.v = 7 BEGIN SELECT RAISE(IGNORE); END",
               "Trigger \"i\" on a source is younger than the view's, and its RAISE leaves a row "
               "changed without firing them.");
  m.Run("INSERT INTO c VALUES (7,1,7),(8,1,8)");
  CheckNoticed(m, "v",
               "CREATE TRIGGER f AFTER UPDATE ON c WHEN NEW.v = 77 BEGIN SELECT RAISE(FAIL, 'no'); "
               "END",
               "its RAISE leaves a row changed");
  m.Fail("UPDATE c SET v = 77 WHERE id > 6");
  CheckNoticed(m, "v", "CREATE TRIGGER l AFTER DELETE ON c BEGIN INSERT INTO log VALUES (1); END",
               "where it fails under OR FAIL");
  m.Fail("DELETE FROM c WHERE id = 7");
  m.db.Run("DROP TRIGGER l; CREATE TABLE free(x)");
  m.db.Run(
      "CREATE TRIGGER harmless AFTER INSERT ON c BEGIN INSERT INTO free VALUES (1); END; "
      "CREATE TRIGGER aborts AFTER INSERT ON c WHEN 0 BEGIN SELECT RAISE(ABORT, 'no'); END; "
      "CREATE TRIGGER before BEFORE INSERT ON c WHEN 0 BEGIN SELECT RAISE(IGNORE); END");
  CHECK(m.db.Value("SELECT stale FROM vieworm_views") == "0");
  m.Run("INSERT INTO c VALUES (20,1,1)");
}

TEST_CASE("a BEFORE trigger that comes later and writes to its own table") {
  Maintained m(kTables);
  m.Keep("v", kSums);
  m.db.Run(
      "CREATE TRIGGER b BEFORE UPDATE OF p ON c BEGIN UPDATE c SET v = v + 1 WHERE id = NEW.id; "
      "END");
  CHECK(m.db.Value("SELECT stale FROM vieworm_views") == "1");
  CHECK_THAT(m.db.Value("SELECT last_error FROM vieworm_views"),
             ContainsSubstring("A BEFORE trigger on table \"c\" may write to it."));
  m.db.Run("UPDATE c SET p = 2 WHERE id = 1");
  CHECK_THROWS_WITH(m.db.Call("vieworm_repair", {"v"}),
                    ContainsSubstring("a BEFORE trigger on c may write to it"));
  m.db.Run("DROP TRIGGER b");
  m.db.Call("vieworm_repair", {"v"});
  CHECK(m.db.Value("SELECT stale FROM vieworm_views") == "0");
  m.Check("vieworm_repair");
}

TEST_CASE("a TEMP trigger in the way is told in the connection that has it") {
  TemporaryFile file;
  Maintained m(kTables, file.name());
  m.Keep("v", kSums);
  m.Keep("j", kJoined);
  Database other(file.name());
  m.db.Run(
      "CREATE TEMP TRIGGER i AFTER INSERT ON main.c WHEN NEW.v = 7 BEGIN SELECT RAISE(IGNORE); "
      "END");
  const std::string reason =
      "Trigger \"temp.i\" of this connection fires before the view's, and its RAISE leaves a row "
      "changed without firing them; drop it first.";
  CHECK(m.db.Value("SELECT min(stale) FROM vieworm_views") == "1");
  CHECK(m.db.Call("vieworm_verify", {"v"})["damage"] == reason);
  CHECK(other.Value("SELECT max(stale) FROM vieworm_views") == "0");
  m.db.Run("INSERT INTO c VALUES (7,1,7)");
  m.db.Call("vieworm_repair", {"v"});
  m.db.Call("vieworm_repair", {"j"});
  m.Check("vieworm_repair");
  CHECK(m.db.Value("SELECT min(stale) FROM vieworm_views") == "1");
  m.db.Run("DROP TRIGGER temp.i");
  CHECK(m.db.Value("SELECT max(stale) FROM vieworm_views") == "0");
  m.Run("INSERT INTO c VALUES (8,1,7)");
  m.db.Run(
      "CREATE TEMP TRIGGER w AFTER UPDATE ON p BEGIN UPDATE c SET v = 0 WHERE p = NEW.id; END");
  CHECK(m.db.Value("SELECT name FROM vieworm_views WHERE stale") == "j");
  m.db.Run(
      "DROP TRIGGER temp.w; CREATE TEMP TABLE c(v); CREATE TEMP TRIGGER i AFTER INSERT ON "
      "temp.c BEGIN SELECT RAISE(IGNORE); END");
  CHECK(m.db.Value("SELECT max(stale) FROM vieworm_views") == "0");
}

TEST_CASE("a column that comes later and takes part in the definition") {
  Maintained m(kTables);
  m.Keep("star", "SELECT * FROM c");
  m.Keep("named", "SELECT name, v FROM p JOIN c ON c.p = p.id");
  m.Keep("sums", kSums);
  m.Forget("star");
  m.Forget("named");
  m.db.Run("ALTER TABLE c ADD COLUMN name TEXT");
  CHECK(
      m.db.Rows("SELECT name, stale, last_error FROM vieworm_views ORDER BY name") ==
      Lines{
          "named|1|Table \"c\" has a column \"name\" that it did not have, and the definition has "
          "that name in it. vieworm_repair mends the view.",
          "star|1|Table \"c\" has a column \"name\" that it did not have, and the definition "
          "selects *. vieworm_repair mends the view.",
          "sums|0|NULL"});
  m.db.Call("vieworm_repair", {"star"});
  m.Watch("star", "SELECT * FROM c");
  CHECK_THAT(m.db.CallFailure("vieworm_repair", {"named"}), ContainsSubstring("ambiguous"));
  m.Do("INSERT INTO c VALUES (9,1,2,'x')");
}

TEST_CASE("switches of the connection make no view wrong or stale") {
  Maintained m(
      "CREATE TABLE p(id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE c(id INTEGER PRIMARY KEY, p "
      "INT REFERENCES p ON DELETE CASCADE ON UPDATE CASCADE, v INT UNIQUE); INSERT INTO p VALUES "
      "(1,'a'),(2,'b'); INSERT INTO c VALUES (1,1,10),(2,1,20),(3,2,40)");
  m.Keep("j", kJoined);
  m.Keep("v", kSums);
  m.Run(
      "PRAGMA foreign_keys = ON; UPDATE p SET id = 5 WHERE id = 1; PRAGMA recursive_triggers = ON; "
      "REPLACE INTO c VALUES (4,2,10); REPLACE INTO p VALUES (5,'z'); PRAGMA foreign_keys = OFF; "
      "REPLACE INTO p VALUES (2,'y'); DELETE FROM p");
  CHECK(m.db.Value("SELECT max(stale) FROM vieworm_views") == "0");
}

TEST_CASE("a table comes back WITHOUT ROWID, STRICT, or with another collation") {
  for (const char* columns : {"(id INTEGER PRIMARY KEY NOT NULL, p INT, v INT) WITHOUT ROWID",
                              "(id INTEGER PRIMARY KEY, p INT, v INT) STRICT",
                              "(id INTEGER PRIMARY KEY, p TEXT COLLATE NOCASE, v INT)",
                              "(id INTEGER PRIMARY KEY, p, v INT, w INT AS (v * 2))"}) {
    INFO(columns);
    Maintained m(kTables);
    m.Keep("n", "SELECT p, count(*) AS n FROM c GROUP BY p");
    m.db.Run("ALTER TABLE c RENAME TO c_old; CREATE TABLE c" + std::string(columns) +
             "; INSERT INTO c SELECT * FROM c_old; DROP TABLE c_old");
    CHECK(m.db.Value("SELECT stale FROM vieworm_views") == "1");
    m.db.Call("vieworm_repair", {"n"});
    m.Run("INSERT INTO c(id, p, v) VALUES (9,1,7); REPLACE INTO c(id, p, v) VALUES (1,2,3)");
  }
}

TEST_CASE("what could not be maintained is planned anew by repair once it can") {
  Maintained m(kTables);
  m.db.Run(
      "CREATE TABLE k(g, v INT); INSERT INTO k VALUES ('a',1); CREATE TRIGGER b BEFORE UPDATE ON "
      "k BEGIN UPDATE k SET v = 0 WHERE g = 'b'; END");
  m.db.Call("vieworm_create", {"v", "SELECT g, sum(v) AS s FROM k GROUP BY g", kByStatement});
  CHECK(m.db.Value("SELECT mode FROM vieworm_views") == "full");
  m.db.Run("DROP TRIGGER b");
  m.db.Call("vieworm_repair", {"v"});
  CHECK(m.db.Value("SELECT mode, stale FROM vieworm_views") == "incremental|0");
  m.Watch("v", "SELECT g, sum(v) AS s FROM k GROUP BY g");
  m.Run("INSERT INTO k VALUES ('b',5)");
}

TEST_CASE("a file that is attached under another name is not another schema") {
  TemporaryFile file;
  {
    Maintained m(kTables, file.name());
    m.Keep("j", kJoined);
    m.db.Call("vieworm_create", {"f", "SELECT name FROM p", R"({"refresh": {}})"});
  }
  Maintained m;
  m.db.Run("ATTACH " + QuotedText(file.name()) + " AS elsewhere; CREATE TABLE p(id, name)");
  m.Watch(
      "elsewhere.j",
      "SELECT p.name, sum(c.v) AS s FROM elsewhere.p JOIN elsewhere.c ON c.p = p.id GROUP BY 1");
  CHECK(m.db.Value("SELECT stale FROM vieworm_views WHERE name = 'j'") == "0");
  m.Run("INSERT INTO elsewhere.c VALUES (9,1,1); UPDATE elsewhere.p SET name = 'c'");
  CHECK(m.db.Call("vieworm_refresh", {"elsewhere.f"})["inserted"] == 2);
  CHECK(m.db.Rows("SELECT name FROM elsewhere.f") == Lines{"c", "c"});
}

}  // namespace
}  // namespace vieworm
