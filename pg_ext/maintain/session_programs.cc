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

// By trigger. A session is one process with one thread.
std::map<Oid, Known>& Entries() {
  static std::map<Oid, Known> entries;
  return entries;
}

// Called by PostgreSQL at any time, also in the middle of an abort: it only takes a note.
void NoteInvalidation(Datum, Oid relation) {
  for (auto& [trigger, entry] : Entries()) {
    // Without a program it is just being read.
    bool concerned = relation == InvalidOid || entry.program == nullptr ||
                     relation == entry.program->store || relation == entry.program->source;
    if (concerned) entry.stale = true;
  }
}

void ListenOnce() {
  static bool listening = false;
  if (listening) return;
  PgCall([] { CacheRegisterRelcacheCallback(NoteInvalidation, Datum{0}); });
  listening = true;
}

void Free(SessionProgram* program) {
  PgCall([=] {
    for (int i = 0; i < program->apply_count; ++i) {
      if (program->apply[i].plan != nullptr) SPI_freeplan(program->apply[i].plan);
    }
    for (int i = 0; i < program->finish_count; ++i) {
      if (program->finish[i].plan != nullptr) SPI_freeplan(program->finish[i].plan);
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

Bitmapset* ColumnSet(const std::vector<std::string>& columns, Oid source, MemoryContext memory) {
  Bitmapset* set = nullptr;
  for (const std::string& column : columns) {
    char* name = ToServer(column);
    set = PgCall([=] {
      MemoryContext old = MemoryContextSwitchTo(memory);
      int number = get_attnum(source, name) - FirstLowInvalidHeapAttributeNumber;
      Bitmapset* larger = bms_add_member(set, number);
      MemoryContextSwitchTo(old);
      return larger;
    });
  }
  return set;
}

void CopySources(SessionProgram* program) {
  std::vector<Oid> sources = SourcesOf(program->store);
  size_t size = sources.size() * sizeof(Oid);
  MemoryContext memory = program->memory;
  program->sources = PgCall([=] { return static_cast<Oid*>(MemoryContextAlloc(memory, size)); });
  std::copy(sources.begin(), sources.end(), program->sources);
  program->source_count = static_cast<int>(sources.size());
}

SessionProgram* Load(Oid store, Oid source, ChangeEvent event) {
  std::optional<ChangeProgram> loaded = LoadProgram(store, source, event);
  MemoryContext memory = PgCall([] {
    return AllocSetContextCreate(CurrentMemoryContext, "vieworm program", ALLOCSET_SMALL_SIZES);
  });
  auto* program = PgCall([=] {
    return static_cast<SessionProgram*>(MemoryContextAllocZero(memory, sizeof(SessionProgram)));
  });
  program->memory = memory;
  program->store = store;
  program->source = source;
  program->owner = OwnerOf(store);
  program->does_nothing = !loaded;
  if (loaded) {
    program->locks = loaded->locks;
    if (program->locks != WriterLocks::kNone) CopySources(program);
    program->apply = Copy(loaded->apply, memory);
    program->apply_count = static_cast<int>(loaded->apply.size());
    program->finish = Copy(loaded->finish, memory);
    program->finish_count = static_cast<int>(loaded->finish.size());
    if (event == ChangeEvent::kUpdate) {
      program->columns = ColumnSet(loaded->columns, source, memory);
    }
  }
  // Only now that nothing can fail any more it outlives the statement.
  MemoryContextSetParent(memory, TopMemoryContext);
  return program;
}

}  // namespace

// One that is stale and running stays until it has come to its end.
RunningProgram::RunningProgram(Oid trigger, Oid store, Oid source, ChangeEvent event)
    : trigger_(trigger) {
  ListenOnce();
  Known& entry = Entries()[trigger];
  bool other = entry.program != nullptr &&
               (entry.program->store != store || entry.program->source != source);
  if (entry.program != nullptr && (entry.stale || other) && entry.running == 0) {
    Free(std::exchange(entry.program, nullptr));
  }
  if (entry.program == nullptr) {
    entry.stale = false;
    entry.program = Load(store, source, event);
  }
  program_ = entry.program;
  ++entry.running;
}

RunningProgram::~RunningProgram() { --Entries()[trigger_].running; }

}  // namespace vieworm
