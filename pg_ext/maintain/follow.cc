#include "pg_ext/maintain/follow.h"

#include "common/ddl/triggers_postgres.h"
#include "common/diagnostic.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/concerned.h"
#include "pg_ext/maintain/move_window.h"
#include "pg_ext/maintain/owner_rights.h"
#include "pg_ext/maintain/programs.h"
#include "pg_ext/maintain/refill.h"
#include "pg_ext/maintain/replan.h"
#include "pg_ext/maintain/source_triggers.h"
#include "pg_ext/maintain/stale.h"
#include "pg_ext/registry.h"
#include "pg_ext/spi.h"

namespace vieworm {

namespace {

[[noreturn]] void Refuse(const RegisteredView& view, const std::string& why) {
  throw Error(ErrorKind::kDependents,
              "view " + Quoted(view.name.Display()) + " could not be maintained after that", why,
              "Drop the view, or create it anew to be refreshed on demand.");
}

void ComputeAnew(const RegisteredView& view) {
  CheckSnapshotIsFresh(view);
  CheckNotInUse(view);
  LockSources(view);
  RewritePrograms(view.store);
  MoveBounds(view);
  RefreshResult result;
  RefillStore(view, &result);
}

// Without any trigger it is not, or not yet: a dump is restored table by table, and keys and
// triggers come after the rows.
void Follow(const RegisteredView& view, bool refills, bool may_refuse) {
  if (!view.paused && !HasTriggers(view)) return;
  std::string missing = MissingRight(view);
  if (!missing.empty()) {
    MarkStale(view, missing);
    return;
  }
  bool family_changed = HasOtherFamilies(view.store);
  NewPlan plan = PlanForStore(view);
  if (!plan.maintenance) {
    if (may_refuse && !plan.failed) Refuse(view, "The reason is: " + plan.reason + ".");
    MarkStale(view, plan.reason);
    return;
  }
  if (PutInPlace(view, plan)) refills = true;
  if (view.paused) return;
  if (FitTriggers(view, *plan.maintenance, family_changed)) refills = true;
  if (refills) ComputeAnew(view);
}

// Calls `each(view, concern)`.
template <typename Each>
void ForEachConcerned(Each each) {
  for (const auto& [id, concern] : FindConcerned()) {
    if (std::optional<RegisteredView> view = FindRegistered(id)) each(*view, concern);
  }
}

// What cannot be followed makes the view stale. The command is refused only where it names what the
// view reads, where it is vieworm that objects (an error of the definition's own was there before
// the command), and where whoever gave it may drop the view instead.
void FollowOrMarkStale(const RegisteredView& view, bool names_source,
                       const std::function<void(bool may_refuse)>& follow) {
  if (view.stale_reason) return;
  bool may_refuse = names_source && ActsAsOwner(view.view);
  std::optional<Error> refusal;
  TryOrMarkStale(view, [&] {
    try {
      follow(may_refuse);
    } catch (const Error& error) {
      if (!may_refuse) throw;
      refusal = error;
    }
  });
  if (refusal) throw *refusal;
}

// Those that went with their tables. (Names of tables' schemas and of tables come before.)
constexpr char kDroppedTriggers[] =
    "SELECT d.address_names[3] FROM pg_catalog.pg_event_trigger_dropped_objects() AS d "
    "WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_trigger'::pg_catalog.regclass "
    "AND NOT d.original";

}  // namespace

void FollowAlteredSources() {
  ForEachConcerned([](const RegisteredView& view, const Concern& concern) {
    FollowOrMarkStale(view, concern.names_source,
                      [&](bool may_refuse) { Follow(view, concern.refills, may_refuse); });
  });
}

void FollowDisabledTriggers() {
  ForEachConcerned([](const RegisteredView& view, const Concern&) {
    if (view.paused || view.stale_reason || DamageOfTriggers(view).empty()) return;
    MarkStale(view, "some of its triggers have been disabled");
  });
}

void FollowLostRights() {
  for (const RegisteredView& view : AllRegistered()) {
    if (!view.IsMaintained()) continue;
    TryOrMarkStale(view, [&] {
      std::string missing = MissingRight(view);
      if (!missing.empty()) MarkStale(view, missing);
    });
  }
}

// No trigger fires for rows that go with a partition. Its own triggers tell whose they were, if the
// family has become smaller: anybody may have had such triggers. A view whose source itself is
// dropped goes along.
void FollowDroppedTables() {
  std::set<std::string> dropped;
  {
    ActingAsExtension as_extension;
    for (const Row& row : RunSqlAsOfNow(kDroppedTriggers).rows) dropped.insert(row[0].value());
  }
  if (dropped.empty()) return;
  for (const RegisteredView& view : AllRegistered()) {
    if (!view.IsMaintained() || view.paused) continue;
    if (dropped.count(TruncateTriggerName(view.store_name)) == 0) continue;
    if (!HasOtherFamilies(view.store)) continue;
    FollowOrMarkStale(view, true, [&](bool) {
      ComputeAnew(view);
      SaveFamilies(view.store);
    });
  }
}

}  // namespace vieworm
