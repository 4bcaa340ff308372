// Can a view be maintained, and by what?
#ifndef VIEWORM_PG_EXT_MAINTAIN_PLAN_H_
#define VIEWORM_PG_EXT_MAINTAIN_PLAN_H_

#include "pg_ext/server.h"

#include "common/ddl/maintenance_postgres.h"
#include "pg_ext/registry.h"

struct Query;

namespace vieworm {

// What is behind a maintained view. They need not exist yet.
struct MaintainedNames {
  RelationName store;
  RelationName window;  // the bounds, if it is a sliding window
};

struct MaintenanceOutcome {
  std::optional<PostgresMaintenance> maintenance;
  std::string reason;   // without it: why not, a clause without a full stop
  bool failed = false;  // and whether it is an error that the definition itself raised
};

// The definition as an analyzed Query; `shown` are the names of the
// view's columns. Everything is judged for the current user, who owns
// the view or is going to.
MaintenanceOutcome PlanMaintenance(const MaintainedNames& names,
                                   const std::vector<std::string>& shown, Query* definition);

// The plan of a view that is maintained, as its definition is today, for the store that it has: a
// source that has got a key meanwhile does not matter.
MaintenanceOutcome PlanMaintenance(const RegisteredView& view);

// The same as the view's owner. Throws Error(kNotSupported)
// where that cannot be maintained any more.
PostgresMaintenance PlanAgain(const RegisteredView& view);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_PLAN_H_
