// Small rules of SQLite about quotes and letter case.
#ifndef VIEWORM_SQLITE_EXT_PARSE_TEXT_H_
#define VIEWORM_SQLITE_EXT_PARSE_TEXT_H_

#include <string>
#include <string_view>

namespace vieworm::parse {

// ASCII only, as SQLite compares names.
bool EqualsIgnoringCase(std::string_view a, std::string_view b);

// Takes the quotes off a token: 'x', "x", `x` with doubled quotes undone, [x]. A token without
// quotes stays as it is.
std::string Unquote(std::string_view token);

// Puts `text` between two quotes of the given kind, with each one inside doubled.
std::string Enclose(std::string_view text, char quote);

// `name` as SQL: as it is if every SQLite reads it as that identifier anywhere, else in quotes.
std::string Identifier(std::string_view name, char quote);

}  // namespace vieworm::parse

#endif  // VIEWORM_SQLITE_EXT_PARSE_TEXT_H_
