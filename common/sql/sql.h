// SQL text under construction. Sql takes only types that quote themselves, so that forgotten
// quoting does not compile:
//
//   Sql sql(dialect);
//   sql << "CREATE VIEW " << view << " AS\n" << Fragment{definition};
#ifndef VIEWORM_COMMON_SQL_SQL_H_
#define VIEWORM_COMMON_SQL_SQL_H_

#include <string>
#include <string_view>
#include <utility>

#include "common/sql/dialect.h"

namespace vieworm {

// SQL of our own, spelled out in the source: only a constant converts to it.
class Keywords {
 public:
  consteval Keywords(const char* text) : text_(text) {}  // NOLINT(google-explicit-constructor)
  const char* text() const { return text_; }

 private:
  const char* text_;
};

struct Identifier {
  std::string name;
};

struct Literal {
  std::string text;
};

// SQL that the user wrote, or that another Sql has built: goes in as it is.
struct Fragment {
  std::string text;
};

class Sql {
 public:
  explicit Sql(const Dialect& dialect) : dialect_(&dialect) {}

  Sql& operator<<(Keywords keywords) { return Append(keywords.text()); }
  Sql& operator<<(const Identifier& identifier) { return Append(QuoteIdentifier(identifier.name)); }
  Sql& operator<<(const RelationName& relation) {
    if (!relation.schema.empty()) Append(QuoteIdentifier(relation.schema)).Append(".");
    return Append(QuoteIdentifier(relation.name));
  }
  Sql& operator<<(const Literal& literal) { return Append(dialect_->QuoteLiteral(literal.text)); }
  Sql& operator<<(const Fragment& fragment) { return Append(fragment.text); }
  Sql& operator<<(long long number) { return Append(std::to_string(number)); }

  // `write(*this, item)` for each item, with `separator` between them.
  template <typename Items, typename Write>
  Sql& Join(Keywords separator, const Items& items, Write write) {
    bool first = true;
    for (const auto& item : items) {
      if (!std::exchange(first, false)) *this << separator;
      write(*this, item);
    }
    return *this;
  }

  const std::string& str() const { return text_; }

 private:
  Sql& Append(std::string_view text) {
    text_ += text;
    return *this;
  }

  const Dialect* dialect_;
  std::string text_;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_SQL_SQL_H_
