#include "pg_ext/schedules.h"

#include "common/names.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/notice.h"
#include "pg_ext/pg_cron.h"
#include "pg_ext/registry.h"
#include "pg_ext/subtransaction.h"
#include "pg_ext/text.h"

extern "C" {
#include "common/hashfn.h"
#include "mb/pg_wchar.h"
#include "utils/acl.h"
}

namespace vieworm {

namespace {

// pg_cron keeps job names as identifiers, so a long one is cut and gets a checksum of the whole.
std::string JobName(const RelationName& view) {
  std::string whole = names::kJobPrefix + view.Display();
  char* text = ToServer(whole);
  return FromServer(PgCall([=] {
    int size = static_cast<int>(strlen(text));
    if (size < NAMEDATALEN) return text;
    uint32 checksum = hash_bytes(reinterpret_cast<const unsigned char*>(text), size);
    int kept = pg_mbcliplen(text, size, NAMEDATALEN - 1 - 9);
    return psprintf("%.*s %08x", kept, text, checksum);
  }));
}

std::string JobCommand(const RelationName& view) {
  return "SELECT " + std::string(names::kSchema) + ".run_scheduled(" +
         PostgresDialect().QuoteLiteral(QualifiedSql(view)) + ")";
}

// vieworm_run_due() is where CREATE EXTENSION put it.
std::string DispatcherCommand() {
  ActingAsExtension as_extension;
  Value schema = FirstValue(
      RunSql("SELECT n.nspname FROM pg_catalog.pg_extension AS e JOIN pg_catalog.pg_namespace AS n "
             "ON n.oid OPERATOR(pg_catalog.=) e.extnamespace "
             "WHERE e.extname OPERATOR(pg_catalog.=) 'vieworm'"));
  return "SELECT " + QualifiedSql({schema.value_or("public"), "vieworm_run_due"}) + "()";
}

// The roles that own a scheduled view without a job of its own.
std::set<std::string> RolesToDispatch() {
  std::set<std::string> roles;
  for (const RegisteredView& view : AllRegistered()) {
    if (!view.job && view.schedule()) roles.insert(RoleName(view.owner));
  }
  return roles;
}

void RemoveIdleDispatchers() {
  std::set<std::string> busy = RolesToDispatch();
  for (const std::string& role : RolesWithJob(names::kDispatcherJob)) {
    if (busy.count(role) > 0) continue;
    char* name = ToServer(role);
    Oid idle = PgCall([=] { return get_role_oid(name, true); });
    if (idle != InvalidOid) RemoveJob(names::kDispatcherJob, idle);
  }
}

void RefuseSeconds(const RegisteredView& view, const Schedule& schedule, const PgCron& cron) {
  if (!schedule.NeedsSeconds()) return;
  throw Error(ErrorKind::kNotSupported,
              "schedule " + Quoted(schedule.ToString()) + " of view " +
                  Quoted(view.name.Display()) + " is too fine for pg_cron",
              cron.knows_seconds
                  ? "pg_cron serves 1 to 59 seconds and whole minutes."
                  : "This version of pg_cron serves whole minutes; 1.5 and later also seconds.",
              "Choose another interval.");
}

void NoticeNothingDrives(const RegisteredView& view) {
  Notice("nothing drives the schedule of view " + Quoted(view.name.Display()) + " yet",
         "pg_cron is not installed in this database: let cron, a systemd timer or any other "
         "scheduler run SELECT vieworm_run_due() as often as the schedule asks.");
}

// Does the job exist, for the view's owner?
bool HasJob(const RegisteredView& view, const std::string& name) {
  std::vector<std::string> roles = RolesWithJob(name);
  return roles == std::vector<std::string>{RoleName(view.owner)};
}

void PutOwnJob(const RegisteredView& view, const std::optional<std::string>& cron) {
  std::string name = JobName(view.name);
  if (view.job && (!cron || *view.job != name || !HasJob(view, name))) RemoveJob(*view.job);
  if (cron) PutJob(view.owner, name, *cron, JobCommand(view.name));
  SetJob(view.view, cron ? std::optional(name) : std::nullopt);
}

}  // namespace

void PutScheduleRight(Oid oid) {
  std::optional<RegisteredView> view = FindRegistered(oid);
  if (!view) return;
  std::optional<Schedule> schedule = view->schedule();
  std::optional<PgCron> cron = FindPgCron();
  if (!cron) {
    if (schedule) NoticeNothingDrives(*view);
    return;
  }
  if (!schedule && !view->job) {
    RemoveIdleDispatchers();
    return;
  }
  std::optional<std::string> exact;
  if (schedule) exact = schedule->ToPgCron(cron->knows_seconds);
  if (schedule && !exact) RefuseSeconds(*view, *schedule, *cron);
  PutOwnJob(*view, exact);
  if (schedule && !exact) {
    PutJob(view->owner, names::kDispatcherJob, "* * * * *", DispatcherCommand());
  }
  RemoveIdleDispatchers();
}

namespace {

// In the DDL of anybody: a view whose owner may not schedule any more must not be in its way. With
// RowLock::kSkip, nor one that is being refreshed: its job is left to the next command.
void TryToPutRight(const RegisteredView& view, RowLock lock) {
  std::optional<std::string> failure = TryInSubtransaction([&] {
    if (LockRegistered(view.view, lock)) PutScheduleRight(view.view);
  });
  if (!failure || !ActsAsOwner(view.view)) return;
  Warning("view " + Quoted(view.name.Display()) + " has no job of pg_cron's that fits its schedule",
          "The reason is: " + *failure + ".",
          "SELECT vieworm_run_due() refreshes it; or leave out \"schedule\".");
}

}  // namespace

void RemoveSchedule(const std::optional<std::string>& job) {
  if (!FindPgCron()) return;
  if (job) RemoveJob(*job);
  RemoveIdleDispatchers();
}

// Anybody may remove jobs of his own, so that there is none.
void FollowRenames() {
  if (!FindPgCron()) return;
  for (const RegisteredView& view : AllRegistered()) {
    if (!view.schedule()) continue;
    std::string name = view.job ? JobName(view.name) : names::kDispatcherJob;
    std::vector<std::string> roles = RolesWithJob(name);
    bool has_job = std::find(roles.begin(), roles.end(), RoleName(view.owner)) != roles.end();
    bool renamed = view.job.value_or(name) != name;
    if (renamed || !has_job) TryToPutRight(view, renamed ? RowLock::kWait : RowLock::kSkip);
  }
}

}  // namespace vieworm
