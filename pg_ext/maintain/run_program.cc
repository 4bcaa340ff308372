#include "pg_ext/maintain/run_program.h"

#include "pg_ext/analyze.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/maintain/one_row.h"
#include "pg_ext/maintain/stale.h"
#include "pg_ext/maintenance.h"
#include "pg_ext/switched_off.h"

extern "C" {
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "storage/itemptr.h"
#include "storage/lmgr.h"
#include "utils/array.h"
#include "utils/datum.h"
#include "utils/snapmgr.h"
}

namespace vieworm {

namespace {

// ------------------------------------------------- C: errors jump out of it at any point

struct Places {
  Datum* values;
  int count;
  int room;
};

void MakeRoom(MemoryContext memory, Places* places) {
  places->room = places->room == 0 ? 16 : places->room * 2;
  size_t size = places->room * sizeof(Datum);
  places->values =
      static_cast<Datum*>(places->values == nullptr ? MemoryContextAllocHuge(memory, size)
                                                    : repalloc_huge(places->values, size));
}

// Copied to where they outlive what SPI has returned them in.
void AddPlaces(SPITupleTable* table, MemoryContext memory, Places* places) {
  MemoryContext old = MemoryContextSwitchTo(memory);
  for (uint64 row = 0; row < table->numvals; ++row) {
    bool is_null = false;
    Datum place = SPI_getbinval(table->vals[row], table->tupdesc, 1, &is_null);
    if (is_null) continue;
    if (places->count == places->room) MakeRoom(memory, places);
    places->values[places->count++] = datumCopy(place, false, sizeof(ItemPointerData));
  }
  MemoryContextSwitchTo(old);
}

int64 CountRows(const ChangedRows& changed) {
  int64 count = 0;
  if (changed.trigger != nullptr) {
    Tuplestorestate* stores[] = {changed.trigger->tg_newtable, changed.trigger->tg_oldtable};
    for (Tuplestorestate* rows : stores) {
      if (rows != nullptr) count += tuplestore_tuple_count(rows);
    }
  }
  for (int i = 0; i < changed.count; ++i) count += tuplestore_tuple_count(changed.named[i].rows);
  return count;
}

int SizeOf(int64 rows) { return rows <= 100 ? 0 : rows <= 10000 ? 1 : 2; }

// What the parser and the executor look up. It lives until SPI_finish.
void Register(const NamedRows& named) {
  LockRelationOid(named.source, AccessShareLock);
  auto* relation = static_cast<EphemeralNamedRelation>(palloc0(sizeof(EphemeralNamedRelationData)));
  relation->md.name = pstrdup(named.name);
  relation->md.reliddesc = named.source;
  relation->md.enrtype = ENR_NAMED_TUPLESTORE;
  relation->md.enrtuples = static_cast<double>(tuplestore_tuple_count(named.rows));
  relation->reldata = named.rows;
  int code = SPI_register_relation(relation);
  if (code != SPI_OK_REL_REGISTER) {
    elog(ERROR, "SPI_register_relation failed: %s", SPI_result_code_string(code));
  }
}

void Connect(const ChangedRows& changed) {
  SPI_connect();
  if (changed.trigger != nullptr) SPI_register_trigger_data(changed.trigger);
  for (int i = 0; i < changed.count; ++i) Register(changed.named[i]);
}

void Keep(SPIPlanPtr plan, SessionStatement* statement, int size) {
  if (plan == nullptr) {
    elog(ERROR, "SPI_prepare failed: %s", SPI_result_code_string(SPI_result));
  }
  SPI_keepplan(plan);
  statement->plans[size] = plan;
}

// One that is out of date is prepared again, as if it never had been: then its text is read.
void LetGoOutdated(SessionStatement* statement, int size) {
  SPIPlanPtr plan = statement->plans[size];
  if (plan == nullptr || SPI_plan_is_valid(plan)) return;
  statement->plans[size] = nullptr;
  SPI_freeplan(plan);
}

bool AreValid(const SessionStatement* statements, int count, int size) {
  for (int i = 0; i < count; ++i) {
    SPIPlanPtr plan = statements[i].plans[size];
    if (plan == nullptr || !SPI_plan_is_valid(plan)) return false;
  }
  return true;
}

bool IsPrepared(const SessionProgram& program, const StatementList& list, int size) {
  return AreValid(list.each, list.count, size) &&
         AreValid(program.finish.each, program.finish.count, size);
}

bool IsPreparedForOneRow(const SessionProgram& program) {
  const OneRowStatements& one_row = *program.one_row;
  return AreValid(one_row.apply, one_row.apply_count, 0) &&
         AreValid(one_row.moves, one_row.move_count, 0) &&
         AreValid(program.finish.each, program.finish.count, 0);
}

void PrepareOne(SessionStatement* statement, int size, int parameters) {
  LetGoOutdated(statement, size);
  if (statement->plans[size] != nullptr) return;
  Oid type = TIDARRAYOID;
  Keep(SPI_prepare(statement->sql, parameters, &type), statement, size);
}

void PrepareFinish(SessionProgram* program, int size) {
  const StatementList& finish = program->finish;
  for (int i = 0; i < finish.count; ++i) PrepareOne(&finish.each[i], size, 1);
}

void Prepare(SessionProgram* program, StatementList* list, const ChangedRows& changed, int size) {
  Connect(changed);
  for (int i = 0; i < list->count; ++i) PrepareOne(&list->each[i], size, 0);
  PrepareFinish(program, size);
  SPI_finish();
}

void PrepareEachForOneRow(SessionStatement* statements, int count, OneRowStatements* one_row) {
  for (int i = 0; i < count; ++i) {
    LetGoOutdated(&statements[i], 0);
    if (statements[i].plans[0] != nullptr) continue;
    Keep(PrepareForOneRow(statements[i].sql, one_row), &statements[i], 0);
  }
}

void PrepareForOneRow(SessionProgram* program) {
  OneRowStatements* one_row = program->one_row;
  SPI_connect();
  PrepareEachForOneRow(one_row->apply, one_row->apply_count, one_row);
  PrepareEachForOneRow(one_row->moves, one_row->move_count, one_row);
  PrepareFinish(program, 0);
  SPI_finish();
}

void Execute(SPIPlanPtr plan, Datum* values, Snapshot snapshot) {
  int code = SPI_execute_snapshot(plan, values, nullptr, snapshot, InvalidSnapshot, false, true, 0);
  if (code < 0) elog(ERROR, "SPI_execute_snapshot failed: %s", SPI_result_code_string(code));
}

// What follows a lock must see all that its earlier holders have committed, also where the
// transaction itself still looks at an older snapshot.
Snapshot LatestSnapshot() {
  return IsolationUsesXactSnapshot() ? GetLatestSnapshot() : InvalidSnapshot;
}

void Finish(SessionProgram* program, const Places& places, int size) {
  if (places.count == 0) return;
  Datum all = PointerGetDatum(construct_array(places.values, places.count, TIDOID,
                                              sizeof(ItemPointerData), false, TYPALIGN_SHORT));
  for (int i = 0; i < program->finish.count; ++i) {
    Execute(program->finish.each[i].plans[size], &all, LatestSnapshot());
  }
}

void TakePlaces(MemoryContext memory, Places* places) {
  if (SPI_tuptable == nullptr) return;
  AddPlaces(SPI_tuptable, memory, places);
  SPI_freetuptable(SPI_tuptable);
}

// Without a snapshot SPI takes a new one for each statement, or that of the transaction, where the
// isolation level wants that.
void Run(SessionProgram* program, const StatementList* list, const ChangedRows& changed, int size) {
  MemoryContext memory = CurrentMemoryContext;
  Places places = {};
  bool locks = program->locks != WriterLocks::kNone;
  Connect(changed);
  for (int i = 0; i < list->count; ++i) {
    Execute(list->each[i].plans[size], nullptr, locks ? LatestSnapshot() : InvalidSnapshot);
    TakePlaces(memory, &places);
  }
  Finish(program, places, size);
  SPI_finish();
}

// What takes the row away is the first of the moves: it runs first where the group that it leaves
// is the lesser one.
void RunForOneRow(SessionProgram* program, const ChangedRow& row, OneRowUse use) {
  MemoryContext memory = CurrentMemoryContext;
  Places places = {};
  SPIExecuteOptions options = {};
  const OneRowStatements& one_row = *program->one_row;
  options.params = ParametersOf(one_row, row);
  bool moves = use == OneRowUse::kMove;
  const SessionStatement* statements = moves ? one_row.moves : one_row.apply;
  int count = moves ? one_row.move_count : one_row.apply_count;
  bool backwards = moves && !row.goes_up;
  SPI_connect();
  for (int i = 0; i < count; ++i) {
    const SessionStatement& statement = statements[backwards ? count - 1 - i : i];
    int code = SPI_execute_plan_extended(statement.plans[0], &options);
    if (code < 0) elog(ERROR, "SPI_execute_plan failed: %s", SPI_result_code_string(code));
    TakePlaces(memory, &places);
  }
  Finish(program, places, 0);
  SPI_finish();
}

}  // namespace

// ------------------------------------------------------------------------------------ C++ again

void RunProgram(SessionProgram* program, const ChangedRows& changed, bool alone) {
  StatementList* list = alone && program->alone.count > 0 ? &program->alone : &program->apply;
  ChangedRow row = {};
  ChangedRow* opened = &row;
  OneRowUse use = OneRowUse::kNone;
  // A single statement over the changed rows is as fast as one over parameters.
  bool looks_at_rows = changed.trigger != nullptr && !(list == &program->alone && list->count == 1);
  if (looks_at_rows) use = PgCall([=] { return OpenOneRow(*program, changed.trigger, opened); });
  if (use == OneRowUse::kNothing) return;
  bool is_one = use != OneRowUse::kNone;
  int size = SizeOf(CountRows(changed));
  bool prepared = is_one ? IsPreparedForOneRow(*program) : IsPrepared(*program, *list, size);
  PinnedSettings settings;
  WithoutJit without_jit;
  ActingAs as_owner(program->owner, Restriction::kRestricted);
  MaintainingStore maintaining(program->store);
  // What the text names may not be there any more, or not for the owner.
  auto prepare = [=] {
    PgCall([=] {
      if (is_one) {
        PrepareForOneRow(program);
      } else {
        Prepare(program, list, changed, size);
      }
    });
  };
  bool can_run = prepared || TryOrMarkStale(program->store, prepare);
  PgCall([=] {
    if (is_one) {
      if (can_run) RunForOneRow(program, *opened, use);
      CloseOneRow(*opened);
    } else if (can_run) {
      Run(program, list, changed, size);
    }
  });
}

}  // namespace vieworm
