#include "pg_ext/maintain/session_programs.h"

#include <map>

#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/programs.h"
#include "pg_ext/maintain/stale.h"
#include "pg_ext/spi.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/sysattr.h"
#include "parser/parse_oper.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
}

namespace vieworm {

namespace {

struct Known {
  SessionProgram* program = nullptr;
  bool stale = false;
  int running = 0;
};

// By trigger and store. A session is one process with one thread.
std::map<std::pair<Oid, Oid>, Known>& Entries() {
  static std::map<std::pair<Oid, Oid>, Known> entries;
  return entries;
}

// Called by PostgreSQL at any time, also in the middle of an abort: it only takes a note.
void NoteInvalidation(Datum, Oid relation) {
  for (auto& [key, entry] : Entries()) {
    // Without a program it is just being read.
    bool concerned = relation == InvalidOid || entry.program == nullptr ||
                     relation == entry.program->store || relation == entry.program->source ||
                     relation == entry.program->table;
    if (concerned) entry.stale = true;
  }
}

void ListenOnce() {
  static bool listening = false;
  if (listening) return;
  PgCall([] { CacheRegisterRelcacheCallback(NoteInvalidation, Datum{0}); });
  listening = true;
}

void FreePlans(SessionStatement* statements, int count) {
  for (int i = 0; i < count; ++i) {
    for (SPIPlanPtr plan : statements[i].plans) {
      if (plan != nullptr) SPI_freeplan(plan);
    }
  }
}

void Free(SessionProgram* program) {
  PgCall([=] {
    for (const StatementList* list : {&program->apply, &program->alone, &program->finish}) {
      FreePlans(list->each, list->count);
    }
    if (program->one_row != nullptr) {
      FreePlans(program->one_row->apply, program->one_row->apply_count);
      FreePlans(program->one_row->moves, program->one_row->move_count);
    }
    MemoryContextDelete(program->memory);
  });
}

SessionStatement* Copy(const std::vector<std::string>& statements, MemoryContext memory) {
  size_t count = statements.size();
  auto* copies = PgCall([=] {
    return static_cast<SessionStatement*>(
        MemoryContextAllocZero(memory, (count + 1) * sizeof(SessionStatement)));
  });
  for (size_t i = 0; i < count; ++i) {
    char* text = ToServer(statements[i]);
    copies[i].sql = PgCall([=] { return MemoryContextStrdup(memory, text); });
  }
  return copies;
}

Bitmapset* ColumnSet(const std::vector<std::string>& columns, Oid table, MemoryContext memory) {
  Bitmapset* set = nullptr;
  for (const std::string& column : columns) {
    char* name = ToServer(column);
    set = PgCall([=] {
      MemoryContext old = MemoryContextSwitchTo(memory);
      int number = get_attnum(table, name) - FirstLowInvalidHeapAttributeNumber;
      Bitmapset* larger = bms_add_member(set, number);
      MemoryContextSwitchTo(old);
      return larger;
    });
  }
  return set;
}

void CopySources(const std::vector<Oid>& sources, SessionProgram* program) {
  size_t size = sources.size() * sizeof(Oid);
  MemoryContext memory = program->memory;
  program->sources = PgCall([=] { return static_cast<Oid*>(MemoryContextAlloc(memory, size)); });
  std::copy(sources.begin(), sources.end(), program->sources);
  program->source_count = static_cast<int>(sources.size());
}

StatementList CopyList(const std::vector<std::string>& statements, MemoryContext memory) {
  return {Copy(statements, memory), static_cast<int>(statements.size())};
}

RowParameter* CopyParameters(const std::vector<std::string>& columns, Oid table,
                             MemoryContext memory) {
  size_t size = columns.size() * sizeof(RowParameter);
  auto* parameters =
      PgCall([=] { return static_cast<RowParameter*>(MemoryContextAllocZero(memory, size)); });
  for (size_t i = 0; i < columns.size(); ++i) {
    char* name = ToServer(columns[i]);
    RowParameter* parameter = &parameters[i];
    PgCall([=] {
      parameter->number = get_attnum(table, name);
      get_atttypetypmodcoll(table, parameter->number, &parameter->type, &parameter->modifier,
                            &parameter->collation);
    });
  }
  return parameters;
}

// As ORDER BY sorts the column.
void PrepareOrder(Oid table, const char* name, MemoryContext memory, OrderColumn* column) {
  column->number = get_attnum(table, name);
  Oid type = InvalidOid;
  int32 modifier = 0;
  SortSupport sort = &column->sort;
  get_atttypetypmodcoll(table, column->number, &type, &modifier, &sort->ssup_collation);
  sort->ssup_cxt = memory;
  Oid less = InvalidOid;
  get_sort_group_operators(type, true, false, false, &less, nullptr, nullptr, nullptr);
  PrepareSortSupportFromOrderingOp(less, sort);
}

OrderColumn* CopyOrder(const std::vector<std::string>& columns, Oid table, MemoryContext memory) {
  size_t size = columns.size() * sizeof(OrderColumn);
  auto* order =
      PgCall([=] { return static_cast<OrderColumn*>(MemoryContextAllocZero(memory, size)); });
  for (size_t i = 0; i < columns.size(); ++i) {
    char* name = ToServer(columns[i]);
    PgCall([=] { PrepareOrder(table, name, memory, &order[i]); });
  }
  return order;
}

OneRowStatements* CopyOneRow(const OneRowProgram& one_row, Oid table, ChangeEvent event,
                             MemoryContext memory) {
  auto* copy = PgCall([=] {
    return static_cast<OneRowStatements*>(MemoryContextAllocZero(memory, sizeof(OneRowStatements)));
  });
  copy->parameters = CopyParameters(one_row.columns, table, memory);
  copy->count = static_cast<int>(one_row.columns.size());
  copy->rows = event == ChangeEvent::kUpdate ? 2 : 1;
  copy->same = ColumnSet(one_row.same, table, memory);
  copy->apply = Copy(one_row.apply, memory);
  copy->apply_count = static_cast<int>(one_row.apply.size());
  copy->order = CopyOrder(one_row.order, table, memory);
  copy->order_count = static_cast<int>(one_row.order.size());
  copy->moves = Copy(one_row.moves, memory);
  copy->move_count = static_cast<int>(one_row.moves.size());
  return copy;
}

SessionProgram* NewProgram(Oid store) {
  MemoryContext memory = PgCall([] {
    return AllocSetContextCreate(CurrentMemoryContext, "vieworm program", ALLOCSET_SMALL_SIZES);
  });
  auto* program = PgCall([=] {
    return static_cast<SessionProgram*>(MemoryContextAllocZero(memory, sizeof(SessionProgram)));
  });
  program->memory = memory;
  program->store = store;
  program->owner = OwnerOf(store);
  return program;
}

// A foreign key action that updates the table is a statement of its own; but where one has updated
// it already, no BEFORE trigger fires, and the rows of both are told together: one may be there
// twice.
bool MayUpdateTwice(Oid table) {
  constexpr char kActions[] =
      "SELECT FROM pg_catalog.pg_constraint AS c "
      "WHERE c.conrelid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
      "AND c.contype OPERATOR(pg_catalog.=) 'f' "
      "AND (c.confupdtype OPERATOR(pg_catalog.=) ANY ('{c,n,d}'::pg_catalog.\"char\"[]) "
      "OR c.confdeltype OPERATOR(pg_catalog.=) ANY ('{n,d}'::pg_catalog.\"char\"[])) LIMIT 1";
  ActingAsExtension as_extension;
  return !RunSqlAsOfNow(kActions, {std::to_string(table)}).rows.empty();
}

SessionProgram* NothingToDo(Oid store, Oid table) {
  SessionProgram* program = NewProgram(store);
  program->table = table;
  program->source = SourceBehind(store, table);
  program->does_nothing = true;
  return program;
}

SessionProgram* StaleProgram(Oid store, Oid table) {
  SessionProgram* program = NothingToDo(store, table);
  program->stale = true;
  return program;
}

SessionProgram* Load(Oid store, Oid table, ChangeEvent event) {
  Oid source = SourceBehind(store, table);
  CheckSnapshotKnowsProgram(store, source, event);
  std::optional<StoredProgram> loaded = LoadProgram(store, source, event);
  std::optional<RegisteredView> view = FindByStore(store);
  SessionProgram* program = NewProgram(store);
  program->table = table;
  program->source = source;
  program->does_nothing = !loaded || !view;  // half of a dump has been restored
  program->stale = view && view->stale_reason;
  if (program->does_nothing || program->stale) return program;
  program->rights = FindNeededRights(view->definition, store, program->memory);
  const ChangeProgram& change = loaded->program;
  program->number = change.number;
  program->overlaps = loaded->overlaps;
  program->locks = change.locks;
  if (program->locks != WriterLocks::kNone) CopySources(SourcesOf(store), program);
  program->keyed = change.keyed;
  program->apply = CopyList(change.apply, program->memory);
  bool merges = event == ChangeEvent::kUpdate && MayUpdateTwice(table);
  if (!merges) program->alone = CopyList(change.alone, program->memory);
  program->finish = CopyList(change.finish, program->memory);
  if (change.one_row) {
    program->one_row = CopyOneRow(*change.one_row, table, event, program->memory);
  }
  if (event == ChangeEvent::kUpdate) {
    program->columns = ColumnSet(change.columns, table, program->memory);
  }
  return program;
}

// What is written there may name what is there no more.
SessionProgram* LoadOrMarkStale(Oid store, Oid table, ChangeEvent event) {
  SessionProgram* program = nullptr;
  bool loaded =
      !IsStale(store) && TryOrMarkStale(store, [&] { program = Load(store, table, event); });
  return loaded ? program : StaleProgram(store, table);
}

SessionProgram* LoadTogether(Oid store) {
  std::optional<TogetherProgram> loaded = LoadTogetherProgram(store);
  SessionProgram* program = NewProgram(store);
  program->does_nothing = !loaded;
  if (!loaded) return program;
  program->locks = WriterLocks::kOthers;  // those that have set the changes aside hold them
  CopySources(NumberedSourcesOf(store), program);
  program->apply = CopyList(loaded->apply, program->memory);
  program->finish = CopyList(loaded->finish, program->memory);
  return program;
}

// Views come and go; a session that lives long must not keep what is left of them.
void ForgetStale() {
  std::erase_if(Entries(), [](const auto& each) {
    const Known& known = each.second;
    if (!known.stale || known.running > 0 || known.program == nullptr) return false;
    Free(known.program);
    return true;
  });
}

}  // namespace

// One that is stale and running stays until it has come to its end.
template <typename Loader>
RunningProgram::RunningProgram(Key key, Oid table, Loader load) : key_(key) {
  ListenOnce();
  auto known = Entries().find(key);
  bool outdated = known == Entries().end() || known->second.stale;
  if (outdated) ForgetStale();
  Known& entry = Entries()[key];
  bool other = entry.program != nullptr && entry.program->table != table;
  if (other && entry.running == 0) Free(std::exchange(entry.program, nullptr));
  if (entry.program == nullptr) {
    entry.stale = false;
    SessionProgram* program = load();
    // Only now that nothing can fail any more it outlives the statement.
    MemoryContextSetParent(program->memory, TopMemoryContext);
    entry.program = program;
  }
  program_ = entry.program;
  ++entry.running;
}

RunningProgram::RunningProgram(Oid trigger, Oid store, Oid table, ChangeEvent event,
                               const std::function<bool()>& counts)
    : RunningProgram(Key{trigger, store}, table, [=] {
        return counts() ? LoadOrMarkStale(store, table, event) : NothingToDo(store, table);
      }) {}

RunningProgram::RunningProgram(Oid store)
    : RunningProgram(Key{InvalidOid, store}, InvalidOid, [=] { return LoadTogether(store); }) {}

RunningProgram::~RunningProgram() { --Entries()[key_].running; }

}  // namespace vieworm
