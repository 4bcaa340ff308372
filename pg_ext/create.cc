#include "pg_ext/create.h"

#include "common/diagnostic.h"
#include "pg_ext/creation.h"
#include "pg_ext/execute.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/programs.h"
#include "pg_ext/maintain/source_triggers.h"
#include "pg_ext/maintenance.h"
#include "pg_ext/notice.h"
#include "pg_ext/progress.h"
#include "pg_ext/schedules.h"
#include "pg_ext/stopwatch.h"

namespace vieworm {

namespace {

// Runs the statements. Returns how many rows went into the store, where there is one.
std::optional<long long> CarryOut(const Creation& creation) {
  // In place, the event triggers must not take the old relations' end for the view's.
  bool in_place = creation.outcome == Outcome::kReplaced;
  RebuildingView rebuilding(in_place ? creation.old->view : InvalidOid);
  uint64_t stored = 0;
  for (const Statement& statement : creation.statements) {
    // Of them all, only CREATE TABLE AS counts rows.
    stored += Run(statement, creation.owner).processed;
  }
  if (creation.plan.storage != Storage::kStore) return std::nullopt;
  return static_cast<long long>(stored);
}

void Register(const Creation& creation, std::optional<long long> rows, double milliseconds) {
  switch (creation.outcome) {
    case Outcome::kExists:
    case Outcome::kUnchanged:
      break;
    case Outcome::kAdjusted:
      AdjustRegistered(creation.old->view, creation.plan);
      break;
    case Outcome::kReplaced:
      ReplaceRegistered(creation.old->view, creation.plan, rows, milliseconds);
      break;
    case Outcome::kCreated:
    case Outcome::kRecreated:
      InsertRegistered(creation.plan, rows, milliseconds);
      break;
  }
}

Error FamilyHasChanged() {
  return Error(ErrorKind::kWrongState, "could not create the view",
               "A table that it reads has got or lost a partition meanwhile.", "Try again.");
}

Json Skip(const RelationName& view) {
  Notice("relation " + Quoted(view.name) + " already exists, skipping");
  return {{"schema", view.schema}, {"name", view.name}, {"created", false}};
}

// What was asked for, and cannot be had.
void TellFallback(const Creation& creation) {
  const ViewPlan& plan = creation.plan;
  bool by_statement = plan.spec.refresh && plan.spec.refresh->on == Timing::kStatement;
  if (!by_statement || creation.maintenance || creation.outcome == Outcome::kUnchanged) return;
  Notice(
      "view " + Quoted(plan.view.Display()) + " is not maintained by statement: " + plan.reason,
      "Call vieworm_refresh when it is to be right again. With \"mode\": \"incremental\", a view "
      "that cannot be maintained is refused.");
}

Json Summary(const Creation& creation, bool or_replace) {
  Json summary = creation.plan.Summary();
  summary["created"] = creation.outcome == Outcome::kCreated;
  if (!creation.ignored.empty()) summary["ignored"] = creation.ignored;
  if (!or_replace) return summary;
  summary["replaced"] =
      creation.outcome != Outcome::kCreated && creation.outcome != Outcome::kUnchanged;
  return summary;
}

}  // namespace

Json Create(const Json& spec) {
  Creation creation = DecideCreation(spec, true);
  if (creation.outcome == Outcome::kExists) return Skip(creation.plan.view);
  TellFallback(creation);
  Progress progress(creation.plan.view);
  Stopwatch stopwatch;
  std::optional<long long> rows = CarryOut(creation);
  if (creation.maintenance && MissesTable(*creation.maintenance)) throw FamilyHasChanged();
  Register(creation, rows, stopwatch.Milliseconds());
  if (creation.maintenance && creation.outcome != Outcome::kUnchanged) {
    SavePrograms(RelationId(creation.plan.store), *creation.maintenance);
  }
  PutScheduleRight(RelationId(creation.plan.view));
  return Summary(creation, creation.plan.spec.or_replace);
}

std::vector<Statement> Compile(const Json& spec) { return DecideCreation(spec, false).statements; }

}  // namespace vieworm
