// The programs that this session has prepared, one for each trigger that has fired.
//
// A program is made of plain memory of PostgreSQL's, for it runs where errors jump. It is thrown
// away once the store or the source has been altered: the next firing reads the text again.
#ifndef VIEWORM_PG_EXT_MAINTAIN_SESSION_PROGRAMS_H_
#define VIEWORM_PG_EXT_MAINTAIN_SESSION_PROGRAMS_H_

#include "pg_ext/server.h"

#include "common/ddl/maintenance_postgres.h"

extern "C" {
#include "executor/spi.h"
#include "nodes/bitmapset.h"
}

namespace vieworm {

struct SessionStatement {
  const char* sql;
  SPIPlanPtr plan;  // null until it is prepared: the changed rows are known only while it runs
};

struct SessionProgram {
  MemoryContext memory;  // holds all of it
  Oid store;
  Oid source;
  Oid owner;           // of the store, who acts
  bool does_nothing;   // that kind of statement changes nothing
  bool prepared;       // all plans are there
  Bitmapset* columns;  // that an UPDATE must touch, as tg_updatedcols counts them; null: any
  WriterLocks locks;
  Oid* sources;  // of the view, in order; only where there are locks
  int source_count;
  SessionStatement* apply;
  int apply_count;
  SessionStatement* finish;
  int finish_count;
};

// While it lives, the program stays as it is, though it may be out of date by now.
class RunningProgram {
 public:
  // The program of the trigger `trigger` on `source`, whose store is `store`. Throws PgError.
  RunningProgram(Oid trigger, Oid store, Oid source, ChangeEvent event);
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  SessionProgram* operator->() const { return program_; }
  SessionProgram* get() const { return program_; }

 private:
  Oid trigger_;
  SessionProgram* program_;
};

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_SESSION_PROGRAMS_H_
