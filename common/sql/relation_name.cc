#include <vector>

#include "common/diagnostic.h"
#include "common/sql/dialect.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

bool IsWordByte(char c) {
  auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || c == '_' || c == '$' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Reads the dotted parts of one name, left to right.
class NameScanner {
 public:
  NameScanner(std::string_view text, const Dialect& dialect) : text_(text), dialect_(dialect) {}

  std::vector<std::string> Parts() {
    std::vector<std::string> parts;
    do {
      SkipSpace();
      parts.push_back(Part());
      SkipSpace();
    } while (Take('.'));
    if (at_ != text_.size()) Fail();
    return parts;
  }

 private:
  std::string Part() {
    if (at_ == text_.size()) Fail();
    char close = dialect_.ClosingQuote(text_[at_]);
    return close != 0 ? QuotedPart(close) : Word();
  }

  std::string QuotedPart(char close) {
    std::string part;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == close) {
        ++at_;
        // A doubled quote stands for one; brackets cannot be doubled.
        if (close == ']' || at_ == text_.size() || text_[at_] != close) return part;
      }
      part += text_[at_];
    }
    Fail();
  }

  std::string Word() {
    size_t start = at_;
    while (at_ < text_.size() && IsWordByte(text_[at_])) ++at_;
    std::string_view word = text_.substr(start, at_ - start);
    if (word.empty() || word[0] == '$' || (word[0] >= '0' && word[0] <= '9')) Fail();
    return dialect_.FoldUnquoted(word);
  }

  void SkipSpace() {
    while (at_ < text_.size() && IsSpace(text_[at_])) ++at_;
  }

  bool Take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  [[noreturn]] void Fail() const {
    throw Error(ErrorKind::kBadSpec,
                text_.empty() ? "the name is empty" : "invalid name: " + std::string(text_),
                "A view is named as in SQL: name, schema.name or \"Odd Name\".");
  }

  std::string_view text_;
  const Dialect& dialect_;
  size_t at_ = 0;
};

}  // namespace

std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string QuoteIdentifier(std::string_view name) {
  std::string quoted = "\"";
  for (char c : name) {
    if (c == '"') quoted += c;
    quoted += c;
  }
  return quoted + "\"";
}

void CheckIdentifier(std::string_view name, std::string_view where, const Dialect& dialect) {
  if (name.empty()) {
    throw Error(ErrorKind::kBadSpec, "empty name at " + Quoted(where));
  }
  if (name.find('\0') != std::string_view::npos) {
    throw Error(ErrorKind::kBadSpec, "name with a NUL character at " + Quoted(where));
  }
  if (name.size() > dialect.MaxIdentifierBytes()) {
    throw Error(ErrorKind::kNameTooLong, "name too long at " + Quoted(where),
                "The name has " + std::to_string(name.size()) + " bytes; " + dialect.Title() +
                    " allows " + std::to_string(dialect.MaxIdentifierBytes()) + ".");
  }
}

RelationName ParseRelationName(std::string_view text, const Dialect& dialect) {
  std::vector<std::string> parts = NameScanner(text, dialect).Parts();
  if (parts.size() > 2) {
    throw Error(ErrorKind::kBadSpec, "invalid name: " + std::string(text),
                "A name has at most two parts, schema and view.");
  }
  for (const std::string& part : parts) CheckIdentifier(part, text, dialect);
  if (parts.size() == 1) return {"", parts[0]};
  return {parts[0], parts[1]};
}

}  // namespace vieworm
