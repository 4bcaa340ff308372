// vieworm_refresh, vieworm_refresh_all.
#ifndef VIEWORM_PG_EXT_REFRESH_H_
#define VIEWORM_PG_EXT_REFRESH_H_

#include "pg_ext/server.h"

#include "common/spec/view_spec.h"
#include "pg_ext/registry.h"

namespace vieworm {

// Refreshes one view. Waits for its lock. Throws Error for a view that is not stored or is asked
// for what it cannot do, and PgError where the current user may not refresh it.
Json Refresh(const RegisteredView& view, const RefreshOptions& options);

// The same for a view whose lock is held and that the user may refresh.
Json RefreshLocked(const RegisteredView& view, const RefreshOptions& options);

// Refreshes all stored views that the current user may refresh, sources before their readers.
std::vector<Json> RefreshAll(const RefreshOptions& options);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_REFRESH_H_
