#include "pg_ext/maintain/verify.h"

#include "common/ddl/refresh.h"
#include "common/ddl/triggers_postgres.h"
#include "common/names.h"
#include "common/plan/refusals.h"
#include "pg_ext/analyze.h"
#include "pg_ext/execute.h"
#include "pg_ext/find_view.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/move_window.h"
#include "pg_ext/maintain/plan.h"
#include "pg_ext/maintain/programs.h"
#include "pg_ext/maintain/refill.h"
#include "pg_ext/maintenance.h"
#include "pg_ext/refresh.h"
#include "pg_ext/text.h"

namespace vieworm {

namespace {

// The triggers that name the store: the argument is kept with a zero byte behind it.
constexpr char kTriggers[] =
    "FROM pg_catalog.pg_trigger AS t "
    "WHERE t.tgfoid OPERATOR(pg_catalog.=) 'vieworm.maintain'::pg_catalog.regproc::pg_catalog.oid "
    "AND t.tgargs OPERATOR(pg_catalog.=) (pg_catalog.convert_to($1, "
    "pg_catalog.getdatabaseencoding()) OPERATOR(pg_catalog.||) '\\x00'::pg_catalog.bytea)";

// How many there ought to be: one for each program, or two where it must be known when a statement
// begins; and one for each source, which follows TRUNCATE.
constexpr char kWanted[] =
    "SELECT pg_catalog.count(*) OPERATOR(pg_catalog.+) pg_catalog.count(DISTINCT p.source) "
    "OPERATOR(pg_catalog.+) pg_catalog.count(*) FILTER (WHERE "
    "(p.program OPERATOR(pg_catalog.->>) 'overlaps')::pg_catalog.bool) "
    "FROM vieworm.programs AS p "
    "WHERE p.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
    "AND p.source::pg_catalog.oid OPERATOR(pg_catalog.<>) p.store::pg_catalog.oid";

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

std::vector<Column> ShownColumns(const RegisteredView& view) {
  ActingAsExtension as_extension;
  return ColumnsOf(AnalyzeSelect("SELECT * FROM " + QualifiedSql(view.name)));
}

// Triggers that are on, and how many there ought to be.
std::string Damage(const RegisteredView& view) {
  if (!view.IsMaintained() || view.paused) return "";
  ActingAsExtension as_extension;
  std::string name = view.store_name.name;
  Value on = FirstValue(RunSql(std::string("SELECT pg_catalog.count(*) ") + kTriggers +
                                   " AND t.tgenabled OPERATOR(pg_catalog.=) ANY "
                                   "(ARRAY['O', 'A']::pg_catalog.\"char\"[])",
                               {name}));
  Value wanted = FirstValue(RunSql(kWanted, {std::to_string(view.store)}));
  if (on == wanted) return "";
  return "Of its " + *wanted + " triggers " + *on + " are on.";
}

// What the view ought to show: what its definition selects, as of the moment that it is shown at.
std::string Expected(const RegisteredView& view) {
  if (view.IsWindow()) return "(" + PlanAgain(view).as_of + ")";
  return QualifiedSql(view.definition_name);
}

}  // namespace

void DropTriggers(const RelationName& store) {
  ActingAsExtension as_extension;
  std::string list =
      std::string(
          "SELECT pg_catalog.format('DROP TRIGGER %I ON %I.%I', t.tgname, n.nspname, "
          "c.relname) FROM (SELECT t.* ") +
      kTriggers +
      ") AS t JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) t.tgrelid "
      "JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace";
  for (const Row& row : RunSql(list, {store.name}).rows) RunSql(row[0].value());
}

void Rebuild(const RegisteredView& view, bool populate, RefreshResult* result) {
  CheckSnapshotIsFresh(view);
  CheckNotInUse(view);
  LockSources(view);
  DropTriggers(view.store_name);
  PostgresMaintenance maintenance = PlanAgain(view);
  SavePrograms(view.store, maintenance);
  if (!populate) {
    EmptyStore(view, result);
  } else {
    for (const std::string& sql : CreateTriggersInPostgres(view.store_name, maintenance)) {
      Run({Actor::kOwner, sql}, view.owner);
    }
    MoveBounds(view);
    RefillStore(view, result);
  }
  SetPaused(view.view, !populate);
}

Json Verify(const RegisteredView& view) {
  if (!MayRefresh(view.view)) CheckActsAsOwner(view.view);
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
    report["samples"] = Json::parse(row[2].value());
  }
  std::string damage = Damage(view);
  if (!damage.empty()) report["damage"] = damage;
  return report;
}

Json Repair(const RegisteredView& found) {
  CheckActsAsOwner(found.view);
  if (!found.IsMaintained()) return Refresh(found, RefreshOptions());
  RegisteredView view = LockView(found);
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
  DropTriggers(view.store_name);
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
