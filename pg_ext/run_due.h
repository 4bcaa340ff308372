// vieworm_run_due, and what the jobs of pg_cron's call.
#ifndef VIEWORM_PG_EXT_RUN_DUE_H_
#define VIEWORM_PG_EXT_RUN_DUE_H_

#include "pg_ext/server.h"

namespace vieworm {

// Refreshes the views that are due and that the current user may refresh, sources before their
// readers. One object for each; a failure is recorded and does not stop the others.
std::vector<Json> RunDue();

// Refreshes one view, due or not, in the same way: its failure is recorded, not raised.
Json RunScheduled(const std::string& name);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_RUN_DUE_H_
