// Which relations make up a view, and which output columns it may have.

#include "common/plan/view_plan.h"
#include "common/spec/spec_parser.h"
#include "tests/unit/catch.h"
#include "tests/unit/errors.h"
#include "tests/unit/fake_catalog.h"

namespace vieworm {
namespace {

ViewPlan Planned(const std::string& more, const Dialect& dialect,
                 std::vector<Column> columns = Columns({"a", "b"})) {
  Json spec = Json::parse(R"({"name": "v", "definition": "S")" + more + "}");
  FakeCatalog catalog(std::move(columns), {{"public", "t"}});
  return PlanView(ParseSpec(spec, dialect), dialect, catalog);
}

std::optional<Diagnostic> Refused(const std::string& more, std::vector<Column> columns,
                                  const Dialect& dialect = PostgresDialect()) {
  return Thrown([&] { Planned(more, dialect, std::move(columns)); });
}

TEST_CASE("each method resolves to the storage that the design names") {
  struct Case {
    const char* more;
    Method method;
    Storage postgres;
    Storage sqlite;
  };
  const Case cases[] = {
      {"", Method::kSimple, Storage::kView, Storage::kView},
      {R"(, "method": "simple")", Method::kSimple, Storage::kView, Storage::kView},
      {R"(, "refresh": {})", Method::kMaterialized, Storage::kMaterializedView, Storage::kStore},
      {R"(, "method": "materialized")", Method::kMaterialized, Storage::kMaterializedView,
       Storage::kStore},
      {R"(, "method": "table")", Method::kTable, Storage::kStore, Storage::kStore},
  };
  for (const Case& c : cases) {
    INFO(c.more);
    CHECK(Planned(c.more, PostgresDialect()).storage == c.postgres);
    CHECK(Planned(c.more, SqliteDialect()).storage == c.sqlite);
    CHECK(Planned(c.more, SqliteDialect()).spec.method == c.method);
  }
}

TEST_CASE("store and definition are in vieworm's schema, in SQLite beside the view") {
  ViewPlan postgres = Planned(R"(, "method": "table")", PostgresDialect());
  CHECK(postgres.view == RelationName{"public", "v"});
  CHECK(postgres.store == RelationName{"vieworm", "v_store"});
  CHECK(postgres.definition == RelationName{"vieworm", "v_definition"});
  ViewPlan sqlite = Planned(R"(, "method": "table", "schema": "aux")", SqliteDialect());
  CHECK(sqlite.store == RelationName{"aux", "v_store"});
}

TEST_CASE("the summary says how the view is kept and why") {
  Json summary = Planned(R"(, "refresh": {"schedule": "5 minutes"})", PostgresDialect()).Summary();
  CHECK(
      summary.dump() ==
      R"({"schema":"public","name":"v","method":"materialized","storage":"materialized view",)"
      R"("refresh":{"mode":"full","on":"demand","schedule":"5 minutes"},)"
      R"("strategy":{"public.t":"full"},"reason":"it is refreshed on demand, not by statement"})");
  CHECK(Planned("", SqliteDialect()).Summary().dump() ==
        R"({"schema":"public","name":"v","method":"simple","storage":"view"})");
}

TEST_CASE("names for the columns must be as many as the columns") {
  CHECK(Planned(R"(, "columns": ["x", "y"])", PostgresDialect()).facts.columns[1].name == "y");
  CHECK(Refused(R"(, "columns": ["x"])", Columns({"a", "b"})));
  CHECK(Refused(R"(, "columns": ["x", "y", "z"])", Columns({"a", "b"})));
}

TEST_CASE("a column without an alias has the name that the engine gives it") {
  CHECK_FALSE(Refused("", Columns({"a", "?column?"})));
  CHECK_FALSE(Refused(R"(, "columns": ["x", "y"])", Columns({"a", "?column?"})));
  CHECK(Refused("", Columns({"?column?", "?column?"}))->kind == ErrorKind::kDuplicateColumn);
}

TEST_CASE("a definition without columns is refused") { CHECK(Refused("", {})); }

TEST_CASE("two columns of one name are refused as the engine compares names") {
  CHECK(Refused("", Columns({"a", "a"}))->kind == ErrorKind::kDuplicateColumn);
  CHECK(Refused("", Columns({"a", "A"}), SqliteDialect())->kind == ErrorKind::kDuplicateColumn);
  CHECK_FALSE(Refused("", Columns({"a", "A"}), PostgresDialect()));
  CHECK(Refused(R"(, "columns": ["x", "x"])", Columns({"a", "b"}))->kind ==
        ErrorKind::kDuplicateColumn);
}

TEST_CASE("an index on an unknown column names the columns and the nearest of them") {
  auto refused =
      Refused(R"(, "refresh": {}, "indexes": [{"columns": ["scor"]}])", Columns({"a", "score"}));
  REQUIRE(refused);
  CHECK(refused->kind == ErrorKind::kUndefinedColumn);
  CHECK(refused->OneLine() ==
        "column \"scor\" does not exist. It is named at \"/indexes/0/columns/0\"; the view's "
        "columns are \"a\" and \"score\". Did you mean \"score\"?");
  const char* other_case = R"(, "refresh": {}, "indexes": [{"columns": ["SCORE"]}])";
  CHECK_FALSE(Refused(other_case, Columns({"score"}), SqliteDialect()));
  CHECK(Refused(other_case, Columns({"score"}), PostgresDialect()));
}

TEST_CASE("concurrently needs a unique index where the materialized view is PostgreSQL's") {
  const char* without = R"(, "refresh": {"concurrently": true})";
  const char* partial = R"(, "refresh": {"concurrently": true},
      "indexes": [{"columns": ["a"], "unique": true, "where": "a > 0"}])";
  const char* expression = R"(, "refresh": {"concurrently": true},
      "indexes": [{"columns": [{"expression": "a + 1"}], "unique": true}])";
  const char* unique = R"(, "refresh": {"concurrently": true},
      "indexes": [{"columns": ["a"], "unique": true}])";
  for (const char* more : {without, partial, expression}) {
    INFO(more);
    auto refused = Refused(more, Columns({"a"}));
    REQUIRE(refused);
    CHECK(refused->kind == ErrorKind::kWrongState);
    CHECK_FALSE(refused->hint.empty());
    CHECK_FALSE(Refused(more, Columns({"a"}), SqliteDialect()));
  }
  CHECK_FALSE(Refused(unique, Columns({"a"})));
  CHECK_FALSE(Refused(R"(, "method": "table", "refresh": {"concurrently": true})", Columns({"a"})));
}

}  // namespace
}  // namespace vieworm
