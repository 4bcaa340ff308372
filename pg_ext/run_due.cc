#include "pg_ext/run_due.h"

#include "common/diagnostic.h"
#include "pg_ext/find_view.h"
#include "pg_ext/lookup.h"
#include "pg_ext/notice.h"
#include "pg_ext/reading_order.h"
#include "pg_ext/refresh.h"
#include "pg_ext/subtransaction.h"

namespace vieworm {

namespace {

Json Outcome(const RegisteredView& view, const char* status) {
  return {{"schema", view.name.schema}, {"name", view.name.name}, {"status", status}};
}

Json Refreshed(const RegisteredView& view, const Json& report) {
  Json outcome = Outcome(view, "refreshed");
  for (const char* key : {"mode", "deleted", "inserted", "milliseconds"}) {
    outcome[key] = report.at(key);
  }
  return outcome;
}

Json Skipped(const RegisteredView& view, const char* reason) {
  Json outcome = Outcome(view, "skipped");
  outcome["reason"] = reason;
  return outcome;
}

enum class When { kIfDue, kAlways };

// The refresh of one view, in a subtransaction.
Json Attempt(const RegisteredView& view, When when) {
  Json outcome;
  std::optional<std::string> failure = TryInSubtransaction([&] {
    if (!LockRegistered(view.view, RowLock::kSkip)) {
      outcome = Skipped(view, "another refresh of it is running");
      return;
    }
    RegisteredView locked = LockView(view);
    if (when == When::kIfDue && !locked.due) {
      outcome = Skipped(view, "another run has refreshed it");
      return;
    }
    outcome = Refreshed(locked, RefreshLocked(locked, {}));
  });
  if (!failure) return outcome;
  RecordFailure(view, *failure);
  outcome = Outcome(view, "failed");
  outcome["error"] = *failure;
  return outcome;
}

}  // namespace

std::vector<Json> RunDue() {
  std::vector<Json> outcomes;
  for (const RegisteredView& view : InReadingOrder(AllRegistered())) {
    if (!view.due || !MayRefresh(view.view)) continue;
    outcomes.push_back(Attempt(view, When::kIfDue));
  }
  return outcomes;
}

Json RunScheduled(const std::string& name) {
  RegisteredView view = FindView(name);
  if (!MayRefresh(view.view)) CheckActsAsOwner(view.view);
  Json outcome = Attempt(view, When::kAlways);
  if (outcome["status"] == "failed") {
    Warning("refresh of view " + Quoted(view.name.Display()) +
            " failed: " + outcome["error"].get<std::string>());
  }
  return outcome;
}

}  // namespace vieworm
