// Where PostgreSQL 15 to 18 differ.
#ifndef VIEWORM_PG_EXT_COMPAT_H_
#define VIEWORM_PG_EXT_COMPAT_H_

#include "pg_ext/server.h"

extern "C" {
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "nodes/nodeFuncs.h"
#include "utils/acl.h"
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

// Until 15 a walker has no declared parameters, which C++ takes as none (commit 1c27d16e6).
using Walker = bool (*)(Node*, void*);

#if PG_VERSION_NUM < 160000
inline bool (*Undeclared(Walker walker))() {
  // By way of a pointer without a type, or compilers warn.
  return reinterpret_cast<bool (*)()>(reinterpret_cast<void*>(walker));
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

}  // namespace vieworm::compat

#endif  // VIEWORM_PG_EXT_COMPAT_H_
