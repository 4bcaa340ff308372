// The spec reader: what it takes, and the words with which it refuses the rest.

#include "common/spec/spec_parser.h"

#include "common/spec/json_reader.h"
#include "tests/unit/catch.h"
#include "tests/unit/errors.h"

namespace vieworm {
namespace {

ViewSpec Parsed(const char* text, const Dialect& dialect = PostgresDialect()) {
  return ParseSpec(Json::parse(text), dialect);
}

// The whole diagnostic of a spec that is refused, on one line behind its kind.
std::string Refusal(const std::string& text, const Dialect& dialect = PostgresDialect()) {
  auto thrown = Thrown([&] { ParseSpec(Json::parse(text), dialect); });
  return thrown ? thrown->OneLine() : "accepted";
}

ErrorKind KindOf(const std::string& text, const Dialect& dialect = PostgresDialect()) {
  auto thrown = Thrown([&] { ParseSpec(Json::parse(text), dialect); });
  REQUIRE(thrown);
  return thrown->kind;
}

// A spec that is right but for the keys in `more`.
std::string With(const std::string& more) {
  return R"({"name": "v", "definition": "SELECT 1 AS a", )" + more + "}";
}

TEST_CASE("a spec of every key is read") {
  ViewSpec spec = Parsed(R"json({
    "name": "leaderboard", "schema": "sales", "definition": "SELECT 1 AS a, 2 AS b",
    "method": "table",
    "refresh": {"mode": "full", "on": "demand", "schedule": "*/5 * * * *", "concurrently": true},
    "with_data": false, "columns": ["player", "score"],
    "indexes": [{"columns": ["score", {"expression": "lower(player)", "order": "desc",
                                       "nulls": "last"}],
                 "unique": true, "name": "i", "using": "btree", "where": "score > 0"}],
    "options": {"fillfactor": 90, "autovacuum_enabled": false}, "tablespace": "fast",
    "comment": "who leads", "or_replace": true})json");
  CHECK(spec.name == "leaderboard");
  CHECK(spec.schema == "sales");
  CHECK(spec.definition == "SELECT 1 AS a, 2 AS b");
  CHECK(spec.method == Method::kTable);
  REQUIRE(spec.refresh);
  CHECK(*spec.refresh == RefreshSpec{RefreshMode::kFull, Timing::kDemand, "*/5 * * * *", true});
  CHECK_FALSE(spec.with_data);
  CHECK(spec.columns == std::vector<std::string>{"player", "score"});
  REQUIRE(spec.indexes.size() == 1);
  const IndexSpec& index = spec.indexes[0];
  CHECK(index.unique);
  CHECK(index.name == "i");
  CHECK(index.method == "btree");
  CHECK(index.where == "score > 0");
  REQUIRE(index.keys.size() == 2);
  CHECK(index.keys[0].column == "score");
  CHECK(index.keys[1].expression == "lower(player)");
  CHECK(index.keys[1].descending);
  CHECK(index.keys[1].nulls_first == false);
  REQUIRE(spec.options.size() == 2);
  CHECK(spec.options[0] == std::pair<std::string, Json>{"fillfactor", 90});
  CHECK(spec.tablespace == "fast");
  CHECK(spec.comment == "who leads");
  CHECK(spec.or_replace);
}

TEST_CASE("keys that are absent have the documented defaults") {
  ViewSpec spec = Parsed(R"({"name": "v", "definition": "SELECT 1 AS a"})");
  CHECK(spec.schema.empty());
  CHECK(spec.method == Method::kAuto);
  CHECK_FALSE(spec.refresh);
  CHECK(spec.with_data);
  CHECK_FALSE(spec.if_not_exists);
  CHECK_FALSE(spec.or_replace);
}

TEST_CASE("null stands for an absent key") {
  CHECK(Parsed(With(R"("schema": null, "refresh": null)").c_str()).schema.empty());
  CHECK(Refusal(R"({"name": null, "definition": "SELECT 1 AS a"})") ==
        "missing key \"/name\". Expected is the view's name.");
}

TEST_CASE("each engine takes its own definition") {
  const char* both = R"({"name": "v", "definition": {"postgresql": "P", "sqlite": "S"}})";
  CHECK(Parsed(both).definition == "P");
  CHECK(Parsed(both, SqliteDialect()).definition == "S");
  const char* one = R"({"name": "v", "definition": {"postgresql": "P"}})";
  CHECK(Refusal(one, SqliteDialect()) ==
        "missing key \"/definition/sqlite\". Expected is a string.");
  CHECK(Refusal(R"({"name": "v", "definition": {"postgres": "P"}})") ==
        "unknown key \"/definition/postgres\". Allowed here are \"postgresql\" or \"sqlite\". "
        "Did you mean \"postgresql\"?");
}

TEST_CASE("an unknown key is refused with its path and the nearest known key") {
  CHECK(Refusal(With(R"("refresh": {"mod": "full"})")) ==
        "unknown key \"/refresh/mod\". Allowed here are \"mode\", \"on\", \"schedule\" or "
        "\"concurrently\". Did you mean \"mode\"?");
  CHECK(Refusal(With(R"("index": [])")).find("Did you mean \"indexes\"?") != std::string::npos);
  CHECK(Refusal(With(R"("a/b~c": 1)")).find("\"/a~1b~0c\"") != std::string::npos);
  CHECK(Refusal(With(R"("indexes": [{"columns": ["a"], "unik": true}])"))
            .find("\"/indexes/0/unik\"") != std::string::npos);
}

// Not as a key that is missing.
TEST_CASE("a misspelt key without which a spec is of no use is told by its own name") {
  struct {
    const char* spec;
    const char* message;
    const char* hint;
  } cases[] = {
      {R"({"nmae": "v", "definition": "SELECT 1 AS a"})", "unknown key \"/nmae\"", "name"},
      {R"({"name": "v", "definiton": "SELECT 1 AS a"})", "unknown key \"/definiton\"",
       "definition"},
      {R"({"nam": "v", "definiton": "SELECT 1 AS a"})", "unknown key \"/nam\"", "name"},
      {R"({"name": "v", "definition": {"postgressql": "P"}})",
       "unknown key \"/definition/postgressql\"", "postgresql"},
      {R"({"name": "v", "definition": "P", "indexes": [{"colums": ["a"]}]})",
       "unknown key \"/indexes/0/colums\"", "columns"},
      {R"({"name": "v", "definition": "P", "indexes": [{"columns": [{"colum": "a"}]}]})",
       "unknown key \"/indexes/0/columns/0/colum\"", "column"},
      {R"({"name": "v", "definition": "P", "indexes": [{"columns": [{"expresion": "a"}]}]})",
       "unknown key \"/indexes/0/columns/0/expresion\"", "expression"},
      {R"({"name": "v", "definition": "P", "indexes": [{"columns": ["a"],
           "where": {"postgres": "a"}}]})",
       "unknown key \"/indexes/0/where/postgres\"", "postgresql"},
  };
  for (const auto& each : cases) {
    auto thrown = Thrown([&] { ParseSpec(Json::parse(each.spec), PostgresDialect()); });
    REQUIRE(thrown);
    CHECK(thrown->message == each.message);
    CHECK(thrown->hint == "Did you mean \"" + std::string(each.hint) + "\"?");
  }
}

