#include "pg_ext/column_identity.h"

#include "pg_ext/guard.h"

extern "C" {
#include "access/nbtree.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_type.h"
#include "utils/lsyscache.h"
#include "utils/typcache.h"
}

namespace vieworm {

namespace {

// `IS DISTINCT FROM` finds `=` by its name, on the pinned search_path.
bool EqualsIsInPgCatalog(Oid equals) {
  return OidIsValid(equals) && get_func_namespace(get_opcode(equals)) == PG_CATALOG_NAMESPACE;
}

bool IsIdentity(Oid type, Oid collation) {
  TypeCacheEntry* entry = lookup_type_cache(
      type, TYPECACHE_EQ_OPR | TYPECACHE_BTREE_OPFAMILY | TYPECACHE_HASH_EXTENDED_PROC);
  if (!OidIsValid(entry->btree_opf) || !OidIsValid(entry->hash_extended_proc)) return false;
  if (!EqualsIsInPgCatalog(entry->eq_opr)) return false;
  Oid equal_image = get_opfamily_proc(entry->btree_opf, entry->btree_opintype,
                                      entry->btree_opintype, BTEQUALIMAGE_PROC);
  if (!OidIsValid(equal_image)) return false;
  return DatumGetBool(
      OidFunctionCall1Coll(equal_image, collation, ObjectIdGetDatum(entry->btree_opintype)));
}

}  // namespace

bool EqualityIsIdentity(Oid type, Oid collation) {
  return PgCall([=] { return IsIdentity(type, collation); });
}

bool EqualityIsIdentity(Oid type, int32 modifier, Oid collation) {
  if (type == NUMERICOID && modifier >= 0) return true;
  return EqualityIsIdentity(type, collation);
}

bool HasBuiltinEquality(Oid type) {
  return PgCall(
      [=] { return EqualsIsInPgCatalog(lookup_type_cache(type, TYPECACHE_EQ_OPR)->eq_opr); });
}

}  // namespace vieworm
