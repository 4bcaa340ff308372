// The spec's indexes on a store that does not hold what the view shows.
#ifndef VIEWORM_COMMON_DDL_FIT_INDEXES_H_
#define VIEWORM_COMMON_DDL_FIT_INDEXES_H_

#include <string>
#include <vector>

#include "common/ddl/store_index.h"
#include "common/plan/view_plan.h"

namespace vieworm {

// Takes out of the plan the indexes on columns that are computed when the view is read, and makes
// the others not unique: a write to a source must not fail because of the view. `stored` are the
// store's columns that the view shows as they are. `own` are the indexes that the store has anyway:
// one that the spec asks for is not made twice, but has the name that the spec gives it; what they
// keep unique is unique. Returns what was left out, as JSON pointers into the spec.
std::vector<std::string> FitIndexes(const std::vector<std::string>& stored, const Dialect& dialect,
                                    std::vector<StoreIndex>* own, ViewPlan* plan);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_FIT_INDEXES_H_