TEST_CASE("a word that is not allowed is refused with the words that are") {
  CHECK(Refusal(With(R"("refresh": {"mode": "fulll"})")) ==
        "invalid value at \"/refresh/mode\". Found \"fulll\"; allowed are \"auto\", "
        "\"incremental\" or \"full\". Did you mean \"full\"?");
}

TEST_CASE("a wrong type is refused with its path and what was found") {
  CHECK(Refusal("[]") == "wrong type at \"/\". Found []; expected is an object.");
  CHECK(Refusal("3") == "wrong type at \"/\". Found 3; expected is an object.");
  CHECK(Refusal(With(R"("with_data": "yes")")) ==
        "wrong type at \"/with_data\". Found \"yes\"; expected is true or false.");
  CHECK(Refusal(With(R"("columns": ["a", 3])")) ==
        "wrong type at \"/columns/1\". Found 3; expected is a column's name.");
  CHECK(Refusal(With(R"("indexes": [3])")) ==
        "wrong type at \"/indexes/0\". Found 3; expected is an object.");
  CHECK(Refusal(With(R"("options": {"fillfactor": [1]})")) ==
        "wrong type at \"/options/fillfactor\". Found [1]; expected is a string, a number or a "
        "boolean.");
  CHECK(Refusal(R"({"name": 7, "definition": "S"})") ==
        "wrong type at \"/name\". Found 7; expected is a string.");
  CHECK(Refusal(R"({"name": "v", "definition": ["S"]})") ==
        "wrong type at \"/definition\". Found [\"S\"]; expected is a string, or one for each "
        "engine.");
}

