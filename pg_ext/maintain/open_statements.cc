#include "pg_ext/maintain/open_statements.h"

#include <algorithm>
#include <map>

#include "common/names.h"
#include "pg_ext/guard.h"
#include "pg_ext/maintain/rows_reader.h"
#include "pg_ext/maintain/stale.h"

extern "C" {
#include "access/table.h"
#include "access/tupconvert.h"
#include "access/xact.h"
#include "miscadmin.h"
#include "utils/rel.h"
#include "utils/resowner.h"
#include "utils/snapmgr.h"
}

namespace vieworm {

namespace {

struct OpenStatement {
  Oid source;
  bool must_end;
  SubTransactionId level;
};

struct SetAsideRows {
  int number;  // of the source
  bool is_new;
  Tuplestorestate* rows;
  SubTransactionId level;
};

struct StoreState {
  std::vector<OpenStatement> open;
  int begun = 0;  // since none was open
  std::vector<SetAsideRows> aside;
  std::optional<SubTransactionId> refill;

  bool IsIdle() const { return open.empty() && aside.empty() && !refill; }
  bool MissesSomething() const {
    return !aside.empty() || refill ||
           std::any_of(open.begin(), open.end(), [](const auto& each) { return each.must_end; });
  }
};

std::map<Oid, StoreState>& States() {
  static std::map<Oid, StoreState> states;
  return states;
}

// Null where there is nothing to know.
StoreState* Find(Oid store) {
  auto found = States().find(store);
  return found == States().end() ? nullptr : &found->second;
}

// ------------------------------------------------------------------------ the end of transactions

// What the subtransaction leaves to its parent.
void Hand(SubTransactionId from, SubTransactionId to) {
  for (auto& [store, state] : States()) {
    for (OpenStatement& each : state.open) {
      if (each.level == from) each.level = to;
    }
    for (SetAsideRows& each : state.aside) {
      if (each.level == from) each.level = to;
    }
    if (state.refill == from) state.refill = to;
  }
}

void TakeBack(SubTransactionId level) {
  for (auto& [store, state] : States()) {
    std::erase_if(state.open, [=](const OpenStatement& each) { return each.level == level; });
    std::erase_if(state.aside, [=](const SetAsideRows& each) {
      if (each.level != level) return false;
      tuplestore_end(each.rows);
      return true;
    });
    if (state.refill == level) state.refill.reset();
  }
}

void AtSubtransactionEnd(SubXactEvent event, SubTransactionId id, SubTransactionId parent, void*) {
  if (States().empty()) return;
  if (event == SUBXACT_EVENT_COMMIT_SUB) Hand(id, parent);
  if (event == SUBXACT_EVENT_ABORT_SUB) TakeBack(id);
}

// Its triggers told that a statement began, and not what it changed: one of them is off. The
// transaction has put its own snapshot away by now.
void MarkUnfollowed() {
  std::vector<Oid> unfollowed;
  for (const auto& [store, state] : States()) {
    if (state.MissesSomething()) unfollowed.push_back(store);
  }
  PgCall([] { PushActiveSnapshot(GetTransactionSnapshot()); });
  for (Oid store : unfollowed) MarkStale(store, "some of its triggers are missing or disabled");
  PgCall([] { PopActiveSnapshot(); });
}

bool AnythingLeft() {
  return std::any_of(States().begin(), States().end(),
                     [](const auto& each) { return each.second.MissesSomething(); });
}

// The writer must not suffer for it, and the view must not be silently behind.
void AtTransactionEnd(XactEvent event, void*) {
  if (States().empty()) return;
  switch (event) {
    case XACT_EVENT_PRE_COMMIT:
    case XACT_EVENT_PRE_PREPARE:
      if (!AnythingLeft()) return;
      Entry([] {
        MarkUnfollowed();
        return Datum{0};
      });
      return;
    case XACT_EVENT_COMMIT:
    case XACT_EVENT_ABORT:
    case XACT_EVENT_PREPARE:
      States().clear();  // the rows go with the transaction's memory and files
      return;
    default:
      return;
  }
}

StoreState& StateOf(Oid store) {
  static bool listening = false;
  if (!listening) {
    PgCall([] {
      RegisterXactCallback(AtTransactionEnd, nullptr);
      RegisterSubXactCallback(AtSubtransactionEnd, nullptr);
    });
    listening = true;
  }
  return States()[store];
}

void DropIfIdle(Oid store) {
  StoreState* state = Find(store);
  if (state != nullptr && state->IsIdle()) States().erase(store);
}

// ----------------------------------------------------------------------------------------- copies

void Append(Tuplestorestate* from, TupleDesc columns, Tuplestorestate* to) {
  RowsReader reader = OpenRows(from, columns);
  while (NextRow(reader)) tuplestore_puttupleslot(to, reader.slot);
  CloseRows(reader);
}

// A partition may have the columns in another order than its source, and a table that inherits from
// it may have more.
void AppendAsRowsOf(Oid source, Tuplestorestate* from, TupleDesc columns, Tuplestorestate* to) {
  ::Relation table = table_open(source, AccessShareLock);
  TupleConversionMap* map = convert_tuples_by_name(columns, RelationGetDescr(table));
  if (map == nullptr) {
    Append(from, columns, to);
  } else {
    RowsReader reader = OpenRows(from, columns);
    TupleTableSlot* row = MakeSingleTupleTableSlot(RelationGetDescr(table), &TTSOpsVirtual);
    while (NextRow(reader)) {
      tuplestore_puttupleslot(to, execute_attr_map_slot(map->attrMap, reader.slot, row));
    }
    ExecDropSingleTupleTableSlot(row);
    CloseRows(reader);
    free_conversion_map(map);
  }
  table_close(table, NoLock);
}

// Memory and temporary files outlive subtransactions.
Tuplestorestate* CopyAsRowsOf(Oid source, Tuplestorestate* rows, TupleDesc columns) {
  MemoryContext memory = MemoryContextSwitchTo(TopTransactionContext);
  ResourceOwner owner = CurrentResourceOwner;
  CurrentResourceOwner = TopTransactionResourceOwner;
  Tuplestorestate* copy = tuplestore_begin_heap(false, false, work_mem);
  CurrentResourceOwner = owner;
  MemoryContextSwitchTo(memory);
  AppendAsRowsOf(source, rows, columns, copy);
  return copy;
}

}  // namespace

void BeginStatement(Oid store, Oid source, bool must_end) {
  StoreState& state = StateOf(store);
  if (state.open.empty()) state.begun = 0;
  ++state.begun;
  state.open.push_back({source, must_end, GetCurrentSubTransactionId()});
}

bool EndStatement(Oid store, Oid source) {
  StoreState* state = Find(store);
  if (state == nullptr) return false;
  auto found = std::find_if(state->open.rbegin(), state->open.rend(),
                            [=](const OpenStatement& each) { return each.source == source; });
  if (found == state->open.rend()) return false;
  bool alone = state->begun == 1;
  state->open.erase(std::next(found).base());
  DropIfIdle(store);
  return alone;
}

bool IsStatementOpen(Oid store, Oid except) {
  const StoreState* state = Find(store);
  if (state == nullptr) return false;
  return std::any_of(state->open.begin(), state->open.end(),
                     [=](const OpenStatement& each) { return each.source != except; });
}

void SetAside(const SessionProgram& program, TriggerData* data) {
  StoreState& state = StateOf(program.store);
  TupleDesc columns = RelationGetDescr(data->tg_relation);
  for (bool is_new : {true, false}) {
    Tuplestorestate* rows = is_new ? data->tg_newtable : data->tg_oldtable;
    if (rows == nullptr) continue;
    Oid source = program.source;
    Tuplestorestate* copy = PgCall([=] { return CopyAsRowsOf(source, rows, columns); });
    state.aside.push_back({program.number, is_new, copy, GetCurrentSubTransactionId()});
  }
}

bool HasSetAside(Oid store) {
  const StoreState* state = Find(store);
  return state != nullptr && !state->aside.empty();
}

void ForgetSetAside(Oid store) {
  StoreState* state = Find(store);
  if (state == nullptr) return;
  for (const SetAsideRows& each : state->aside) tuplestore_end(each.rows);
  state->aside.clear();
  DropIfIdle(store);
}

void RefillLater(Oid store) { StateOf(store).refill = GetCurrentSubTransactionId(); }

bool RefillsLater(Oid store) {
  const StoreState* state = Find(store);
  return state != nullptr && state->refill;
}

void ForgetRefill(Oid store) {
  StoreState* state = Find(store);
  if (state == nullptr) return;
  state->refill.reset();
  DropIfIdle(store);
}

// --------------------------------------------------------------------------------- gathered rows

GatheredRows::GatheredRows(const SessionProgram& together) {
  const StoreState* state = Find(together.store);
  for (int number = 1; number <= together.source_count; ++number) {
    for (bool is_new : {true, false}) {
      Oid source = together.sources[number - 1];
      names_.push_back(names::Numbered(is_new ? names::kNewRows : names::kOldRows, number));
      Tuplestorestate* all = PgCall([] { return tuplestore_begin_heap(false, false, work_mem); });
      for (const SetAsideRows& each : state->aside) {
        if (each.number != number || each.is_new != is_new) continue;
        Tuplestorestate* rows = each.rows;
        PgCall([=] {
          ::Relation table = table_open(source, AccessShareLock);
          Append(rows, RelationGetDescr(table), all);
          table_close(table, NoLock);
        });
      }
      named_.push_back({nullptr, source, all});
    }
  }
  for (size_t i = 0; i < named_.size(); ++i) named_[i].name = names_[i].c_str();
}

GatheredRows::~GatheredRows() {
  for (const NamedRows& each : named_) tuplestore_end(each.rows);
}

ChangedRows GatheredRows::rows() const {
  return {nullptr, named_.data(), static_cast<int>(named_.size())};
}

}  // namespace vieworm
