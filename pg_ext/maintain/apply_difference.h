// Makes a store what a view says, by writing only the rows that differ.
#ifndef VIEWORM_PG_EXT_MAINTAIN_APPLY_DIFFERENCE_H_
#define VIEWORM_PG_EXT_MAINTAIN_APPLY_DIFFERENCE_H_

#include "pg_ext/server.h"

#include "pg_ext/registry.h"

namespace vieworm {

// `contents` is the view, with the columns of the store. Nobody may be changing the store
// meanwhile. Sets `deleted` and `inserted` of the result. Throws PgError.
void ApplyDifference(const RegisteredView& view, const RelationName& contents,
                     RefreshResult* result);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_APPLY_DIFFERENCE_H_
