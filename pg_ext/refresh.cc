#include "pg_ext/refresh.h"

#include "common/plan/refusals.h"
#include "pg_ext/find_view.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/apply_difference.h"
#include "pg_ext/maintain/move_window.h"
#include "pg_ext/maintain/refill.h"
#include "pg_ext/maintain/verify.h"
#include "pg_ext/maintenance.h"
#include "pg_ext/native_view.h"
#include "pg_ext/notice.h"
#include "pg_ext/progress.h"
#include "pg_ext/reading_order.h"
#include "pg_ext/stopwatch.h"
#include "pg_ext/subtransaction.h"
#include "pg_ext/text.h"

namespace vieworm {

namespace {

// By statement it is right already, unless it is stale, paused, or was never filled; a window
// moves.
void RefreshMaintained(const RegisteredView& view, const RefreshOptions& options,
                       RefreshResult* result) {
  bool right = view.populated && !view.paused && !view.stale_reason && options.with_data;
  if (right && view.IsWindow() && options.mode != RefreshMode::kFull) {
    result->mode = RefreshMode::kIncremental;
    MoveWindow(view, result);
    return;
  }
  if (right && options.mode == RefreshMode::kIncremental) {
    result->mode = RefreshMode::kIncremental;
    result->deleted = 0;
    result->inserted = 0;
    return;
  }
  Rebuild(view, options.with_data, result);
}

Json Report(const RegisteredView& view, const RefreshResult& result) {
  auto number = [](std::optional<long long> value) { return value ? Json(*value) : Json(); };
  Json report = {
      {"schema", view.name.schema}, {"name", view.name.name}, {"mode", Word(result.mode)}};
  if (view.storage == Storage::kMaterializedView) report["concurrently"] = result.concurrently;
  report["deleted"] = number(result.deleted);
  report["inserted"] = number(result.inserted);
  report["milliseconds"] = result.milliseconds;
  return report;
}

void CheckRefreshable(const RegisteredView& view, const RefreshOptions& options) {
  if (view.storage == Storage::kView) throw NotStored(view.name);
  if (!MayRefresh(view.view)) CheckActsAsOwner(view.view);
  if (options.mode == RefreshMode::kIncremental && !view.IsMaintained())
    throw NotIncremental(view.name, view.reason);
}

// One view must not be in the way of all others.
Json RefreshOrReport(const RegisteredView& view, const RefreshOptions& options) {
  Json report;
  std::optional<std::string> failure =
      TryInSubtransaction([&] { report = Refresh(view, options); });
  if (!failure) return report;
  RecordFailure(view, *failure);
  Warning("refresh of view " + Quoted(view.name.Display()) + " failed: " + *failure);
  return {{"schema", view.name.schema}, {"name", view.name.name}, {"error", *failure}};
}

}  // namespace

Json RefreshLocked(const RegisteredView& view, const RefreshOptions& options) {
  RequireWhole(view);
  Progress progress(view.name);
  Stopwatch stopwatch;
  RefreshResult result;
  result.populated = options.with_data;
  if (view.storage == Storage::kMaterializedView) {
    RefreshNative(view, options, &result);
  } else if (view.IsMaintained()) {
    RefreshMaintained(view, options, &result);
  } else if (options.with_data) {
    ApplyDifference(view, view.definition_name, DifferenceAsOf::kSnapshot, &result);
  } else {
    EmptyStore(view, &result);
  }
  result.milliseconds = stopwatch.Milliseconds();
  RecordRefresh(view, result);
  if (view.stale_reason && !view.IsMaintained()) ClearStale(view.view);  // it was restored
  return Report(view, result);
}

Json Refresh(const RegisteredView& view, const RefreshOptions& options) {
  CheckRefreshable(view, options);
  return RefreshLocked(LockView(view), options);
}

std::vector<Json> RefreshAll(const RefreshOptions& options) {
  std::vector<RegisteredView> views;
  for (RegisteredView& view : InReadingOrder(AllRegistered())) {
    if (view.storage == Storage::kView || !MayRefresh(view.view)) continue;
    CheckRefreshable(view, options);
    views.push_back(std::move(view));
  }
  std::vector<Json> reports;
  for (const RegisteredView& view : views) {
    Notice("refreshing view " + Quoted(view.name.Display()) + " (" +
           std::to_string(reports.size() + 1) + " of " + std::to_string(views.size()) + ")");
    reports.push_back(RefreshOrReport(view, options));
  }
  return reports;
}

}  // namespace vieworm
