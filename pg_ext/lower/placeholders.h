// Finds the parameters $1, $2 and so on in an expression's text.
#ifndef VIEWORM_PG_EXT_LOWER_PLACEHOLDERS_H_
#define VIEWORM_PG_EXT_LOWER_PLACEHOLDERS_H_

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vieworm::lower {

// SQL text, or the number of a parameter.
using TextPiece = std::variant<std::string, int>;

// `text` is as PostgreSQL writes expressions while standard_conforming_strings is on: without
// comments and dollar quotes, with every odd identifier in quotes.
std::vector<TextPiece> CutAtPlaceholders(std::string_view text);

}  // namespace vieworm::lower

#endif  // VIEWORM_PG_EXT_LOWER_PLACEHOLDERS_H_
