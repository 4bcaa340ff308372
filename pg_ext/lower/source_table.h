// Relations that a definition reads: may they be sources of a maintained view?
#ifndef VIEWORM_PG_EXT_LOWER_SOURCE_TABLE_H_
#define VIEWORM_PG_EXT_LOWER_SOURCE_TABLE_H_

#include "pg_ext/lower/scope.h"

namespace vieworm::lower {

// Throws Refused unless it is an ordinary table whose changes triggers see, and whose rows are the
// same for every reader; or a plain view that may be looked through for `owner`.
void CheckSource(Oid relation, Oid owner);

// The columns of an ordinary table, by their numbers from 1; a dropped one has no name.
std::vector<ColumnInfo> ColumnsOfTable(Oid table);

// A copy of what a plain view selects.
Query* QueryOfView(Oid view);

}  // namespace vieworm::lower

#endif  // VIEWORM_PG_EXT_LOWER_SOURCE_TABLE_H_
