#include "sqlite_ext/create.h"

#include <algorithm>
#include <set>

#include "common/ddl/create.h"
#include "common/ddl/fit_indexes.h"
#include "common/ddl/refresh.h"
#include "common/plan/refusals.h"
#include "common/plan/view_plan.h"
#include "common/spec/json_reader.h"
#include "common/spec/spec_parser.h"
#include "common/spec/words.h"
#include "common/sql/sql.h"
#include "sqlite_ext/clock.h"
#include "sqlite_ext/definition_query.h"
#include "sqlite_ext/definition_text.h"
#include "sqlite_ext/dependents.h"
#include "sqlite_ext/due.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/maintain/build.h"
#include "sqlite_ext/maintain/parts.h"
#include "sqlite_ext/maintain/plan.h"
#include "sqlite_ext/maintain/premises.h"
#include "sqlite_ext/maintain/renames.h"
#include "sqlite_ext/maintain/renew.h"
#include "sqlite_ext/maintain/upkeep.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/savepoint.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/sqlite.h"
#include "sqlite_ext/sqlite_catalog.h"
#include "sqlite_ext/view_parts.h"
#include "sqlite_ext/write_lock.h"

namespace vieworm {

namespace {

ViewSpec ReadSpec(sqlite3* db, const Json& json) {
  ViewSpec spec = ParseSpec(json, SqliteDialect());
  CheckNotReserved(spec.name);
  spec.schema = SchemaNamed(db, spec.schema.empty() ? "main" : spec.schema);
  spec.definition = OneSelect(spec.definition);
  CheckIndexTexts(spec);
  return spec;
}

// An index of SQLite's must have a name, and the user gave none.
void NameIndexes(sqlite3* db, ViewPlan* plan) {
  std::set<std::string> taken;
  for (IndexSpec& index : plan->spec.indexes) {
    if (index.name) continue;
    std::string suffix;
    for (const IndexKey& key : index.keys)
      suffix += (key.column.empty() ? "expr" : key.column) + "_";
    suffix += "idx";
    std::string name = FreeName(db, plan->view, suffix);
    for (int n = 1; !taken.insert(LowerAscii(name)).second; ++n) {
      name = FreeName(db, plan->view, suffix + "_" + std::to_string(n));
    }
    index.name = name;
  }
}

// What is to be created.
struct SqlitePlan {
  ViewPlan view;
  MaintenanceOutcome outcome;        // without maintenance: refreshed in full
  std::vector<Part> names;           // triggers, see renames.h
  std::vector<std::string> ignored;  // JSON pointers
};

bool AsksForMaintenance(const ViewPlan& plan) {
  const std::optional<RefreshSpec>& refresh = plan.spec.refresh;
  return plan.storage == Storage::kStore && refresh && refresh->on == Timing::kStatement;
}

void PlanMaintenanceIfAsked(sqlite3* db, SqlitePlan* plan) {
  ViewPlan& view = plan->view;
  if (!AsksForMaintenance(view)) return;
  plan->outcome = PlanMaintenance(db, view);
  if (plan->outcome.maintenance) {
    view.mode = RefreshMode::kIncremental;
    view.timing = Timing::kStatement;
    view.reason.clear();
    for (const auto& [source, how] : plan->outcome.maintenance->strategy) {
      view.strategy[RelationName{view.view.schema, source}.Display()] = how;
    }
    std::vector<StoreIndex> own;  // the key of the groups is an index of another shape here
    for (std::string& pointer :
         FitIndexes(plan->outcome.maintenance->stored, SqliteDialect(), &own, &view)) {
      plan->ignored.push_back(std::move(pointer));
    }
    return;
  }
  view.reason = plan->outcome.reason;
  if (view.spec.refresh->mode == RefreshMode::kIncremental) {
    throw CannotMaintain(view.view, view.reason);
  }
}

SqlitePlan Plan(sqlite3* db, const ViewSpec& spec) {
  SqliteCatalog catalog(db);
  SqlitePlan plan{PlanView(spec, SqliteDialect(), catalog), {}, {}, {}};
  plan.ignored = IgnoredBySqlite(spec);
  PlanMaintenanceIfAsked(db, &plan);
  NameIndexes(db, &plan.view);
  // What cannot be refreshed must not be created.
  if (plan.view.storage == Storage::kStore) {
    plan.names = PlanNames(db, plan.view.view, plan.view.spec.definition);
    RefreshByDifferenceInSqlite(plan.view.store, "", plan.view.facts.columns, {});
  }
  return plan;
}

std::vector<Statement> StatementsOf(const SqlitePlan& plan) {
  std::vector<Statement> statements = plan.outcome.maintenance
                                          ? CreateInSqlite(plan.view, *plan.outcome.maintenance)
                                          : CreateInSqlite(plan.view);
  for (const Part& part : plan.names) statements.push_back({Actor::kCaller, part.sql});
  return statements;
}

RegistryEntry NewEntry(sqlite3* db, const ViewPlan& plan) {
  RegistryEntry entry;
  entry.view = plan.view;
  entry.spec = plan.spec.source.dump();
  entry.method = Word(plan.spec.method);
  entry.storage = Word(plan.storage);
  Moment now = Now(db);
  entry.created_at = now.text;
  entry.populated = plan.spec.with_data;
  if (plan.storage == Storage::kView) return entry;
  entry.mode = Word(plan.mode);
  entry.timing = Word(plan.timing);
  entry.reason = plan.reason;
  entry.store = plan.store.name;
  entry.definition = plan.spec.definition;
  entry.due_at = NextDue(db, plan.spec, now);
  return entry;
}

// Creation with data counts as the first refresh.
void NoteFirstRefresh(sqlite3* db, double milliseconds, RegistryEntry* entry) {
  if (!entry->IsStored()) return;
  entry->rows = CountRows(db, entry->Store());
  if (!entry->populated) return;
  entry->last_refresh = entry->created_at;
  entry->last_duration_ms = milliseconds;
  entry->last_mode = entry->mode;
  entry->last_deleted = 0;
  entry->last_inserted = entry->rows;
}

// Takes down what the view was planned for.
void NoteSchema(sqlite3* db, const std::vector<Part>& names, RegistryEntry* entry) {
  entry->parts.insert(entry->parts.end(), names.begin(), names.end());
  for (const Part& part : names) Execute(db, part.sql);
  RememberParts(db, entry);
  if (entry->IsStored()) entry->premises = PremisesOf(db, *entry);
}

RegistryEntry BuildInFull(sqlite3* db, const SqlitePlan& plan) {
  Stopwatch stopwatch;
  for (const Statement& statement : CreateInSqlite(plan.view)) Execute(db, statement.sql);
  RegistryEntry entry = NewEntry(db, plan.view);
  NoteSchema(db, plan.names, &entry);
  NoteFirstRefresh(db, stopwatch.Milliseconds(), &entry);
  SaveEntry(db, entry);
  return entry;
}

// What the definition allows, but cannot be created after all, is left to full refresh.
RegistryEntry Build(sqlite3* db, SqlitePlan* plan) {
  if (!plan->outcome.maintenance) return BuildInFull(db, *plan);
  Stopwatch stopwatch;
  RegistryEntry entry = NewEntry(db, plan->view);
  std::string failure = BuildMaintained(db, plan->view, plan->outcome, &entry);
  if (failure.empty()) {
    NoteSchema(db, plan->names, &entry);
    NoteFirstRefresh(db, stopwatch.Milliseconds(), &entry);
    SaveEntry(db, entry);
    return entry;
  }
  DropParts(db, entry);
  if (plan->view.spec.refresh->mode == RefreshMode::kIncremental) {
    throw CannotMaintain(plan->view.view, failure);
  }
  plan->outcome.maintenance.reset();
  plan->view.mode = RefreshMode::kFull;
  plan->view.timing = Timing::kDemand;
  plan->view.reason = failure;
  return BuildInFull(db, *plan);
}

// The registry is of this file; under which name the file is attached is not the view's affair.
bool IsUnchanged(const RegistryEntry& entry, const ViewSpec& spec) {
  Json old_spec = ParseJson(entry.spec, "spec of view " + Quoted(entry.view.Display()));
  Json new_spec = spec.source;
  old_spec.erase("schema");
  new_spec.erase("schema");
  return SameView(old_spec, new_spec);
}

// What is to be done about what exists under the view's name.
enum class Course { kCreate, kLeaveAlone, kKeepUnchanged, kReplace };

Course Decide(sqlite3* db, const ViewSpec& spec, const std::optional<RegistryEntry>& entry) {
  RelationName view{spec.schema, spec.name};
  if (ObjectType(db, view).empty()) return Course::kCreate;
  if (!spec.or_replace) {
    if (spec.if_not_exists) return Course::kLeaveAlone;
    throw AlreadyExists(view);
  }
  if (!entry || !HasFace(db, *entry)) throw NotReplaceable(view);
  bool whole = IsUnchanged(*entry, spec) && Damage(db, *entry).empty();
  return whole ? Course::kKeepUnchanged : Course::kReplace;
}

void CheckStillWorking(const BrokenObjects& broken, const RelationName& view) {
  std::vector<std::string> names;
  for (const RelationName& each : broken.NewViews()) names.push_back(each.Display());
  for (const RelationName& each : broken.NewTriggers()) names.push_back(each.Display());
  if (names.empty()) return;
  throw Error(ErrorKind::kDependents,
              "cannot replace view " + Quoted(view.Display()) + ": others depend on it",
              "With the new definition these would no longer work: " + Listed(names) + ".",
              "Change them first, or drop the view with \"cascade\": true.");
}

Json Report(const SqlitePlan& plan, bool created, bool replaced) {
  Json report = plan.view.Summary();
  report["created"] = created;
  if (plan.view.spec.or_replace) report["replaced"] = replaced;
  if (!plan.ignored.empty()) report["ignored"] = plan.ignored;
  return report;
}

Json KeepUnchanged(sqlite3* db, const ViewSpec& spec, RegistryEntry entry) {
  SqlitePlan plan = Plan(db, spec);
  if (!entry.due_at) entry.due_at = NextDue(db, spec, Now(db));
  SaveEntry(db, entry);
  return Report(plan, false, false);
}

// Views that look through the one that was replaced are maintained by its old definition.
void RenewReaders(sqlite3* db, const RegistryEntry& replaced) {
  const std::string& name = replaced.view.name;
  for (RegistryEntry& reader : LoadEntries(db, replaced.view.schema)) {
    bool reads = std::any_of(reader.parts.begin(), reader.parts.end(), [&](const Part& part) {
      return part.type == "view" && SqliteDialect().SameName(part.name, name);
    });
    if (!reads) continue;
    Renew(db, &reader);
    SaveEntry(db, reader);
  }
}

Json Replace(sqlite3* db, const ViewSpec& spec, const RegistryEntry& entry) {
  BrokenObjects broken(db, spec.schema);
  DropParts(db, entry);
  SqlitePlan plan = Plan(db, spec);
  Build(db, &plan);
  CheckStillWorking(broken, plan.view.view);
  RenewReaders(db, entry);
  return Report(plan, false, true);
}

Json LeftAlone(const RelationName& view) {
  return {{"schema", view.schema}, {"name", view.name}, {"created", false}};
}

Json Create(sqlite3* db, const ViewSpec& spec) {
  std::optional<RegistryEntry> entry = LoadEntry(db, {spec.schema, spec.name});
  switch (Decide(db, spec, entry)) {
    case Course::kLeaveAlone:
      return LeftAlone({spec.schema, spec.name});
    case Course::kKeepUnchanged:
      return KeepUnchanged(db, spec, *entry);
    case Course::kReplace:
      return Replace(db, spec, *entry);
    case Course::kCreate:
      break;
  }
  // What a plain DROP VIEW has left.
  if (entry) DropParts(db, *entry);
  SqlitePlan plan = Plan(db, spec);
  Build(db, &plan);
  return Report(plan, true, false);
}

}  // namespace

Json CreateView(sqlite3* db, const Json& json) {
  ViewSpec spec = ReadSpec(db, json);
  RelationName view{spec.schema, spec.name};
  bool alone = sqlite3_get_autocommit(db) != 0;
  bool keeps = spec.if_not_exists && !spec.or_replace;
  // Nothing is to be written, and outside of a transaction looking first locks nothing.
  if (alone && keeps && !ObjectType(db, view).empty()) return LeftAlone(view);
  WriteSavepoint savepoint(db, view);
  MendViews(db);
  Json report = Create(db, spec);
  savepoint.Release();
  return report;
}

namespace {

std::string Compiled(sqlite3* db, const ViewSpec& spec, std::vector<std::string> statements) {
  for (Statement& statement : StatementsOf(Plan(db, spec))) {
    statements.push_back(std::move(statement.sql));
  }
  std::string text;
  for (const std::string& statement : statements) text += statement + ";\n";
  return text;
}

// The old view is dropped, so that its names are free, and comes back with the rollback.
std::string CompileReplacement(sqlite3* db, const ViewSpec& spec, const RegistryEntry& entry) {
  WriteSavepoint savepoint(db, entry.view);
  std::vector<std::string> statements = DropStatements(db, entry);
  DropParts(db, entry);
  return Compiled(db, spec, std::move(statements));
}

}  // namespace

std::string CompileView(sqlite3* db, const Json& json) {
  ViewSpec spec = ReadSpec(db, json);
  std::optional<RegistryEntry> entry = LoadEntry(db, {spec.schema, spec.name});
  Course course = Decide(db, spec, entry);
  if (course == Course::kLeaveAlone || course == Course::kKeepUnchanged) return "";
  if (entry) return CompileReplacement(db, spec, *entry);
  Savepoint savepoint(db);
  std::string text = Compiled(db, spec, {});
  // A rollback that takes schema changes back would end the statements that are reading.
  savepoint.Release();
  return text;
}

RegistryEntry Foresee(sqlite3* db, const Json& json) {
  SqlitePlan plan = Plan(db, ReadSpec(db, json));
  RegistryEntry entry = NewEntry(db, plan.view);
  if (plan.outcome.maintenance) NoteParts(plan.outcome, &entry);
  return entry;
}

namespace {

// What a definition is rewritten to by a rename may call its columns otherwise; the view does not.
std::vector<std::string> ColumnsToKeep(sqlite3* db, const RegistryEntry& entry) {
  bool readable = HasFace(db, entry) && CanBeRead(db, NameAsSource(entry.view));
  return readable ? RelationColumns(db, entry.view) : SpecOf(entry).columns;
}

}  // namespace

RegistryEntry Rebuild(sqlite3* db, const RegistryEntry& entry, bool with_data) {
  ViewSpec spec = SpecOf(entry);
  spec.schema = entry.view.schema;
  spec.definition = CurrentDefinition(db, entry);
  spec.with_data = with_data;
  bool renamed = spec.definition != OneSelect(SpecOf(entry).definition);
  if (renamed && !HasStar(spec.definition)) spec.columns = ColumnsToKeep(db, entry);
  DropParts(db, entry);
  SqlitePlan plan = Plan(db, spec);
  return Build(db, &plan);
}

}  // namespace vieworm
