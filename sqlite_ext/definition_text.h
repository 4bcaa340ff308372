// What can be said of the user's SQL text before SQLite reads it.
#ifndef VIEWORM_SQLITE_EXT_DEFINITION_TEXT_H_
#define VIEWORM_SQLITE_EXT_DEFINITION_TEXT_H_

#include <string>
#include <string_view>

#include "common/spec/view_spec.h"

namespace vieworm {

// `text` without what follows its last token: comments, white space, a semicolon. Throws
// NotOneSelect where it is nothing, more than one statement, or does not begin as a SELECT does;
// HasParameters; and Error(kSyntax) for a comment or a quote that does not end.
std::string OneSelect(std::string_view text);

// Does a `*` in the definition's own list of columns take in whatever columns its sources have?
bool HasStar(std::string_view select);

// Is it, as a whole, a UNION, INTERSECT or EXCEPT?
bool IsCompound(std::string_view select);

// Throws Error(kBadSpec) unless every SQL text in the indexes stays between the parentheses that
// are put around it.
void CheckIndexTexts(const ViewSpec& spec);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_DEFINITION_TEXT_H_
