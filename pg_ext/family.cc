#include "pg_ext/family.h"

#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/spi.h"

extern "C" {
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
}

namespace vieworm {

namespace {

constexpr char kAncestors[] =
    "WITH RECURSIVE above(table_id, steps) AS ("
    "SELECT $1::pg_catalog.oid, 0 UNION "
    "SELECT i.inhparent, a.steps OPERATOR(pg_catalog.+) 1 FROM above AS a "
    "JOIN pg_catalog.pg_inherits AS i ON i.inhrelid OPERATOR(pg_catalog.=) a.table_id) "
    "SELECT table_id FROM above GROUP BY table_id ORDER BY pg_catalog.min(steps), table_id";

}  // namespace

std::vector<Oid> FamilyOf(Oid table) {
  if (KindOf(table) == 0) return {};
  List* all = PgCall([=] { return find_all_inheritors(table, NoLock, nullptr); });
  std::vector<Oid> family;
  ListCell* cell;
  foreach (cell, all) {
    family.push_back(lfirst_oid(cell));
  }
  return family;
}

std::vector<Oid> WithAncestors(Oid table) {
  ActingAsExtension as_extension;
  std::vector<Oid> ancestors;
  for (const Row& row : RunSqlAsOfNow(kAncestors, {std::to_string(table)}).rows) {
    ancestors.push_back(static_cast<Oid>(std::stoul(row[0].value())));
  }
  return ancestors;
}

bool HasHeirs(Oid table) {
  if (KindOf(table) == RELKIND_PARTITIONED_TABLE) return false;
  return PgCall([=] { return find_inheritance_children(table, NoLock) != NIL; });
}

}  // namespace vieworm
