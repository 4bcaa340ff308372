// Can a refresh compare values of a type by the type's own `=`?
#ifndef VIEWORM_PG_EXT_COLUMN_IDENTITY_H_
#define VIEWORM_PG_EXT_COLUMN_IDENTITY_H_

#include "pg_ext/server.h"

extern "C" {
#include "access/transam.h"
}

namespace vieworm {

// Yes where values that are equal also look the same, under that collation, and can be grouped and
// hashed. PostgreSQL itself asks the same question before it merges equal keys of a B-tree
// (https://www.postgresql.org/docs/15/btree-support-funcs.html, equalimage).
bool EqualityIsIdentity(Oid type, Oid collation);

// The same for values that have such a modifier: equal numerics with a fixed number of digits
// behind the point look the same, others need not (1.5 and 1.50).
bool EqualityIsIdentity(Oid type, int32 modifier, Oid collation);

// Is the type's own `=` one of PostgreSQL's?
bool HasBuiltinEquality(Oid type);

// Is the type none of PostgreSQL's own? Its owner can have functions run by casts and by CHECKs.
inline bool IsUsersType(Oid type) { return type >= FirstNormalObjectId; }

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_COLUMN_IDENTITY_H_
