// Maintained views follow what is done to their sources by DDL.
#ifndef VIEWORM_PG_EXT_MAINTAIN_FOLLOW_H_
#define VIEWORM_PG_EXT_MAINTAIN_FOLLOW_H_

#include "pg_ext/server.h"

namespace vieworm {

// After a DDL command, in its event trigger: the programs of the views that read what it has
// altered are compiled again, because they are text, with names in it. Where the rows of a view may
// be others now (a plain view or a function that it uses was replaced) they are computed anew.
//
// A view that cannot be followed goes stale, and the command goes on. Throws Error, and so refuses
// the command, only where the command itself alters what the view reads, that leaves the view
// impossible to maintain, and the current user might drop the view instead. A view that is stale
// already is left alone.
//
// Partitions that came get triggers, and those that left lose them; the views are computed anew
// unless such a table has never held a row.
void FollowAlteredSources();

// After ALTER TABLE ... DISABLE TRIGGER: views that it leaves unfollowed go stale, and stay so when
// the triggers are enabled again, for what was written meanwhile.
void FollowDisabledTriggers();

// After a command that takes rights away, or gives a view to another owner: a view whose owner may
// not read its sources any more, or not have triggers on them, goes stale.
void FollowLostRights();

// At the end of a command that has dropped something: views whose source has lost a partition, or a
// table that inherited from it, are computed anew.
void FollowDroppedTables();

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_FOLLOW_H_
