// The spec's indexes on a store that does not hold what the view shows.
#ifndef VIEWORM_SQLITE_EXT_MAINTAIN_FIT_INDEXES_H_
#define VIEWORM_SQLITE_EXT_MAINTAIN_FIT_INDEXES_H_

#include <string>
#include <vector>

#include "common/ddl/maintenance.h"
#include "common/plan/view_plan.h"

namespace vieworm {

// Takes out of the plan the indexes on columns that are computed when the view is read, and makes
// the others not unique: a write to a source must not fail because of the view. Returns what was
// left out, and what had been left out anyway, as JSON pointers into the spec.
std::vector<std::string> FitIndexes(const Maintenance& maintenance, ViewPlan* plan);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_MAINTAIN_FIT_INDEXES_H_