TEST_CASE("a long value is shown by its beginning, never cut inside a character") {
  std::string umlauts;
  for (int i = 0; i < 100; ++i) umlauts += "\xC3\xBC";
  std::string refusal = Refusal(With("\"with_data\": \"" + umlauts + "\""));
  CHECK(refusal.size() < 200);
  CHECK_NOTHROW(Json(refusal).dump());
}

TEST_CASE("text that is not JSON is refused") {
  auto thrown = Thrown([] { ParseJson("{\"name\": ", "the view spec"); });
  REQUIRE(thrown);
  CHECK(thrown->message == "the view spec is not JSON");
  CHECK(Thrown([] { ParseJson("", "the view spec"); }));
  CHECK(Thrown([] { ParseJson("{} {}", "the view spec"); }));
  CHECK(Thrown([] { ParseJson("\"\xFF\"", "the view spec"); }));
}

TEST_CASE("JSON nested a million deep neither crashes nor passes") {
  std::string deep(1000000, '[');
  CHECK(Thrown([&] { ParseJson(deep, "the view spec"); }));
  deep += std::string(1000000, ']');
  CHECK(Thrown([&] { ParseSpec(ParseJson(deep, "the view spec"), PostgresDialect()); }));
}

TEST_CASE("names are identifiers: any character, but not empty, too long, or with NUL") {
  CHECK(Parsed(R"({"name": "a.b;\"c' d\u00fc", "definition": "S"})").name == "a.b;\"c' d\xC3\xBC");
  CHECK(Refusal(R"({"name": "", "definition": "S"})") == "empty name at \"/name\"");
  CHECK(Refusal(R"({"name": "a\u0000b", "definition": "S"})") ==
        "name with a NUL character at \"/name\"");
  CHECK(Refusal(R"({"name": "v", "definition": "S", "options": {"a\u0000b": 1}})") ==
        "name with a NUL character at \"/options/a\\u0000b\"");
  std::string name63(63, 'x');
  std::string name64(64, 'x');
  CHECK(Parsed((R"({"name": ")" + name63 + R"(", "definition": "S"})").c_str()).name == name63);
  std::string too_long = R"({"name": ")" + name64 + R"(", "definition": "S"})";
  CHECK(KindOf(too_long) == ErrorKind::kNameTooLong);
  CHECK(Refusal(too_long) ==
        "name too long at \"/name\". The name has 64 bytes; PostgreSQL allows 63.");
  CHECK(Parsed(too_long.c_str(), SqliteDialect()).name == name64);
}

TEST_CASE("a simple view with what only stored rows can have is a contradiction") {
  CHECK(Refusal(With(R"("method": "simple", "refresh": {})")) ==
        "contradiction at \"/refresh\". A simple view stores no rows. Use \"method\": "
        "\"materialized\" to store them.");
  CHECK(Refusal(With(R"("indexes": [{"columns": ["a"]}])")).find("\"/indexes\"") !=
        std::string::npos);
  CHECK(Refusal(With(R"("with_data": false)")).find("\"/with_data\"") != std::string::npos);
  CHECK(Refusal(With(R"("tablespace": "x")")).find("\"/tablespace\"") != std::string::npos);
  CHECK(Refusal(With(R"("refresh": {}, "indexes": [{"columns": ["a"]}])")) == "accepted");
}

TEST_CASE("if_not_exists and or_replace may both be given") {
  CHECK(Refusal(With(R"("if_not_exists": true, "or_replace": true)")) == "accepted");
}

TEST_CASE("a cron expression with 61 minutes is refused with its path and its field") {
  std::string refusal = Refusal(With(R"("refresh": {"schedule": "61 * * * *"})"));
  CHECK(refusal.find("/refresh/schedule") != std::string::npos);
  CHECK(refusal.find("61") != std::string::npos);
  CHECK(refusal.find("minute") != std::string::npos);
  CHECK(Refusal(With(R"("refresh": {"schedule": "5 minutes"})")) == "accepted");
}

