// The contents of a maintained view computed anew.
#ifndef VIEWORM_PG_EXT_MAINTAIN_REFILL_H_
#define VIEWORM_PG_EXT_MAINTAIN_REFILL_H_

#include "pg_ext/server.h"

#include "pg_ext/registry.h"

namespace vieworm {

// Makes the store what its state view says, by the difference between the two; nobody may be
// changing the sources meanwhile. Throws PgError.
void RefillStore(const RegisteredView& view, RefreshResult* result);

// The same for the view of that store; nothing where there is none.
void RefillStore(Oid store);

// Takes all rows out.
void EmptyStore(const RegisteredView& view, RefreshResult* result);

// Keeps others from changing the sources until the end of the transaction.
void LockSources(const RegisteredView& view);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_REFILL_H_
