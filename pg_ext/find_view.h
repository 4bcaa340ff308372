// The view that an argument names.
#ifndef VIEWORM_PG_EXT_FIND_VIEW_H_
#define VIEWORM_PG_EXT_FIND_VIEW_H_

#include "pg_ext/server.h"

#include "pg_ext/registry.h"

namespace vieworm {

// `name` as SQL users write it; the search_path decides where it has no schema.
// Nothing where no such relation exists. Throws Error(kWrongObject) where it is not vieworm's.
std::optional<RegisteredView> FindViewIfExists(const std::string& name);

// Throws Error(kMissing) where no such relation exists, and Error(kWrongState) where its definition
// has gone.
RegisteredView FindView(const std::string& name);

// What is dropped where no event trigger sees it takes a view's definition along, and leaves the
// rest: throws Error(kWrongState) then.
void RequireWhole(const RegisteredView& view);

// The view as it is now that this transaction holds its lock. Throws Error(kMissing) where another
// transaction has dropped it.
RegisteredView LockView(const RegisteredView& view);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_FIND_VIEW_H_
