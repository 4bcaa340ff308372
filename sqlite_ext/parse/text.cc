#include "sqlite_ext/parse/text.h"

#include <algorithm>
#include <cstddef>

#include "sqlite_ext/parse/keywords.h"

namespace vieworm::parse {

namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool IsLetter(char c) { return (Lower(c) >= 'a' && Lower(c) <= 'z') || c == '_'; }

bool IsPlainWord(std::string_view name) {
  const auto continues = [](char c) { return IsLetter(c) || (c >= '0' && c <= '9'); };
  return !name.empty() && IsLetter(name.front()) &&
         std::all_of(name.begin(), name.end(), continues);
}

}  // namespace

bool EqualsIgnoringCase(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return Lower(x) == Lower(y); });
}

std::string Unquote(std::string_view token) {
  if (token.empty()) return "";
  const char quote = token.front();
  if (quote == '[') return std::string(token.substr(1, token.size() - 2));
  if (quote != '\'' && quote != '"' && quote != '`') return std::string(token);
  std::string text;
  for (size_t i = 1; i + 1 < token.size(); ++i) {
    text += token[i];
    if (token[i] == quote) ++i;
  }
  return text;
}

std::string Enclose(std::string_view text, char quote) {
  std::string enclosed(1, quote);
  for (const char c : text) {
    if (c == quote) enclosed += quote;
    enclosed += c;
  }
  enclosed += quote;
  return enclosed;
}

// TRUE and FALSE are no keywords, yet without quotes they may be no column either.
std::string Identifier(std::string_view name, char quote) {
  const bool plain = IsPlainWord(name) && !IsKeyword(name) && !EqualsIgnoringCase(name, "true") &&
                     !EqualsIgnoringCase(name, "false");
  return plain ? std::string(name) : Enclose(name, quote);
}

}  // namespace vieworm::parse
