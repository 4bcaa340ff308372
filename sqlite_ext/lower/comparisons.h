// NEW.c and OLD.c in a trigger compare without the affinity that c has in its table
// (docs/sqlite-triggers.md, A1). Which columns can stand for themselves there, and which must be
// read from the table?
#ifndef VIEWORM_SQLITE_EXT_LOWER_COMPARISONS_H_
#define VIEWORM_SQLITE_EXT_LOWER_COMPARISONS_H_

#include <set>
#include <string>

#include "sqlite_ext/lower/nature.h"

namespace vieworm::lower {

// Adds the occurrences of base tables that `expr` compares in a way which NEW and OLD would change.
void FindAffinityTraps(const parse::Expr& expr, const ColumnNatureOf& column,
                       std::set<std::string>* aliases);

}  // namespace vieworm::lower

#endif  // VIEWORM_SQLITE_EXT_LOWER_COMPARISONS_H_
