#include "sqlite_ext/maintain/renew.h"

#include <algorithm>
#include <optional>

#include "common/ddl/create.h"
#include "common/names.h"
#include "common/sql/sql.h"
#include "sqlite_ext/clock.h"
#include "sqlite_ext/create.h"
#include "sqlite_ext/definition_query.h"
#include "sqlite_ext/maintain/compare.h"
#include "sqlite_ext/maintain/parts.h"
#include "sqlite_ext/maintain/plan.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/sqlite.h"
#include "sqlite_ext/sqlite_catalog.h"
#include "sqlite_ext/store_types.h"
#include "sqlite_ext/view_parts.h"

namespace vieworm {

namespace {

RefreshResult Empty(sqlite3* db, RegistryEntry* entry) {
  RefreshResult result;
  if (CanBeRead(db, NameAsSource(entry->view))) result.deleted = CountRows(db, entry->view);
  Succeed(Rebuild(db, *entry, false), entry);
  return result;
}

bool FaceReadsSources(sqlite3* db, const RegistryEntry& entry) {
  if (!HasFace(db, entry)) return false;
  std::string select = SelectOfView(db, entry.view);
  std::vector<std::string> read = NamesOfTables(select);
  return std::any_of(read.begin(), read.end(),
                     [](const std::string& name) { return !IsInternalName(name); });
}

void DropTables(sqlite3* db, RegistryEntry* entry) {
  for (const Part& part : entry->parts) {
    if (part.type != "table") continue;
    Sql sql(SqliteDialect());
    sql << "DROP TABLE IF EXISTS " << RelationName{entry->view.schema, part.name};
    Execute(db, sql.str());
  }
  std::erase_if(entry->parts, [](const Part& part) { return part.type == "table"; });
}

// What the face computes from its sources becomes a table.
void Freeze(sqlite3* db, RegistryEntry* entry) {
  std::vector<Column> columns;
  for (const std::string& name : RelationColumns(db, entry->view)) {
    columns.emplace_back().name = name;
  }
  std::string shown = NameAsSource(entry->view);
  SetStoreTypes(db, shown, entry->view.schema, CurrentDefinition(db, *entry), &columns);
  RelationName copy{entry->view.schema, FreeName(db, entry->view, names::kStore)};
  Execute(db, CreateStore(copy, columns));
  Execute(db, "INSERT INTO " + NameAsSource(copy) + " SELECT * FROM " + shown);
  Execute(db, "DROP VIEW " + shown);
  DropTables(db, entry);
  Execute(db, CreateFace(entry->view, copy, columns, Json::parse(entry->spec)));
  entry->store = copy.name;
  entry->parts.push_back({"table", copy.name, "", ""});
  RememberParts(db, entry);
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

bool IsEmpty(sqlite3* db, const RelationName& table) {
  return !Prepared(db, "SELECT 1 FROM " + NameAsSource(table) + " LIMIT 1").Step();
}

// Has somebody emptied the tables of the view? They may be empty because it is. (A store with some
// rows that are wrong is vieworm_verify's affair: to look for them costs what a full refresh does.)
bool WasEmptied(sqlite3* db, const RegistryEntry& entry) {
  if (IsEmpty(db, entry.Store())) {
    BagDifference difference = CompareBags(db, ExpectedContents(db, entry), entry.view);
    return difference.missing + difference.extra > 0;
  }
  std::string rows = names::Internal(entry.view.name, "rows");
  return std::any_of(entry.parts.begin(), entry.parts.end(), [&](const Part& part) {
    bool is_rows = part.type == "table" && LowerAscii(part.name).starts_with(LowerAscii(rows));
    return is_rows && IsEmpty(db, {entry.view.schema, part.name});
  });
}

}  // namespace

void Succeed(RegistryEntry fresh, RegistryEntry* entry) {
  fresh.spec = entry->spec;
  if (!entry->lost) {
    fresh.created_at = entry->created_at;
    fresh.due_at = entry->due_at;
  }
  fresh.last_refresh = entry->last_refresh;
  fresh.last_duration_ms = entry->last_duration_ms;
  fresh.last_mode = entry->last_mode;
  fresh.last_error = entry->last_error;
  fresh.last_error_at = entry->last_error_at;
  *entry = std::move(fresh);
}

bool CanBeCompared(sqlite3* db, const RegistryEntry& entry) {
  std::string shown = NameAsSource(entry.view);
  std::string expected = AsSource(ExpectedContents(db, entry));
  return HasFace(db, entry) && CanBeRead(db, shown) && CanBeRead(db, expected) &&
         ColumnsOfSource(db, shown).size() == ColumnsOfSource(db, expected).size();
}

RefreshResult Renew(sqlite3* db, RegistryEntry* entry) {
  BagDifference difference;
  if (CanBeCompared(db, *entry)) {
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
              !Damage(db, *entry).empty() || WasEmptied(db, *entry);
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
  if (paused) Pause(db, entry);
  return result;
}

void Pause(sqlite3* db, RegistryEntry* entry) {
  for (const Part& part : entry->parts) {
    if (part.type != "trigger") continue;
    Sql sql(SqliteDialect());
    sql << "DROP TRIGGER IF EXISTS " << RelationName{entry->view.schema, part.name};
    Execute(db, sql.str());
  }
  if (FaceReadsSources(db, *entry)) Freeze(db, entry);
  entry->paused = true;
}

}  // namespace vieworm
