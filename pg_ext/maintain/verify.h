// vieworm_verify, vieworm_repair, vieworm_pause and vieworm_resume.
#ifndef VIEWORM_PG_EXT_MAINTAIN_VERIFY_H_
#define VIEWORM_PG_EXT_MAINTAIN_VERIFY_H_

#include "pg_ext/server.h"

#include "pg_ext/registry.h"

namespace vieworm {

// Compares what the view shows with its definition, evaluated now: {"schema", "name", "missing",
// "extra", "samples"}, "damage" where triggers are missing, and "stale" with the reason where the
// view is. Throws unless the current user may refresh the view.
Json Verify(const RegisteredView& view);

// Puts triggers and contents right; for a view that is not maintained, a refresh. While it works,
// nobody changes the sources.
Json Repair(const RegisteredView& view);

// Throw Error(kWrongState) where the view is not maintained.
Json Pause(const RegisteredView& view);
Json Resume(const RegisteredView& view);

// Triggers and contents as they ought to be, and programs compiled anew. `populate`: else the store
// is emptied and has no triggers.
void Rebuild(const RegisteredView& view, bool populate, RefreshResult* result);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_VERIFY_H_
