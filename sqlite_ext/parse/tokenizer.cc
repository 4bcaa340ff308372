// The lexical rules are those of sqlite.org/lang_expr.html, lang_comment.html and
// lang_keywords.html; where these are silent, what SQLite was seen to do.
#include "sqlite_ext/parse/tokenizer.h"

#include "sqlite_ext/parse/grammar.h"
#include "sqlite_ext/parse/keywords.h"
#include "sqlite_ext/parse/select.h"

namespace vieworm::parse {

namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsHexDigit(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool StartsWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}
bool ContinuesWord(char c) { return StartsWord(c) || IsDigit(c) || c == '$'; }
bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Where the analysis of a window keyword looks ahead, any of these is an identifier. FILTER is not,
// though it can be one elsewhere: so SQLite has it.
bool LooksLikeIdentifier(int kind) {
  return kind == TK_ID || kind == TK_STRING || kind == TK_JOIN_KW || kind == TK_WINDOW ||
         kind == TK_OVER || FallsBackToIdentifier(kind);
}

}  // namespace

Token Tokenizer::Next() {
  Token token = NextRaw();
  token.kind = Resolve(token.kind);
  last_ = token.kind;
  return token;
}

// WINDOW, OVER and FILTER came late to SQL, so SQLite takes them for keywords only where the words
// around them leave no other reading, and for identifiers everywhere else.
int Tokenizer::Resolve(int kind) const {
  if (kind == TK_WINDOW) return FollowedByWindowDefinition() ? TK_WINDOW : TK_ID;
  if (kind != TK_OVER && kind != TK_FILTER) return kind;
  if (last_ != TK_RP) return TK_ID;
  const int next = Tokenizer(*this).NextRaw().kind;
  if (next == TK_LP) return kind;
  return kind == TK_OVER && LooksLikeIdentifier(next) ? TK_OVER : TK_ID;
}

bool Tokenizer::FollowedByWindowDefinition() const {
  Tokenizer ahead(*this);
  return LooksLikeIdentifier(ahead.NextRaw().kind) && ahead.NextRaw().kind == TK_AS;
}

Token Tokenizer::NextRaw() {
  while (SkipSpaceOrComment()) {
  }
  if (pos_ == sql_.size()) return Make(0, 0);
  const char c = At(pos_);
  switch (c) {
    case '\'':
      return Quoted('\'', TK_STRING);
    case '"':
    case '`':
      return Quoted(c, TK_ID);
    case '[':
      return Quoted(']', TK_ID);
    case '?':
    case '$':
    case '@':
    case '#':
    case ':':
      return Variable();
    case 'x':
    case 'X':
      return At(pos_ + 1) == '\'' ? Blob() : Word();
    default:
      break;
  }
  if (IsDigit(c) || (c == '.' && IsDigit(At(pos_ + 1)))) return Number();
  return StartsWord(c) ? Word() : Operator();
}

// Skips one run of white space, one comment or one byte order mark, if that comes next. A vertical
// tab counts as space only after other space, and a slash and star at the very end is no comment.
bool Tokenizer::SkipSpaceOrComment() {
  const char c = At(pos_);
  const std::string_view rest = sql_.substr(pos_);
  size_t end = pos_;
  if (IsSpace(c) && c != '\v') {
    while (IsSpace(At(end))) ++end;
  } else if (rest.substr(0, 2) == "--") {
    end = sql_.find('\n', pos_);
  } else if (rest.size() > 2 && rest.substr(0, 2) == "/*") {
    const size_t close = sql_.find("*/", pos_ + 2);
    end = close == std::string_view::npos ? close : close + 2;
  } else if (rest.substr(0, 3) == "\xEF\xBB\xBF") {
    end = pos_ + 3;
  } else {
    return false;
  }
  pos_ = end == std::string_view::npos ? sql_.size() : end;
  return true;
}

Token Tokenizer::Make(int kind, size_t length) {
  const Token token{kind, pos_, length};
  pos_ += length;
  return token;
}

// A quote inside is written twice, except that nothing stands for "]".
Token Tokenizer::Quoted(char close, int kind) {
  size_t i = pos_ + 1;
  for (; i < sql_.size(); ++i) {
    if (sql_[i] != close) continue;
    if (close == ']' || At(i + 1) != close) return Make(kind, i + 1 - pos_);
    ++i;
  }
  return Make(TK_ILLEGAL, sql_.size() - pos_);
}

