#include "sqlite_ext/due.h"

#include "common/schedule/schedule.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/maintain/upkeep.h"
#include "sqlite_ext/refresh.h"
#include "sqlite_ext/registry.h"
#include "sqlite_ext/savepoint.h"
#include "sqlite_ext/sqlite.h"
#include "sqlite_ext/view_graph.h"
#include "sqlite_ext/view_parts.h"
#include "sqlite_ext/write_lock.h"

namespace vieworm {

namespace {

bool IsDue(const RegistryEntry& entry, const Moment& now) {
  return entry.due_at && *entry.due_at <= now.text;
}

Json Status(const RegistryEntry& entry, const char* status) {
  return {{"schema", entry.view.schema}, {"name", entry.view.name}, {"status", status}};
}

// Nothing where another connection has done it in the meantime.
std::optional<Json> RefreshIfDue(sqlite3* db, const RegistryEntry& candidate, const Moment& now) {
  WriteSavepoint savepoint(db, candidate.view);
  std::optional<RegistryEntry> entry = LoadEntry(db, candidate.view);
  if (!entry || !IsDue(*entry, now)) return std::nullopt;
  RefreshResult result = RefreshEntry(db, RefreshOptions(), &*entry);
  entry->due_at = NextDue(db, SpecOf(*entry), now);
  SaveEntry(db, *entry);
  savepoint.Release();
  Json report = Status(*entry, "refreshed");
  report["mode"] = entry->mode;
  report["deleted"] = result.deleted;
  report["inserted"] = result.inserted;
  report["milliseconds"] = result.milliseconds;
  return report;
}

void RecordFailure(sqlite3* db, const RelationName& view, const Moment& now,
                   const std::string& message) {
  WriteSavepoint savepoint(db, view);
  std::optional<RegistryEntry> entry = LoadEntry(db, view);
  if (!entry) return;
  entry->last_error = message;
  entry->last_error_at = now.text;
  // A spec that cannot be read stays due; the error above says why.
  try {
    entry->due_at = NextDue(db, SpecOf(*entry), now);
  } catch (const Error&) {
  }
  SaveEntry(db, *entry);
  savepoint.Release();
}

Json Fail(sqlite3* db, const RegistryEntry& entry, const Moment& now, const Error& error) {
  Json report = Status(entry, "failed");
  report["error"] = error.diagnostic().OneLine();
  try {
    RecordFailure(db, entry.view, now, report["error"]);
  } catch (const EngineError&) {
    // The same lock or full disk that stopped the refresh: the caller gets the error all the same.
  }
  return report;
}

bool EndsTheRun(const EngineError& error) { return (error.code() & 0xff) == SQLITE_INTERRUPT; }

std::optional<Json> Attempt(sqlite3* db, const RegistryEntry& entry, const Moment& now) {
  try {
    return RefreshIfDue(db, entry, now);
  } catch (const EngineError& error) {
    if (EndsTheRun(error)) throw;
    if (!error.IsBusy()) return Fail(db, entry, now, error);
    Json report = Status(entry, "skipped");
    report["reason"] =
        "another refresh of it is running, or another connection is writing to its database";
    return report;
  } catch (const Error& error) {
    return Fail(db, entry, now, error);
  }
}

}  // namespace

std::optional<std::string> NextDue(sqlite3* db, const ViewSpec& spec, const Moment& now) {
  if (!spec.refresh || !spec.refresh->schedule) return std::nullopt;
  return MomentText(db, Schedule::Parse(*spec.refresh->schedule).Next(now.seconds));
}

Json RunDue(sqlite3* db) {
  Json reports = Json::array();
  {
    Savepoint savepoint(db);
    MendViews(db);
    savepoint.Release();
  }
  for (const RegistryEntry& entry : StoredInOrder(db)) {
    Moment now = Now(db);
    if (!IsDue(entry, now)) continue;
    if (std::optional<Json> report = Attempt(db, entry, now)) reports.push_back(std::move(*report));
  }
  return reports;
}

}  // namespace vieworm
