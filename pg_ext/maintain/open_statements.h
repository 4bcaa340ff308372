// Which statements have begun to change the sources of a view and have not come to their end, and
// the changes that wait for them.
//
// A change of one source is added to a view by what the other sources hold now. That is wrong while
// a change of those is still to be added: a foreign key action, a data-modifying WITH or a trigger
// has changed both before either is followed. So the BEFORE triggers tell which statements are
// under way, and a change that meets one of another source is set aside, until the last of them
// ends; then all are added together.
//
// It lasts for a transaction. What a subtransaction has begun or set aside goes with it.
#ifndef VIEWORM_PG_EXT_MAINTAIN_OPEN_STATEMENTS_H_
#define VIEWORM_PG_EXT_MAINTAIN_OPEN_STATEMENTS_H_

#include "pg_ext/server.h"

#include "pg_ext/maintain/run_program.h"

namespace vieworm {

// `must_end`: the view is stale after the transaction unless it comes to its end.
void BeginStatement(Oid store, Oid source, bool must_end);
// True if it was alone: no other statement has been under way since it began, or before.
bool EndStatement(Oid store, Oid source);

// Is a statement on `store`'s sources under way? Those on `except` do not count.
bool IsStatementOpen(Oid store, Oid except = InvalidOid);

// Copies the rows that a trigger tells. Throws PgError.
void SetAside(const SessionProgram& program, TriggerData* data);

bool HasSetAside(Oid store);

// All that has been set aside, under the names that the program for several sources knows; none of
// them is missing, though there may be no rows behind it.
class GatheredRows {
 public:
  // Throws PgError.
  explicit GatheredRows(const SessionProgram& together);
  ~GatheredRows();
  GatheredRows(const GatheredRows&) = delete;
  GatheredRows& operator=(const GatheredRows&) = delete;

  ChangedRows rows() const;

 private:
  std::vector<std::string> names_;
  std::vector<NamedRows> named_;
};

// Afterwards nothing is set aside.
void ForgetSetAside(Oid store);

// What is in the view does not matter any more: it is to be computed anew once no statement is
// under way.
void RefillLater(Oid store);
bool RefillsLater(Oid store);
void ForgetRefill(Oid store);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_OPEN_STATEMENTS_H_
