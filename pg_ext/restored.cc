#include "pg_ext/restored.h"

#include "common/names.h"
#include "pg_ext/guard.h"
#include "pg_ext/registry.h"

extern "C" {
#include "access/htup_details.h"
#include "commands/trigger.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
}

namespace vieworm {

namespace {

constexpr char kReason[] = "it has been restored into a schema that was there, triggers included";

// Sessions may hold that there is nothing to follow for the store.
bool HasGuard(Oid store) {
  return PgCall([=] {
    if (!OidIsValid(get_trigger_oid(store, names::kStoreGuard, true))) return false;
    CacheInvalidateRelcacheByRelid(store);
    return true;
  });
}

Oid StoreOfRow(const TriggerData* data) {
  return PgCall([=] {
    TupleDesc columns = RelationGetDescr(data->tg_relation);
    int column = get_attnum(RelationGetRelid(data->tg_relation), "store");
    bool is_null = true;
    Datum store = heap_getattr(data->tg_trigtuple, column, columns, &is_null);
    return is_null ? InvalidOid : DatumGetObjectId(store);
  });
}

}  // namespace

HeapTuple MarkRestored(TriggerData* data) {
  if (IsInsertingRegistered()) return data->tg_trigtuple;
  Oid store = StoreOfRow(data);
  if (store == InvalidOid || !HasGuard(store)) return data->tg_trigtuple;
  return PgCall([=] {
    int column = get_attnum(RelationGetRelid(data->tg_relation), "stale_reason");
    Datum reason = CStringGetTextDatum(kReason);
    bool is_null = false;
    return heap_modify_tuple_by_cols(data->tg_trigtuple, RelationGetDescr(data->tg_relation), 1,
                                     &column, &reason, &is_null);
  });
}

}  // namespace vieworm
