// _vieworm_registry: one table in each database that has a view of vieworm's, with one row for
// each. It comes with the first view and goes with the last. Where somebody has dropped it, the
// views are still known by their faces, each of which has its spec in a comment.
#ifndef VIEWORM_SQLITE_EXT_REGISTRY_H_
#define VIEWORM_SQLITE_EXT_REGISTRY_H_

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/json.h"
#include "common/plan/view_plan.h"

struct sqlite3;

namespace vieworm {

// What a refresh did.
struct RefreshResult {
  int64_t deleted = 0;
  int64_t inserted = 0;
  double milliseconds = 0;
};

// A Part::type: a trigger that never fires, see renames.h.
inline constexpr char kNamesPart[] = "names";

// Something that was created for a view besides face and store; or a view, not its own, that its
// definition reads.
struct Part {
  std::string type;   // "table", "index", "trigger", "view" or kNamesPart
  std::string name;   // in the view's schema
  std::string table;  // of a trigger or an index
  std::string sql;    // as sqlite_schema has it; of a stored view its definition

  bool IsTrigger() const { return type == "trigger" || type == kNamesPart; }
};

struct RegistryEntry {
  RelationName view;    // `schema` is the name under which the database is attached now
  std::string spec;     // JSON, as the user wrote it
  std::string method;   // these are words of the spec
  std::string storage;  // see Word(Storage)
  std::string mode;     // this and all that follows is empty for a view that stores nothing
  std::string timing;
  std::string reason;
  std::string store;       // in the view's schema
  std::string definition;  // the SELECT
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

  std::vector<Part> parts;
  Json premises = Json::object();  // see premises.h
  bool lost = false;               // the registry has no row of it: somebody has dropped that

  // Of a view that is maintained incrementally:
  std::map<std::string, std::string> strategy;  // by source, "linear" or "keyed"
  std::optional<std::string> as_of;  // the moment at which a view of a sliding window is shown
  bool paused = false;

  bool IsIncremental() const;

  bool IsStored() const { return !store.empty(); }
  RelationName Store() const { return {view.schema, store}; }
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

std::vector<RegistryEntry> LoadAllEntries(sqlite3* db);

// The triggers of all views of a schema, in lower case.
std::set<std::string> OwnTriggers(sqlite3* db, const std::string& schema);

// Writes the whole row, new or not; creates the table where there is none.
void SaveEntry(sqlite3* db, const RegistryEntry& entry);

// Takes the row out, and with the last one the table.
void RemoveEntry(sqlite3* db, const RelationName& view);

// Converts what an earlier version has left in the schema, whose registry and stores had other
// names: the registry, that is; the views keep theirs until they are built anew. Returns the views.
std::vector<RegistryEntry> ConvertRegistry(sqlite3* db, const std::string& schema);

// Throws Error(kBadSpec) where a view cannot have that name: SQLite or vieworm keeps it for itself.
void CheckNotReserved(const std::string& name);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_REGISTRY_H_
