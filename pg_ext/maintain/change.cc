#include "pg_ext/maintain/change.h"

#include <map>

#include "common/ddl/triggers_postgres.h"
#include "common/names.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/open_statements.h"
#include "pg_ext/maintain/programs.h"
#include "pg_ext/maintain/refill.h"
#include "pg_ext/maintain/run_program.h"
#include "pg_ext/maintain/same_rows.h"
#include "pg_ext/maintain/session_programs.h"
#include "pg_ext/maintain/stale.h"
#include "pg_ext/maintain/writer_locks.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/xact.h"
#include "commands/trigger.h"
#include "utils/rel.h"
}

namespace vieworm {

namespace {

std::optional<ChangeEvent> EventOf(const TriggerData* data) {
  if (TRIGGER_FIRED_BY_INSERT(data->tg_event)) return ChangeEvent::kInsert;
  if (TRIGGER_FIRED_BY_UPDATE(data->tg_event)) return ChangeEvent::kUpdate;
  if (TRIGGER_FIRED_BY_DELETE(data->tg_event)) return ChangeEvent::kDelete;
  return std::nullopt;
}

// The columns that a command names need not be all that it changes: BEFORE triggers set others, and
// of several UPDATEs in one command (WITH, MERGE, foreign key actions) PostgreSQL tells the last
// one's columns, with the rows of all. So that is only where to look at the rows themselves.
bool TouchesNothing(const TriggerData* data, const SessionProgram& program) {
  if (program.does_nothing) return true;
  if (program.columns == nullptr || data->tg_updatedcols == nullptr) return false;
  if (bms_overlap(data->tg_updatedcols, program.columns)) return false;
  return HasSameRows(data, program.columns);
}

Oid StoreOf(const TriggerData* data) {
  if (data->tg_trigger->tgnargs != 1) {
    throw Error(ErrorKind::kWrongState,
                "the trigger function of vieworm takes the name of a store");
  }
  return RelationId({names::kSchema, FromServer(data->tg_trigger->tgargs[0])});
}

// Anybody may create a trigger that calls this function: only those count that have the names of
// vieworm's, or a change would be followed twice. On a table that the view does not read there is
// nothing to follow.
bool IsOurs(const TriggerData* data, std::optional<ChangeEvent> event) {
  std::string name = FromServer(data->tg_trigger->tgname);
  RelationName store = {names::kSchema, FromServer(data->tg_trigger->tgargs[0])};
  return event ? IsTriggerName(name, store, *event) : name == TruncateTriggerName(store);
}

void Lock(const SessionProgram* program) {
  if (program->locks == WriterLocks::kNone) return;
  PgCall([=] {
    LockWriters(program->store, program->source, program->sources, program->source_count,
                program->locks);
  });
}

// What others have changed since the transaction's snapshot was taken would be missing.
void CheckMayRefill(Oid source, WriterLocks locks) {
  if (locks == WriterLocks::kNone || !IsolationUsesXactSnapshot()) return;
  throw Error(ErrorKind::kWrongState,
              "cannot truncate " + Quoted(NameOf(source).Display()) +
                  " in a transaction of this isolation level",
              "A maintained view joins it with what other transactions may have changed since.",
              "Use DELETE, or isolation level READ COMMITTED.");
}

// While it stays the same, the transaction has changed nothing.
struct Moment {
  TransactionId transaction = InvalidTransactionId;
  SubTransactionId level = InvalidSubTransactionId;
  CommandId command = InvalidCommandId;

