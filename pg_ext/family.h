// A table shows the rows of its partitions, and of the tables that inherit from it, as its own:
// they are its family.
#ifndef VIEWORM_PG_EXT_FAMILY_H_
#define VIEWORM_PG_EXT_FAMILY_H_

#include "pg_ext/server.h"

namespace vieworm {

// `table` itself first, then all below it, each once; none where it was dropped meanwhile.
// Partitions that are being detached have left.
std::vector<Oid> FamilyOf(Oid table);

// `table` itself first, then all above it, the nearest first, each once.
std::vector<Oid> WithAncestors(Oid table);

// Do tables inherit from it that are no partitions? Such tables keep neither its primary key nor,
// before PostgreSQL 18, its NOT NULL.
bool HasHeirs(Oid table);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_FAMILY_H_
