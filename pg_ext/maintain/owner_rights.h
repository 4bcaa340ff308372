// What the owner of a maintained view must be allowed to do for the view to be followed: to read
// what the definition reads, to call the functions that it calls, and to have triggers on its
// sources. PostgreSQL would find out in the middle of somebody else's statement, and fail it; so it
// is asked before.
//
// Rights come and go without a word to event triggers: with memberships of roles, or with an owner.
#ifndef VIEWORM_PG_EXT_MAINTAIN_OWNER_RIGHTS_H_
#define VIEWORM_PG_EXT_MAINTAIN_OWNER_RIGHTS_H_

#include "pg_ext/server.h"

#include "pg_ext/registry.h"

extern "C" {
#include "nodes/bitmapset.h"
}

namespace vieworm {

struct NeededTable {
  Oid table;
  Bitmapset* columns;  // as RangeTblEntry counts them; empty: any one
};

// Plain memory of PostgreSQL's: it is looked at for each statement on a source.
struct NeededRights {
  NeededTable* tables;
  int table_count;
  Oid* functions;  // built-in ones are left out
  int function_count;
  Oid* sources;  // that have triggers
  int source_count;
};

// What a view needs whose definition view and store these are, in `memory`. Throws PgError.
NeededRights FindNeededRights(Oid definition, Oid store, MemoryContext memory);

// Has `owner` lost one of them? Only catalog caches are asked. Raises errors of PostgreSQL's only
// where those cannot be read.
bool MissesRight(const NeededRights& needed, Oid owner);

// The right that the view's owner has lost, as a reason: a clause without a full stop; or "".
// Throws PgError.
std::string MissingRight(const RegisteredView& view);

// Would a plain view in the place of `view` refuse to show its rows, or hide some of them from its
// owner, so that what is stored must not be shown either? Throws PgError.
bool MayNotShow(const RegisteredView& view);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_OWNER_RIGHTS_H_
