// The names of a store's columns.
#ifndef VIEWORM_COMMON_PLAN_STORED_NAMES_H_
#define VIEWORM_COMMON_PLAN_STORED_NAMES_H_

#include <string>
#include <vector>

#include "common/plan/group_store.h"

namespace vieworm {

// Fills in `stored`: a column that the user sees is stored under the name under which it is seen,
// so that it can be indexed. `shown` are the names of the view's columns, in the order of those of
// `tree`.
void NameStored(const std::vector<std::string>& shown, const RelationPtr& tree,
                std::vector<StoredColumn>* columns);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_PLAN_STORED_NAMES_H_
