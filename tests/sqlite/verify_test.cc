// vieworm_verify finds what is wrong, however little it is: a store is altered behind its back.
#include "tests/sqlite/incremental_fixture.h"

namespace vieworm {
namespace {

// How many rows are missing, after `damage` has been done to a view of `select`.
int Missing(const std::string& setup, const std::string& select, const std::string& damage) {
  INFO(select << " after " << damage);
  Maintained m(setup);
  m.Keep("v", select);
  m.db.Run(damage);
  Json report = m.db.Call("vieworm_verify", {"v"});
  CHECK(report["missing"] == report["extra"]);
  return report["missing"].get<int>();
}

}  // namespace

TEST_CASE("vieworm_verify compares integers to the last digit") {
  std::string setup =
      "CREATE TABLE t(id INTEGER PRIMARY KEY, n INT);"
      "INSERT INTO t VALUES (1, 20000000000), (2, 9007199254740993)";
  std::string select = "SELECT id, n FROM t";
  CHECK(Missing(setup, select, "UPDATE _vieworm_v_store SET n = n + 1") == 2);
  CHECK(Missing(setup, select, "UPDATE _vieworm_v_store SET n = n - 1 WHERE id = 2") == 1);

  Maintained m(setup);
  m.Keep("v", select);
  m.db.Run("DELETE FROM _vieworm_v_store WHERE id = 2");
  CHECK(m.db.Call("vieworm_verify", {"v"})["samples"].dump() ==
        R"([{"missing":[2,9007199254740993]}])");
}

TEST_CASE("vieworm_verify takes sums of reals for equal that differ in their order only") {
  std::string setup =
      "CREATE TABLE t(id INTEGER PRIMARY KEY, x REAL); INSERT INTO t VALUES (1, 0.1)";
  CHECK(Missing(setup, "SELECT id, x FROM t", "UPDATE _vieworm_v_store SET x = x + 1e-13") == 0);
  CHECK(Missing(setup, "SELECT id, x FROM t", "UPDATE _vieworm_v_store SET x = x + 1e-6") == 1);
}

TEST_CASE("vieworm_verify tells cases apart, unless a collation of the file does not") {
  std::string binary =
      "CREATE TABLE t(id INTEGER PRIMARY KEY, s TEXT); INSERT INTO t VALUES (1, 'a')";
  std::string nocase =
      "CREATE TABLE t(id INTEGER PRIMARY KEY, s TEXT COLLATE NOCASE); INSERT INTO t VALUES (1, "
      "'a')";
  std::string damage = "UPDATE _vieworm_v_store SET s = upper(s)";
  CHECK(Missing(binary, "SELECT id, s FROM t", damage) == 1);
  CHECK(Missing(binary, "SELECT s, count(*) AS n FROM t GROUP BY s", damage) == 1);
  CHECK(Missing(binary, "SELECT s COLLATE NOCASE AS s, count(*) AS n FROM t GROUP BY 1", damage) ==
        0);
  CHECK(Missing(nocase, "SELECT s, count(*) AS n FROM t GROUP BY s", damage) == 0);
}

TEST_CASE("lists whose order nothing says are no difference to verify") {
  for (const char* list : {"group_concat(x)", "group_concat(DISTINCT x)", "json_group_array(x)",
                           "group_concat(x, ' and ')", "json_group_object(x, 1)"}) {
    INFO(list);
    Database db;
    db.Run(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, x TEXT, y INT); "
        "INSERT INTO t VALUES (1,'a','one',3), (2,'a','two',2), (3,'b','three',1), "
        "(4,'a','four',1); CREATE VIEW lists AS SELECT g, " +
        std::string(list) + " AS l FROM t GROUP BY g");
    db.Call("vieworm_create", {"v", "SELECT g, l FROM lists", R"({"refresh": {}})"});
    db.Run("CREATE INDEX i ON t(g, y, x)");  // now the rows come in another order
    std::string shown = " SELECT l FROM v WHERE g = 'a'";
    REQUIRE(db.Value("SELECT l FROM lists WHERE g = 'a'") != db.Value(shown));
    auto differs = [&] {
      Json report = db.Call("vieworm_verify", {"v"});
      return report["missing"] != 0 || report["extra"] != 0;
    };
    CHECK_FALSE(differs());
    db.Run("UPDATE t SET x = 'five' WHERE id = 4");
    CHECK(differs());
    db.Call("vieworm_refresh", {"v"});
    db.Run("UPDATE t SET g = 'ab' WHERE g = 'b'");
    db.Call("vieworm_refresh", {"v"});
    CHECK_FALSE(differs());
    db.Run("UPDATE t SET g = 'ba' WHERE g = 'ab'");
    CHECK(differs());
  }
}

}  // namespace vieworm
