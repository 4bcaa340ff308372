// The SELECT parser by itself: trees, errors, limits and rendering. That it agrees with SQLite is
// tested in tests/sqlite/parse_*_test.cc.
#include "sqlite_ext/parse/parser.h"

#include <string>
#include <utility>

#include "sqlite_ext/parse/render.h"
#include "tests/sqlite/parse_corpus.h"
#include "tests/sqlite/parse_corpus_refused.h"
#include "tests/unit/catch.h"

namespace vieworm::parse {
namespace {

using parse_corpus::kAccepted;
using parse_corpus::kRefused;
using parse_corpus::Statement;

std::shared_ptr<const Tree> Parsed(const std::string& sql) {
  INFO(sql);
  const ParseResult result = ParseSelect(sql);
  INFO(result.error.message);
  REQUIRE(result);
  return result.tree;
}

SyntaxError Refused(const std::string& sql) {
  INFO(sql);
  const ParseResult result = ParseSelect(sql);
  REQUIRE_FALSE(result);
  return result.error;
}

const Query& FirstQuery(const Tree& tree) {
  return std::get<Query>(tree.select->cores.front().body);
}

// An expression with all its parentheses, as far as the test below needs it.
std::string Grouped(const Expr& expr) {
  if (const auto* binary = std::get_if<Binary>(&expr.node)) {
    const Expr one{{}, 1, Literal{LiteralKind::kInteger, "1"}};
    const std::string spelled = Render(Expr{{}, 2, Binary{binary->op, &one, &one}});
    const std::string op = spelled.substr(1, spelled.size() - 2);
    return "(" + Grouped(*binary->left) + op + Grouped(*binary->right) + ")";
  }
  if (const auto* unary = std::get_if<Unary>(&expr.node)) {
    return (unary->op == UnaryOp::kNot ? "(NOT " : "(-") + Grouped(*unary->operand) + ")";
  }
  if (const auto* between = std::get_if<Between>(&expr.node)) {
    return "(" + Grouped(*between->operand) + " BETWEEN " + Grouped(*between->low) + " AND " +
           Grouped(*between->high) + ")";
  }
  return Render(expr);
}

std::string GroupedText(const std::string& text) {
  return Grouped(*FirstQuery(*Parsed("SELECT " + text)).columns.front().expr);
}

TEST_CASE("every statement of the corpus renders to text that parses to the same tree") {
  for (const Statement& statement : kAccepted) {
    INFO(statement.sql);
    const auto tree = Parsed(statement.sql);
    const std::string rendered = Render(*tree->select, ColumnNames::kIgnore);
    INFO(rendered);
    const auto again = Parsed(rendered);
    CHECK(again->select == tree->select);
    CHECK(Render(*again->select, ColumnNames::kIgnore) == rendered);
  }
}

TEST_CASE("rendering with column names is stable") {
  for (const Statement& statement : kAccepted) {
    INFO(statement.sql);
    const std::string rendered = Render(*Parsed(statement.sql)->select);
    CHECK(Render(*Parsed(rendered)->select) == rendered);
  }
}

TEST_CASE("every statement of the corpus that must be refused is, at a place in the text") {
  for (const char* sql : kRefused) {
    const SyntaxError error = Refused(sql);
    INFO(sql << ": " << error.message);
    CHECK(error.offset <= std::string(sql).size());
    CHECK(std::string(sql).substr(error.offset, error.near.size()) == error.near);
  }
}

TEST_CASE("trees that differ are not equal") {
  const auto differ = [](const std::string& a, const std::string& b) {
    INFO(a << " and " << b);
    CHECK_FALSE(Parsed(a)->select == Parsed(b)->select);
  };
  differ("SELECT a", "SELECT b");
  differ("SELECT a", "SELECT \"a\"");
  differ("SELECT true", "SELECT [true]");
  differ("SELECT 1", "SELECT 1.0");
  differ("SELECT 1", "SELECT '1'");
  differ("SELECT a - (b - c)", "SELECT a - b - c");
  differ("SELECT a FROM t", "SELECT a FROM t AS t");
  differ("SELECT a FROM t", "SELECT a FROM (t)");
  differ("SELECT a FROM t", "SELECT a FROM main.t");
  differ("SELECT a FROM t()", "SELECT a FROM t");
  differ("SELECT a FROM t, u", "SELECT a FROM t JOIN u");
  differ("SELECT a FROM t JOIN u ON 1", "SELECT a FROM t JOIN u");
  differ("SELECT DISTINCT a", "SELECT a");
  differ("SELECT a LIKE b", "SELECT a NOT LIKE b");
  differ("SELECT f(x)", "SELECT f(DISTINCT x)");
  differ("SELECT f() OVER w", "SELECT f() OVER (w)");
  differ("SELECT 1 ORDER BY 1", "SELECT 1 ORDER BY 1 DESC");
  differ("SELECT 1 LIMIT 1 OFFSET 2", "SELECT 1 LIMIT 2, 1");
  differ("SELECT 1 UNION SELECT 2", "SELECT 1 UNION ALL SELECT 2");
  differ("WITH q AS (SELECT 1) SELECT 2", "SELECT 2");
}

TEST_CASE("spellings that mean the same give equal trees") {
  const auto same = [](const std::string& a, const std::string& b) {
    INFO(a << " and " << b);
    CHECK(Parsed(a)->select == Parsed(b)->select);
  };
  same("SELECT a FROM t", "select\n\n(`a`)  FROM [t]; -- x");
  same("SELECT ALL 'x' AS y", "SELECT 'x' \"y\"");
  same("SELECT a ISNULL, a NOTNULL", "SELECT a IS NULL, a NOT NULL");
  same("SELECT a == b, a != b", "SELECT a = b, a <> b");
  same("SELECT a IS NOT DISTINCT FROM b", "SELECT a IS b");
  same("SELECT 1 FROM t LEFT OUTER JOIN u", "SELECT 1 FROM t OUTER LEFT JOIN u");
  same("SELECT 1 FROM t LEFT RIGHT JOIN u", "SELECT 1 FROM t FULL JOIN u");
}

TEST_CASE("operators bind as SQLite documents it") {
  CHECK(GroupedText("a OR b AND NOT c = d") == "(a OR (b AND (NOT (c = d))))");
  CHECK(GroupedText("a = b < c & d + e * f || g") == "(a = (b < (c & (d + (e * (f || g))))))");
  CHECK(GroupedText("a || b * c + d & e < f = g") == "((((((a || b) * c) + d) & e) < f) = g)");
  CHECK(GroupedText("a - b - c") == "((a - b) - c)");
  CHECK(GroupedText("a IS b IS NOT c") == "((a IS b) IS NOT c)");
  CHECK(GroupedText("-a || b") == "((-a) || b)");
  CHECK(GroupedText("NOT a IS NULL") == "(NOT (a IS NULL))");
  CHECK(GroupedText("a IS NOT NOT b") == "(a IS NOT (NOT b))");
  CHECK(GroupedText("a BETWEEN b AND c AND d") == "((a BETWEEN b AND c) AND d)");
  CHECK(GroupedText("a = b BETWEEN c AND d") == "((a = b) BETWEEN c AND d)");
  CHECK(GroupedText("a -> b ->> c") == "((a -> b) ->> c)");
}

TEST_CASE("a rendered expression has parentheses only where they matter") {
  const auto rendered = [](const std::string& text) {
    return Render(*FirstQuery(*Parsed("SELECT " + text)).columns.front().expr);
  };
  CHECK(rendered("((a)+(b))+((c))") == "a + b + c");
  CHECK(rendered("a+(b+c)") == "a + (b + c)");
  CHECK(rendered("(a*b)+c") == "a * b + c");
  CHECK(rendered("(a+b)*c") == "(a + b) * c");
  CHECK(rendered("- - a") == "-(-a)");
  CHECK(rendered("(NOT a) = b") == "(NOT a) = b");
  CHECK(rendered("a AND (b OR c)") == "a AND (b OR c)");
  CHECK(rendered("f((a OR b), (SELECT 1))") == "f(a OR b, (SELECT 1))");
  CHECK(rendered("a IN ((SELECT 1))") == "a IN ((SELECT 1))");
  CHECK(rendered("(a || b) COLLATE nocase") == "(a || b) COLLATE nocase");
  CHECK(rendered("sum( DISTINCT a )FILTER(WHERE b)OVER(ORDER BY c)") ==
        "sum(DISTINCT a) FILTER (WHERE b) OVER (ORDER BY c)");
}

TEST_CASE("a name keeps what its quotes say") {
  const auto tree = Parsed("SELECT a, \"a\", [a], true, \"true\", `true`, t.\"a\", \"key\"");
  const auto fallback = [&](size_t i) {
    return std::get<ColumnRef>(FirstQuery(*tree).columns.at(i).expr->node).fallback;
  };
  CHECK(fallback(0) == Fallback::kNone);
  CHECK(fallback(1) == Fallback::kString);
  CHECK(fallback(2) == Fallback::kNone);
  CHECK(fallback(3) == Fallback::kBoolean);
  CHECK(fallback(4) == Fallback::kString);
  CHECK(fallback(5) == Fallback::kNone);
  CHECK(fallback(6) == Fallback::kNone);
  CHECK(Render(*tree->select) == "SELECT a, \"a\", a, true, \"true\", `true`, t.a, \"key\"");
}

TEST_CASE("quotes inside names and strings survive") {
  CHECK(
      Render(*Parsed("SELECT 'it''s', \"a\"\"b\", `a``b`, [a\"b] AS 'x\"y' FROM [it's]")->select) ==
      "SELECT 'it''s', \"a\"\"b\", `a``b`, `a\"b` AS \"x\"\"y\" FROM \"it's\"");
}

TEST_CASE("a column of an inner SELECT keeps the name that SQLite takes from its text") {
  const auto tree = Parsed("SELECT a  +  1 FROM (SELECT count( * ) /* n */ , b FROM t)");
  CHECK(Render(*tree->select) ==
        "SELECT a + 1 AS \"a  +  1\" FROM (SELECT count(*) AS \"count( * ) /* n */\", b FROM t)");
  CHECK(Render(*tree->select, ColumnNames::kIgnore) ==
        "SELECT a + 1 FROM (SELECT count(*), b FROM t)");
}

TEST_CASE("spans say where an expression stands") {
  const auto tree = Parsed("SELECT x, (a + b) * -c AS y FROM t WHERE f(d) IN (1, 2)");
  const Query& query = FirstQuery(*tree);
  const ResultColumn& column = query.columns.at(1);
  CHECK(column.span.In(tree->sql) == "(a + b) * -c AS y");
  CHECK(column.expr->span.In(tree->sql) == "(a + b) * -c");
  const auto& product = std::get<Binary>(column.expr->node);
  CHECK(product.left->span.In(tree->sql) == "a + b");
  CHECK(product.right->span.In(tree->sql) == "-c");
  CHECK(query.where->span.In(tree->sql) == "f(d) IN (1, 2)");
  CHECK(query.from->items.front().span.In(tree->sql) == "t");
}

TEST_CASE("spans of subqueries, joins and names") {
  const auto tree =
      Parsed("WITH q AS (SELECT 1) SELECT * FROM main.t AS x LEFT JOIN (u) ON a = (SELECT 2)");
  CHECK(tree->select->span.In(tree->sql) == tree->sql);
  CHECK(tree->select->ctes.front().select->span.In(tree->sql) == "SELECT 1");
  const std::vector<FromItem>& items = FirstQuery(*tree).from->items;
  CHECK(items.at(0).span.In(tree->sql) == "main.t AS x");
  CHECK(items.at(1).span.In(tree->sql) == "(u) ON a = (SELECT 2)");
  CHECK(items.at(0).alias->span.In(tree->sql) == "x");
  const auto& equal = std::get<Binary>(items.at(1).on->node);
  CHECK(equal.right->span.In(tree->sql) == "(SELECT 2)");
  CHECK(std::get<Subquery>(equal.right->node).select->span.In(tree->sql) == "SELECT 2");
}

TEST_CASE("an error names the token and its place") {
  const auto check = [](const std::string& sql, const std::string& message, size_t offset,
                        const std::string& near) {
    const SyntaxError error = Refused(sql);
    INFO(sql);
    CHECK(error.message == message);
    CHECK(error.offset == offset);
    CHECK(error.near == near);
  };
  check("SELECT a FROM t WHERE WHERE b", "syntax error near \"WHERE\"", 22, "WHERE");
  check("SELECT a FROM", "incomplete statement", 13, "");
  check("SELECT a FROM;", "incomplete statement", 13, ";");
  check("", "incomplete statement", 0, "");
  check("SELECT 1; SELECT 2", "only one statement is allowed", 10, "SELECT");
  check("UPDATE t SET a = 1", "syntax error near \"UPDATE\"", 0, "UPDATE");
  check("SELECT 'abc", "unrecognized token \"'abc\"", 7, "'abc");
  check("SELECT 12ab", "unrecognized token \"12ab\"", 7, "12ab");
  check("SELECT 1 FROM a LEFT b JOIN c", "unknown join type \"LEFT b\"", 16, "LEFT b");
  check("SELECT 1 ORDER BY 1 EXCEPT SELECT 2", "ORDER BY must come after EXCEPT, not before it", 0,
        "SELECT 1 ORDER BY 1 EXCEPT ");
  check("SELECT raise(ABORT, 'x')", "RAISE may only be used within a trigger", 7, "raise");
  check(std::string("SELECT 1\0", 9), "the statement contains a NUL byte", 8, "");
  const SyntaxError error = Refused("SELECT '" + std::string(1000, 'x'));
  CHECK(error.message.size() < 100);
}

TEST_CASE("a hundred thousand parentheses are refused, not followed") {
  const std::string open(100000, '(');
  const std::string close(100000, ')');
  const std::string message = "the statement is nested too deeply";
  CHECK(Refused("SELECT " + open + "1" + close).message == message);
  CHECK(Refused("SELECT " + open).message == message);
  CHECK(Refused("SELECT 1 FROM " + open + "t" + close).message == message);
  std::string nots, minuses, selects, cases, sum = "1", calls;
  for (int i = 0; i < 100000; ++i) {
    nots += "NOT ";
    minuses += "- ";
    selects += "(SELECT ";
    cases += "CASE WHEN ";
    sum += "+1";
    calls += "f(";
  }
  for (const std::string& text : {nots, minuses, selects, cases, calls}) {
    CHECK(Refused("SELECT " + text + "1").message == message);
  }
  CHECK(Refused("SELECT " + sum).message == message);
}

TEST_CASE("a tree of the greatest height is rendered, compared and freed") {
  const auto chain = [](int length) {
    std::string sql = "SELECT 1";
    for (int i = 1; i < length; ++i) sql += " + 1";
    return sql;
  };
  // The SELECT itself is one level.
  const auto tree = Parsed(chain(kMaxHeight - 1));
  CHECK(tree->select->height == kMaxHeight);
  CHECK(Parsed(Render(*tree->select))->select == tree->select);
  CHECK(Refused(chain(kMaxHeight)).message == "the statement is nested too deeply");
}

TEST_CASE("every kind of nesting can be walked as deep as the parser lets it go") {
  const auto [open, close] = GENERATE(values<std::pair<std::string, std::string>>({
      {"(SELECT ", ")"},
      {"EXISTS (SELECT ", ")"},
      {"1 IN (SELECT ", ")"},
      {"f(", ")"},
      {"CASE WHEN 1 THEN ", " END"},
      {"f() OVER (PARTITION BY ", ")"},
      {"a BETWEEN 1 AND -", ""},
      {"(SELECT 1 FROM (SELECT ", ") AS q)"},
      {"(SELECT 1 FROM t JOIN u ON ", ")"},
      {"(WITH q AS (SELECT ", ") SELECT 1)"},
  }));
  const auto nested = [&open = open, &close = close](int depth) {
    std::string before = "SELECT ", after;
    for (int i = 0; i < depth; ++i) {
      before += open;
      after += close;
    }
    return before + "1" + after;
  };
  int deepest = 0;
  for (int step = 512; step > 0; step /= 2) {
    if (ParseSelect(nested(deepest + step))) deepest += step;
  }
  INFO(open << " " << deepest);
  CHECK(deepest > 200);
  const auto tree = Parsed(nested(deepest));
  CHECK(Parsed(Render(*tree->select, ColumnNames::kIgnore))->select == tree->select);
  CHECK(Refused(nested(deepest + 1)).message == "the statement is nested too deeply");
}

TEST_CASE("long lists are not deep") {
  std::string values = "VALUES (1)", compound = "SELECT 1", list = "SELECT 1 IN (1";
  for (int i = 0; i < 20000; ++i) {
    values += ",(1)";
    list += ",1";
    compound += " UNION SELECT 1";
  }
  for (const std::string& sql : {values, compound, list + ")"}) {
    CHECK(Parsed(sql)->select->height < 5);
  }
}

}  // namespace
}  // namespace vieworm::parse
