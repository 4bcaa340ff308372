// What SQLite's rules of comparison look at in an expression: its affinity and collation, and
// whether it is, behind subqueries and all, just a column of a base table.
//
// The rules are in https://www.sqlite.org/datatype3.html, sections 3 and 7.
#ifndef VIEWORM_SQLITE_EXT_LOWER_NATURE_H_
#define VIEWORM_SQLITE_EXT_LOWER_NATURE_H_

#include <functional>
#include <string>
#include <vector>

#include "sqlite_ext/parse/ast.h"

namespace vieworm::lower {

// A column of the occurrence `alias` of a base table.
struct BaseColumn {
  std::string alias;
  char affinity = 'A';
  bool rowid = false;  // it is the rowid: its values are integers in every context
};

enum class ValueClass { kUnknown, kNumber, kText };

struct Nature {
  char affinity = 0;      // 'A' blob, 'B' text, 'C' numeric, 'D' integer, 'E' real; 0: none at all
  std::string collation;  // in lower case; "" for BINARY
  bool explicit_collation = false;  // there is a COLLATE in it
  ValueClass values = ValueClass::kUnknown;
  bool text_cast = false;         // CAST(... AS TEXT)
  bool integer_cast = false;      // CAST(... AS INTEGER)
  bool not_null = false;          // known never to be NULL
  std::vector<BaseColumn> bases;  // one for each branch of a UNION ALL; empty: no bare column
};

// The nature of a column that the expression reads.
using ColumnNatureOf = std::function<const Nature&(const parse::ColumnRef& column)>;

Nature NatureOf(const parse::Expr& expr, const ColumnNatureOf& column);

}  // namespace vieworm::lower

#endif  // VIEWORM_SQLITE_EXT_LOWER_NATURE_H_
