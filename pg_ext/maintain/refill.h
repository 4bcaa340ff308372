// The contents of a maintained view computed anew.
#ifndef VIEWORM_PG_EXT_MAINTAIN_REFILL_H_
#define VIEWORM_PG_EXT_MAINTAIN_REFILL_H_

#include "pg_ext/server.h"

#include "pg_ext/registry.h"

namespace vieworm {

// Makes the store what its state view says, by the difference between the two; nobody may be
// changing the sources meanwhile. Throws PgError.
void RefillStore(const RegisteredView& view, RefreshResult* result);

// The same for the view of that store, behind LockSources; nothing where there is none.
void RefillStore(Oid store);

// Takes all rows out.
void EmptyStore(const RegisteredView& view, RefreshResult* result);

// Throws where the transaction looks at an older snapshot: what others have committed since would
// be missing from contents that are computed anew, and no trigger would add it.
void CheckSnapshotIsFresh(const RegisteredView& view);

// Throws where a statement of this session on a source has not come to its end: its changes would
// be followed though they are there already.
void CheckNotInUse(const RegisteredView& view);

// Keeps others from changing the sources until the end of the transaction.
void LockSources(const RegisteredView& view);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_REFILL_H_
