// The parser that Lemon generates from select.y, behind two functions.
#ifndef VIEWORM_SQLITE_EXT_PARSE_GRAMMAR_H_
#define VIEWORM_SQLITE_EXT_PARSE_GRAMMAR_H_

namespace vieworm::parse {

class Builder;

// Feeds the builder's text through the grammar, token by token, up to the end or the first error.
// The outcome is in the builder.
void RunGrammar(Builder* builder);

// Whether a keyword, given by its token code, is an identifier where the grammar has no use for it.
bool FallsBackToIdentifier(int kind);

}  // namespace vieworm::parse

#endif  // VIEWORM_SQLITE_EXT_PARSE_GRAMMAR_H_
