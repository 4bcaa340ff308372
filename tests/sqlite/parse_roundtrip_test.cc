// What the parser makes of each statement of the corpus, against what SQLite itself makes of it.
#include "sqlite_ext/parse/analyze.h"
#include "sqlite_ext/parse/parser.h"
#include "sqlite_ext/parse/render.h"
#include "sqlite_ext/parse/text.h"
#include "tests/sqlite/parse_corpus.h"
#include "tests/sqlite/parse_corpus_refused.h"
#include "tests/sqlite/parse_oracle.h"
#include "tests/unit/catch.h"

namespace vieworm {
namespace {

using parse::OutputKind;
using parse_corpus::kAccepted;
using parse_corpus::kRefused;
using parse_corpus::Statement;

// Runs `check` on each accepted statement that the linked SQLite knows, with its tree.
template <typename Check>
void ForEachAccepted(Check check) {
  int checked = 0;
  for (const Statement& statement : kAccepted) {
    if (statement.since > sqlite3_libversion_number()) continue;
    INFO(statement.sql);
    const parse::ParseResult parsed = parse::ParseSelect(statement.sql);
    REQUIRE(parsed);
    check(std::string(statement.sql), *parsed.tree->select);
    ++checked;
  }
  CHECK(checked > 250);
}

std::vector<std::string> ColumnNamesOf(ParseOracle* oracle, const std::string& sql) {
  const OracleStatement statement = oracle->Prepare(sql);
  std::vector<std::string> names;
  for (int i = 0; i < sqlite3_column_count(statement.get()); ++i) {
    names.emplace_back(sqlite3_column_name(statement.get(), i));
  }
  return names;
}

bool IsRowid(const std::string& name) {
  return name == "rowid" || name == "_rowid_" || name == "oid";
}

bool IsStringFallback(const parse::OutputColumn& output) {
  const auto* column = std::get_if<parse::ColumnRef>(&output.expr->node);
  return column != nullptr && column->fallback == parse::Fallback::kString;
}

TEST_CASE("SQLite prepares every statement that the corpus calls accepted") {
  ParseOracle oracle;
  ForEachAccepted([&](const std::string& sql, const parse::Select&) {
    oracle.Prepare(sql);
    CHECK(oracle.message() == "");
  });
}

TEST_CASE("SQLite's grammar and the parser refuse every statement that the corpus calls refused") {
  ParseOracle oracle;
  for (const char* sql : kRefused) {
    INFO(sql);
    CHECK(oracle.Judge(sql) == Verdict::kRefuses);
    const parse::ParseResult parsed = parse::ParseSelect(sql);
    CHECK_FALSE(parsed);
    CHECK(parsed.error.message != "");
    CHECK(parsed.error.offset <= std::string_view(sql).size());
  }
}

TEST_CASE("a rendered statement compiles to the same program as the original") {
  ParseOracle oracle;
  ForEachAccepted([&](const std::string& sql, const parse::Select& select) {
    const std::string rendered = Render(select);
    INFO(rendered);
    CHECK(oracle.Explain(rendered) == oracle.Explain(sql));
  });
}

TEST_CASE("a rendered statement has the result column names of the original") {
  ParseOracle oracle;
  ForEachAccepted([&](const std::string& sql, const parse::Select& select) {
    CHECK(ColumnNamesOf(&oracle, Render(select)) == ColumnNamesOf(&oracle, sql));
  });
}

TEST_CASE("the output columns are named as SQLite names them") {
  ParseOracle oracle;
  int compared = 0;
  ForEachAccepted([&](const std::string& sql, const parse::Select& select) {
    const std::vector<parse::OutputColumn> outputs = OutputColumns(select);
    for (const parse::OutputColumn& output : outputs) {
      if (output.kind == OutputKind::kStar || output.kind == OutputKind::kTableStar) return;
    }
    const std::vector<std::string> names = ColumnNamesOf(&oracle, sql);
    REQUIRE(outputs.size() == names.size());
    for (size_t i = 0; i < names.size(); ++i, ++compared) {
      const parse::OutputColumn& output = outputs[i];
      INFO(output.name << " is " << names[i]);
      if (IsRowid(output.name)) continue;
      const bool literal = IsStringFallback(output) && names[i] == output.text;
      CHECK((literal || parse::EqualsIgnoringCase(output.name, names[i])));
    }
  });
  CHECK(compared > 300);
}

TEST_CASE("no table that SQLite reads is missing from the table names") {
  ParseOracle oracle;
  int compared = 0;
  ForEachAccepted([&](const std::string& sql, const parse::Select& select) {
    const std::vector<parse::TableUse> uses = TableNames(select);
    for (const std::string& table : oracle.TablesRead(sql)) {
      INFO(table);
      if (table.rfind("sqlite_", 0) == 0) continue;  // read to learn about the others
      const auto names_it = [&](const parse::TableUse& use) {
        return parse::EqualsIgnoringCase(use.name, table);
      };
      CHECK(std::any_of(uses.begin(), uses.end(), names_it));
      ++compared;
    }
  });
  CHECK(compared > 200);
}

TEST_CASE("every table name is a table: no CTE, alias or column passes for one") {
  ParseOracle oracle;
  ForEachAccepted([&](const std::string&, const parse::Select& select) {
    for (const parse::TableUse& use : TableNames(select)) {
      INFO(use.name);
      const std::string schema = use.schema ? "\"" + *use.schema + "\"." : "";
      CHECK(oracle.Prepare("SELECT 1 FROM " + schema + "\"" + use.name + "\"") != nullptr);
    }
  });
}

TEST_CASE("a statement has parameters if and only if SQLite wants values bound") {
  ParseOracle oracle;
  ForEachAccepted([&](const std::string& sql, const parse::Select& select) {
    const OracleStatement statement = oracle.Prepare(sql);
    CHECK(Parameters(select).empty() == (sqlite3_bind_parameter_count(statement.get()) == 0));
  });
}

}  // namespace
}  // namespace vieworm
