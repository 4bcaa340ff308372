// Name resolution, against SQLite: whatever it resolves must compile to the same program as the
// original, and it must not give up on what is to be maintained.

#include <map>

#include "sqlite_ext/name_lookup.h"
#include "sqlite_ext/parse/parser.h"
#include "sqlite_ext/parse/render.h"
#include "sqlite_ext/resolve/resolver.h"
#include "tests/sqlite/parse_corpus.h"
#include "tests/sqlite/parse_oracle.h"
#include "tests/unit/catch.h"

namespace vieworm {
namespace {

class Case {
 public:
  Case(ParseOracle* oracle, const std::string& sql) : parsed_(parse::ParseSelect(sql)) {
    REQUIRE(parsed_);
    resolve::SqliteSchema schema(oracle->db(), "main");
    resolved_ = resolve::Resolve(*parsed_.tree, schema);
  }

  const resolve::Resolved& resolved() const { return resolved_; }
  std::string Rendered() const { return parse::Render(*resolved_.select); }

 private:
  parse::ParseResult parsed_;
  resolve::Resolved resolved_;
};

// The instruction Explain does nothing: it is a remark for readers, which names tables by their
// aliases, and those are what name resolution changes.
std::vector<std::string> Program(ParseOracle* oracle, const std::string& sql) {
  std::vector<std::string> program = oracle->Explain(sql);
  for (std::string& instruction : program) {
    if (instruction.starts_with("Explain ")) instruction = "Explain";
  }
  return program;
}

TEST_CASE("a resolved statement compiles to the same program as the original") {
  ParseOracle oracle;
  std::map<std::string, int> reasons;
  int resolved = 0;
  for (const parse_corpus::Statement& statement : parse_corpus::kAccepted) {
    if (statement.since > sqlite3_libversion_number()) continue;
    Case each(&oracle, statement.sql);
    if (!each.resolved()) {
      ++reasons[each.resolved().reason];
      continue;
    }
    ++resolved;
    INFO(statement.sql);
    INFO(each.Rendered());
    CHECK(Program(&oracle, each.Rendered()) == Program(&oracle, statement.sql));
  }
  for (const auto& [reason, count] : reasons) UNSCOPED_INFO(count << " " << reason);
  CHECK(resolved > 200);
}

}  // namespace
}  // namespace vieworm
