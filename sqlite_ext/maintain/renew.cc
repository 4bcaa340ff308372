#include "sqlite_ext/maintain/renew.h"

#include <optional>

#include "common/sql/sql.h"
#include "sqlite_ext/clock.h"
#include "sqlite_ext/create.h"
#include "sqlite_ext/maintain/compare.h"
#include "sqlite_ext/maintain/parts.h"
#include "sqlite_ext/maintain/plan.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/sqlite.h"
#include "sqlite_ext/view_parts.h"

namespace vieworm {

namespace {

// The successor of an entry that was built anew keeps its history.
void Succeed(RegistryEntry fresh, RegistryEntry* entry) {
  fresh.created_at = entry->created_at;
  fresh.spec = entry->spec;
  fresh.due_at = entry->due_at;
  fresh.last_refresh = entry->last_refresh;
  fresh.last_duration_ms = entry->last_duration_ms;
  fresh.last_mode = entry->last_mode;
  fresh.last_error = entry->last_error;
  fresh.last_error_at = entry->last_error_at;
  *entry = std::move(fresh);
}

// Somebody may have dropped what it is made of.
bool CanBeRead(sqlite3* db, const RegistryEntry& entry) {
  return HasFace(db, entry) && ObjectType(db, entry.Definition()) == "view" &&
         ObjectType(db, entry.Store()) == "table";
}

RefreshResult Empty(sqlite3* db, RegistryEntry* entry) {
  RefreshResult result;
  result.deleted = CountRows(db, entry->view);
  Succeed(Rebuild(db, *entry, false), entry);
  return result;
}

int64_t RunAll(sqlite3* db, const std::vector<std::string>& statements) {
  int64_t before = sqlite3_total_changes64(db);
  for (const std::string& statement : statements) Execute(db, statement);
  return sqlite3_total_changes64(db) - before;
}

// Moves the window to now by the rows that leave and enter it.
std::optional<RefreshResult> SlideWindow(sqlite3* db, RegistryEntry* entry) {
  std::string now = Now(db).text;
  std::optional<Maintenance> slide = PlanSlide(db, *entry, now);
  if (!slide) return std::nullopt;
  RefreshResult result;
  result.deleted = RunAll(db, slide->leave);
  result.inserted = RunAll(db, slide->enter);
  entry->as_of = now;
  return result;
}

}  // namespace

RefreshResult Renew(sqlite3* db, RegistryEntry* entry) {
  BagDifference difference;
  if (CanBeRead(db, *entry)) {
    difference = CompareBags(db, ExpectedContents(db, *entry), entry->view);
  }
  Succeed(Rebuild(db, *entry, true), entry);
  RefreshResult result;
  result.deleted = difference.extra;
  result.inserted = difference.missing;
  return result;
}

RefreshResult RefreshMaintained(sqlite3* db, const RefreshOptions& options, RegistryEntry* entry) {
  if (!options.with_data) return Empty(db, entry);
  bool anew = options.mode == RefreshMode::kFull || entry->paused || !entry->populated ||
              !Damage(db, *entry).empty();
  if (!anew && !entry->as_of) return {};
  if (!anew) {
    if (std::optional<RefreshResult> result = SlideWindow(db, entry)) return *result;
  }
  if (entry->as_of) {
    entry->as_of = Now(db).text;
    SaveEntry(db, *entry);
  }
  bool paused = entry->paused && entry->populated;
  RefreshResult result = Renew(db, entry);
  if (!paused) return result;
  TakeTriggersOff(db, *entry);
  entry->paused = true;
  return result;
}

void TakeTriggersOff(sqlite3* db, const RegistryEntry& entry) {
  for (const Part& part : entry.parts) {
    if (part.type != "trigger") continue;
    Sql sql(SqliteDialect());
    sql << "DROP TRIGGER IF EXISTS " << RelationName{entry.view.schema, part.name};
    Execute(db, sql.str());
  }
}

}  // namespace vieworm
