// Letters and numbers of ASCII, whatever the locale says: <cctype> asks the locale, which in a
// database server is the database's.
#ifndef VIEWORM_COMMON_SCHEDULE_ASCII_H_
#define VIEWORM_COMMON_SCHEDULE_ASCII_H_

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace vieworm {

inline constexpr char kBlanks[] = " \t\r\n";

constexpr bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsLetter(char c) { return IsUpper(c) || (c >= 'a' && c <= 'z'); }

// Is the text one or more digits and nothing else?
inline bool IsNumber(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit);
}

// The value of a text of digits, or `cap` if that is less. 0 <= cap <= 10^15.
constexpr int64_t CappedValue(std::string_view digits, int64_t cap) {
  int64_t value = 0;
  for (char digit : digits) value = std::min(cap, value * 10 + (digit - '0'));
  return value;
}

inline std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (IsUpper(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace vieworm

#endif  // VIEWORM_COMMON_SCHEDULE_ASCII_H_
