// Schedules of views -> jobs of pg_cron's.
//
// A view whose schedule pg_cron can say exactly has a job of its own, which runs as the view's
// owner. All other scheduled views of an owner are driven by one job, the dispatcher, that calls
// vieworm_run_due() each minute.
#ifndef VIEWORM_PG_EXT_SCHEDULES_H_
#define VIEWORM_PG_EXT_SCHEDULES_H_

#include "pg_ext/server.h"

namespace vieworm {

// Makes the jobs fit what the view's spec says and who owns it now. Says so where nothing drives
// the schedule because there is no pg_cron. Throws Error(kNotSupported) for a schedule that is too
// fine for pg_cron, Error(kNotAllowed) where the owner may not use pg_cron.
void PutScheduleRight(Oid view);

// The view is gone: so are its job, and its owner's dispatcher where nothing else needs it.
void RemoveSchedule(const std::optional<std::string>& job);

// After ordinary DDL: jobs whose view has another name or owner now.
void FollowRenames();

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_SCHEDULES_H_
