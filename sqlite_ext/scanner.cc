#include "sqlite_ext/scanner.h"

#include "common/sql/dialect.h"

namespace vieworm {

namespace {

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v'); }

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsWordByte(char c) {
  return (static_cast<unsigned char>(c) & 0x80) != 0 || c == '_' || c == '$' || IsDigit(c) ||
         (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  ScannedSql Run() {
    while (at_ < text_.size()) {
      if (IsSpace(text_[at_])) {
        ++at_;
      } else if (Begins("--")) {
        at_ = std::min(text_.size(), text_.find('\n', at_));
      } else if (Begins("/*") && at_ + 2 < text_.size()) {
        SkipComment();
      } else {
        ReadToken();
      }
    }
    return std::move(scan_);
  }

 private:
  bool Begins(std::string_view prefix) const { return text_.substr(at_, 2) == prefix; }

  void SkipComment() {
    // The star of "/*" cannot be that of "*/".
    size_t end = text_.find("*/", at_ + 2);
    scan_.open_comment = end == std::string_view::npos;
    at_ = scan_.open_comment ? text_.size() : end + 2;
  }

  void ReadToken() {
    char c = text_[at_];
    char close = c == '\'' ? '\'' : SqliteDialect().ClosingQuote(c);
    if (close != 0) return ReadQuoted(close);
    bool variable = c == '?' || c == ':' || c == '@' || c == '$' || c == '#';
    if (variable) return ReadWhile(TokenKind::kVariable);
    if (IsDigit(c)) return ReadWhile(TokenKind::kNumber);
    if (IsWordByte(c)) return ReadWhile(TokenKind::kWord);
    Add(TokenKind::kSymbol, at_ + 1);
  }

  void ReadQuoted(char close) {
    size_t end = at_ + 1;
    bool terminated = false;
    while (end < text_.size() && !terminated) {
      bool doubled = close != ']' && text_.substr(end, 2) == std::string{close, close};
      terminated = text_[end] == close && !doubled;
      end += doubled ? 2 : 1;
    }
    Add(TokenKind::kQuoted, end);
    scan_.tokens.back().terminated = terminated;
  }

  void ReadWhile(TokenKind kind) {
    size_t end = at_ + 1;
    while (end < text_.size() && IsWordByte(text_[end])) ++end;
    Add(kind, end);
  }

  void Add(TokenKind kind, size_t end) {
    scan_.tokens.push_back({kind, text_.substr(at_, end - at_)});
    at_ = end;
  }

  std::string_view text_;
  size_t at_ = 0;
  ScannedSql scan_;
};

}  // namespace

bool Token::IsWord(std::string_view lower) const {
  return kind == TokenKind::kWord && LowerAscii(text) == lower;
}

std::string Token::Name() const {
  if (kind != TokenKind::kQuoted) return std::string(text);
  std::string name;
  char close = text[0] == '[' ? ']' : text[0];
  size_t end = text.size() - (terminated ? 1 : 0);
  for (size_t i = 1; i < end; ++i) {
    name += text[i];
    if (close != ']' && text[i] == close) ++i;
  }
  return name;
}

ScannedSql ScanSql(std::string_view text) { return Scanner(text).Run(); }

bool IsBlank(std::string_view text) {
  for (const Token& token : ScanSql(text).tokens) {
    if (!token.Is(';')) return false;
  }
  return true;
}

}  // namespace vieworm
