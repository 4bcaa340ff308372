// The front door of the SELECT parser: text in, syntax tree out.
//
// No name is looked up and nothing is asked of SQLite. What parses here is what SQLite's own parser
// accepts; SQLite may still refuse it later, for a table that does not exist, say. Read ast.h next.
#ifndef VIEWORM_SQLITE_EXT_PARSE_PARSER_H_
#define VIEWORM_SQLITE_EXT_PARSE_PARSER_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "sqlite_ext/parse/ast.h"

namespace vieworm::parse {

struct SyntaxError {
  std::string message;  // lower case, no full stop, the token in quotes: fit for a Diagnostic
  size_t offset = 0;    // in bytes
  std::string near;     // the token there, or "" at the end of the text
};

struct ParseResult {
  std::shared_ptr<const Tree> tree;  // null if the text was refused
  SyntaxError error;

  explicit operator bool() const { return tree != nullptr; }
};

// Parses one SELECT, VALUES or WITH statement; semicolons and comments may follow it. Refuses
// everything else, and trees higher than kMaxHeight, with the reason. Throws only std::bad_alloc.
ParseResult ParseSelect(std::string_view sql);

}  // namespace vieworm::parse

#endif  // VIEWORM_SQLITE_EXT_PARSE_PARSER_H_
