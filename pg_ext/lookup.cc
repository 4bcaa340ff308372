#include "pg_ext/lookup.h"

#include "common/plan/refusals.h"
#include "pg_ext/compat.h"
#include "pg_ext/guard.h"
#include "pg_ext/text.h"

extern "C" {
#include "catalog/objectaddress.h"
#include "nodes/makefuncs.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"
}

namespace vieworm {

Oid FindRelation(const RelationName& name) {
  char* schema = name.schema.empty() ? nullptr : ToServer(name.schema);
  char* relation = ToServer(name.name);
  return PgCall([=] { return RangeVarGetRelid(makeRangeVar(schema, relation, -1), NoLock, true); });
}

Oid RelationId(const RelationName& name) {
  char* schema = ToServer(name.schema);
  char* relation = ToServer(name.name);
  return PgCall([=] {
    Oid space = get_namespace_oid(schema, true);
    return OidIsValid(space) ? get_relname_relid(relation, space) : InvalidOid;
  });
}

std::optional<RelationName> NameIfExists(Oid relation) {
  char* name = PgCall([=] { return get_rel_name(relation); });
  if (name == nullptr) return std::nullopt;
  char* schema = PgCall([=] { return get_namespace_name(get_rel_namespace(relation)); });
  if (schema == nullptr) return std::nullopt;
  return RelationName{FromServer(schema), FromServer(name)};
}

RelationName NameOf(Oid relation) {
  std::optional<RelationName> name = NameIfExists(relation);
  if (!name) throw DoesNotExist({"", std::to_string(relation)});
  return *name;
}

Oid OwnerOf(Oid relation) {
  return PgCall([=] {
    HeapTuple tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(relation));
    if (!HeapTupleIsValid(tuple)) return InvalidOid;
    Oid owner = reinterpret_cast<Form_pg_class>(GETSTRUCT(tuple))->relowner;
    ReleaseSysCache(tuple);
    return owner;
  });
}

char KindOf(Oid relation) {
  return PgCall([=] { return get_rel_relkind(relation); });
}

std::string RoleName(Oid role) {
  return FromServer(PgCall([=] { return GetUserNameFromId(role, false); }));
}

bool ActsAsOwner(Oid relation) {
  return PgCall([=] { return compat::OwnsRelation(relation, GetUserId()); });
}

void CheckActsAsOwner(Oid relation) {
  if (ActsAsOwner(relation)) return;
  PgCall([=] {
    aclcheck_error(ACLCHECK_NOT_OWNER, get_relkind_objtype(get_rel_relkind(relation)),
                   get_rel_name(relation));
  });
}

bool MayRefresh(Oid relation) {
  return ActsAsOwner(relation) ||
         PgCall([=] { return compat::MayMaintain(relation, GetUserId()); });
}

}  // namespace vieworm
