// Facts about relations, from the system caches.
#ifndef VIEWORM_PG_EXT_LOOKUP_H_
#define VIEWORM_PG_EXT_LOOKUP_H_

#include "pg_ext/server.h"

#include "common/sql/dialect.h"

namespace vieworm {

// The relation of that name; the search_path decides where the schema is empty. InvalidOid where
// there is none. Throws PgError where the schema may not be used.
Oid FindRelation(const RelationName& name);

// The same for a qualified name and without any check of privileges.
Oid RelationId(const RelationName& name);

// Nothing where it was dropped meanwhile.
std::optional<RelationName> NameIfExists(Oid relation);

// Throws Error(kMissing) where it was dropped meanwhile.
RelationName NameOf(Oid relation);

// InvalidOid where it was dropped meanwhile.
Oid OwnerOf(Oid relation);

// 'r', 'v', 'm' and so on (pg_class.relkind); 0 where it was dropped meanwhile.
char KindOf(Oid relation);

std::string RoleName(Oid role);

// May the current user do what only the owner may?
bool ActsAsOwner(Oid relation);

// Throws PostgreSQL's own "must be owner of ..." unless ActsAsOwner.
void CheckActsAsOwner(Oid relation);

// May the current user refresh it: as its owner, or by the privilege MAINTAIN of PostgreSQL 17?
bool MayRefresh(Oid relation);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_LOOKUP_H_
