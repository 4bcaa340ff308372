#include "pg_ext/restored.h"

#include "common/names.h"
#include "pg_ext/guard.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/source_triggers.h"
#include "pg_ext/registry.h"

extern "C" {
#include "access/genam.h"
#include "access/heapam.h"
#include "access/htup_details.h"
#include "access/relation.h"
#include "access/table.h"
#include "access/transam.h"
#include "catalog/pg_am.h"
#include "catalog/pg_trigger.h"
#include "commands/trigger.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
}

namespace vieworm {

namespace {

constexpr char kReason[] = "it has been restored into a schema that was there, triggers included";

Oid GuardOf(Oid store) {
  return PgCall([=] { return get_trigger_oid(store, names::kStoreGuard, true); });
}

// Sessions may hold that there is nothing to follow for the store.
void TellSessions(Oid store) {
  PgCall([=] { CacheInvalidateRelcacheByRelid(store); });
}

// Who made or last changed the trigger.
TransactionId MakerOf(Oid trigger) {
  ScanKeyData key;
  ScanKeyInit(&key, Anum_pg_trigger_oid, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(trigger));
  ::Relation catalog = table_open(TriggerRelationId, AccessShareLock);
  SysScanDesc scan = systable_beginscan(catalog, TriggerOidIndexId, true, nullptr, 1, &key);
  HeapTuple tuple = systable_getnext(scan);
  TransactionId maker =
      HeapTupleIsValid(tuple) ? HeapTupleHeaderGetRawXmin(tuple->t_data) : InvalidTransactionId;
  systable_endscan(scan);
  table_close(catalog, AccessShareLock);
  return maker;
}

// Who wrote the first row that is in the table. Invalid where there is none, or no telling.
TransactionId FirstWriterOf(Oid table) {
  ::Relation relation = relation_open(table, AccessShareLock);
  TransactionId writer = InvalidTransactionId;
  if (RELKIND_HAS_TABLE_AM(relation->rd_rel->relkind) &&
      relation->rd_rel->relam == HEAP_TABLE_AM_OID) {
    Snapshot snapshot = RegisterSnapshot(GetLatestSnapshot());
    TableScanDesc scan = table_beginscan(relation, snapshot, 0, nullptr);
    if (HeapTuple row = heap_getnext(scan, ForwardScanDirection)) {
      writer = HeapTupleHeaderGetRawXmin(row->t_data);
    }
    table_endscan(scan);
    UnregisterSnapshot(snapshot);
  }
  relation_close(relation, AccessShareLock);
  return writer;
}

// Were there rows in the table when the trigger came to it?
bool IsOlderThan(Oid table, Oid trigger) {
  return PgCall([=] {
    TransactionId writer = FirstWriterOf(table);
    TransactionId maker = MakerOf(trigger);
    return TransactionIdIsValid(writer) && TransactionIdIsValid(maker) &&
           TransactionIdPrecedes(writer, maker);
  });
}

// Have the triggers been made after the rows?
bool IsRestoredAsAWhole(Oid store) {
  Oid guard = GuardOf(store);
  if (guard == InvalidOid || IsOlderThan(store, guard)) return true;
  for (const auto& [table, trigger] : TriggersNaming(NameOf(store))) {
    if (IsOlderThan(table, trigger)) return true;
  }
  return false;
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
  if (store == InvalidOid) return data->tg_trigtuple;
  TellSessions(store);
  if (IsRestoredAsAWhole(store)) return data->tg_trigtuple;
  return PgCall([=] {
    int column = get_attnum(RelationGetRelid(data->tg_relation), "stale_reason");
    Datum reason = CStringGetTextDatum(kReason);
    bool is_null = false;
    return heap_modify_tuple_by_cols(data->tg_trigtuple, RelationGetDescr(data->tg_relation), 1,
                                     &column, &reason, &is_null);
  });
}

}  // namespace vieworm
