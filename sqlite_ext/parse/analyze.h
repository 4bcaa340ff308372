// What a statement's syntax alone can tell about it.
#ifndef VIEWORM_SQLITE_EXT_PARSE_ANALYZE_H_
#define VIEWORM_SQLITE_EXT_PARSE_ANALYZE_H_

#include <optional>
#include <string>
#include <vector>

#include "sqlite_ext/parse/ast.h"

namespace vieworm::parse {

enum class OutputKind {
  kAlias,      // named by AS
  kColumn,     // just [[schema.]table.]column, perhaps in parentheses: named after the column
  kStar,       // *
  kTableStar,  // table.*
  kUnnamed,    // an expression without a name of its own; so is a bare TRUE or FALSE
};

struct OutputColumn {
  OutputKind kind = OutputKind::kUnnamed;
  // The alias, the column or the table; for kUnnamed what SQLite calls it: its text, or columnN.
  // SQLite calls a rowid after the INTEGER PRIMARY KEY if there is one, and a "name" that turns out
  // to be a string literal by `text`.
  std::string name;
  std::string text;  // the source text; "" with an alias, for the stars and for VALUES
  Ref<Expr> expr;    // null for the stars
  Span span{};
};

// The columns of the leftmost SELECT or VALUES core, which name those of the whole compound.
std::vector<OutputColumn> OutputColumns(const Select& select);

// Whether UNION, INTERSECT or EXCEPT occurs anywhere, subqueries and CTEs included.
bool HasCompound(const Select& select);

struct TableUse {
  std::optional<std::string> schema;
  std::string name;
  bool function = false;  // a table-valued function: written with arguments
  Span span{};            // of the name, schema included
};

// Every table, view or table-valued function that is named, once for each mention, in source order;
// without the CTEs in scope. (A CTE is in scope in all of its own WITH clause and in the SELECT
// that follows, however deep; a name with a schema is never a CTE.)
std::vector<TableUse> TableNames(const Select& select);

struct ParameterUse {
  std::string text;
  Span span{};
};

// Every ?, ?NNN, :name, @name, $name and #name, in source order.
std::vector<ParameterUse> Parameters(const Select& select);

}  // namespace vieworm::parse

#endif  // VIEWORM_SQLITE_EXT_PARSE_ANALYZE_H_
