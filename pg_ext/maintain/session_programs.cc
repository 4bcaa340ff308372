#include "pg_ext/maintain/session_programs.h"

#include <map>

#include "pg_ext/guard.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/programs.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/sysattr.h"
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
    FreePlans(program->apply, program->apply_count);
    FreePlans(program->finish, program->finish_count);
    if (program->one_row != nullptr) {
      FreePlans(program->one_row->apply, program->one_row->apply_count);
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

void CopyStatements(const std::vector<std::string>& apply, const std::vector<std::string>& finish,
                    SessionProgram* program) {
  program->apply = Copy(apply, program->memory);
  program->apply_count = static_cast<int>(apply.size());
  program->finish = Copy(finish, program->memory);
  program->finish_count = static_cast<int>(finish.size());
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

SessionProgram* Load(Oid store, Oid table, ChangeEvent event) {
  Oid source = SourceBehind(store, table);
  CheckSnapshotKnowsProgram(store, source, event);
  std::optional<StoredProgram> loaded = LoadProgram(store, source, event);
  SessionProgram* program = NewProgram(store);
  program->table = table;
  program->source = source;
  program->does_nothing = !loaded;
  if (!loaded) return program;
  const ChangeProgram& change = loaded->program;
  program->number = change.number;
  program->overlaps = loaded->overlaps;
  program->locks = change.locks;
  if (program->locks != WriterLocks::kNone) CopySources(SourcesOf(store), program);
  CopyStatements(change.apply, change.finish, program);
  if (change.one_row) {
    program->one_row = CopyOneRow(*change.one_row, table, event, program->memory);
  }
  if (event == ChangeEvent::kUpdate) {
    program->columns = ColumnSet(change.columns, table, program->memory);
  }
  return program;
}

SessionProgram* LoadTogether(Oid store) {
  std::optional<TogetherProgram> loaded = LoadTogetherProgram(store);
  SessionProgram* program = NewProgram(store);
  program->does_nothing = !loaded;
  if (!loaded) return program;
  program->locks = WriterLocks::kOthers;  // those that have set the changes aside hold them
  CopySources(NumberedSourcesOf(store), program);
  CopyStatements(loaded->apply, loaded->finish, program);
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

RunningProgram::RunningProgram(Oid trigger, Oid store, Oid table, ChangeEvent event)
    : RunningProgram(Key{trigger, store}, table, [=] { return Load(store, table, event); }) {}

RunningProgram::RunningProgram(Oid store)
    : RunningProgram(Key{InvalidOid, store}, InvalidOid, [=] { return LoadTogether(store); }) {}

RunningProgram::~RunningProgram() { --Entries()[key_].running; }

}  // namespace vieworm
