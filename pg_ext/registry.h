// The table vieworm.registry: one row for each view of vieworm's.
//
// It knows its relations by regclass: an OID inside, so renames need nothing, and a qualified name
// in a dump. What the catalogs know (names, schema, owner) is never read from the registry.
// All functions here act as the extension's owner. What would change it under an older version of
// the extension is refused (55000, module_version.h); read it is.
#ifndef VIEWORM_PG_EXT_REGISTRY_H_
#define VIEWORM_PG_EXT_REGISTRY_H_

#include "pg_ext/server.h"

#include "common/plan/view_plan.h"
#include "common/schedule/schedule.h"
#include "pg_ext/spi.h"

namespace vieworm {

struct RegisteredView {
  Oid view = InvalidOid;
  Oid store = InvalidOid;       // only where storage is kStore
  Oid definition = InvalidOid;  // only where storage is kStore
  Oid state = InvalidOid;       // only where the view is maintained: what the store ought to hold
  Oid window = InvalidOid;      // only of a sliding window: its bounds
  Oid owner = InvalidOid;
  RelationName name;             // as it is called now
  RelationName store_name;       // likewise
  RelationName definition_name;  // likewise
  RelationName state_name;       // likewise
  RelationName window_name;      // likewise
  Json spec;                     // under the name that it has now
  Storage storage = Storage::kView;
  std::string reason;
  bool linear = false;                      // maintained by adding up changes, not by keys
  bool paused = false;                      // it has no triggers
  std::optional<std::string> stale_reason;  // it cannot be followed: see maintain/stale.h
  bool populated = false;
  bool due = false;                // its schedule says so
  std::optional<long long> rows;   // at the last refresh
  std::optional<std::string> job;  // name of its own job of pg_cron's

  bool IsMaintained() const { return state != InvalidOid; }
  bool IsWindow() const { return window != InvalidOid; }
  std::optional<Schedule> schedule() const;
};

std::optional<RegisteredView> FindRegistered(Oid view);

// The view of that store.
std::optional<RegisteredView> FindByStore(Oid store);

// The sliding view with these bounds.
std::optional<RegisteredView> FindByWindow(Oid window);

// All, oldest first.
std::vector<RegisteredView> AllRegistered();

enum class RowLock { kWait, kSkip };

// The lock of a refresh: whoever changes a view's contents or its row holds it until the end of
// the transaction. False where the view is gone, or where another transaction holds the lock and
// `lock` is kSkip. Under REPEATABLE READ and SERIALIZABLE, throws PgError (40001) where somebody
// else has refreshed the view since the snapshot was taken.
bool LockRegistered(Oid view, RowLock lock);

// The plan has been carried out: its relations exist. `rows`: how many were stored, where known.
void InsertRegistered(const ViewPlan& plan, std::optional<long long> rows, double milliseconds);

// Is it under way?
bool IsInsertingRegistered();

// The relations of `plan` take the place of the old ones of the same view.
void ReplaceRegistered(Oid view, const ViewPlan& plan, std::optional<long long> rows,
                       double milliseconds);

// The relations stay; what the spec says about them is new.
void AdjustRegistered(Oid view, const ViewPlan& plan);

void DeleteRegistered(Oid view);

// What a refresh did.
struct RefreshResult {
  RefreshMode mode = RefreshMode::kFull;
  bool populated = true;
  bool concurrently = false;
  std::optional<long long> deleted;
  std::optional<long long> inserted;
  double milliseconds = 0;
};

void RecordRefresh(const RegisteredView& view, const RefreshResult& result);
void RecordFailure(const RegisteredView& view, const std::string& error);

// The triggers of a maintained view were taken off its sources, or put on again.
void SetPaused(Oid view, bool paused);

// False where it is stale already: the first reason stays.
bool SetStale(Oid view, const std::string& reason);

// It has been planned anew.
void ClearStale(Oid view);

// The window of the view has moved to the time of this transaction.
void SetAsOfNow(Oid view);

void SetJob(Oid view, const std::optional<std::string>& job);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_REGISTRY_H_
