// The keywords of SQLite.
#ifndef VIEWORM_SQLITE_EXT_PARSE_KEYWORDS_H_
#define VIEWORM_SQLITE_EXT_PARSE_KEYWORDS_H_

#include <string_view>

namespace vieworm::parse {

// The token code (TK_... of the generated select.h) of a keyword, in either case; 0 for any other
// word. The code is TK_ID where the keyword is an ordinary identifier to SELECT.
int KeywordKind(std::string_view word);

inline bool IsKeyword(std::string_view word) { return KeywordKind(word) != 0; }

}  // namespace vieworm::parse

#endif  // VIEWORM_SQLITE_EXT_PARSE_KEYWORDS_H_
