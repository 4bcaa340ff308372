#include "sqlite_ext/maintain/renew.h"

#include "common/sql/sql.h"
#include "sqlite_ext/clock.h"
#include "sqlite_ext/create.h"
#include "sqlite_ext/maintain/compare.h"
#include "sqlite_ext/maintain/parts.h"
#include "sqlite_ext/maintain/plan.h"
#include "sqlite_ext/prepared.h"
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

RefreshResult Empty(sqlite3* db, RegistryEntry* entry) {
  Prepared count(db, "SELECT count(*) FROM (" + SelectAll(entry->view) + ")");
  count.Step();
  RefreshResult result;
  result.deleted = count.Integer(0);
  count.Reset();
  Succeed(Rebuild(db, *entry, false), entry);
  return result;
}

}  // namespace

RefreshResult Renew(sqlite3* db, RegistryEntry* entry) {
  BagDifference difference = CompareBags(db, ExpectedContents(db, *entry), SelectAll(entry->view));
  Succeed(Rebuild(db, *entry, true), entry);
  RefreshResult result;
  result.deleted = difference.extra;
  result.inserted = difference.missing;
  return result;
}

RefreshResult RefreshMaintained(sqlite3* db, const RefreshOptions& options, RegistryEntry* entry) {
  if (!options.with_data) return Empty(db, entry);
  bool needed = options.mode == RefreshMode::kFull || entry->paused || entry->as_of ||
                !entry->populated || !Damage(db, *entry).empty();
  if (!needed) return {};
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
