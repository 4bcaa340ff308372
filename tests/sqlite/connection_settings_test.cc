// What a connection has set changes the meaning of no view in silence.
#include "tests/sqlite/incremental_fixture.h"

namespace vieworm {
namespace {

using Catch::Matchers::ContainsSubstring;

constexpr char kNames[] =
    "CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT, a INT AS (name LIKE 'a%')); "
    "INSERT INTO t(id, name) VALUES (1, 'Ann'), (2, 'bob')";
const Lines kDefinitions = {
    "SELECT id, name FROM t WHERE name LIKE 'a%'",
    "SELECT name LIKE 'a%' AS l, count(*) AS n FROM t GROUP BY name LIKE 'a%'",
    "SELECT id, like('a%', name) AS l FROM t", "SELECT id FROM likes", "SELECT id, a FROM t"};

TEST_CASE("case_sensitive_like of the writer's connection makes no view wrong") {
  for (const std::string& select : kDefinitions) {
    INFO(select);
    Maintained m(kNames);
    m.db.Run("PRAGMA trusted_schema = ON");  // off, SQLite refuses such a LIKE itself
    m.db.Run("CREATE VIEW likes AS SELECT id FROM t WHERE name NOT LIKE 'a%'");
    m.Keep("v", select);
    m.Forget("v");
    for (const char* write :
         {"INSERT INTO t(id, name) VALUES (3, 'Amy')", "UPDATE t SET name = 'Bea' WHERE id = 1",
          "DELETE FROM t WHERE id = 1", "INSERT OR IGNORE INTO t(id, name) VALUES (4, 'Al')"}) {
      m.db.Run("PRAGMA case_sensitive_like = ON");
      CHECK_THAT(m.db.Failure(write), ContainsSubstring("PRAGMA case_sensitive_like is on"));
      m.db.Run("PRAGMA case_sensitive_like = OFF");
      CHECK(m.db.Bag("v") == m.db.Bag("(" + select + ")"));
    }
    m.Watch("v", select);
    m.Run("INSERT INTO t(id, name) VALUES (3, 'Amy'); DELETE FROM t WHERE id = 1");
  }
}

TEST_CASE("case_sensitive_like of the creator's connection leaves LIKE to full refresh") {
  for (size_t i = 0; i < 4; ++i) {  // a table with LIKE in a column cannot be read then
    const std::string& select = kDefinitions[i];
    Database db;
    db.Run(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT); "
        "INSERT INTO t VALUES (1, 'Ann'), (2, 'bob')");
    db.Run("CREATE VIEW likes AS SELECT id FROM t WHERE name NOT LIKE 'a%'");
    db.Run("PRAGMA case_sensitive_like = ON");
    CheckFallsBack(db, "v", select,
                   "it uses like(), which a trigger cannot call on every connection");
  }
}

TEST_CASE("a definition without LIKE is followed whatever case_sensitive_like is") {
  Maintained m("PRAGMA case_sensitive_like = ON; CREATE TABLE t(id INTEGER PRIMARY KEY, s TEXT)");
  m.Keep("v", "SELECT id, s FROM t WHERE s GLOB 'a*' AND s <> 'like'");
  m.Run("INSERT INTO t VALUES (1, 'a'), (2, 'A'); DELETE FROM t WHERE id = 1");
}

TEST_CASE("other settings of a connection change no view") {
  for (const char* setting :
       {"PRAGMA reverse_unordered_selects = ON", "PRAGMA full_column_names = ON",
        "PRAGMA short_column_names = OFF", "PRAGMA recursive_triggers = ON",
        "PRAGMA count_changes = ON", "PRAGMA automatic_index = OFF",
        "PRAGMA legacy_alter_table = ON", "PRAGMA cell_size_check = ON"}) {
    INFO(setting);
    Maintained m(kNames);
    m.db.Run(setting);
    m.Keep("v", "SELECT t.id, name FROM t WHERE id > 0");
    m.Keep("s", "SELECT name, count(*), max(id) AS m FROM t GROUP BY name");
    m.db.Call("vieworm_create", {"f", "SELECT t.name FROM t", R"({"refresh": {}})"});
    m.Run(
        "INSERT INTO t(id, name) VALUES (3, 'Amy'); REPLACE INTO t(id, name) VALUES (1, 'bob'); "
        "UPDATE t SET id = id + 10; DELETE FROM t WHERE name = 'Amy'");
    CheckRefreshes(m.db, "f", "SELECT t.name FROM t");
  }
}

}  // namespace
}  // namespace vieworm
