#include "pg_ext/lower/source_table.h"

#include "common/names.h"
#include "pg_ext/compat.h"
#include "pg_ext/family.h"
#include "pg_ext/guard.h"
#include "pg_ext/lookup.h"
#include "pg_ext/lower/refused.h"
#include "pg_ext/registry.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/relation.h"
#include "access/transam.h"
#include "catalog/pg_inherits.h"
#include "rewrite/prs2lock.h"
#include "rewrite/rewriteHandler.h"
#include "utils/rel.h"
}

namespace vieworm::lower {

namespace {

// Nobody may change what is looked at here until the transaction ends, as with any query.
template <typename Look>
auto WithRelation(Oid id, Look look) {
  return PgCall([=] {
    ::Relation relation = relation_open(id, AccessShareLock);
    auto seen = look(relation);
    relation_close(relation, NoLock);
    return seen;
  });
}

bool HasSelectRule(::Relation relation) {
  const RuleLock* rules = relation->rd_rules;
  for (int i = 0; rules != nullptr && i < rules->numLocks; ++i) {
    if (rules->rules[i]->event == CMD_SELECT) return true;
  }
  return false;
}

// Why a table cannot be a source, or null. What is done to the table above it changes its rows, and
// none of its own triggers would tell.
const char* FaultOfTable(::Relation table) {
  Form_pg_class facts = table->rd_rel;
  if (facts->relpersistence == RELPERSISTENCE_TEMP) return "a temporary table";
  if (facts->relpersistence == RELPERSISTENCE_UNLOGGED) return "an unlogged table";
  if (facts->relispartition) return "a partition";
  if (has_superclass(RelationGetRelid(table))) return "a table that inherits from another";
  if (HasSelectRule(table)) return "a table with a rule";
  return nullptr;
}

// Why a table below a source cannot be followed, or null.
const char* FaultOfMember(::Relation member) {
  switch (member->rd_rel->relpersistence) {
    case RELPERSISTENCE_TEMP:
      return "a table above a temporary one";
    case RELPERSISTENCE_UNLOGGED:
      return "a table above an unlogged one";
  }
  bool foreign = member->rd_rel->relkind == RELKIND_FOREIGN_TABLE;
  return foreign ? "a table above a foreign one" : nullptr;
}

// What changes a table of the family must be a statement on the family.
const char* FaultOfFamily(const std::vector<Oid>& family) {
  for (Oid member : family) {
    if (member == family[0]) continue;
    if (const char* fault = WithRelation(member, FaultOfMember)) return fault;
    for (Oid above : WithAncestors(member)) {
      if (std::find(family.begin(), family.end(), above) != family.end()) continue;
      return "a table above one that inherits from another as well";
    }
  }
  return nullptr;
}

const char* FaultOfView(::Relation view) {
  if (RelationHasSecurityInvoker(view)) return "a view with security_invoker";
  if (RelationIsSecurityView(view)) return "a view with security_barrier";
  return nullptr;
}

const char* FaultOfKind(char kind) {
  switch (kind) {
    case RELKIND_RELATION:
    case RELKIND_PARTITIONED_TABLE:
    case RELKIND_VIEW:
      return nullptr;
    case RELKIND_FOREIGN_TABLE:
      return "a foreign table";
    case RELKIND_MATVIEW:
      return "a materialized view";
    case RELKIND_SEQUENCE:
      return "a sequence";
  }
  return "which is no table";
}

// Policies hide rows from everybody but the table's owner; and from him, too, where they are
// forced.
bool HidesRowsFrom(::Relation table, Oid user) {
  Form_pg_class facts = table->rd_rel;
  return facts->relrowsecurity && (facts->relforcerowsecurity || facts->relowner != user);
}

const char* FaultOf(Oid relation, const RelationName& name, Oid owner) {
  char kind = KindOf(relation);
  if (const char* fault = FaultOfKind(kind)) return fault;
  if (kind == RELKIND_VIEW) return WithRelation(relation, FaultOfView);
  if (relation < FirstNormalObjectId) return "a system catalog";
  bool hides =
      WithRelation(relation, [=](::Relation table) { return HidesRowsFrom(table, owner); });
  if (hides) return "a table with row-level security";
  if (const char* fault = WithRelation(relation, FaultOfTable)) return fault;
  return FaultOfFamily(FamilyOf(relation));
}

struct ColumnFacts {
  const char* name;  // null where it was dropped
  bool not_null;
  bool computed;  // when it is read
};

struct TableRow {
  int count;
  ColumnFacts* columns;
};

TableRow DescribeRow(::Relation table) {
  TupleDesc row = RelationGetDescr(table);
  auto* columns = static_cast<ColumnFacts*>(palloc0(row->natts * sizeof(ColumnFacts) + 1));
  for (int i = 0; i < row->natts; ++i) {
    FormData_pg_attribute* column = TupleDescAttr(row, i);
    if (column->attisdropped) continue;
    bool computed = column->attgenerated != '\0' && column->attgenerated != 's';
    columns[i] = {pstrdup(NameStr(column->attname)), compat::IsNotNull(row, i), computed};
  }
  return {row->natts, columns};
}

// What a maintained view holds is a table like others, with triggers of the views over it.
bool IsMaintainedStore(Oid relation) {
  std::optional<RegisteredView> view = FindByStore(relation);
  return view && view->IsMaintained();
}

}  // namespace

void CheckSource(Oid relation, Oid owner) {
  RelationName name = NameOf(relation);
  if (name.schema == names::kSchema && !IsMaintainedStore(relation)) {
    throw Refused("it reads " + name.Display() + ", which is vieworm's own");
  }
  if (const char* fault = FaultOf(relation, name, owner)) {
    throw Refused("it reads " + name.Display() + ", " + fault);
  }
  if (KindOf(relation) != RELKIND_VIEW) return;
  std::optional<RegisteredView> registered = FindRegistered(relation);
  if (registered && registered->storage == Storage::kStore && !registered->IsMaintained()) {
    throw Refused("it reads view " + name.Display() + ", which is refreshed in full");
  }
  if (OwnerOf(relation) != owner) {
    throw Refused("it reads view " + name.Display() + ", which has another owner");
  }
}

std::vector<ColumnInfo> ColumnsOfTable(Oid table) {
  TableRow row = WithRelation(table, DescribeRow);
  bool keeps_not_null = !HasHeirs(table);
  std::vector<ColumnInfo> columns(row.count);
  for (int i = 0; i < row.count; ++i) {
    const ColumnFacts& facts = row.columns[i];
    if (facts.name == nullptr) continue;
    columns[i].column = FromServer(facts.name);
    columns[i].plain = !facts.computed;
    columns[i].not_null = facts.not_null && !facts.computed && keeps_not_null;
  }
  return columns;
}

Query* QueryOfView(Oid view) {
  return WithRelation(view, [](::Relation relation) {
    return static_cast<Query*>(copyObjectImpl(get_view_query(relation)));
  });
}

}  // namespace vieworm::lower
