// Which relations a query or a view reads.
#ifndef VIEWORM_PG_EXT_SOURCES_H_
#define VIEWORM_PG_EXT_SOURCES_H_

#include "pg_ext/server.h"

struct Query;

namespace vieworm {

// The relations that the query names, views among them, each once, in the order of the text.
// Functions may read others; nobody knows which.
std::vector<Oid> RelationsIn(Query* query);

// The same for the SELECT of a view or materialized view.
std::vector<Oid> RelationsInView(Oid view);

// The relations that are read, through plain views: a view for which `stop` says no is replaced by
// what it reads.
std::vector<Oid> SourcesThroughViews(const std::vector<Oid>& relations,
                                     const std::function<bool(Oid)>& stop);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_SOURCES_H_
