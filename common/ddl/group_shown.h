// What a GroupStore shows in PostgreSQL: the SELECT that reads the core's rows from it.
#ifndef VIEWORM_COMMON_DDL_GROUP_SHOWN_H_
#define VIEWORM_COMMON_DDL_GROUP_SHOWN_H_

#include "common/plan/group_store.h"

namespace vieworm {

// The core's columns, one row for each row of the core. `from`, an item of FROM, is the store, or
// what has the columns of the store.
Written ShowGroups(const GroupStore& store, const std::string& from);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_GROUP_SHOWN_H_
