// Cuts SQL text into tokens, by the rules of SQLite's own tokenizer.
#ifndef VIEWORM_SQLITE_EXT_PARSE_TOKENIZER_H_
#define VIEWORM_SQLITE_EXT_PARSE_TOKENIZER_H_

#include <cstddef>
#include <string_view>

namespace vieworm::parse {

// Trivial, because the generated parser keeps it in a union.
struct Token {
  int kind;  // TK_... of the generated select.h; 0 at the end of the text
  size_t offset;
  size_t length;

  size_t end() const { return offset + length; }
  std::string_view In(std::string_view sql) const { return sql.substr(offset, length); }
};

class Tokenizer {
 public:
  // `sql` outlives the tokenizer.
  explicit Tokenizer(std::string_view sql) : sql_(sql) {}

  // The next token after white space and comments; TK_ILLEGAL for what is none, such as an
  // unterminated string. After the end, the end again.
  Token Next();

 private:
  Token NextRaw();
  int Resolve(int kind) const;
  bool FollowedByWindowDefinition() const;

  char At(size_t i) const { return i < sql_.size() ? sql_[i] : '\0'; }
  bool SkipSpaceOrComment();
  Token Make(int kind, size_t length);
  Token Quoted(char close, int kind);
  Token Number();
  Token Variable();
  Token Blob();
  Token Word();
  Token Operator();
  size_t Digits(size_t i, bool (*is_digit)(char), bool* separated) const;

  std::string_view sql_;
  size_t pos_ = 0;
  int last_ = 0;  // kind of the token before
};

}  // namespace vieworm::parse

#endif  // VIEWORM_SQLITE_EXT_PARSE_TOKENIZER_H_
