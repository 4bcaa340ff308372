// Syntax tree -> SQL text that means the same to SQLite.
//
// Parsing the text again gives an equal tree (see ast.h for what == asks). Identifiers are quoted
// where they need it, and in a way that keeps SQLite's reading: an unqualified "x" stays in double
// quotes, since it is a string literal if there is no such column, and nothing else gets them in a
// place where that could happen.
#ifndef VIEWORM_SQLITE_EXT_PARSE_RENDER_H_
#define VIEWORM_SQLITE_EXT_PARSE_RENDER_H_

#include <string>

#include "sqlite_ext/parse/ast.h"

namespace vieworm::parse {

// SQLite names a result column that has no alias and is no column after its source text, and outer
// queries can use that name: SELECT "a + 1" FROM (SELECT a + 1 FROM t). (An identifier in the same
// SELECT that spells this very text would find the alias, too, where it found nothing before.)
enum class ColumnNames {
  kKeep,    // add an alias wherever the name would change
  kIgnore,  // write what the tree says and no more: parsing gives an equal tree
};

std::string Render(const Select& select, ColumnNames names = ColumnNames::kKeep);
std::string Render(const Expr& expr, ColumnNames names = ColumnNames::kKeep);

// Where a column qualified by its table stands in a rendered text.
struct ColumnPlace {
  Span span;
  const ColumnRef* column;  // owned by the tree
};

// The same text, and the places of its qualified columns in their order; those inside subqueries
// included.
std::string Render(const Expr& expr, std::vector<ColumnPlace>* places);

}  // namespace vieworm::parse

#endif  // VIEWORM_SQLITE_EXT_PARSE_RENDER_H_
