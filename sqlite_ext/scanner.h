// SQL text cut into tokens as SQLite's own tokenizer cuts it
// (https://www.sqlite.org/lang_expr.html, https://www.sqlite.org/lang_comment.html): just enough to
// see where a statement ends and which words it uses. What they mean is for the parser.
#ifndef VIEWORM_SQLITE_EXT_SCANNER_H_
#define VIEWORM_SQLITE_EXT_SCANNER_H_

#include <string>
#include <string_view>
#include <vector>

namespace vieworm {

enum class TokenKind {
  kWord,      // a keyword, or an identifier without quotes
  kQuoted,    // 'x', "x", `x` or [x]
  kNumber,    // it begins with a digit
  kVariable,  // ?, ?1, :x, @x, $x
  kSymbol,    // any other single character
};

struct Token {
  TokenKind kind;
  std::string_view text;  // part of the scanned text
  bool terminated = true;

  bool Is(char symbol) const { return kind == TokenKind::kSymbol && text[0] == symbol; }

  // The keyword `lower`, in any case.
  bool IsWord(std::string_view lower) const;

  // A word as it is, a quoted name without its quotes.
  std::string Name() const;
};

struct ScannedSql {
  std::vector<Token> tokens;  // without white space and comments
  bool open_comment = false;  // the text ends inside /* ...
};

// `text` must outlive the result.
ScannedSql ScanSql(std::string_view text);

// Nothing but white space, comments and semicolons?
bool IsBlank(std::string_view text);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_SCANNER_H_
