#include <limits>

#include "common/sql/dialect.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

class Sqlite : public Dialect {
 public:
  const char* Key() const override { return "sqlite"; }
  const char* Title() const override { return "SQLite"; }
  size_t MaxIdentifierBytes() const override { return std::numeric_limits<size_t>::max(); }

  std::string QuoteLiteral(std::string_view text) const override {
    std::string quoted = "'";
    for (char c : text) {
      if (c == '\'') quoted += c;
      quoted += c;
    }
    return quoted + "'";
  }

  // SQLite keeps the case in which a name was written and compares without it.
  std::string FoldUnquoted(std::string_view word) const override { return std::string(word); }

  // "x", `x` and [x], of https://www.sqlite.org/lang_keywords.html.
  char ClosingQuote(char open) const override {
    if (open == '[') return ']';
    return open == '"' || open == '`' ? open : 0;
  }

  std::string ComparedName(std::string_view name) const override { return LowerAscii(name); }
  bool HasMaterializedViews() const override { return false; }
  bool HasInternalSchema() const override { return false; }
  bool HasCommitTiming() const override { return false; }
};

}  // namespace

const Dialect& SqliteDialect() {
  static const Sqlite dialect;
  return dialect;
}

}  // namespace vieworm
