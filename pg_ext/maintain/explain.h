// vieworm_explain.
#ifndef VIEWORM_PG_EXT_MAINTAIN_EXPLAIN_H_
#define VIEWORM_PG_EXT_MAINTAIN_EXPLAIN_H_

#include "pg_ext/server.h"

#include "pg_ext/registry.h"

namespace vieworm {

// One text for each step: how the view is kept right; then, of a maintained view, what runs after
// each kind of statement on each source, with its SQL, and the indexes that it misses. Throws
// unless the current user may do what only the owner may.
std::vector<std::string> Explain(const RegisteredView& view);

// The same for a view that is to be. Throws whatever vieworm_create would throw for the spec.
std::vector<std::string> ExplainSpec(Json spec);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_EXPLAIN_H_
