// A view's columns are called what CREATE VIEW calls them, whatever that is, and however it is
// kept.
#include "tests/sqlite/incremental_fixture.h"

namespace vieworm {
namespace {

constexpr char kShop[] =
    "CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, v INTEGER);"
    "CREATE TABLE u(id INTEGER PRIMARY KEY, v INTEGER, \"odd \"\"name\" TEXT);"
    "INSERT INTO t VALUES (1,'a',5),(2,'b',7),(3,'a',NULL);"
    "INSERT INTO u VALUES (1,2,'x'),(2,3,NULL);";

constexpr char kWrites[] =
    "INSERT INTO t VALUES (4,'c',1); UPDATE t SET g = 'c' WHERE id = 1; DELETE FROM t WHERE id = 2;"
    "UPDATE u SET v = v + 1; INSERT INTO u VALUES (4, 9, 'y')";

std::vector<std::string> NamesOf(Database& db, const std::string& view) {
  return db.Rows("SELECT name FROM pragma_table_info('" + view + "')");
}

std::string LongExpression() {
  std::string sum = "v";
  for (int i = 0; i < 400; ++i) sum += " + v";
  return sum;
}

// Whether it is incremental or refreshed in full is not the matter here.
void CheckNames(const std::string& select) {
  INFO(select);
  Maintained m(kShop);
  m.db.Run("CREATE VIEW plain AS " + select);
  std::vector<std::string> expected = NamesOf(m.db, "plain");
  m.db.Call("vieworm_create", {"simple", select});
  m.db.Call("vieworm_create", {"stored", select, R"({"refresh": {}})"});
  m.db.Call("vieworm_create", {"kept", select, kByStatement});
  for (const char* view : {"simple", "stored", "kept"}) {
    INFO(view);
    CHECK(NamesOf(m.db, view) == expected);
    CHECK(m.Shown(view) == m.Shown("plain"));
  }
  m.db.Run(kWrites);
  m.db.Call("vieworm_refresh_all");
  for (const char* view : {"simple", "stored", "kept"}) {
    INFO(view);
    CHECK(m.Shown(view) == m.Shown("plain"));
    CHECK(m.db.Call("vieworm_verify", {view})["missing"] == 0);
  }
}

TEST_CASE("an expression without an alias is called by its text") {
  CheckNames("SELECT count(*) FROM t");
  CheckNames("SELECT g, count(*), sum( v ), max(v)+1 FROM t GROUP BY g");
  CheckNames("SELECT id, v + 1, -v, 'text', NULL, 1.50, x'00', (v) FROM t");
  CheckNames("SELECT id, CASE WHEN v > 1 THEN \"g\" ELSE 'it''s' END FROM t");
  CheckNames("SELECT DISTINCT g || '\"' FROM t");
  CheckNames("SELECT id, v /* a remark */ + 2 FROM t");
  CheckNames("SELECT id, " + LongExpression() + " FROM t");
}

TEST_CASE("two columns of one name are told apart as CREATE VIEW does") {
  CheckNames("SELECT t.id, u.id FROM t JOIN u ON u.id = t.id");
  CheckNames("SELECT id, id, ID, id AS \"id:1\", id FROM t");
  CheckNames("SELECT id AS a, v AS A FROM t");
  CheckNames("SELECT * FROM t JOIN u ON u.id = t.id");
  CheckNames("SELECT t.*, u.*, t.id FROM t, u WHERE u.id = t.id");
  CheckNames("SELECT * FROM t a JOIN t b ON a.g = b.g");
  CheckNames("SELECT * FROM t JOIN u USING (id)");
  CheckNames("SELECT * FROM (SELECT t.id, u.id FROM t JOIN u ON u.id = t.id)");
  CheckNames("SELECT count(*), count(*), count( * ) FROM t");
}

TEST_CASE(
    "VALUES, strings in double quotes, rowids and empty names are called as in a plain view") {
  CheckNames("VALUES (1, 'x'), (2, NULL)");
  CheckNames("SELECT 1 UNION ALL SELECT v FROM t");
  CheckNames("SELECT id AS \"\", v FROM t");
  CheckNames("SELECT rowid, _rowid_, v FROM t");
  CheckNames("SELECT \"odd \"\"name\", [v], `id` FROM u");
  CheckNames("SELECT true, v IS NULL FROM t");
}

TEST_CASE("columns without an alias can be given other names, and indexed by those they have") {
  Maintained m(kShop);
  m.db.Call("vieworm_create",
            {R"json({"name": "v", "definition": "SELECT g, count(*) FROM t GROUP BY g",
                 "columns": ["G", "how many"], "refresh": {"on": "statement"}})json"});
  CHECK(NamesOf(m.db, "v") == Lines{"G", "how many"});
  m.db.Call("vieworm_create",
            {R"json({"name": "w", "definition": "SELECT g, count(*) FROM t GROUP BY g",
                 "refresh": {}, "indexes": [{"columns": ["count(*)"]}]
})json"});
  CHECK(m.db.Rows("SELECT \"count(*)\" FROM w ORDER BY g") == Lines{"2", "1"});
}

TEST_CASE("what CREATE VIEW refuses is refused") {
  Maintained m(kShop);
  for (const char* select :
       {"SELECT FROM t", "SELECT * FROM t GROUP BY", "SELECT nothing FROM t"}) {
    CHECK(m.db.Failure(std::string("CREATE VIEW plain AS ") + select) != "");
    CHECK(m.db.CallFailure("vieworm_create", {"v", select}) != "");
  }
}

}  // namespace
}  // namespace vieworm
