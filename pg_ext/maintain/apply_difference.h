// Makes a store what a view says, by writing only the rows that differ.
#ifndef VIEWORM_PG_EXT_MAINTAIN_APPLY_DIFFERENCE_H_
#define VIEWORM_PG_EXT_MAINTAIN_APPLY_DIFFERENCE_H_

#include "pg_ext/server.h"

#include "pg_ext/registry.h"

namespace vieworm {

// Matters where the isolation level gives a transaction one snapshot for all its statements.
enum class DifferenceAsOf {
  kSnapshot,  // what the transaction sees
  kNow,       // what is committed: where nobody may be changing what the view reads
};

// `contents` is the view, with the columns of the store. Nobody may be changing the store
// meanwhile. Sets `deleted` and `inserted` of the result. Throws PgError.
void ApplyDifference(const RegisteredView& view, const RelationName& contents, DifferenceAsOf as_of,
                     RefreshResult* result);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_APPLY_DIFFERENCE_H_
