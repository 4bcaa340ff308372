#include "pg_ext/maintain/verify.h"

#include "common/ddl/refresh.h"
#include "common/plan/refusals.h"
#include "pg_ext/analyze.h"
#include "pg_ext/execute.h"
#include "pg_ext/find_view.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/move_window.h"
#include "pg_ext/maintain/plan.h"
#include "pg_ext/maintain/programs.h"
#include "pg_ext/maintain/refill.h"
#include "pg_ext/maintain/replan.h"
#include "pg_ext/maintain/source_triggers.h"
#include "pg_ext/maintain/stale.h"
#include "pg_ext/maintenance.h"
#include "pg_ext/progress.h"
#include "pg_ext/refresh.h"
#include "pg_ext/text.h"

extern "C" {
#include "utils/acl.h"
}

namespace vieworm {

namespace {

Json Heading(const RegisteredView& view) {
  return {{"schema", view.name.schema}, {"name", view.name.name}};
}

void CheckMaintained(const RegisteredView& view, const char* what) {
  CheckActsAsOwner(view.view);
  if (view.IsMaintained()) return;
  throw Error(ErrorKind::kWrongState,
              std::string("cannot ") + what + " view " + Quoted(view.name.Display()),
              "It is not maintained incrementally, so it has no triggers.");
}

// Who may refresh a view need not be allowed to see its rows.
bool MayRead(const RegisteredView& view) {
  Oid id = view.view;
  return PgCall([=] { return pg_class_aclcheck(id, GetUserId(), ACL_SELECT) == ACLCHECK_OK; });
}

std::vector<Column> ShownColumns(const RegisteredView& view) {
  ActingAsExtension as_extension;
  return ColumnsOf(AnalyzeSelect("SELECT * FROM " + QualifiedSql(view.name)));
}

// What the view ought to show: what its definition selects; unless that is not what it promises.
// Without a plan, which only a window cannot do without, the definition has to do.
std::string Expected(const RegisteredView& view) {
  std::string expected;
  if (view.IsWindow()) {
    expected = PlanAgain(view).expected;
  } else if (view.IsMaintained()) {
    ActingAs as_owner(view.owner, Restriction::kRestricted);
    MaintenanceOutcome outcome = PlanMaintenance(view);
    if (outcome.maintenance) expected = outcome.maintenance->expected;
  }
  return expected.empty() ? QualifiedSql(view.definition_name) : "(" + expected + ")";
}

}  // namespace

void Rebuild(const RegisteredView& view, bool populate, RefreshResult* result) {
  CheckSnapshotIsFresh(view);
  CheckNotInUse(view);
  LockSources(view);
  DropTriggers(view.store, view.store_name);
  NewPlan plan = PlanForStore(view);
  if (!plan.maintenance) throw CannotMaintain(view.name, plan.reason);
  PutInPlace(view, plan);
  RewritePrograms(view.store);
  ReopenStore(view);
  if (!populate) {
    EmptyStore(view, result);
  } else {
    CreateTriggers(view, *plan.maintenance);
    MoveBounds(view);
    RefillStore(view, result);
  }
  SetPaused(view.view, !populate);
  ClearStale(view.view);
}

Json Verify(const RegisteredView& view) {
  if (!MayRefresh(view.view)) CheckActsAsOwner(view.view);
  Progress progress(view.name);
  Json report = Heading(view);
  report["missing"] = 0;
  report["extra"] = 0;
  report["samples"] = Json::array();
  if (view.storage == Storage::kStore) {
    std::string sql = CompareInPostgres(view.name, Expected(view), ShownColumns(view));
    SqlResult counts = Run({Actor::kOwner, sql}, view.owner);
    const Row& row = counts.rows.at(0);
    report["missing"] = std::stoll(row[0].value());
    report["extra"] = std::stoll(row[1].value());
    if (MayRead(view)) report["samples"] = Json::parse(row[2].value());
  }
  bool has_triggers = view.IsMaintained() && !view.paused && !view.stale_reason;
  std::string damage = has_triggers ? DamageOfTriggers(view) : "";
  if (!damage.empty()) report["damage"] = damage;
  if (view.stale_reason) report["stale"] = *view.stale_reason;
  return report;
}

Json Repair(const RegisteredView& found) {
  CheckActsAsOwner(found.view);
  if (!found.IsMaintained()) return Refresh(found, RefreshOptions());
  RegisteredView view = LockView(found);
  Progress progress(view.name);
  RefreshResult result;
  Rebuild(view, true, &result);
  RecordRefresh(view, result);
  Json report = Heading(view);
  report["deleted"] = *result.deleted;
  report["inserted"] = *result.inserted;
  return report;
}

Json Pause(const RegisteredView& found) {
  CheckMaintained(found, "pause");
  RegisteredView view = LockView(found);
  CheckNotInUse(view);
  LockSources(view);
  DropTriggers(view.store, view.store_name);
  SetPaused(view.view, true);
  Json report = Heading(view);
  report["paused"] = true;
  return report;
}

Json Resume(const RegisteredView& found) {
  CheckMaintained(found, "resume");
  Json report = Heading(found);
  report["paused"] = false;
  report["deleted"] = 0;
  report["inserted"] = 0;
  if (!found.paused) return report;
  report.update(Repair(found));
  return report;
}

}  // namespace vieworm
