#include "pg_ext/maintain/source_triggers.h"

#include <algorithm>

#include "common/ddl/triggers_postgres.h"
#include "common/sql/dialect.h"
#include "pg_ext/execute.h"
#include "pg_ext/family.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/programs.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/relation.h"
#include "catalog/pg_class.h"
#include "storage/bufmgr.h"
#include "storage/lmgr.h"
}

namespace vieworm {

namespace {

// The triggers that name the store: the argument is kept with a zero byte behind it. Those of rows
// are not vieworm's; a partition has some that cannot be dropped from it.
constexpr char kTriggers[] =
    "SELECT t.tgrelid, t.oid, t.tgname, t.tgenabled OPERATOR(pg_catalog.=) ANY "
    "(ARRAY['O', 'A']::pg_catalog.\"char\"[]) FROM pg_catalog.pg_trigger AS t "
    "WHERE t.tgfoid OPERATOR(pg_catalog.=) 'vieworm.maintain'::pg_catalog.regproc::pg_catalog.oid "
    "AND (t.tgtype OPERATOR(pg_catalog.&) 1::pg_catalog.int2) OPERATOR(pg_catalog.=) 0 "
    "AND t.tgargs OPERATOR(pg_catalog.=) (pg_catalog.convert_to($1, "
    "pg_catalog.getdatabaseencoding()) OPERATOR(pg_catalog.||) '\\x00'::pg_catalog.bytea) "
    "ORDER BY 1, 3";

// How many there ought to be on each table of a source's family: one for each program, or two where
// it must be known when a statement begins; and one that follows TRUNCATE.
constexpr char kWanted[] =
    "SELECT p.source::pg_catalog.oid, 1 OPERATOR(pg_catalog.+) pg_catalog.count(*) "
    "OPERATOR(pg_catalog.+) pg_catalog.count(*) FILTER (WHERE "
    "(p.program OPERATOR(pg_catalog.->>) 'overlaps')::pg_catalog.bool) "
    "FROM vieworm.programs AS p "
    "WHERE p.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
    "AND p.source::pg_catalog.oid OPERATOR(pg_catalog.<>) p.store::pg_catalog.oid GROUP BY 1";

Oid ToOid(const Value& value) { return static_cast<Oid>(std::stoul(value.value())); }

struct SourceTrigger {
  Oid table;
  Oid trigger;
  std::string name;
  bool on;
};

// With the names of vieworm's. Anybody may create such a trigger on a table of their own, too: only
// those on tables of the sources' families are sure to be vieworm's.
std::vector<SourceTrigger> TriggersOf(const RelationName& store) {
  ActingAsExtension as_extension;
  std::vector<SourceTrigger> triggers;
  for (const Row& row : RunSqlAsOfNow(kTriggers, {store.name}).rows) {
    if (IsTriggerName(row[2].value(), store)) {
      triggers.push_back({ToOid(row[0]), ToOid(row[1]), row[2].value(), row[3] == "t"});
    }
  }
  return triggers;
}

std::set<Oid> TablesWithTriggers(const RelationName& store) {
  std::set<Oid> tables;
  for (const SourceTrigger& each : TriggersOf(store)) tables.insert(each.table);
  return tables;
}

std::set<Oid> TablesInFamilies(Oid store) {
  std::set<Oid> tables;
  for (Oid source : SourcesOf(store)) {
    for (Oid member : FamilyOf(source)) tables.insert(member);
  }
  return tables;
}

// Waits for nobody: it may be a table of anybody's, who holds a lock on it.
bool CanLock(Oid table) {
  return PgCall([=] { return ConditionalLockRelationOid(table, AccessExclusiveLock); });
}

void Drop(const SourceTrigger& trigger) {
  std::optional<RelationName> table = NameIfExists(trigger.table);
  if (!table) return;
  ActingAsExtension as_extension;
  RunSql("DROP TRIGGER " + QuoteIdentifier(trigger.name) + " ON " + QualifiedSql(*table));
}

// Has it ever held a row? No snapshot could tell: what it holds may be younger.
bool HasHeldRows(Oid table) {
  if (KindOf(table) != RELKIND_RELATION) return false;  // a partitioned table has none of its own
  return PgCall([=] {
    ::Relation relation = relation_open(table, AccessShareLock);
    bool held = RelationGetNumberOfBlocks(relation) > 0;
    relation_close(relation, NoLock);
    return held;
  });
}

}  // namespace

void CreateTriggers(const RegisteredView& view, const PostgresMaintenance& maintenance) {
  for (const TableTriggers& on_table : TriggersInPostgres(view.store_name, maintenance)) {
    for (const Statement& statement : on_table.create) Run(statement, view.owner);
  }
}

std::vector<std::pair<Oid, Oid>> TriggersNaming(const RelationName& store) {
  std::vector<std::pair<Oid, Oid>> found;
  for (const SourceTrigger& each : TriggersOf(store)) found.emplace_back(each.table, each.trigger);
  return found;
}

bool HasTriggers(const RegisteredView& view) {
  std::set<Oid> families = TablesInFamilies(view.store);
  std::vector<SourceTrigger> triggers = TriggersOf(view.store_name);
  return std::any_of(triggers.begin(), triggers.end(),
                     [&](const SourceTrigger& each) { return families.count(each.table) > 0; });
}

void DropTriggers(Oid store, const RelationName& name) {
  std::set<Oid> families = TablesInFamilies(store);
  for (const SourceTrigger& each : TriggersOf(name)) {
    if (families.count(each.table) > 0 || CanLock(each.table)) Drop(each);
  }
}

bool FitTriggers(const RegisteredView& view, const PostgresMaintenance& maintenance,
                 bool family_changed) {
  std::set<Oid> have = TablesWithTriggers(view.store_name);
  std::set<Oid> moved;
  for (const TableTriggers& on_table : TriggersInPostgres(view.store_name, maintenance)) {
    Oid table = RelationId(on_table.table);
    if (have.erase(table) > 0) continue;
    for (const Statement& statement : on_table.create) Run(statement, view.owner);
    moved.insert(table);
  }
  if (!family_changed) return std::any_of(moved.begin(), moved.end(), HasHeldRows);
  for (const SourceTrigger& each : TriggersOf(view.store_name)) {
    if (have.count(each.table) > 0 && CanLock(each.table)) Drop(each);
  }
  moved.merge(have);
  return moved.empty() || std::any_of(moved.begin(), moved.end(), HasHeldRows);
}

bool MissesTable(const PostgresMaintenance& maintenance) {
  for (const RelationName& source : maintenance.sources) {
    auto known = maintenance.members.find(source.Display());
    size_t members = known == maintenance.members.end() ? 0 : known->second.size();
    if (FamilyOf(RelationId(source)).size() != members + 1) return true;
  }
  return false;
}

std::string DamageOfTriggers(const RegisteredView& view) {
  ActingAsExtension as_extension;
  size_t wanted = 0;
  for (const Row& row : RunSqlAsOfNow(kWanted, {std::to_string(view.store)}).rows) {
    wanted += std::stoul(row[1].value()) * FamilyOf(ToOid(row[0])).size();
  }
  std::set<Oid> families = TablesInFamilies(view.store);
  std::vector<SourceTrigger> triggers = TriggersOf(view.store_name);
  auto on = std::count_if(triggers.begin(), triggers.end(), [&](const SourceTrigger& each) {
    return each.on && families.count(each.table) > 0;
  });
  if (static_cast<size_t>(on) == wanted) return "";
  return "Of its " + std::to_string(wanted) + " triggers " + std::to_string(on) + " are on.";
}

}  // namespace vieworm
