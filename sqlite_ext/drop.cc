#include "sqlite_ext/drop.h"

#include <optional>

#include "common/plan/refusals.h"
#include "common/sql/sql.h"
#include "sqlite_ext/dependents.h"
#include "sqlite_ext/maintain/upkeep.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/registry.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/view_parts.h"
#include "sqlite_ext/write_lock.h"

namespace vieworm {

namespace {

// The view of vieworm's that `view` is a part of.
std::optional<RegistryEntry> OwnerOf(sqlite3* db, const RelationName& view) {
  for (RegistryEntry& entry : LoadEntries(db, view.schema)) {
    if (SqliteDialect().SameName(entry.view.name, view.name)) return std::move(entry);
  }
  return std::nullopt;
}

void DropPlainView(sqlite3* db, const RelationName& view) {
  Sql sql(SqliteDialect());
  sql << "DROP VIEW " << view;
  Execute(db, sql.str());
}

class Dropper {
 public:
  Dropper(sqlite3* db, const RegistryEntry& entry)
      : db_(db), view_(entry.view), broken_(db, entry.view.schema) {
    Drop(entry);
  }

  // What the drop has broken, as users know it.
  std::vector<std::string> Dependents() const {
    std::vector<std::string> names;
    for (const RelationName& view : broken_.NewViews()) {
      std::optional<RegistryEntry> owner = OwnerOf(db_, view);
      std::string name = (owner ? owner->view : view).Display();
      if (names.empty() || names.back() != name) names.push_back(std::move(name));
    }
    return names;
  }

  // One view may break the next: goes on until nothing is broken that was not before.
  void DropDependents() {
    for (auto views = broken_.NewViews(); !views.empty(); views = broken_.NewViews()) {
      const RelationName& first = views.front();
      if (std::optional<RegistryEntry> owner = OwnerOf(db_, first)) {
        Drop(*owner);
      } else {
        DropPlainView(db_, first);
        dropped_.push_back(first.Display());
      }
    }
  }

  void CheckTriggers() const {
    std::vector<std::string> names;
    for (const RelationName& trigger : broken_.NewTriggers()) names.push_back(trigger.Display());
    if (names.empty()) return;
    throw Error(ErrorKind::kDependents,
                "cannot drop view " + Quoted(view_.Display()) + ": triggers read it",
                "They are " + Listed(names) + "; their tables could no longer be written to.",
                "Drop the triggers first.");
  }

  void CheckNoDependents() const {
    std::vector<std::string> names = Dependents();
    if (names.empty()) return;
    throw Error(ErrorKind::kDependents,
                "cannot drop view " + Quoted(view_.Display()) + ": other views depend on it",
                "They are " + Listed(names) + ".", "Use \"cascade\": true to drop them too.");
  }

  const Json& dropped() const { return dropped_; }

 private:
  void Drop(const RegistryEntry& entry) {
    DropParts(db_, entry);
    RemoveEntry(db_, entry.view);
    dropped_.push_back(entry.view.Display());
  }

  sqlite3* db_;
  RelationName view_;
  BrokenObjects broken_;
  Json dropped_ = Json::array();
};

}  // namespace

Json DropView(sqlite3* db, const RelationName& name, const DropOptions& options) {
  WriteSavepoint savepoint(db, name);
  ConvertViews(db);
  std::optional<RegistryEntry> entry = FindViewIfExists(db, name);
  if (!entry && !options.if_exists) throw DoesNotExist(name);
  Json dropped = Json::array();
  if (entry) {
    Dropper dropper(db, *entry);
    options.cascade ? dropper.DropDependents() : dropper.CheckNoDependents();
    dropper.CheckTriggers();
    dropped = dropper.dropped();
  }
  savepoint.Release();
  return dropped;
}

}  // namespace vieworm
