// Runs the statements of a program over the rows that have changed.
#ifndef VIEWORM_PG_EXT_MAINTAIN_RUN_PROGRAM_H_
#define VIEWORM_PG_EXT_MAINTAIN_RUN_PROGRAM_H_

#include "pg_ext/server.h"

#include "pg_ext/maintain/session_programs.h"

extern "C" {
#include "commands/trigger.h"
#include "utils/tuplestore.h"
}

namespace vieworm {

// The changed rows of one source, under names of their own.
struct NamedRows {
  const char* name;
  Oid source;
  Tuplestorestate* rows;
};

// Either those of the trigger, under the names that its declaration gives them, or `named`.
struct ChangedRows {
  TriggerData* trigger;
  const NamedRows* named;
  int count;
};

// Runs it, in C++'s world. Acts as the owner of the view, with a search_path of its own. Where the
// program takes locks, they have been taken. `alone`: no other statement on the view's sources has
// been under way meanwhile. Throws PgError.
void RunProgram(SessionProgram* program, const ChangedRows& changed, bool alone = false);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_RUN_PROGRAM_H_
