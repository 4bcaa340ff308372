// Text across the boundary: the core has UTF-8, the server has the database's encoding.
#ifndef VIEWORM_PG_EXT_TEXT_H_
#define VIEWORM_PG_EXT_TEXT_H_

#include "pg_ext/server.h"

#include "common/sql/dialect.h"

namespace vieworm {

// The server's text in UTF-8. Throws PgError for what has no equivalent. (A database in SQL_ASCII
// does not know what its bytes mean: they go through as they are.)
std::string FromServer(const char* text);

// A palloc'ed copy in the server's encoding. Throws PgError where it has no equivalent there.
char* ToServer(const std::string& text);

// JSON as text; bytes that are not UTF-8 become U+FFFD.
std::string Dump(const Json& json);

// JSON as a jsonb Datum.
Datum ToJsonb(const Json& json);

Datum ToText(const std::string& text);

// "schema"."name" as SQL, quoted.
std::string QualifiedSql(const RelationName& name);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_TEXT_H_
