// vieworm_create and vieworm_compile.
#ifndef VIEWORM_PG_EXT_CREATE_H_
#define VIEWORM_PG_EXT_CREATE_H_

#include "pg_ext/server.h"

#include "common/ddl/statement.h"

namespace vieworm {

// Creates, replaces or leaves alone, as the spec says. Returns the summary.
Json Create(const Json& spec);

// The statements that Create would run. Nothing is executed.
std::vector<Statement> Compile(const Json& spec);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_CREATE_H_
