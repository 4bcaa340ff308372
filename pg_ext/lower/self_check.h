// Does the tree, written as SQL, still have the columns of the definition?
#ifndef VIEWORM_PG_EXT_LOWER_SELF_CHECK_H_
#define VIEWORM_PG_EXT_LOWER_SELF_CHECK_H_

#include "common/plan/sliding_window.h"
#include "pg_ext/lower/scope.h"

namespace vieworm::lower {

// Throws Refused unless number, names and types of the columns of `tree` are `columns`; and, for
// what maintenance makes of it, unless those of the flattened contributions are `contributions`,
// each of which must read a table. The window's table need not exist. Throws PgError where a text
// does not even parse.
void CheckReading(const RelationPtr& tree, const SlidingWindow& window,
                  const std::vector<ColumnInfo>& columns,
                  const std::vector<ColumnInfo>& contributions);

}  // namespace vieworm::lower

#endif  // VIEWORM_PG_EXT_LOWER_SELF_CHECK_H_
