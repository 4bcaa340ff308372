#include "sqlite_ext/parse/parser.h"

#include "sqlite_ext/parse/builder.h"
#include "sqlite_ext/parse/grammar.h"

namespace vieworm::parse {

ParseResult ParseSelect(std::string_view sql) {
  // SQLite would take a NUL for the end of the text, and not see what stands behind it.
  const size_t nul = sql.find('\0');
  if (nul != std::string_view::npos)
    return {nullptr, {"the statement contains a NUL byte", nul, ""}};

  auto tree = std::make_shared<Tree>();
  tree->sql = sql;
  Builder builder(tree.get());
  RunGrammar(&builder);
  if (builder.error()) return {nullptr, *builder.error()};
  return {std::move(tree), {}};
}

}  // namespace vieworm::parse
