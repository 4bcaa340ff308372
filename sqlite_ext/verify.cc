#include "sqlite_ext/verify.h"

#include <algorithm>

#include "common/diagnostic.h"
#include "common/plan/refusals.h"
#include "sqlite_ext/maintain/compare.h"
#include "sqlite_ext/maintain/parts.h"
#include "sqlite_ext/maintain/plan.h"
#include "sqlite_ext/maintain/renew.h"
#include "sqlite_ext/maintain/upkeep.h"
#include "sqlite_ext/refresh.h"
#include "sqlite_ext/savepoint.h"
#include "sqlite_ext/view_parts.h"
#include "sqlite_ext/write_lock.h"

namespace vieworm {

namespace {

Json Heading(const RegistryEntry& entry) {
  return {{"schema", entry.view.schema}, {"name", entry.view.name}};
}

RegistryEntry FindMaintained(sqlite3* db, const RelationName& name, const char* what) {
  RegistryEntry entry = FindView(db, name);
  if (entry.IsIncremental()) return entry;
  throw Error(ErrorKind::kWrongState,
              std::string("cannot ") + what + " view " + Quoted(entry.view.Display()),
              "It is not maintained incrementally, so it has no triggers.");
}

// One that cannot be maintained now may be planned anew when what was in the way is gone.
bool AsksForMaintenance(const RegistryEntry& entry) {
  std::optional<RefreshSpec> refresh = SpecOf(entry).refresh;
  return refresh && refresh->on == Timing::kStatement;
}

// A view that looks through another one of vieworm's is checked against it.
void RepairWhatItReads(sqlite3* db, const RegistryEntry& entry) {
  for (RegistryEntry& other : LoadEntries(db, entry.view.schema)) {
    bool read = std::any_of(entry.parts.begin(), entry.parts.end(), [&](const Part& part) {
      return part.type == "view" && SqliteDialect().SameName(part.name, other.view.name);
    });
    if (!read || !other.IsIncremental() || Damage(db, other).empty()) continue;
    Renew(db, &other);
    SaveEntry(db, other);
  }
}

}  // namespace

Json VerifyView(sqlite3* db, const RelationName& name) {
  Savepoint savepoint(db);
  RegistryEntry entry = FindView(db, name);
  Json report = Heading(entry);
  report["missing"] = nullptr;
  report["extra"] = nullptr;
  if (!entry.IsStored() || CanBeCompared(db, entry)) {
    BagDifference difference;
    if (entry.IsStored()) difference = CompareBags(db, ExpectedContents(db, entry), entry.view);
    report["missing"] = difference.missing;
    report["extra"] = difference.extra;
    report["samples"] = difference.samples;
  }
  std::string damage = Damage(db, entry);
  if (!damage.empty()) report["damage"] = damage;
  savepoint.Release();
  return report;
}

Json RepairView(sqlite3* db, const RelationName& name) {
  WriteSavepoint savepoint(db, name);
  ConvertViews(db);
  RegistryEntry entry = FindView(db, name);
  if (!entry.IsStored()) throw NotStored(entry.view);
  RefreshResult result;
  if (entry.IsIncremental() || AsksForMaintenance(entry) || !HasFace(db, entry)) {
    RepairWhatItReads(db, entry);
    result = Renew(db, &entry);
    entry.populated = true;
  } else {
    result = RefreshEntry(db, RefreshOptions(), &entry);
  }
  SaveEntry(db, entry);
  Json report = Heading(entry);
  report["deleted"] = result.deleted;
  report["inserted"] = result.inserted;
  savepoint.Release();
  return report;
}

Json PauseView(sqlite3* db, const RelationName& name) {
  WriteSavepoint savepoint(db, name);
  MendViews(db);
  RegistryEntry entry = FindMaintained(db, name, "pause");
  Pause(db, &entry);
  SaveEntry(db, entry);
  Json report = Heading(entry);
  report["paused"] = true;
  savepoint.Release();
  return report;
}

Json ResumeView(sqlite3* db, const RelationName& name) {
  WriteSavepoint savepoint(db, name);
  MendViews(db);
  RegistryEntry entry = FindMaintained(db, name, "resume");
  RefreshResult result;
  if (entry.paused) {
    result = Renew(db, &entry);
    entry.populated = true;
    SaveEntry(db, entry);
  }
  Json report = Heading(entry);
  report["paused"] = false;
  report["deleted"] = result.deleted;
  report["inserted"] = result.inserted;
  savepoint.Release();
  return report;
}

}  // namespace vieworm
