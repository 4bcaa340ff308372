// PostgreSQL's own materialized views.
#ifndef VIEWORM_PG_EXT_NATIVE_VIEW_H_
#define VIEWORM_PG_EXT_NATIVE_VIEW_H_

#include "pg_ext/server.h"

#include "common/spec/view_spec.h"
#include "pg_ext/registry.h"

namespace vieworm {

// REFRESH MATERIALIZED VIEW, CONCURRENTLY where the options or else the spec say so and it has
// contents already. Throws Error(kWrongState) where CONCURRENTLY lacks the unique index it needs.
void RefreshNative(const RegisteredView& view, const RefreshOptions& options,
                   RefreshResult* result);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_NATIVE_VIEW_H_
