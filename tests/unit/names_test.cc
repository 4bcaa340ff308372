// Names as SQL users write them, and quoting: what goes in comes out, and nothing breaks out.

#include "common/sql/sql.h"
#include "tests/unit/catch.h"
#include "tests/unit/errors.h"

namespace vieworm {
namespace {

RelationName Postgres(const std::string& text) {
  return ParseRelationName(text, PostgresDialect());
}

RelationName Sqlite(const std::string& text) { return ParseRelationName(text, SqliteDialect()); }

TEST_CASE("names are read as SQL reads them") {
  CHECK(Postgres("leaderboard") == RelationName{"", "leaderboard"});
  CHECK(Postgres("Sales.LeaderBoard") == RelationName{"sales", "leaderboard"});
  CHECK(Postgres("\"Odd Name\"") == RelationName{"", "Odd Name"});
  CHECK(Postgres(" s . \"a\"\"b.c\" ") == RelationName{"s", "a\"b.c"});
  CHECK(Postgres("\xC3\xBC_1$") == RelationName{"", "\xC3\xBC_1$"});
  CHECK(Sqlite("Main.LeaderBoard") == RelationName{"Main", "LeaderBoard"});
  CHECK(Sqlite("[a b].`c``d`") == RelationName{"a b", "c`d"});
}

TEST_CASE("what is not a name is refused") {
  for (const char* text : {"", " ", ".", "a.", ".a", "a b", "a;b", "1a", "$a", "a-b", "\"a", "\"\"",
                           "a.b.c", "\"a\"b", "a..b", "'a'", "a\n;", "a--b"}) {
    INFO(text);
    CHECK(Thrown([&] { Postgres(text); }));
    CHECK(Thrown([&] { Sqlite(text); }));
  }
  CHECK(Thrown([] { Postgres("`a`"); }));
  CHECK(Thrown([] { Postgres("[a]"); }));
  CHECK(Thrown([] { Postgres(std::string("a\0b", 3)); }));
  CHECK(Thrown([] { Sqlite(std::string("\"a\0b\"", 5)); }));
  CHECK(Thrown([] { Postgres(std::string(64, 'x')); })->kind == ErrorKind::kNameTooLong);
}

TEST_CASE("a quoted name is read back as the same name") {
  for (const char* name : {"a", "A", "a.b", "a\"b", "\"", "a;b", "a b", "\xC3\xBC", "a'b", "--"}) {
    INFO(name);
    CHECK(Postgres(QuoteIdentifier(name)) == RelationName{"", name});
    CHECK(Sqlite(QuoteIdentifier(name)) == RelationName{"", name});
  }
}

TEST_CASE("literals mean the same under every setting") {
  CHECK(PostgresDialect().QuoteLiteral("it's") == "'it''s'");
  CHECK(PostgresDialect().QuoteLiteral("a\\'b") == "E'a\\\\''b'");
  CHECK(SqliteDialect().QuoteLiteral("a\\'b") == "'a\\''b'");
}

TEST_CASE("built SQL quotes every name and literal") {
  Sql sql(PostgresDialect());
  sql << "COMMENT ON VIEW " << RelationName{"s", "a\"b"} << " IS " << Literal{"x'y"};
  CHECK(sql.str() == "COMMENT ON VIEW \"s\".\"a\"\"b\" IS 'x''y'");
}

}  // namespace
}  // namespace vieworm
