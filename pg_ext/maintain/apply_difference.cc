// First the rows are read, then they are written. What reads is a plain SELECT, for which
// PostgreSQL may use several processes, as it never does for a statement that writes. While its
// rows come in, those of the store are read beside them, under the same snapshot; so the view is
// evaluated once, whatever its functions do, and what is written depends on nothing that is read
// later.

#include "pg_ext/maintain/apply_difference.h"

#include "common/ddl/refresh.h"
#include "common/names.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/maintain/bag_difference.h"
#include "pg_ext/maintenance.h"
#include "pg_ext/switched_off.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "executor/executor.h"
#include "executor/spi.h"
#include "tcop/dest.h"
#include "utils/queryenvironment.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
}

namespace vieworm {

namespace {

// ------------------------------------------------- C: errors jump out of it at any point

// Takes the rows of the SELECT, and reads the store beside them.
struct Comparer {
  DestReceiver receiver;  // comes first: PostgreSQL knows of nothing else
  BagDifference* difference;
  ::Relation store;
  TableScanDesc scan;
  TupleTableSlot* stored;
  bool at_end;
};

void CheckColumns(TupleDesc stored, TupleDesc selected) {
  bool same = stored->natts == selected->natts;
  for (int i = 0; same && i < stored->natts; ++i) {
    same = TupleDescAttr(stored, i)->atttypid == TupleDescAttr(selected, i)->atttypid;
  }
  if (!same) elog(ERROR, "the columns of the store are not those of the view");
}

// From its first page on, even if another scan is further on in it: most of its rows were written
// in the order in which they are to be met again.
void Begin(DestReceiver* receiver, int, TupleDesc selected) {
  auto* comparer = reinterpret_cast<Comparer*>(receiver);
  CheckColumns(RelationGetDescr(comparer->store), selected);
  comparer->scan =
      table_beginscan_strat(comparer->store, GetActiveSnapshot(), 0, nullptr, true, false);
}

void AddStored(Comparer* comparer) {
  TupleTableSlot* row = comparer->stored;
  if (table_scan_getnextslot(comparer->scan, ForwardScanDirection, row)) {
    AddRow(comparer->difference, Side::kOld, row, &row->tts_tid);
  } else {
    comparer->at_end = true;
    EndSide(comparer->difference, Side::kOld);
  }
}

// One stored row for each selected one is enough, as long as they keep step; a second one lets the
// store catch up.
bool AddSelected(TupleTableSlot* row, DestReceiver* receiver) {
  auto* comparer = reinterpret_cast<Comparer*>(receiver);
  if (AddRow(comparer->difference, Side::kNew, row, nullptr)) return true;
  for (int i = 0; i < 2 && !comparer->at_end; ++i) AddStored(comparer);
  return true;
}

void End(DestReceiver* receiver) {
  auto* comparer = reinterpret_cast<Comparer*>(receiver);
  EndSide(comparer->difference, Side::kNew);
  while (!comparer->at_end) {
    CHECK_FOR_INTERRUPTS();
    AddStored(comparer);
  }
  table_endscan(comparer->scan);
  FinishDifference(comparer->difference);
}

void Forget(DestReceiver*) {}

SPIPlanPtr Prepare(const char* sql) {
  SPIPrepareOptions options = {};
  options.cursorOptions = CURSOR_OPT_PARALLEL_OK;
  SPIPlanPtr plan = SPI_prepare_extended(sql, &options);
  if (plan == nullptr) {
    elog(ERROR, "SPI_prepare_extended failed: %s", SPI_result_code_string(SPI_result));
  }
  return plan;
}

// SPI takes a snapshot for what writes, and for what reads the one that is active.
void Read(const char* sql, bool latest, DestReceiver* receiver) {
  SPIExecuteOptions options = {};
  options.dest = receiver;
  options.read_only = latest;
  if (latest) PushActiveSnapshot(GetLatestSnapshot());
  int code = SPI_execute_plan_extended(Prepare(sql), &options);
  if (latest) PopActiveSnapshot();
  if (code < 0) elog(ERROR, "SPI_execute_plan_extended failed: %s", SPI_result_code_string(code));
}

BagDifference* Compare(Oid store, const char* select, bool latest) {
  Comparer comparer = {{AddSelected, Begin, End, Forget, DestTuplestore}};
  comparer.store = table_open(store, AccessShareLock);
  comparer.stored = table_slot_create(comparer.store, nullptr);
  comparer.difference = BeginDifference(RelationGetDescr(comparer.store));
  Read(select, latest, &comparer.receiver);
  ExecDropSingleTupleTableSlot(comparer.stored);
  table_close(comparer.store, NoLock);
  return comparer.difference;
}

// What the parser and the executor look up, until SPI_finish.
void Register(const char* name, TupleDesc columns, Tuplestorestate* rows) {
  auto* named = static_cast<EphemeralNamedRelation>(palloc0(sizeof(EphemeralNamedRelationData)));
  named->md.name = pstrdup(name);
  named->md.tupdesc = columns;
  named->md.enrtype = ENR_NAMED_TUPLESTORE;
  named->md.enrtuples = static_cast<double>(tuplestore_tuple_count(rows));
  named->reldata = rows;
  int code = SPI_register_relation(named);
  if (code != SPI_OK_REL_REGISTER) {
    elog(ERROR, "SPI_register_relation failed: %s", SPI_result_code_string(code));
  }
}

// Runs `sql` for each of the rows, which must not be for nothing.
int64 Write(const char* sql, bool latest, Tuplestorestate* rows) {
  uint64 count = tuplestore_tuple_count(rows);
  if (count == 0) return 0;
  Snapshot snapshot = latest ? GetLatestSnapshot() : InvalidSnapshot;
  int code = SPI_execute_snapshot(Prepare(sql), nullptr, nullptr, snapshot, InvalidSnapshot, false,
                                  true, 0);
  if (code < 0) elog(ERROR, "SPI_execute_snapshot failed: %s", SPI_result_code_string(code));
  if (SPI_processed != count) elog(ERROR, "the store has changed during its refresh");
  return static_cast<int64>(count);
}

struct Counts {
  int64 deleted;
  int64 inserted;
};

Counts Apply(Oid store, const char* select, const char* remove, const char* add, bool latest) {
  SPI_connect();
  BagDifference* difference = Compare(store, select, latest);
  Register(names::kOldRows, difference->old_columns, difference->only_old);
  Register(names::kNewRows, difference->new_columns, difference->only_new);
  Counts counts = {};
  counts.deleted = Write(remove, latest, difference->only_old);
  counts.inserted = Write(add, latest, difference->only_new);
  tuplestore_end(difference->only_old);
  tuplestore_end(difference->only_new);
  SPI_finish();
  return counts;
}

int CountColumns(Oid relation) {
  ::Relation opened = table_open(relation, AccessShareLock);
  int count = RelationGetNumberOfAttributes(opened);
  table_close(opened, NoLock);
  return count;
}

}  // namespace

// ------------------------------------------------------------------------------------ C++ again

void ApplyDifference(const RegisteredView& view, const RelationName& contents, DifferenceAsOf as_of,
                     RefreshResult* result) {
  Oid store = view.store;
  bool latest = as_of == DifferenceAsOf::kNow && IsolationUsesXactSnapshot();
  int columns = PgCall([=] { return CountColumns(store); });
  PostgresDifference sql = RefreshByDifferenceInPostgres(view.store_name, contents, columns);
  char* select = ToServer(sql.select);
  char* remove = ToServer(sql.remove);
  char* add = ToServer(sql.add);
  PinnedSettings settings;
  WithoutJit without_jit;
  InTableOrder in_table_order;
  ActingAs as_owner(view.owner, Restriction::kRestricted);
  MaintainingStore maintaining(store);
  Counts counts = PgCall([=] { return Apply(store, select, remove, add, latest); });
  result->deleted = counts.deleted;
  result->inserted = counts.inserted;
}

}  // namespace vieworm
