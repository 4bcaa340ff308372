// ViewPlan + the definition -> how the view is maintained, or why it cannot be.
#ifndef VIEWORM_SQLITE_EXT_MAINTAIN_PLAN_H_
#define VIEWORM_SQLITE_EXT_MAINTAIN_PLAN_H_

#include <optional>
#include <set>
#include <string>

#include "common/ddl/maintenance.h"
#include "common/plan/view_plan.h"
#include "sqlite_ext/registry.h"

struct sqlite3;

namespace vieworm {

struct MaintenanceOutcome {
  std::optional<Maintenance> maintenance;
  std::string reason;           // where there is none: a clause without a full stop
  std::set<std::string> views;  // that it looks through, see lower::Lowered
  bool uses_time = false;       // it shows the view as of the moment in the registry
  std::string as_of;            // SELECT that gives what the view is to show, at that moment
};

// SELECT that gives what a stored view is to show now: its definition, as of the moment in the
// registry where it compares with the time.
std::string ExpectedContents(sqlite3* db, const RegistryEntry& entry);

// How the stores of `entry`, a view of a sliding window, get from its moment to `after`. Nothing
// where the stores are no longer those that would be planned.
std::optional<Maintenance> PlanSlide(sqlite3* db, const RegistryEntry& entry,
                                     const std::string& after);

// The plan by which a view that exists would be maintained now, with the names that its tables and
// triggers have. Nothing where it could not be.
std::optional<Maintenance> PlanAgain(sqlite3* db, const RegistryEntry& entry);

// Nothing is left behind.
MaintenanceOutcome PlanMaintenance(sqlite3* db, const ViewPlan& plan);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_MAINTAIN_PLAN_H_
