// What the trigger function does: the change of one statement goes into a view.
#ifndef VIEWORM_PG_EXT_MAINTAIN_CHANGE_H_
#define VIEWORM_PG_EXT_MAINTAIN_CHANGE_H_

#include "pg_ext/server.h"

struct TriggerData;

namespace vieworm {

// `data` is that of a trigger FOR EACH STATEMENT whose one argument is the name of a store. BEFORE
// the statement it only takes note; AFTER it, it acts as the owner of the view, whoever has changed
// the source. Throws PgError.
void FollowChange(TriggerData* data);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_CHANGE_H_
