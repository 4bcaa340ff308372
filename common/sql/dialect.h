// The facts in which the two engines' SQL differ, as far as the core writes and reads it.
#ifndef VIEWORM_COMMON_SQL_DIALECT_H_
#define VIEWORM_COMMON_SQL_DIALECT_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace vieworm {

// A relation's name, both parts as the catalog holds them (not quoted, not folded). An empty schema
// stands for "wherever the engine finds it".
struct RelationName {
  std::string schema;
  std::string name;

  bool operator==(const RelationName&) const = default;

  // "schema.name", or "name": as messages show it inside one pair of quotes.
  std::string Display() const { return schema.empty() ? name : schema + "." + name; }
};

class Dialect {
 public:
  virtual ~Dialect() = default;

  // "postgresql" or "sqlite": the key of this engine's text in a spec.
  virtual const char* Key() const = 0;

  // How the engine is called in sentences.
  virtual const char* Title() const = 0;

  // Bytes that an identifier may have.
  virtual size_t MaxIdentifierBytes() const = 0;

  // `text` as a string literal that means the same under every setting of the engine. `text` must
  // not hold a NUL byte.
  virtual std::string QuoteLiteral(std::string_view text) const = 0;

  // An unquoted identifier as the catalog would hold it.
  virtual std::string FoldUnquoted(std::string_view word) const = 0;

  // The character that closes an identifier which `open` opens, or 0 if none does.
  virtual char ClosingQuote(char open) const = 0;

  // A name in the form in which the engine compares names; two names are one if these are equal.
  virtual std::string ComparedName(std::string_view name) const = 0;

  bool SameName(std::string_view left, std::string_view right) const {
    return ComparedName(left) == ComparedName(right);
  }

  // Has the engine materialized views of its own?
  virtual bool HasMaterializedViews() const = 0;

  // Is there one schema for all internal relations? (In SQLite a schema is a database file, and a
  // view's relations stay in the view's file.)
  virtual bool HasInternalSchema() const = 0;

  // Can views be kept up at commit? (SQLite has no hook that may write.)
  virtual bool HasCommitTiming() const = 0;
};

const Dialect& PostgresDialect();
const Dialect& SqliteDialect();

// `text` with the letters A to Z in lower case, and all other bytes as they are.
std::string LowerAscii(std::string_view text);

// `name` in double quotes, which both engines take for every identifier.
std::string QuoteIdentifier(std::string_view name);

// Reads a name as SQL users write it: `v`, `s.v`, `"Odd Name"`, `s."v"`.
// Throws Error(kBadSpec) for anything else, Error(kNameTooLong) for a part that is too long.
RelationName ParseRelationName(std::string_view text, const Dialect& dialect);

// Throws unless `name` can be an identifier: not empty, no NUL byte, not too long. `where` tells
// where it was found, for the message.
void CheckIdentifier(std::string_view name, std::string_view where, const Dialect& dialect);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_SQL_DIALECT_H_
