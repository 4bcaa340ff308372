// What the differential tester has found, made smaller. Each case names its cause.

#include "tests/sqlite/incremental_fixture.h"

namespace vieworm {
namespace {

TEST_CASE("a view that counts a subquery of which it uses no column is maintained") {
  Maintained m("CREATE TABLE t(a BIGINT)");
  m.Keep("v", "SELECT count(*) AS n FROM (SELECT a AS x FROM t) AS q");
  m.Run("INSERT INTO t VALUES (1), (NULL)");
  CHECK(m.Shown("v") == Lines{"2"});
}

TEST_CASE("a row whose REPLACE deletes itself by a cascade takes the replaced row with it") {
  Maintained m(
      "PRAGMA foreign_keys = ON; CREATE TABLE t(id INTEGER PRIMARY KEY, "
      "parent INT REFERENCES t(id) ON DELETE CASCADE, b TEXT UNIQUE ON CONFLICT REPLACE);"
      "INSERT INTO t VALUES (1, NULL, 'x'), (2, 1, 'y')");
  m.Keep("v", "SELECT b, count(*) AS n FROM t GROUP BY b");
  m.Keep("r", "SELECT id, b FROM t");
  // Row 2 removes row 1, whose cascade removes row 2.
  m.Run("UPDATE t SET b = 'x' WHERE id = 2");
  CHECK(m.Shown("v").empty());
  m.Run("INSERT INTO t VALUES (3, NULL, 'z'); UPDATE t SET b = 'w'");
}

TEST_CASE("a unique generated column cannot be guarded, for it may be made of a rowid to come") {
  Database db;
  db.Run("CREATE TABLE t(id INTEGER PRIMARY KEY, a INT, g INT AS (length(id)) UNIQUE)");
  Json report = db.Call("vieworm_create", {"v", "SELECT a FROM t", kByStatement});
  CHECK(report["refresh"]["mode"] == "full");
  CHECK(report["reason"] == "t has a unique generated column");
}

}  // namespace
}  // namespace vieworm
