// Runs the core's statements, each as the actor that it names.
#ifndef VIEWORM_PG_EXT_EXECUTE_H_
#define VIEWORM_PG_EXT_EXECUTE_H_

#include "pg_ext/server.h"

#include "common/ddl/statement.h"
#include "pg_ext/spi.h"

namespace vieworm {

// `owner`: the view's, for which kOwner and kCaller stand. (The caller of vieworm_create becomes
// the owner; who replaces another's view, as its role's member or as a superuser, acts for the
// owner, so that the view remains the owner's.)
SqlResult Run(const Statement& statement, Oid owner);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_EXECUTE_H_
