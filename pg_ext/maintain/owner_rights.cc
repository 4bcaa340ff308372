#include "pg_ext/maintain/owner_rights.h"

#include "pg_ext/compat.h"
#include "pg_ext/guard.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/programs.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/relation.h"
#include "access/sysattr.h"
#include "access/transam.h"
#include "catalog/pg_class.h"
#include "nodes/nodeFuncs.h"
#include "rewrite/rewriteHandler.h"
#include "utils/acl.h"
#include "utils/lsyscache.h"
#include "utils/regproc.h"
#include "utils/rel.h"
#include "utils/rls.h"
}

namespace vieworm {

namespace {

// ------------------------------------------------- C: errors jump out of it at any point

struct Collected {
  List* tables;     // of NeededTable
  List* functions;  // OIDs
};

void CollectFromView(Oid view, Collected* found);

void AddTable(Oid table, Bitmapset* columns, Collected* found) {
  auto* needed = static_cast<NeededTable*>(palloc(sizeof(NeededTable)));
  *needed = {table, bms_copy(columns)};
  found->tables = lappend(found->tables, needed);
}

bool AddFunction(Oid function, void* found) {
  auto* collected = static_cast<Collected*>(found);
  if (function >= FirstNormalObjectId) {
    collected->functions = list_append_unique_oid(collected->functions, function);
  }
  return false;
}

// A plain view is looked through: it belongs to the same owner.
void AddRelations(Query* query, Collected* found) {
  ListCell* cell;
  foreach (cell, query->rtable) {
    auto* entry = lfirst_node(RangeTblEntry, cell);
    if (entry->rtekind != RTE_RELATION || !compat::ReadsRelation(query, entry)) continue;
    if (get_rel_relkind(entry->relid) == RELKIND_VIEW) {
      CollectFromView(entry->relid, found);
    } else {
      AddTable(entry->relid, compat::SelectedColumns(query, entry), found);
    }
  }
}

bool CollectRights(Node* node, void* found) {
  if (node == nullptr) return false;
  check_functions_in_node(node, AddFunction, found);
  if (!IsA(node, Query)) return compat::WalkExpression(node, CollectRights, found);
  auto* query = reinterpret_cast<Query*>(node);
  AddRelations(query, static_cast<Collected*>(found));
  return compat::WalkQuery(query, CollectRights, found, 0);
}

void CollectFromView(Oid view, Collected* found) {
  check_stack_depth();
  ::Relation relation = relation_open(view, AccessShareLock);
  CollectRights(reinterpret_cast<Node*>(get_view_query(relation)), found);
  relation_close(relation, NoLock);
}

Oid* ToArray(List* oids) {
  auto* array = static_cast<Oid*>(palloc((list_length(oids) + 1) * sizeof(Oid)));
  ListCell* cell;
  foreach (cell, oids) {
    array[foreach_current_index(cell)] = lfirst_oid(cell);
  }
  return array;
}

NeededRights Collect(Oid definition) {
  Collected found = {};
  CollectFromView(definition, &found);
  NeededRights needed = {};
  needed.table_count = list_length(found.tables);
  needed.tables = static_cast<NeededTable*>(palloc((needed.table_count + 1) * sizeof(NeededTable)));
  ListCell* cell;
  foreach (cell, found.tables) {
    needed.tables[foreach_current_index(cell)] = *static_cast<NeededTable*>(lfirst(cell));
  }
  needed.functions = ToArray(found.functions);
  needed.function_count = list_length(found.functions);
  return needed;
}

// As PostgreSQL checks what a view reads.
bool MayRead(const NeededTable& needed, Oid owner) {
  if (pg_class_aclcheck(needed.table, owner, ACL_SELECT) == ACLCHECK_OK) return true;
  if (bms_is_empty(needed.columns)) {
    return pg_attribute_aclcheck_all(needed.table, owner, ACL_SELECT, ACLMASK_ANY) == ACLCHECK_OK;
  }
  int member = -1;
  while ((member = bms_next_member(needed.columns, member)) >= 0) {
    auto number = static_cast<AttrNumber>(member + FirstLowInvalidHeapAttributeNumber);
    if (number == InvalidAttrNumber) {
      if (pg_attribute_aclcheck_all(needed.table, owner, ACL_SELECT, ACLMASK_ALL) != ACLCHECK_OK) {
        return false;
      }
    } else if (pg_attribute_aclcheck(needed.table, number, owner, ACL_SELECT) != ACLCHECK_OK) {
      return false;
    }
  }
  return true;
}

const NeededTable* UnreadableTable(const NeededRights& needed, Oid owner) {
  for (int i = 0; i < needed.table_count; ++i) {
    if (!MayRead(needed.tables[i], owner)) return &needed.tables[i];
  }
  return nullptr;
}

Oid UncallableFunction(const NeededRights& needed, Oid owner) {
  for (int i = 0; i < needed.function_count; ++i) {
    if (!compat::MayExecute(needed.functions[i], owner)) return needed.functions[i];
  }
  return InvalidOid;
}

// Programs are text, with names in it.
Oid UnusableSchema(const NeededRights& needed, Oid owner) {
  for (int i = 0; i < needed.table_count; ++i) {
    Oid schema = get_rel_namespace(needed.tables[i].table);
    if (OidIsValid(schema) && !compat::MayUseSchema(schema, owner)) return schema;
  }
  return InvalidOid;
}

Oid SourceWithoutTrigger(const NeededRights& needed, Oid owner) {
  for (int i = 0; i < needed.source_count; ++i) {
    Oid source = needed.sources[i];
    if (pg_class_aclcheck(source, owner, ACL_TRIGGER) != ACLCHECK_OK) return source;
  }
  return InvalidOid;
}

Oid TableUnderPolicies(const NeededRights& needed, Oid owner) {
  for (int i = 0; i < needed.table_count; ++i) {
    Oid table = needed.tables[i].table;
    if (check_enable_rls(table, owner, true) == RLS_ENABLED) return table;
  }
  return InvalidOid;
}

}  // namespace

// ------------------------------------------------------------------------------------ C++ again

NeededRights FindNeededRights(Oid definition, Oid store, MemoryContext memory) {
  NeededRights needed = PgCall([=] {
    MemoryContext old = MemoryContextSwitchTo(memory);
    NeededRights collected = Collect(definition);
    MemoryContextSwitchTo(old);
    return collected;
  });
  std::vector<Oid> sources = SourcesOf(store);
  needed.source_count = static_cast<int>(sources.size());
  size_t size = (sources.size() + 1) * sizeof(Oid);
  needed.sources = PgCall([=] { return static_cast<Oid*>(MemoryContextAlloc(memory, size)); });
  std::copy(sources.begin(), sources.end(), needed.sources);
  return needed;
}

bool MissesRight(const NeededRights& needed, Oid owner) {
  return UnreadableTable(needed, owner) != nullptr || UnusableSchema(needed, owner) != InvalidOid ||
         UncallableFunction(needed, owner) != InvalidOid ||
         SourceWithoutTrigger(needed, owner) != InvalidOid;
}

std::string MissingRight(const RegisteredView& view) {
  NeededRights needed = FindNeededRights(view.definition, view.store, CurrentMemoryContext);
  const NeededRights* rights = &needed;
  Oid owner = view.owner;
  const NeededTable* unreadable = PgCall([=] { return UnreadableTable(*rights, owner); });
  if (unreadable != nullptr) {
    return "its owner may not read " + NameOf(unreadable->table).Display();
  }
  Oid schema = PgCall([=] { return UnusableSchema(*rights, owner); });
  if (schema != InvalidOid) {
    return "its owner may not use schema " +
           FromServer(PgCall([=] { return get_namespace_name(schema); }));
  }
  Oid function = PgCall([=] { return UncallableFunction(*rights, owner); });
  if (function != InvalidOid) {
    return "its owner may not call " +
           FromServer(PgCall([=] { return format_procedure_qualified(function); }));
  }
  Oid source = PgCall([=] { return SourceWithoutTrigger(*rights, owner); });
  if (source == InvalidOid) return "";
  return "its owner may not create triggers on " + NameOf(source).Display();
}

bool MayNotShow(const RegisteredView& view) {
  NeededRights needed = FindNeededRights(view.definition, view.store, CurrentMemoryContext);
  const NeededRights* rights = &needed;
  Oid owner = view.owner;
  return PgCall([=] {
    return UnreadableTable(*rights, owner) != nullptr ||
           TableUnderPolicies(*rights, owner) != InvalidOid;
  });
}

}  // namespace vieworm