  bool operator==(const Moment&) const = default;
};

Moment Now() {
  return {PgCall([] { return GetTopTransactionId(); }), GetCurrentSubTransactionId(),
          GetCurrentCommandId(false)};
}

// When the contents of `store` were last computed anew because of a TRUNCATE.
Moment& LastRefill(Oid store) {
  static std::map<Oid, Moment> moments;
  return moments[store];
}

// What statements on the sources of a stale view were to be followed by, they leave undone.
void LeaveUndone(Oid store) {
  if (IsStatementOpen(store)) return;
  ForgetRefill(store);
  ForgetSetAside(store);
}

// Rights may have gone without a word: with the membership of a role.
bool HasLostRight(const SessionProgram& program) {
  const SessionProgram* looked_at = &program;
  return PgCall([=] { return MissesRight(looked_at->rights, looked_at->owner); });
}

// Marks the view stale where its owner has lost a right.
bool MarkedForRights(const RegisteredView& view) {
  std::string missing = MissingRight(view);
  if (missing.empty()) return false;
  MarkStale(view, missing);
  return true;
}

bool MarkedForRights(Oid store) {
  std::optional<RegisteredView> view = FindByStore(store);
  return view && MarkedForRights(*view);
}

// The contents are computed anew, so writers of the view's other sources are kept out, and who has
// come before is waited for: what they add to a row of the store would be lost, or kept too long.
// Statements that are under way are yet to be followed: what they change must not be there already.
//
// A command may truncate several sources, and the tables below them, and each of them has a
// trigger: the contents are computed anew once.
void FollowTruncate(Oid store, Oid table) {
  Oid source = SourceBehind(store, table);
  std::optional<StoredProgram> stored = LoadProgram(store, source, ChangeEvent::kDelete);
  // Anybody may put the trigger on a table of their own; and half of a dump may have been restored.
  std::optional<RegisteredView> view = FindByStore(store);
  if (!stored || !view) return;
  if (view->stale_reason || MarkedForRights(*view)) {
    LeaveUndone(store);
    return;
  }
  CheckSnapshotKnowsProgram(store, source, ChangeEvent::kDelete);
  CheckMayRefill(source, stored->program.locks);
  if (IsStatementOpen(store)) {
    RefillLater(store);
  } else if (LastRefill(store) != Now()) {
    RefillStore(store);
    LastRefill(store) = Now();
  }
}

// Must its changes wait for the end of other statements? See open_statements.h.
bool MustWait(const SessionProgram& program) {
  if (RefillsLater(program.store) || HasSetAside(program.store)) {
    return IsStatementOpen(program.store);
  }
  if (program.locks == WriterLocks::kNone) return false;
  bool reads_itself = program.locks == WriterLocks::kAll;
  return IsStatementOpen(program.store, reads_itself ? InvalidOid : program.source);
}

// Computes the contents anew where too many sources have changed for a program.
void RunTogether(Oid store, Oid source) {
  RunningProgram together(store);
  if (together->does_nothing) {
    CheckMayRefill(source, WriterLocks::kOthers);
    RefillStore(store);
  } else {
    GatheredRows gathered(*together.get());
    RunProgram(together.get(), gathered.rows());
  }
  ForgetSetAside(store);
}

// The statement may be the last one that others have waited for, though it changes nothing itself.
void FollowOverlapping(SessionProgram* program, TriggerData* data, bool changes) {
  EndStatement(program->store, program->source);
  bool waits = MustWait(*program);
  if (RefillsLater(program->store)) {
    if (waits) return;
    ForgetRefill(program->store);
    ForgetSetAside(program->store);
    RefillStore(program->store);
    return;
  }
  if (changes) Lock(program);
  if (changes && (waits || HasSetAside(program->store))) SetAside(*program, data);
  if (waits) return;
  if (HasSetAside(program->store)) {
    RunTogether(program->store, program->source);
  } else if (changes) {
    RunProgram(program, {data, nullptr, 0});
  }
}

// It need not wait for others: what it takes from the tables, rather than from the changed rows, it
// may take twice.
void FollowKeyed(SessionProgram* program, TriggerData* data, bool changes) {
  bool alone = EndStatement(program->store, program->source);
  if (RefillsLater(program->store)) {
    if (IsStatementOpen(program->store)) return;
    ForgetRefill(program->store);
    RefillStore(program->store);
  } else if (changes) {
    Lock(program);
    RunProgram(program, {data, nullptr, 0}, alone);
  }
}

}  // namespace

void FollowChange(TriggerData* data) {
  Oid store = StoreOf(data);
  if (store == InvalidOid) return;  // what is left of a view shows nothing that could be wrong
  Oid table = RelationGetRelid(data->tg_relation);
  std::optional<ChangeEvent> event = EventOf(data);
  if (!event) {
    if (IsOurs(data, event)) FollowTruncate(store, table);
    return;
  }
  RunningProgram program(data->tg_trigger->tgoid, store, table, *event,
                         [=] { return IsOurs(data, event); });
  if (program->does_nothing && !program->stale && !program->overlaps) return;
  if (program->stale || (HasLostRight(*program.get()) && MarkedForRights(store))) {
    if (TRIGGER_FIRED_AFTER(data->tg_event)) EndStatement(store, program->source);
    LeaveUndone(store);
    return;
  }
  if (TRIGGER_FIRED_BEFORE(data->tg_event)) {
    BeginStatement(store, program->source, !program->keyed);
    return;
  }
  bool changes = !TouchesNothing(data, *program.get());
  if (program->keyed) {
    FollowKeyed(program.get(), data, changes);
  } else if (program->overlaps) {
    FollowOverlapping(program.get(), data, changes);
  } else if (changes) {
    Lock(program.get());
    RunProgram(program.get(), {data, nullptr, 0});
  }
}

}  // namespace vieworm
