// A maintained view planned anew for the store that it has: after DDL, and when it is rebuilt.
#ifndef VIEWORM_PG_EXT_MAINTAIN_REPLAN_H_
#define VIEWORM_PG_EXT_MAINTAIN_REPLAN_H_

#include "pg_ext/server.h"

#include "common/ddl/maintenance_postgres.h"
#include "pg_ext/registry.h"

struct Query;

namespace vieworm {

struct NewPlan {
  std::optional<PostgresMaintenance> maintenance;
  Query* state = nullptr;  // what the state view is to select
  std::string reason;      // without a plan: why not, a clause without a full stop
  bool failed = false;     // and whether it is an error that the definition itself raised
};

// As its definition and its sources are today, and as its owner. Without a plan it cannot be
// maintained any more, or not in the store that it has. Throws PgError, as where the owner may not
// use what the view reads.
NewPlan PlanForStore(const RegisteredView& view);

// Makes the state view and the programs those of a plan that there is. Returns whether the view
// ought to hold other rows now.
bool PutInPlace(const RegisteredView& view, const NewPlan& plan);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_REPLAN_H_
