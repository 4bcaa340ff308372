// Is a row in the result of a set operation, by the counts of its sides?
#ifndef VIEWORM_COMMON_DDL_PRESENCE_H_
#define VIEWORM_COMMON_DDL_PRESENCE_H_

#include <string>

#include "common/plan/group_store.h"

namespace vieworm {

// A condition on the columns of the store; `is_some` stands behind the count of a side, and says
// in the engine's own way that it is more than 0.
std::string IsPresent(const GroupStore::Side& side, const std::string& is_some);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_PRESENCE_H_
