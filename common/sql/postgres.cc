#include "common/sql/dialect.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

class Postgres : public Dialect {
 public:
  const char* Key() const override { return "postgresql"; }
  const char* Title() const override { return "PostgreSQL"; }

  // NAMEDATALEN - 1 of every distribution's build.
  size_t MaxIdentifierBytes() const override { return 63; }

  // A backslash means itself only while standard_conforming_strings is on; E'' does not depend on
  // that setting.
  std::string QuoteLiteral(std::string_view text) const override {
    bool has_backslash = text.find('\\') != std::string_view::npos;
    std::string quoted = has_backslash ? "E'" : "'";
    for (char c : text) {
      if (c == '\'' || c == '\\') quoted += c;
      quoted += c;
    }
    return quoted + "'";
  }

  std::string FoldUnquoted(std::string_view word) const override { return LowerAscii(word); }

  char ClosingQuote(char open) const override { return open == '"' ? '"' : 0; }
  std::string ComparedName(std::string_view name) const override { return std::string(name); }
  bool HasMaterializedViews() const override { return true; }
  bool HasInternalSchema() const override { return true; }
  bool HasCommitTiming() const override { return true; }
};

}  // namespace

const Dialect& PostgresDialect() {
  static const Postgres dialect;
  return dialect;
}

}  // namespace vieworm
