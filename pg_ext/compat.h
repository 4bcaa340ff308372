// Where PostgreSQL 15 to 18 differ.
#ifndef VIEWORM_PG_EXT_COMPAT_H_
#define VIEWORM_PG_EXT_COMPAT_H_

#include "pg_ext/server.h"

extern "C" {
#include "access/tupdesc.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_proc.h"
#include "nodes/nodeFuncs.h"
#include "optimizer/optimizer.h"
#include "parser/parse_relation.h"
#include "storage/buffile.h"
#include "utils/acl.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"  // split from postgres.h (commit d952373a9)
#endif
}

#if PG_VERSION_NUM < 150000
#error "vieworm needs PostgreSQL 15 or newer"
#endif

namespace vieworm::compat {

// 16 has one function for all kinds of objects (commit afbfc0298).
inline bool OwnsRelation(Oid relation, Oid role) {
#if PG_VERSION_NUM >= 160000
  return object_ownercheck(RelationRelationId, relation, role);
#else
  return pg_class_ownercheck(relation, role);
#endif
}

// 17 has the privilege MAINTAIN (commit ecb0fd337).
inline bool MayMaintain(Oid relation, Oid role) {
#if PG_VERSION_NUM >= 170000
  return pg_class_aclcheck(relation, role, ACL_MAINTAIN) == ACLCHECK_OK;
#else
  return false;
#endif
}

inline bool MayExecute(Oid function, Oid role) {
#if PG_VERSION_NUM >= 160000
  return object_aclcheck(ProcedureRelationId, function, role, ACL_EXECUTE) == ACLCHECK_OK;
#else
  return pg_proc_aclcheck(function, role, ACL_EXECUTE) == ACLCHECK_OK;
#endif
}

inline bool MayUseSchema(Oid schema, Oid role) {
#if PG_VERSION_NUM >= 160000
  return object_aclcheck(NamespaceRelationId, schema, role, ACL_USAGE) == ACLCHECK_OK;
#else
  return pg_namespace_aclcheck(schema, role, ACL_USAGE) == ACLCHECK_OK;
#endif
}

// What a relation in a query is read for is beside the query since 16 (commit a61b1f748).
inline bool ReadsRelation(Query* query, RangeTblEntry* entry) {
#if PG_VERSION_NUM >= 160000
  if (entry->perminfoindex == 0) return false;
  return (getRTEPermissionInfo(query->rteperminfos, entry)->requiredPerms & ACL_SELECT) != 0;
#else
  return (entry->requiredPerms & ACL_SELECT) != 0;
#endif
}

inline Bitmapset* SelectedColumns(Query* query, RangeTblEntry* entry) {
#if PG_VERSION_NUM >= 160000
  return getRTEPermissionInfo(query->rteperminfos, entry)->selectedCols;
#else
  return entry->selectedCols;
#endif
}

// Until 15 a walker has no declared parameters, which C++ takes as none (commit 1c27d16e6).
using Walker = bool (*)(Node*, void*);

using Mutator = Node* (*)(Node*, void*);

#if PG_VERSION_NUM < 160000
inline bool (*Undeclared(Walker walker))() {
  // By way of a pointer without a type, or compilers warn.
  return reinterpret_cast<bool (*)()>(reinterpret_cast<void*>(walker));
}

inline Node* (*Undeclared(Mutator mutator))() {
  return reinterpret_cast<Node* (*)()>(reinterpret_cast<void*>(mutator));
}
#endif

inline bool WalkExpression(Node* node, Walker walker, void* context) {
#if PG_VERSION_NUM >= 160000
  return expression_tree_walker(node, walker, context);
#else
  return expression_tree_walker(node, Undeclared(walker), context);
#endif
}

inline bool WalkQuery(Query* query, Walker walker, void* context, int flags) {
#if PG_VERSION_NUM >= 160000
  return query_tree_walker(query, walker, context, flags);
#else
  return query_tree_walker(query, Undeclared(walker), context, flags);
#endif
}

inline Node* MutateExpression(Node* node, Mutator mutator, void* context) {
#if PG_VERSION_NUM >= 160000
  return expression_tree_mutator(node, mutator, context);
#else
  return expression_tree_mutator(node, Undeclared(mutator), context);
#endif
}

using PlanWalker = bool (*)(PlanState*, void*);

inline bool WalkPlan(PlanState* node, PlanWalker walker, void* context) {
#if PG_VERSION_NUM >= 160000
  return planstate_tree_walker(node, walker, context);
#else
  void* undeclared = reinterpret_cast<void*>(walker);
  return planstate_tree_walker(node, reinterpret_cast<bool (*)()>(undeclared), context);
#endif
}

// The expression over what the query's joins and GROUP BY are over. 16 asks for the planner's
// state, where there is one (commit 2489d76c4); 18 has an entry in the range table for GROUP BY
// (commit 247dea89f).
inline Node* WithoutAliases(Query* query, Node* node) {
#if PG_VERSION_NUM >= 180000
  if (query->hasGroupRTE) node = flatten_group_exprs(nullptr, query, node);
#endif
#if PG_VERSION_NUM >= 160000
  return flatten_join_alias_vars(nullptr, query, node);
#else
  return flatten_join_alias_vars(query, node);
#endif
}

// 18 knows NOT NULL constraints that some rows do not keep (commit a379061a2).
inline bool IsNotNull(TupleDesc row, int column) {
#if PG_VERSION_NUM >= 180000
  return TupleDescCompactAttr(row, column)->attnullability == ATTNULLABLE_VALID;
#else
  return TupleDescAttr(row, column)->attnotnull;
#endif
}

// Since 16 it is the functions that raise the error (commit 20428d344).
inline void ReadExactly(BufFile* file, void* data, size_t size) {
#if PG_VERSION_NUM >= 160000
  BufFileReadExact(file, data, size);
#else
  if (BufFileRead(file, data, size) != size) {
    ereport(ERROR, (errcode_for_file_access(), errmsg("could not read from temporary file")));
  }
#endif
}

// False at the end of the file.
inline bool ReadOrEnd(BufFile* file, void* data, size_t size) {
#if PG_VERSION_NUM >= 160000
  return BufFileReadMaybeEOF(file, data, size, true) == size;
#else
  size_t count = BufFileRead(file, data, size);
  if (count != 0 && count != size) {
    ereport(ERROR, (errcode_for_file_access(), errmsg("could not read from temporary file")));
  }
  return count == size;
#endif
}

}  // namespace vieworm::compat

#endif  // VIEWORM_PG_EXT_COMPAT_H_
