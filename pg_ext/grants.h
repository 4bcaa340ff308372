// Privileges on a view that is dropped and created anew.
#ifndef VIEWORM_PG_EXT_GRANTS_H_
#define VIEWORM_PG_EXT_GRANTS_H_

#include "pg_ext/server.h"

#include "common/ddl/statement.h"
#include "common/plan/view_plan.h"

namespace vieworm {

// GRANT statements that give the view of `plan` the privileges that others have on the relation
// `old`, those on single columns included as far as `plan` still has the columns.
std::vector<Statement> GrantsToCarryOver(Oid old, const ViewPlan& plan);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_GRANTS_H_
