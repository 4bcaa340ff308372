#include "pg_ext/maintain/replan.h"

#include <algorithm>

#include "common/ddl/window_postgres.h"
#include "pg_ext/analyze.h"
#include "pg_ext/identity.h"
#include "pg_ext/maintain/owner_rights.h"
#include "pg_ext/maintain/plan.h"
#include "pg_ext/maintain/programs.h"
#include "pg_ext/text.h"
#include "pg_ext/view_query.h"

namespace vieworm {

namespace {

bool SameColumns(const std::vector<Column>& left, const std::vector<Column>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Column& a, const Column& b) {
                      return a.name == b.name && a.type == b.type && a.collation == b.collation;
                    });
}

std::vector<Column> ColumnsOfRelation(const RelationName& relation) {
  return ColumnsOf(AnalyzeSelect("SELECT * FROM " + QualifiedSql(relation)));
}

bool FitsWindow(const RegisteredView& view, const SlidingWindow& window) {
  if (window.bounds.empty() == view.IsWindow()) return false;
  return !view.IsWindow() || SameColumns(ColumnsOf(AnalyzeSelect(SelectWindowInPostgres(window))),
                                         ColumnsOfRelation(view.window_name));
}

}  // namespace

// The text of a view may call functions of its owner's as it is read: all of it is read as him.
NewPlan PlanForStore(const RegisteredView& view) {
  std::string missing = MissingRight(view);
  if (!missing.empty()) return {std::nullopt, nullptr, missing, false};
  ActingAs as_owner(view.owner, Restriction::kRestricted);
  MaintenanceOutcome outcome = PlanMaintenance(view);
  if (!outcome.maintenance) return {std::nullopt, nullptr, outcome.reason, outcome.failed};
  PinnedSettings settings;
  Query* state = AnalyzeSelect(outcome.maintenance->state);
  if (!SameColumns(ColumnsOf(state), ColumnsOfRelation(view.store_name))) {
    return {std::nullopt, nullptr, "its store would need other columns", false};
  }
  if (!FitsWindow(view, outcome.maintenance->window)) {
    return {std::nullopt, nullptr, "it would be another sliding window", false};
  }
  return {std::move(outcome.maintenance), state, "", false};
}

// Both are compared as PostgreSQL writes them, with the names of today.
bool PutInPlace(const RegisteredView& view, const NewPlan& plan) {
  SavePrograms(view.store, *plan.maintenance);
  ActingAs as_owner(view.owner, Restriction::kRestricted);
  PinnedSettings settings;
  if (TextOf(plan.state) == TextOfView(view.state)) return false;
  ReplaceQuery(view.state, plan.state);
  return true;
}

}  // namespace vieworm
