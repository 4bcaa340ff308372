// What can be told from a SELECT's syntax: output columns, compounds, tables, parameters.
#include "sqlite_ext/parse/analyze.h"

#include <string>
#include <vector>

#include "sqlite_ext/parse/parser.h"
#include "tests/unit/catch.h"

namespace vieworm::parse {
namespace {

std::shared_ptr<const Tree> Parsed(const std::string& sql) {
  const ParseResult result = ParseSelect(sql);
  INFO(sql << ": " << result.error.message);
  REQUIRE(result);
  return result.tree;
}

// One word for each output column: its kind and its name.
std::vector<std::string> Outputs(const std::string& sql) {
  const auto tree = Parsed(sql);
  std::vector<std::string> outputs;
  for (const OutputColumn& output : OutputColumns(*tree->select)) {
    const char* kinds[] = {"alias ", "column ", "star ", "table-star ", "unnamed "};
    outputs.push_back(kinds[static_cast<int>(output.kind)] + output.name);
  }
  return outputs;
}

std::vector<std::string> Tables(const std::string& sql) {
  const auto tree = Parsed(sql);
  std::vector<std::string> tables;
  for (const TableUse& use : TableNames(*tree->select)) {
    tables.push_back((use.schema ? *use.schema + "." : "") + use.name + (use.function ? "()" : ""));
    CHECK(use.span.In(tree->sql).size() >= use.name.size());
  }
  return tables;
}

using Words = std::vector<std::string>;

TEST_CASE("output columns: alias, column, star and expression are told apart") {
  CHECK(
      Outputs("SELECT a, t.b, main.t.c, (d), a AS x, b y, *, t.*, a + 1, 'x', (SELECT 1) FROM t") ==
      Words{"column a", "column b", "column c", "column d", "alias x", "alias y", "star ",
            "table-star t", "unnamed a + 1", "unnamed 'x'", "unnamed (SELECT 1)"});
}

TEST_CASE("output columns: quotes are undone, and TRUE is no column") {
  CHECK(Outputs("SELECT \"A b\", [c], 'd' AS 'e', true, \"true\", t.[x y] FROM t") ==
        Words{"column A b", "column c", "alias e", "unnamed true", "column true", "column x y"});
}

TEST_CASE("output columns: the leftmost core names them") {
  CHECK(Outputs("SELECT a AS x FROM t UNION SELECT b AS y FROM u") == Words{"alias x"});
  CHECK(Outputs("WITH q AS (SELECT 1 AS z) SELECT a FROM q") == Words{"column a"});
  CHECK(Outputs("VALUES (1, a), (2, b)") == Words{"unnamed column1", "unnamed column2"});
}

TEST_CASE("a compound is found however deep it is") {
  const auto has = [](const std::string& sql) { return HasCompound(*Parsed(sql)->select); };
  CHECK(has("SELECT 1 UNION SELECT 2"));
  CHECK(has("SELECT * FROM (SELECT 1 EXCEPT SELECT 2)"));
  CHECK(has("WITH q AS (SELECT 1 INTERSECT SELECT 2) SELECT 3"));
  CHECK(has("SELECT 1 WHERE 1 IN (SELECT 1 UNION ALL SELECT 2)"));
  CHECK(has("SELECT 1 FROM t JOIN (u JOIN v ON EXISTS (SELECT 1 UNION SELECT 2))"));
  CHECK(has("SELECT f(1) OVER (ORDER BY (SELECT 1 UNION SELECT 2))"));
  CHECK(has("SELECT 1 LIMIT (SELECT 1 UNION SELECT 2)"));
  CHECK_FALSE(has("SELECT 1"));
  CHECK_FALSE(has("VALUES (1), (2)"));
  CHECK_FALSE(has("SELECT (SELECT 1) FROM (SELECT 2) WHERE 3 IN (VALUES (4), (5))"));
}

TEST_CASE("tables are found wherever they are named, in source order") {
  CHECK(Tables("SELECT (SELECT 1 FROM a), b IN c FROM d, main.e AS x JOIN (f, (g)) ON EXISTS "
               "(SELECT 1 FROM h) WHERE i IN (SELECT j FROM k) ORDER BY (SELECT 1 FROM l)") ==
        Words{"a", "c", "d", "main.e", "f", "g", "h", "k", "l"});
  CHECK(Tables("SELECT 1 FROM t, t AS u UNION SELECT 2 FROM T") == Words{"t", "t", "T"});
}

TEST_CASE("table-valued functions are marked, and so are the tables in their arguments") {
  CHECK(Tables("SELECT 1 FROM json_each((SELECT b FROM t)), g()") ==
        Words{"json_each()", "t", "g()"});
  CHECK(Tables("SELECT 1 IN f((SELECT 1 FROM t)) FROM u") == Words{"f()", "t", "u"});
}

TEST_CASE("a CTE hides a table in its own WITH clause and below, and nowhere else") {
  CHECK(Tables("WITH q AS (SELECT * FROM t) SELECT * FROM q, u WHERE 1 IN Q") == Words{"t", "u"});
  CHECK(Tables("WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a").empty());
  CHECK(Tables("WITH t AS (SELECT * FROM main.t) SELECT * FROM t, other.t") ==
        Words{"main.t", "other.t"});
  CHECK(Tables("SELECT * FROM (WITH q AS (SELECT 1) SELECT * FROM q) JOIN q") == Words{"q"});
  CHECK(Tables("WITH q AS (WITH r AS (SELECT 1) SELECT * FROM r) SELECT * FROM q, r") ==
        Words{"r"});
  CHECK(Tables("WITH q AS (SELECT 1) SELECT (SELECT (SELECT 1 FROM q) FROM t)") == Words{"t"});
}

TEST_CASE("parameters are listed in source order") {
  const auto tree =
      Parsed("SELECT ?, ?2, :a FROM t WHERE b = @b AND c IN (SELECT $c::d) LIMIT ?3, #e");
  Words texts;
  for (const ParameterUse& use : Parameters(*tree->select)) {
    CHECK(use.span.In(tree->sql) == use.text);
    texts.push_back(use.text);
  }
  CHECK(texts == Words{"?", "?2", ":a", "@b", "$c::d", "?3", "#e"});
  CHECK(Parameters(*Parsed("SELECT '?', \":a\" FROM [@b]")->select).empty());
}

}  // namespace
}  // namespace vieworm::parse
