// libFuzzer target: whatever the text, the parser neither crashes nor hangs; and what it accepts it
// renders to text that it reads back as the same tree.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "sqlite_ext/parse/analyze.h"
#include "sqlite_ext/parse/parser.h"
#include "sqlite_ext/parse/render.h"

namespace {

using namespace vieworm::parse;  // NOLINT(google-build-using-namespace): the whole subject here

void Demand(bool condition, const char* rule, const std::string& text) {
  if (condition) return;
  std::fprintf(stderr, "%s: %s\n", rule, text.c_str());
  std::abort();
}

void CheckError(const SyntaxError& error, std::string_view sql) {
  Demand(!error.message.empty(), "an error has a message", std::string(sql));
  Demand(error.offset <= sql.size(), "an error is within the text", error.message);
  Demand(sql.substr(error.offset, error.near.size()) == error.near, "an error shows the text there",
         error.message);
}

void CheckTree(const Tree& tree) {
  const std::string exact = Render(*tree.select, ColumnNames::kIgnore);
  const ParseResult again = ParseSelect(exact);
  Demand(static_cast<bool>(again), "a rendered tree parses", exact);
  Demand(again.tree->select == tree.select, "and gives the same tree", exact);

  const std::string named = Render(*tree.select);
  const ParseResult with_names = ParseSelect(named);
  Demand(static_cast<bool>(with_names), "so it does with names kept", named);
  Demand(Render(*with_names.tree->select) == named, "and they stay", named);

  Demand(TableNames(*tree.select).size() + Parameters(*tree.select).size() <= tree.sql.size(),
         "nothing is found twice", exact);
  Demand(!OutputColumns(*tree.select).empty(), "there is an output column", exact);
  HasCompound(*tree.select);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view sql(reinterpret_cast<const char*>(data), size);
  const ParseResult result = ParseSelect(sql);
  if (result) {
    CheckTree(*result.tree);
  } else {
    CheckError(result.error, sql);
  }
  return 0;
}
