// _vieworm_registry: one table in each database that has a view of vieworm's, with one row for
// each. It comes with the first view and goes with the last.
#ifndef VIEWORM_SQLITE_EXT_REGISTRY_H_
#define VIEWORM_SQLITE_EXT_REGISTRY_H_

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/plan/view_plan.h"

struct sqlite3;

namespace vieworm {

// What a refresh did.
struct RefreshResult {
  int64_t deleted = 0;
  int64_t inserted = 0;
  double milliseconds = 0;
};

// Something that was created for a view besides face, store and definition view; or a view, not its
// own, that its definition reads.
struct Part {
  std::string type;   // "table", "trigger" or "view"
  std::string name;   // in the view's schema
  std::string table;  // of a trigger
  std::string sql;    // as sqlite_schema has it
};

struct RegistryEntry {
  RelationName view;    // `schema` is the name under which the database is attached now
  std::string spec;     // JSON, as the user wrote it
  std::string method;   // these are words of the spec
  std::string storage;  // see Word(Storage)
  std::string mode;     // this and all that follows is empty for a view that stores nothing
  std::string timing;
  std::string reason;
  std::string store;  // names in the view's schema
  std::string definition;
  std::string created_at;  // moments are texts of clock.h
  bool populated = false;
  std::optional<std::string> due_at;
  std::optional<std::string> last_refresh;
  std::optional<double> last_duration_ms;
  std::optional<std::string> last_mode;
  std::optional<int64_t> last_deleted;
  std::optional<int64_t> last_inserted;
  std::optional<std::string> last_error;
  std::optional<std::string> last_error_at;
  std::optional<int64_t> rows;

  // Of a view that is maintained incrementally:
  std::vector<Part> parts;
  std::map<std::string, std::string> strategy;  // by source, "linear" or "keyed"
  std::optional<std::string> as_of;  // the moment at which a view of a sliding window is shown
  bool paused = false;

  bool IsIncremental() const;

  bool IsStored() const { return !store.empty(); }
  RelationName Store() const { return {view.schema, store}; }
  RelationName Definition() const { return {view.schema, definition}; }
};

// An unqualified name is looked up as SQLite does; the first thing of that name counts, whether it
// is vieworm's or not. Throws DoesNotExist, NotAView, or Error(kMissing) for an unknown schema.
RegistryEntry FindView(sqlite3* db, const RelationName& name);

// The same, but nothing where nothing of that name exists.
std::optional<RegistryEntry> FindViewIfExists(sqlite3* db, const RelationName& name);

// The row of `view`, which must have a schema, or nothing.
std::optional<RegistryEntry> LoadEntry(sqlite3* db, const RelationName& view);

// All views of a database, or of all databases; creates nothing where there is no registry.
std::vector<RegistryEntry> LoadEntries(sqlite3* db, const std::string& schema);

// The triggers of all views of a schema, in lower case.
std::set<std::string> OwnTriggers(sqlite3* db, const std::string& schema);
std::vector<RegistryEntry> LoadAllEntries(sqlite3* db);

// Writes the whole row, new or not; creates the table where there is none.
void SaveEntry(sqlite3* db, const RegistryEntry& entry);

// Takes the row out, and with the last one the table.
void RemoveEntry(sqlite3* db, const RelationName& view);

// Throws Error(kBadSpec) where a view cannot have that name: SQLite or vieworm keeps it for itself.
void CheckNotReserved(const std::string& name);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_REGISTRY_H_
