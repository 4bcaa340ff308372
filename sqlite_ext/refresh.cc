#include "sqlite_ext/refresh.h"

#include <algorithm>

#include "common/plan/refusals.h"
#include "common/sql/sql.h"
#include "sqlite_ext/clock.h"
#include "sqlite_ext/create.h"
#include "sqlite_ext/definition_query.h"
#include "sqlite_ext/definition_text.h"
#include "sqlite_ext/difference.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/maintain/renew.h"
#include "sqlite_ext/maintain/upkeep.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/savepoint.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/sqlite.h"
#include "sqlite_ext/sqlite_catalog.h"
#include "sqlite_ext/store_types.h"
#include "sqlite_ext/view_graph.h"
#include "sqlite_ext/view_parts.h"
#include "sqlite_ext/write_lock.h"

namespace vieworm {

namespace {

[[noreturn]] void FailColumns(const RegistryEntry& entry, const std::string& column) {
  throw Error(ErrorKind::kWrongState,
              "the definition of view " + Quoted(entry.view.Display()) + " has no column " +
                  Quoted(column) + " any more",
              "It selects *, and what it reads has changed.",
              "Create the view anew with \"or_replace\": true.");
}

size_t PlaceOf(const std::vector<std::string>& columns, const std::string& name) {
  auto same = [&](const std::string& column) { return SqliteDialect().SameName(column, name); };
  return static_cast<size_t>(std::find_if(columns.begin(), columns.end(), same) - columns.begin());
}

// Where the stored columns are among the columns of the definition. That is as they stand, whatever
// they are called now, unless the definition selects *: then a source that has changed may have
// moved them. Must be known before any statement names them: SQLite takes "x" for the text 'x'
// where no column x is.
std::vector<size_t> Places(const RegistryEntry& entry, bool has_star,
                           const std::vector<Column>& stored,
                           const std::vector<std::string>& defined) {
  std::vector<size_t> places;
  for (size_t i = 0; i < stored.size(); ++i) {
    places.push_back(has_star ? PlaceOf(defined, stored[i].name) : i);
    if (places.back() >= defined.size()) FailColumns(entry, stored[i].name);
  }
  return places;
}

// The columns of a store as they are declared.
std::vector<Column> StoredColumns(sqlite3* db, const RelationName& store) {
  std::vector<Column> columns;
  for (const std::string& name : RelationColumns(db, store)) {
    Column column;
    column.name = name;
    const char* type = nullptr;
    const char* collation = nullptr;
    int code =
        sqlite3_table_column_metadata(db, store.schema.c_str(), store.name.c_str(), name.c_str(),
                                      &type, &collation, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) ThrowEngineError(db, code);
    if (type != nullptr) column.type = type;
    if (!SqliteDialect().SameName(collation, "BINARY")) column.collation = collation;
    columns.push_back(std::move(column));
  }
  return columns;
}

// Would a store that is created now be declared like this one? A source may have been dropped and
// created again with other types, and a store with a type converts what it is given.
bool StillFits(const std::vector<Column>& stored, const std::vector<Column>& wanted,
               const std::vector<size_t>& places) {
  for (size_t i = 0; i < stored.size(); ++i) {
    const Column& now = wanted[places[i]];
    bool same =
        stored[i].type == now.type && SqliteDialect().SameName(stored[i].collation, now.collation);
    if (!same) return false;
  }
  return true;
}

void NoteRefresh(sqlite3* db, const RefreshResult& result, RegistryEntry* entry) {
  entry->populated = true;
  entry->last_refresh = Now(db).text;
  entry->last_duration_ms = result.milliseconds;
  entry->last_mode = entry->mode;
  entry->last_deleted = result.deleted;
  entry->last_inserted = result.inserted;
  entry->last_error.reset();
  entry->last_error_at.reset();
}

RefreshResult Replace(sqlite3* db, RegistryEntry* entry) {
  RefreshResult result;
  if (HasStore(db, *entry)) result.deleted = CountRows(db, entry->Store());
  RegistryEntry fresh = Rebuild(db, *entry, true);
  result.inserted = fresh.rows.value_or(0);
  Succeed(std::move(fresh), entry);
  return result;
}

RefreshResult Empty(sqlite3* db, RegistryEntry* entry) {
  RefreshResult result;
  if (!HasStore(db, *entry)) Replace(db, entry);
  result.deleted = CountRows(db, entry->Store());
  Sql sql(SqliteDialect());
  sql << "DELETE FROM " << entry->Store();
  Execute(db, sql.str());
  return result;
}

std::vector<std::string> DefinedColumns(sqlite3* db, const RegistryEntry& entry,
                                        const std::string& source) {
  try {
    return ColumnsOfSource(db, source);
  } catch (const EngineError& error) {
    if ((error.code() & 0xff) != SQLITE_ERROR) throw;
    throw Error(
        ErrorKind::kWrongState, error.diagnostic().message,
        "The definition of view " + Quoted(entry.view.Display()) + " cannot be read any more.",
        "Bring back what it reads, or create the view anew with \"or_replace\": true.");
  }
}

RefreshResult Fill(sqlite3* db, RegistryEntry* entry) {
  std::string select = CurrentDefinition(db, *entry);
  std::string source = AsSource(Qualified(select, entry->view.schema));
  std::vector<std::string> defined = DefinedColumns(db, *entry, source);
  if (entry->lost || !HasStore(db, *entry)) return Replace(db, entry);
  std::vector<Column> stored = StoredColumns(db, entry->Store());
  std::vector<size_t> places = Places(*entry, HasStar(select), stored, defined);
  std::vector<Column> wanted(defined.size());
  SetStoreTypes(db, source, entry->view.schema, select, &wanted);
  if (!StillFits(stored, wanted, places)) return Replace(db, entry);
  std::vector<std::string> sources;
  for (size_t place : places) sources.push_back(defined[place]);
  return ApplyDifference(db, entry->Store(), source, stored, sources);
}

Json Report(const RegistryEntry& entry, const RefreshResult& result) {
  return {{"schema", entry.view.schema}, {"name", entry.view.name},
          {"mode", entry.mode},          {"deleted", result.deleted},
          {"inserted", result.inserted}, {"milliseconds", result.milliseconds}};
}

Json RefreshAndSave(sqlite3* db, RegistryEntry entry, const RefreshOptions& options) {
  RefreshResult result = RefreshEntry(db, options, &entry);
  SaveEntry(db, entry);
  return Report(entry, result);
}

void CheckMode(const RegistryEntry& entry, const RefreshOptions& options) {
  if (options.mode == RefreshMode::kIncremental && !entry.IsIncremental()) {
    throw NotIncremental(entry.view, entry.reason);
  }
}

Json Fail(sqlite3* db, RegistryEntry entry, const Error& error) {
  entry.last_error = error.diagnostic().OneLine();
  entry.last_error_at = Now(db).text;
  SaveEntry(db, entry);
  return {{"schema", entry.view.schema}, {"name", entry.view.name}, {"error", *entry.last_error}};
}

// A lock, a full disk, or an interrupt: the next view would meet it, too.
bool MeetsEveryView(const EngineError& error) {
  switch (error.code() & 0xff) {
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
    case SQLITE_AUTH:
      return false;
    default:
      return true;
  }
}

// One view must not be in the way of all others.
Json RefreshOrReport(sqlite3* db, const RegistryEntry& entry, const RefreshOptions& options) {
  try {
    Savepoint savepoint(db);
    Json report = RefreshAndSave(db, entry, options);
    savepoint.Release();
    return report;
  } catch (const EngineError& error) {
    if (MeetsEveryView(error)) throw;
    return Fail(db, entry, error);
  } catch (const Error& error) {
    return Fail(db, entry, error);
  }
}

}  // namespace

void CheckFace(sqlite3* db, const RegistryEntry& entry) {
  if (HasFace(db, entry)) return;
  throw Error(ErrorKind::kWrongState,
              "view " + Quoted(entry.view.Display()) + " is no longer complete",
              "The view itself was dropped, but not by vieworm_drop.",
              "Use vieworm_drop to clean up what is left, or vieworm_repair to create it again.");
}

RefreshResult RefreshEntry(sqlite3* db, const RefreshOptions& options, RegistryEntry* entry) {
  if (!entry->IsStored()) throw NotStored(entry->view);
  CheckMode(*entry, options);
  bool incremental = entry->IsIncremental();
  Stopwatch stopwatch;
  CheckFace(db, *entry);
  RefreshResult result;
  if (incremental) {
    result = RefreshMaintained(db, options, entry);
  } else {
    result = options.with_data ? Fill(db, entry) : Empty(db, entry);
  }
  result.milliseconds = stopwatch.Milliseconds();
  NoteRefresh(db, result, entry);
  if (options.mode == RefreshMode::kFull) entry->last_mode = Word(RefreshMode::kFull);
  entry->populated = options.with_data;
  entry->rows = CountRows(db, entry->Store());
  return result;
}

Json RefreshView(sqlite3* db, const RelationName& name, const RefreshOptions& options) {
  WriteSavepoint savepoint(db, name);
  MendViews(db);
  Json report = RefreshAndSave(db, FindView(db, name), options);
  savepoint.Release();
  return report;
}

Json RefreshAll(sqlite3* db, const RefreshOptions& options) {
  WriteSavepoint savepoint(db);
  MendViews(db);
  std::vector<RegistryEntry> views = StoredInOrder(db);
  for (const RegistryEntry& entry : views) CheckMode(entry, options);
  Json reports = Json::array();
  for (const RegistryEntry& entry : views) reports.push_back(RefreshOrReport(db, entry, options));
  savepoint.Release();
  return reports;
}

}  // namespace vieworm
