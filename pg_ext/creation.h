// What vieworm_create is about to do: decided first, as data, so that vieworm_compile can show it.
#ifndef VIEWORM_PG_EXT_CREATION_H_
#define VIEWORM_PG_EXT_CREATION_H_

#include "pg_ext/server.h"

#include "common/ddl/maintenance_postgres.h"
#include "common/ddl/statement.h"
#include "common/plan/view_plan.h"
#include "pg_ext/registry.h"

namespace vieworm {

enum class Outcome {
  kCreated,
  kExists,     // if_not_exists: nothing is done
  kUnchanged,  // or_replace: the same view is there already
  kAdjusted,   // the same contents: only the comment or the rules of refresh are others
  kReplaced,   // in place: privileges, dependents and the relation itself stay
  kRecreated,  // dropped and created: privileges are carried over, dependents stand in the way
};

struct Creation {
  Outcome outcome = Outcome::kCreated;
  ViewPlan plan;  // of kExists, only `view`
  Oid owner = InvalidOid;
  std::optional<RegisteredView> old;               // what is replaced, or unchanged
  std::optional<PostgresMaintenance> maintenance;  // of a view that is maintained
  std::vector<std::string> ignored;                // JSON pointers into the spec
  std::vector<Statement> statements;
};

// Throws whatever is wrong with the spec or stands in the way. `lock`: take the lock of the view
// that is to be replaced.
Creation DecideCreation(const Json& spec, bool lock);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_CREATION_H_