TEST_CASE("what asks for incremental maintenance is refused, not served less") {
  CHECK(KindOf(With(R"("refresh": {"mode": "incremental"})")) == ErrorKind::kNotSupported);
  CHECK(Refusal(With(R"("refresh": {"on": "statement"})")) == "accepted");
  CHECK(Refusal(With(R"("refresh": {"on": "statement", "mode": "incremental"})")) == "accepted");
  CHECK(KindOf(With(R"("refresh": {"on": "commit"})")) == ErrorKind::kNotSupported);
  CHECK(Refusal(With(R"("refresh": {"on": "commit"})"), SqliteDialect())
            .find("SQLite runs nothing at commit") != std::string::npos);
  CHECK(KindOf(With(R"("refresh": {"on": "statement", "mode": "full"})")) == ErrorKind::kBadSpec);
}

TEST_CASE("an index needs a column or an expression, and not both") {
  CHECK(KindOf(With(R"("refresh": {}, "indexes": [{}])")) == ErrorKind::kBadSpec);
  CHECK(KindOf(With(R"("refresh": {}, "indexes": [{"columns": []}])")) == ErrorKind::kBadSpec);
  CHECK(KindOf(With(R"("refresh": {}, "indexes": [{"columns": [{}]}])")) == ErrorKind::kBadSpec);
  CHECK(KindOf(With(R"("refresh": {}, "indexes": [{"columns":
      [{"column": "a", "expression": "b"}]}])")) == ErrorKind::kBadSpec);
}

TEST_CASE("SQL text may differ by engine in an index too") {
  std::string spec = With(R"json("refresh": {}, "indexes": [{"columns":
      [{"expression": {"postgresql": "p(a)", "sqlite": "s(a)"
}
}],
      "where": {"postgresql": "a > p", "sqlite": "a > s"}
}])json");
  CHECK(Parsed(spec.c_str()).indexes[0].keys[0].expression == "p(a)");
  CHECK(Parsed(spec.c_str(), SqliteDialect()).indexes[0].where == "a > s");
}

TEST_CASE("name, definition and options make up a spec") {
  Json spec = SpecFromArguments("Sales.\"Odd Name\"", "SELECT 1 AS a",
                                Json::parse(R"({"method": "table"})"), PostgresDialect());
  CHECK(spec == Json::parse(R"({"schema": "sales", "name": "Odd Name",
                                "definition": "SELECT 1 AS a", "method": "table"})"));
  CHECK(SpecFromArguments("v", "S", Json(nullptr), SqliteDialect()) ==
        Json::parse(R"({"name": "v", "definition": "S"})"));
  auto twice = Thrown(
      [] { SpecFromArguments("v", "S", Json::parse(R"({"name": "w"})"), PostgresDialect()); });
  REQUIRE(twice);
  CHECK(twice->message == "key \"/name\" is given twice");
  CHECK(Thrown([] { SpecFromArguments("v", "S", Json::parse("[]"), PostgresDialect()); }));
}

TEST_CASE("options of refresh and drop are read and checked") {
  RefreshOptions refresh = ParseRefreshOptions(Json::parse(R"({"concurrently": true})"));
  CHECK(refresh.concurrently == true);
  CHECK_FALSE(refresh.mode);
  CHECK(refresh.with_data);
  CHECK(Thrown([] { ParseRefreshOptions(Json::parse(R"({"concurently": true})")); }));
  CHECK(Thrown(
      [] { ParseRefreshOptions(Json::parse(R"({"concurrently": true, "with_data": false})")); }));
  CHECK(ParseDropOptions(Json::parse(R"({"cascade": true})")).cascade);
  CHECK_FALSE(ParseDropOptions(Json(nullptr)).if_exists);
  CHECK(Thrown([] { ParseDropOptions(Json::parse("3")); }));
}

TEST_CASE("two specs are one view whatever the order of keys and the existence rules") {
  Json left = Json::parse(R"({"name": "v", "definition": "S", "or_replace": true})");
  Json right = Json::parse(R"({"definition": "S", "name": "v", "if_not_exists": true})");
  CHECK(SameView(left, right));
  right["definition"] = "T";
  CHECK_FALSE(SameView(left, right));
}

}  // namespace
}  // namespace vieworm
