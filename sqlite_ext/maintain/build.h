// Creates what maintains a view, and tries it before it is trusted.
#ifndef VIEWORM_SQLITE_EXT_MAINTAIN_BUILD_H_
#define VIEWORM_SQLITE_EXT_MAINTAIN_BUILD_H_

#include <string>

#include "common/plan/view_plan.h"
#include "sqlite_ext/maintain/plan.h"
#include "sqlite_ext/registry.h"

struct sqlite3;

namespace vieworm {

// Fills in what `entry` says of parts and strategy, and saves it. Returns why the view cannot be
// maintained after all, a clause, or "". Then what has been created is in entry->parts.
std::string BuildMaintained(sqlite3* db, const ViewPlan& plan, const MaintenanceOutcome& outcome,
                            RegistryEntry* entry);

// Enters the tables, triggers, views and strategies of what is planned, with the triggers' SQL.
void NoteParts(const MaintenanceOutcome& outcome, RegistryEntry* entry);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_MAINTAIN_BUILD_H_