// The end of a run of digits from `i` on. An underscore may stand between two digits.
size_t Tokenizer::Digits(size_t i, bool (*is_digit)(char), bool* separated) const {
  const size_t start = i;
  while (is_digit(At(i)) || (i > start && At(i) == '_' && is_digit(At(i + 1)))) {
    *separated |= At(i) == '_';
    ++i;
  }
  return i;
}

Token Tokenizer::Number() {
  bool separated = false;
  bool real = false;
  size_t i = pos_;
  if (At(i) == '0' && (At(i + 1) == 'x' || At(i + 1) == 'X') && IsHexDigit(At(i + 2))) {
    i = Digits(i + 2, IsHexDigit, &separated);
  } else {
    i = Digits(i, IsDigit, &separated);
    if (At(i) == '.') {
      real = true;
      i = Digits(i + 1, IsDigit, &separated);
    }
    const size_t sign = At(i + 1) == '+' || At(i + 1) == '-' ? 1 : 0;
    if ((At(i) == 'e' || At(i) == 'E') && IsDigit(At(i + 1 + sign))) {
      real = true;
      i = Digits(i + 1 + sign, IsDigit, &separated);
    }
  }
  const size_t end = i;
  while (ContinuesWord(At(i))) ++i;
  if (i != end) return Make(TK_ILLEGAL, i - pos_);
  if (separated) return Make(real ? TK_SEPARATED_FLOAT : TK_SEPARATED_INTEGER, i - pos_);
  return Make(real ? TK_FLOAT : TK_INTEGER, i - pos_);
}

// ?, ?NNN, or one of $ @ # : before a name, in which "::" and one last "(...)" without space may
// stand, as in Tcl.
Token Tokenizer::Variable() {
  size_t i = pos_ + 1;
  if (At(pos_) == '?') {
    while (IsDigit(At(i))) ++i;
    return Make(TK_VARIABLE, i - pos_);
  }
  size_t letters = 0;
  for (; i < sql_.size(); ++i) {
    if (ContinuesWord(sql_[i])) {
      ++letters;
    } else if (sql_[i] == ':' && At(i + 1) == ':') {
      ++i;
    } else {
      break;
    }
  }
  if (At(i) == '(' && letters > 0) {
    while (i < sql_.size() && !IsSpace(sql_[i]) && sql_[i] != ')') ++i;
    if (At(i) != ')') letters = 0;
    if (At(i) == ')') ++i;
  }
  return Make(letters > 0 ? TK_VARIABLE : TK_ILLEGAL, i - pos_);
}

Token Tokenizer::Blob() {
  size_t i = pos_ + 2;
  while (IsHexDigit(At(i))) ++i;
  const bool whole = At(i) == '\'' && (i - pos_) % 2 == 0;
  if (whole) return Make(TK_BLOB, i + 1 - pos_);
  while (i < sql_.size() && sql_[i] != '\'') ++i;
  return Make(TK_ILLEGAL, (i < sql_.size() ? i + 1 : i) - pos_);
}

Token Tokenizer::Word() {
  size_t i = pos_;
  while (ContinuesWord(At(i))) ++i;
  const int keyword = KeywordKind(sql_.substr(pos_, i - pos_));
  return Make(keyword != 0 ? keyword : TK_ID, i - pos_);
}

Token Tokenizer::Operator() {
  struct Spelling {
    std::string_view text;
    int kind;
  };
  // A longer spelling stands before its own beginning.
  static constexpr Spelling kSpellings[] = {
      {"->>", TK_LONG_ARROW}, {"->", TK_ARROW},  {"-", TK_MINUS},   {"(", TK_LP},
      {")", TK_RP},           {";", TK_SEMI},    {"+", TK_PLUS},    {"*", TK_STAR},
      {"/", TK_SLASH},        {"%", TK_REM},     {"==", TK_EQ},     {"=", TK_EQ},
      {"<=", TK_LE},          {"<>", TK_NE},     {"<<", TK_LSHIFT}, {"<", TK_LT},
      {">=", TK_GE},          {">>", TK_RSHIFT}, {">", TK_GT},      {"!=", TK_NE},
      {"||", TK_CONCAT},      {"|", TK_BITOR},   {",", TK_COMMA},   {"&", TK_BITAND},
      {"~", TK_BITNOT},       {".", TK_DOT},
  };
  for (const Spelling& spelling : kSpellings) {
    if (sql_.substr(pos_, spelling.text.size()) == spelling.text) {
      return Make(spelling.kind, spelling.text.size());
    }
  }
  return Make(TK_ILLEGAL, 1);
}

}  // namespace vieworm::parse
