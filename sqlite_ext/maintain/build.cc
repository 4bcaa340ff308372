#include "sqlite_ext/maintain/build.h"

#include "common/ddl/create.h"
#include "sqlite_ext/clock.h"
#include "sqlite_ext/dependents.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/maintain/compare.h"
#include "sqlite_ext/maintain/parts.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/sqlite.h"

namespace vieworm {

namespace {

// A trigger's body is read only when it fires, and then it is the user's statement that fails.
std::string BrokenTriggers(const BrokenObjects& broken) {
  std::vector<RelationName> triggers = broken.NewTriggers();
  return triggers.empty() ? "" : "SQLite does not take a trigger on one of its sources";
}

std::string WrongContents(sqlite3* db, const ViewPlan& plan, const MaintenanceOutcome& outcome) {
  std::string expected = outcome.uses_time ? outcome.as_of : plan.facts.select;
  BagDifference difference = CompareBags(db, expected, plan.view);
  bool same = difference.missing == 0 && difference.extra == 0;
  return same ? "" : "a check of its first contents failed";
}

}  // namespace

void NoteParts(const MaintenanceOutcome& outcome, RegistryEntry* entry) {
  const Maintenance& maintenance = *outcome.maintenance;
  for (const RelationName& table : maintenance.tables) {
    entry->parts.push_back({"table", table.name, "", ""});
  }
  for (const Trigger& trigger : maintenance.triggers) {
    entry->parts.push_back({"trigger", trigger.name, trigger.table, trigger.sql});
  }
  for (const std::string& view : outcome.views) entry->parts.push_back({"view", view, "", ""});
  entry->strategy = maintenance.strategy;
}

std::string BuildMaintained(sqlite3* db, const ViewPlan& plan, const MaintenanceOutcome& outcome,
                            RegistryEntry* entry) {
  NoteParts(outcome, entry);
  entry->paused = !plan.spec.with_data;
  if (outcome.uses_time) entry->as_of = entry->created_at;
  SaveEntry(db, *entry);
  BrokenObjects broken(db, plan.view.schema);
  try {
    for (const Statement& statement : CreateInSqlite(plan, *outcome.maintenance)) {
      Execute(db, statement.sql);
    }
  } catch (const EngineError& error) {
    if ((error.code() & 0xff) != SQLITE_ERROR) throw;
    return "SQLite refuses what would maintain it: " + error.diagnostic().message;
  }
  std::string failure = BrokenTriggers(broken);
  if (failure.empty() && plan.spec.with_data) failure = WrongContents(db, plan, outcome);
  if (failure.empty()) RememberParts(db, entry);
  return failure;
}

}  // namespace vieworm
