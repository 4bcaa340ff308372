#include "pg_ext/lower/placeholders.h"

#include <algorithm>

namespace vieworm::lower {

namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// May `c` stand inside an identifier without quotes? Bytes of other letters may.
bool IsWord(char c) {
  bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || IsDigit(c) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

// Is the quote at `start` that of E'...', where a backslash escapes the next character?
bool IsEscapeString(std::string_view text, size_t start) {
  if (text[start] != '\'' || start == 0) return false;
  char prefix = text[start - 1];
  return (prefix == 'E' || prefix == 'e') && (start == 1 || !IsWord(text[start - 2]));
}

// The place behind the literal or identifier that opens at `start`.
size_t SkipQuoted(std::string_view text, size_t start) {
  char quote = text[start];
  bool escapes = IsEscapeString(text, start);
  size_t i = start + 1;
  while (i < text.size()) {
    bool doubled = text[i] == quote && i + 1 < text.size() && text[i + 1] == quote;
    if (doubled || (escapes && text[i] == '\\')) {
      i += 2;
    } else if (text[i++] == quote) {
      break;
    }
  }
  return std::min(i, text.size());
}

// The place behind the parameter at `start`, or `start` where there is none.
size_t SkipParameter(std::string_view text, size_t start) {
  if (text[start] != '$' || (start > 0 && IsWord(text[start - 1]))) return start;
  size_t i = start + 1;
  while (i < text.size() && IsDigit(text[i])) ++i;
  return i == start + 1 ? start : i;
}

}  // namespace

std::vector<TextPiece> CutAtPlaceholders(std::string_view text) {
  std::vector<TextPiece> pieces;
  size_t done = 0;
  auto keep = [&](size_t end) {
    if (end > done) pieces.emplace_back(std::string(text.substr(done, end - done)));
  };
  for (size_t i = 0; i < text.size();) {
    size_t end = SkipParameter(text, i);
    if (end > i) {
      keep(i);
      pieces.emplace_back(std::stoi(std::string(text.substr(i + 1, end - i - 1))));
      done = i = end;
    } else if (text[i] == '\'' || text[i] == '"') {
      i = SkipQuoted(text, i);
    } else {
      ++i;
    }
  }
  keep(text.size());
  return pieces;
}

}  // namespace vieworm::lower
