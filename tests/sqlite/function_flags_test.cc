// One module for every version of the library: what it asks for is asked for at run time.
#include "sqlite_ext/functions.h"

#include "tests/sqlite/database.h"
#include "tests/unit/catch.h"

namespace vieworm {

namespace {

constexpr int kDirectOnly = 0x80000;
constexpr int kResultSubtype = 0x1000000;

}  // namespace

TEST_CASE("A library that reports misuse of sqlite3_result_subtype() is told of the subtype") {
  for (int version : {3045000, 3046001, 3053000, 4000000}) {
    CHECK((FunctionFlags(version) & kResultSubtype) != 0);
  }
}

TEST_CASE("A library that knows no flag for subtypes is given none") {
  for (int version : {3040001, 3044002}) CHECK((FunctionFlags(version) & kResultSubtype) == 0);
}

TEST_CASE("No version lets a view or trigger of a file call vieworm's functions") {
  for (int version : {3040001, 3045000, 3053000}) {
    CHECK((FunctionFlags(version) & kDirectOnly) != 0);
  }
}

TEST_CASE("The answer of a function is JSON to SQLite's own functions") {
  Database db;
  db.Run("CREATE TABLE t(a)");
  CHECK(db.Value("SELECT json_type(json_object('v', vieworm_create('v', 'SELECT a FROM t')), "
                 "'$.v.created')") == "true");
}

}  // namespace vieworm
