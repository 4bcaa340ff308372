// The programs that this session has prepared: one for each trigger that has fired, and for each
// view of which several sources have changed together.
//
// A program is made of plain memory of PostgreSQL's, for it runs where errors jump. It is thrown
// away once the store, the source or the table has been altered: the next firing reads the text
// again.
#ifndef VIEWORM_PG_EXT_MAINTAIN_SESSION_PROGRAMS_H_
#define VIEWORM_PG_EXT_MAINTAIN_SESSION_PROGRAMS_H_

#include "pg_ext/server.h"

#include "common/ddl/maintenance_postgres.h"
#include "pg_ext/maintain/owner_rights.h"

extern "C" {
#include "executor/spi.h"
#include "nodes/bitmapset.h"
#include "utils/sortsupport.h"
}

namespace vieworm {

// What is best for one row is not what is best for thousands: each program has a plan for few
// changed rows, one for more, and one for many.
constexpr int kPlanSizes = 3;

struct SessionStatement {
  const char* sql;
  SPIPlanPtr plans[kPlanSizes];  // null until prepared: only then the changed rows are known
};

struct StatementList {
  SessionStatement* each;
  int count;
};

// A column whose value is a parameter.
struct RowParameter {
  AttrNumber number;
  Oid type;
  int32 modifier;
  Oid collation;
};

// A column by which groups are sorted.
struct OrderColumn {
  AttrNumber number;
  SortSupportData sort;
};

// See OneRowProgram. Their plans are the first ones.
struct OneRowStatements {
  RowParameter* parameters;  // of a row
  int count;
  int rows;  // how many rows have parameters
  Bitmapset* same;
  SessionStatement* apply;
  int apply_count;
  OrderColumn* order;
  int order_count;
  SessionStatement* moves;
  int move_count;  // 2 or 0
};

struct SessionProgram {
  MemoryContext memory;  // holds all of it
  Oid store;
  Oid table;          // that the trigger stands on; none where several sources have changed
  Oid source;         // whose rows it holds: itself, or a table above it; or none
  int number;         // of the source, from 1
  Oid owner;          // of the store, who acts
  bool does_nothing;  // that kind of statement changes nothing
  bool stale;         // nothing does: the view is stale, see stale.h
  NeededRights rights;
  bool overlaps;       // see PostgresMaintenance
  bool keyed;          // see ChangeProgram
  Bitmapset* columns;  // that an UPDATE must touch, as tg_updatedcols counts them; null: any
  WriterLocks locks;
  Oid*
      sources;  // of the view, by OID, where there are locks; by number, where several have changed
  int source_count;
  StatementList apply;
  StatementList alone;  // empty: there is nothing special for a statement that is alone
  StatementList finish;
  OneRowStatements* one_row;  // null: there is nothing special for one row
};

// While it lives, the program stays as it is, though it may be out of date by now.
class RunningProgram {
 public:
  // The program of the trigger `trigger` on `table`, whose store is `store`; where `counts` says
  // that the trigger does not count, one that does nothing. Throws PgError.
  RunningProgram(Oid trigger, Oid store, Oid table, ChangeEvent event,
                 const std::function<bool()>& counts);
  // The program for several changed sources of `store`.
  explicit RunningProgram(Oid store);
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  SessionProgram* operator->() const { return program_; }
  SessionProgram* get() const { return program_; }

 private:
  using Key = std::pair<Oid, Oid>;  // a trigger, or none; and a store

  template <typename Loader>
  RunningProgram(Key key, Oid table, Loader load);

  Key key_;
  SessionProgram* program_;
};

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_SESSION_PROGRAMS_H_
