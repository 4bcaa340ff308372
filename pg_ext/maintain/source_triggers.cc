#include "pg_ext/maintain/source_triggers.h"

#include "common/ddl/triggers_postgres.h"
#include "pg_ext/execute.h"
#include "pg_ext/family.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/followed.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/relation.h"
#include "catalog/pg_class.h"
#include "storage/bufmgr.h"
}

namespace vieworm {

namespace {

// The triggers that name the store and that vieworm has made: the argument is kept with a zero byte
// behind it.
constexpr char kTriggers[] =
    "FROM pg_catalog.pg_trigger AS t JOIN vieworm.followed AS f "
    "ON f.source::pg_catalog.oid OPERATOR(pg_catalog.=) t.tgrelid "
    "JOIN pg_catalog.pg_class AS s "
    "ON s.oid OPERATOR(pg_catalog.=) f.store::pg_catalog.oid "
    "AND s.relname::pg_catalog.text OPERATOR(pg_catalog.=) $1 "
    "WHERE t.tgfoid OPERATOR(pg_catalog.=) 'vieworm.maintain'::pg_catalog.regproc::pg_catalog.oid "
    "AND t.tgargs OPERATOR(pg_catalog.=) (pg_catalog.convert_to($1, "
    "pg_catalog.getdatabaseencoding()) OPERATOR(pg_catalog.||) '\\x00'::pg_catalog.bytea)";

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

std::set<Oid> TablesWithTriggers(const RelationName& store) {
  ActingAsExtension as_extension;
  std::set<Oid> tables;
  std::string list = std::string("SELECT DISTINCT t.tgrelid ") + kTriggers;
  for (const Row& row : RunSqlAsOfNow(list, {store.name}).rows) tables.insert(ToOid(row[0]));
  return tables;
}

// On one table, or wherever they are.
void DropTriggers(const RelationName& store, std::optional<Oid> table) {
  ActingAsExtension as_extension;
  std::string list =
      std::string(
          "SELECT pg_catalog.format('DROP TRIGGER %I ON %I.%I', t.tgname, n.nspname, "
          "c.relname) FROM (SELECT t.* ") +
      kTriggers +
      ") AS t JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) t.tgrelid "
      "JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace";
  if (table) list += " WHERE c.oid OPERATOR(pg_catalog.=) " + std::to_string(*table);
  for (const Row& row : RunSqlAsOfNow(list, {store.name}).rows) RunSql(row[0].value());
  Oid id = RelationId(store);
  if (id != InvalidOid) ForgetFollowed(id, table);
}

void CreateOn(const TableTriggers& on_table, const RegisteredView& view) {
  RememberFollowed(view.store, RelationId(on_table.table));
  for (const Statement& statement : on_table.create) Run(statement, view.owner);
}

// Has it never held a row? No snapshot could tell: what it holds may be younger.
bool IsUntouched(Oid table) {
  if (KindOf(table) != RELKIND_RELATION) return true;  // a partitioned table has no rows of its own
  return PgCall([=] {
    ::Relation relation = relation_open(table, AccessShareLock);
    bool untouched = RelationGetNumberOfBlocks(relation) == 0;
    relation_close(relation, NoLock);
    return untouched;
  });
}

}  // namespace

void CreateTriggers(const RegisteredView& view, const PostgresMaintenance& maintenance) {
  for (const TableTriggers& on_table : TriggersInPostgres(view.store_name, maintenance)) {
    CreateOn(on_table, view);
  }
}

bool HasTriggers(const RegisteredView& view) {
  return !TablesWithTriggers(view.store_name).empty();
}

void DropTriggers(const RelationName& store) { DropTriggers(store, std::nullopt); }

bool FitTriggers(const RegisteredView& view, const PostgresMaintenance& maintenance) {
  bool rows_moved = false;
  std::set<Oid> have = TablesWithTriggers(view.store_name);
  for (const TableTriggers& on_table : TriggersInPostgres(view.store_name, maintenance)) {
    Oid table = RelationId(on_table.table);
    if (have.erase(table) > 0) continue;
    CreateOn(on_table, view);
    rows_moved = rows_moved || !IsUntouched(table);
  }
  for (Oid left : have) {
    DropTriggers(view.store_name, left);
    rows_moved = rows_moved || !IsUntouched(left);
  }
  return rows_moved;
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
  Value on = FirstValue(RunSqlAsOfNow(std::string("SELECT pg_catalog.count(*) ") + kTriggers +
                                          " AND t.tgenabled OPERATOR(pg_catalog.=) ANY "
                                          "(ARRAY['O', 'A']::pg_catalog.\"char\"[])",
                                      {view.store_name.name}));
  if (on == std::to_string(wanted)) return "";
  return "Of its " + std::to_string(wanted) + " triggers " + *on + " are on.";
}

}  // namespace vieworm
