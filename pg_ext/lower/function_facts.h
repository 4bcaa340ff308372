// What the catalogs say about functions and aggregates.
#ifndef VIEWORM_PG_EXT_LOWER_FUNCTION_FACTS_H_
#define VIEWORM_PG_EXT_LOWER_FUNCTION_FACTS_H_

#include "pg_ext/server.h"

#include "common/ir/relation.h"

struct Aggref;

namespace vieworm::lower {

// As messages show it: with its schema, unless that is pg_catalog.
std::string FunctionName(Oid function);

// "schema.name", quoted as SQL.
std::string QualifiedFunctionName(Oid function);

// Is one of the functions that an aggregate is made of not immutable? The aggregate itself always
// says that it is. May raise PostgreSQL errors.
bool HasMutableSteps(Oid aggregate);

// What maintenance may know of the aggregate.
AggregateKind KindOfAggregate(const Aggref* call);

}  // namespace vieworm::lower

#endif  // VIEWORM_PG_EXT_LOWER_FUNCTION_FACTS_H_
