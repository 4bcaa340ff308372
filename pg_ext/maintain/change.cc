#include "pg_ext/maintain/change.h"

#include "common/names.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/programs.h"
#include "pg_ext/maintain/refill.h"
#include "pg_ext/maintain/session_programs.h"
#include "pg_ext/maintain/writer_locks.h"
#include "pg_ext/maintenance.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "storage/itemptr.h"
#include "utils/array.h"
#include "utils/datum.h"
#include "utils/rel.h"
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

// Copied to where they outlive what SPI has returned them in.
void AddPlaces(SPITupleTable* table, MemoryContext memory, Places* places) {
  MemoryContext old = MemoryContextSwitchTo(memory);
  for (uint64 row = 0; row < table->numvals; ++row) {
    if (places->count == places->room) {
      places->room = places->room == 0 ? 16 : places->room * 2;
      size_t size = places->room * sizeof(Datum);
      places->values =
          static_cast<Datum*>(places->values == nullptr ? MemoryContextAllocHuge(memory, size)
                                                        : repalloc_huge(places->values, size));
    }
    bool is_null = false;
    Datum place = SPI_getbinval(table->vals[row], table->tupdesc, 1, &is_null);
    places->values[places->count++] = datumCopy(place, false, sizeof(ItemPointerData));
  }
  MemoryContextSwitchTo(old);
}

void PrepareOne(SessionStatement* statement, int parameters) {
  Oid type = TIDARRAYOID;
  SPIPlanPtr plan = SPI_prepare(statement->sql, parameters, &type);
  if (plan == nullptr) {
    elog(ERROR, "SPI_prepare failed: %s", SPI_result_code_string(SPI_result));
  }
  SPI_keepplan(plan);
  statement->plan = plan;
}

void Prepare(TriggerData* data, SessionProgram* program) {
  SPI_connect();
  SPI_register_trigger_data(data);
  for (int i = 0; i < program->apply_count; ++i) {
    if (program->apply[i].plan == nullptr) PrepareOne(&program->apply[i], 0);
  }
  for (int i = 0; i < program->finish_count; ++i) {
    if (program->finish[i].plan == nullptr) PrepareOne(&program->finish[i], 1);
  }
  SPI_finish();
  program->prepared = true;
}

void Execute(const SessionStatement& statement, Datum* values, Snapshot snapshot) {
  int code = SPI_execute_snapshot(statement.plan, values, nullptr, snapshot, InvalidSnapshot, false,
                                  true, 0);
  if (code < 0) elog(ERROR, "SPI_execute_snapshot failed: %s", SPI_result_code_string(code));
}

// What follows a lock must see all that its earlier holders have committed, also where the
// transaction itself still looks at an older snapshot.
Snapshot LatestSnapshot() {
  return IsolationUsesXactSnapshot() ? GetLatestSnapshot() : InvalidSnapshot;
}

// Without a snapshot SPI takes a new one for each statement, or that of the transaction, where the
// isolation level wants that.
void RunProgram(TriggerData* data, SessionProgram* program) {
  MemoryContext memory = CurrentMemoryContext;
  Places places = {};
  bool locks = program->locks != WriterLocks::kNone;
  if (locks) {
    LockWriters(program->store, program->source, program->sources, program->source_count,
                program->locks);
  }
  SPI_connect();
  SPI_register_trigger_data(data);
  for (int i = 0; i < program->apply_count; ++i) {
    Execute(program->apply[i], nullptr, locks ? LatestSnapshot() : InvalidSnapshot);
    if (SPI_tuptable == nullptr) continue;
    AddPlaces(SPI_tuptable, memory, &places);
    SPI_freetuptable(SPI_tuptable);
  }
  if (places.count > 0) {
    Datum all = PointerGetDatum(construct_array(places.values, places.count, TIDOID,
                                                sizeof(ItemPointerData), false, TYPALIGN_SHORT));
    for (int i = 0; i < program->finish_count; ++i) {
      Execute(program->finish[i], &all, LatestSnapshot());
    }
  }
  SPI_finish();
}

// ------------------------------------------------------------------------------------ C++ again

std::optional<ChangeEvent> EventOf(const TriggerData* data) {
  if (TRIGGER_FIRED_BY_INSERT(data->tg_event)) return ChangeEvent::kInsert;
  if (TRIGGER_FIRED_BY_UPDATE(data->tg_event)) return ChangeEvent::kUpdate;
  if (TRIGGER_FIRED_BY_DELETE(data->tg_event)) return ChangeEvent::kDelete;
  return std::nullopt;
}

// The columns that the command names are all that it changes, unless a trigger sets others.
bool TouchesNothing(const TriggerData* data, const SessionProgram& program) {
  if (program.does_nothing) return true;
  if (program.columns == nullptr || data->tg_updatedcols == nullptr) return false;
  const TriggerDesc* triggers = data->tg_relation->trigdesc;
  if (triggers != nullptr && triggers->trig_update_before_row) return false;
  return !bms_overlap(data->tg_updatedcols, program.columns);
}

Oid StoreOf(const TriggerData* data) {
  if (data->tg_trigger->tgnargs != 1) {
    throw Error(ErrorKind::kWrongState,
                "the trigger function of vieworm takes the name of a store");
  }
  return RelationId({names::kSchema, FromServer(data->tg_trigger->tgargs[0])});
}

// The contents are computed anew, so writers of the view's other sources are kept out, and who has
// come before is waited for: what they add to a row of the store would be lost, or kept too long.
void FollowTruncate(Oid store, Oid source) {
  std::optional<ChangeProgram> program = LoadProgram(store, source, ChangeEvent::kDelete);
  if (!program) return;  // anybody may put the trigger on a table of their own
  if (program->locks != WriterLocks::kNone && IsolationUsesXactSnapshot()) {
    throw Error(ErrorKind::kWrongState,
                "cannot truncate " + Quoted(NameOf(source).Display()) +
                    " in a transaction of this isolation level",
                "A maintained view joins it with what other transactions may have changed since.",
                "Use DELETE, or isolation level READ COMMITTED.");
  }
  RefillStore(store);
}

}  // namespace

void FollowChange(TriggerData* data) {
  Oid store = StoreOf(data);
  if (store == InvalidOid) return;  // what is left of a view shows nothing that could be wrong
  std::optional<ChangeEvent> event = EventOf(data);
  if (!event) {
    FollowTruncate(store, RelationGetRelid(data->tg_relation));
    return;
  }
  RunningProgram program(data->tg_trigger->tgoid, store, RelationGetRelid(data->tg_relation),
                         *event);
  if (TouchesNothing(data, *program.get())) return;
  // Text is read under all settings that it was written under; later the search_path is enough.
  std::optional<PinnedSettings> settings;
  if (!program->prepared) settings.emplace();
  PinnedSearchPath search_path;
  ActingAs as_owner(program->owner, Restriction::kRestricted);
  MaintainingStore maintaining(store);
  SessionProgram* plain = program.get();
  PgCall([=] {
    if (!plain->prepared) Prepare(data, plain);
    RunProgram(data, plain);
  });
}

}  // namespace vieworm
