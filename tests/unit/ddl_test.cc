// The statements that create a view, word for word.

#include "common/ddl/create.h"
#include "common/ddl/refresh.h"
#include "common/spec/spec_parser.h"
#include "tests/unit/catch.h"
#include "tests/unit/errors.h"
#include "tests/unit/fake_catalog.h"

namespace vieworm {
namespace {

using Lines = std::vector<std::string>;

Lines Created(const std::string& more, const Dialect& dialect,
              std::vector<Column> columns = Columns({"a"})) {
  Json spec = Json::parse(R"({"name": "v", "definition": "SELECT 1 AS a -- one")" + more + "}");
  FakeCatalog catalog(std::move(columns));
  ViewPlan plan = PlanView(ParseSpec(spec, dialect), dialect, catalog);
  bool postgres = &dialect == &PostgresDialect();
  Lines lines;
  for (const Statement& statement : postgres ? CreateInPostgres(plan) : CreateInSqlite(plan)) {
    lines.push_back(statement.sql);
  }
  return lines;
}

TEST_CASE("a simple view is one statement") {
  CHECK(Created("", PostgresDialect()) ==
        Lines{"CREATE VIEW \"public\".\"v\" (\"a\") AS\nSELECT 1 AS a -- one"});
  CHECK(Created(R"(, "schema": "main")", SqliteDialect()) ==
        Lines{"CREATE VIEW \"main\".\"v\" (\"a\") AS\nSELECT 1 AS a -- one"});
}

TEST_CASE("a native materialized view with every option") {
  Lines lines = Created(R"(, "refresh": {}, "columns": ["x"], "options": {"fillfactor": 70,
      "toast.autovacuum_enabled": false}, "tablespace": "fast", "comment": "it's",
      "indexes": [{"columns": ["x", {"expression": "x + 1", "order": "desc", "nulls": "last"}],
                   "unique": true, "name": "i", "using": "btree", "where": "x > 0"}])",
                        PostgresDialect());
  CHECK(lines ==
        Lines{"CREATE MATERIALIZED VIEW \"public\".\"v\" (\"x\") WITH (\"fillfactor\" = '70', "
              "\"toast\".\"autovacuum_enabled\" = 'false') TABLESPACE \"fast\" AS\n"
              "SELECT 1 AS a -- one\nWITH NO DATA",
              "REFRESH MATERIALIZED VIEW \"public\".\"v\"",
              "CREATE UNIQUE INDEX \"i\" ON \"public\".\"v\" USING \"btree\" (\"x\", (x + 1\n) "
              "DESC NULLS LAST) WHERE (x > 0\n)",
              "COMMENT ON MATERIALIZED VIEW \"public\".\"v\" IS 'it''s'"});
}

TEST_CASE("without data nothing is filled") {
  CHECK(Created(R"(, "refresh": {}, "with_data": false)", PostgresDialect()).size() == 1);
  for (const std::string& line :
       Created(R"(, "method": "table", "with_data": false)", SqliteDialect())) {
    CHECK(line.find("INSERT") == std::string::npos);
  }
}

TEST_CASE("a store in PostgreSQL is made where the user may create, then moved") {
  CHECK(Created(R"(, "method": "table", "indexes": [{"columns": ["a"]}])", PostgresDialect()) ==
        Lines{"CREATE VIEW \"public\".\"v_definition\" (\"a\") AS\nSELECT 1 AS a -- one",
              "ALTER VIEW \"public\".\"v_definition\" SET SCHEMA \"vieworm\"",
              "CREATE TABLE \"public\".\"v_store\" AS\nSELECT * FROM \"vieworm\".\"v_definition\"",
              "CREATE INDEX ON \"public\".\"v_store\" (\"a\")",
              "CREATE TRIGGER \"vieworm_guard\" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "
              "\"public\".\"v_store\" FOR EACH STATEMENT EXECUTE FUNCTION "
              "\"vieworm\".\"guard_store\"()",
              "ALTER TABLE \"public\".\"v_store\" SET SCHEMA \"vieworm\"",
              "CREATE VIEW \"public\".\"v\" AS\nSELECT \"a\"\nFROM \"vieworm\".\"v_store\""});
}

TEST_CASE("a store in SQLite declares affinity and collation and names its indexes") {
  std::vector<Column> columns = Columns({"a", "b"});
  columns[0].type = "TEXT";
  columns[0].collation = "NOCASE";
  Lines lines = Created(R"(, "schema": "main", "method": "table", "indexes": [{"columns": ["a"]},
      {"columns": ["a"], "where": "b > 0"}, {"columns": [{"expression": "b + 1"}]}])",
                        SqliteDialect(), columns);
  CHECK(lines == Lines{"CREATE TABLE \"main\".\"v_store\" (\"a\" TEXT COLLATE \"NOCASE\", \"b\")",
                       "INSERT INTO \"main\".\"v_store\"\nSELECT 1 AS a -- one",
                       "CREATE INDEX \"main\".\"v_a_idx\" ON \"v_store\" (\"a\")",
                       "CREATE INDEX \"main\".\"v_a_idx1\" ON \"v_store\" (\"a\") WHERE (b > 0\n)",
                       "CREATE INDEX \"main\".\"v_expr_idx\" ON \"v_store\" ((b + 1\n))",
                       "CREATE VIEW \"main\".\"v\" (\"a\", \"b\") AS\n-- vieworm: "
                       R"({"name":"v","definition":"SELECT 1 AS a -- one","schema":"main",)"
                       R"("method":"table","indexes":[{"columns":["a"]},{"columns":["a"],)"
                       R"("where":"b > 0"},{"columns":[{"expression":"b + 1"}]}]})"
                       "\nSELECT \"a\", \"b\"\nFROM "
                       "\"v_store\""});
}

TEST_CASE("what SQLite has no use for is listed") {
  Json spec = Json::parse(R"({"name": "v", "definition": "S", "refresh": {},
      "options": {"fillfactor": 1}, "tablespace": "t", "indexes": [{"columns": ["a"]},
      {"columns": [{"column": "a", "nulls": "first"}], "using": "hash"}]})");
  CHECK(IgnoredBySqlite(ParseSpec(spec, SqliteDialect())) ==
        Lines{"/options", "/tablespace", "/indexes/1/using", "/indexes/1/columns/0/nulls"});
}

TEST_CASE("in SQLite a row is found by a name of the rowid that no column hides") {
  auto remove = [](const Lines& names) {
    return RefreshByDifferenceInSqlite({"main", "s"}, "d", Columns(names), names).remove;
  };
  CHECK(remove({"a"}) == "DELETE FROM \"main\".\"s\" WHERE rowid = ?");
  CHECK(remove({"ROWID", "oid"}) == "DELETE FROM \"main\".\"s\" WHERE _rowid_ = ?");
  CHECK(Thrown([&] { remove({"rowid", "oid", "_rowid_"}); }));
}

}  // namespace
}  // namespace vieworm
