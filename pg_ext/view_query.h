// The SELECT of a view as PostgreSQL keeps it, analyzed. Reading text evaluates what is in it: a
// literal of a type that somebody has made may call the CHECK of a domain. So text of the owner's
// is read as the owner, and what the extension's owner does with it starts from the tree.
#ifndef VIEWORM_PG_EXT_VIEW_QUERY_H_
#define VIEWORM_PG_EXT_VIEW_QUERY_H_

#include "pg_ext/server.h"

struct Query;

namespace vieworm {

// As SQL text, with the names of today, under the current search_path.
std::string TextOf(Query* query);

// The same for the SELECT of that view. Throws PgError.
std::string TextOfView(Oid view);

// Makes `query` the SELECT of `view`, which belongs to the current user. It must have the columns
// of the view. Throws PgError.
void ReplaceQuery(Oid view, Query* query);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_VIEW_QUERY_H_
