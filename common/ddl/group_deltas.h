// The SQL around a GroupStore, in PostgreSQL's dialect: what it holds, and what adds the rows that
// one statement has changed.
//
// Changes of a group commute: each is one INSERT ... ON CONFLICT DO UPDATE that adds to what the
// group's row holds by then, so that writers wait for each other only where they change the same
// group, and never for the view. The groups of a change are visited in the order of their keys,
// which keeps two statements from waiting for each other.
#ifndef VIEWORM_COMMON_DDL_GROUP_DELTAS_H_
#define VIEWORM_COMMON_DDL_GROUP_DELTAS_H_

#include <string>
#include <vector>

#include "common/ddl/change_event.h"
#include "common/plan/row_store.h"

namespace vieworm {

class GroupDeltas {
 public:
  // All must outlive this.
  GroupDeltas(const GroupStore& store, const std::vector<Contribution>& contributions,
              const FactsOf& facts)
      : store_(store), contributions_(contributions), facts_(facts) {}

  // SELECT: the rows of the store as they ought to be.
  std::string State() const;

  // The columns that tell the groups apart: a unique index over them, NULLS NOT DISTINCT.
  std::vector<std::string> KeyColumns() const;

  // Adds what a statement has changed in `table`. Where groups may be left without rows, or must be
  // computed anew, it returns their places (tid), one row for each.
  std::string Apply(const RelationName& table, ChangeEvent event) const;

  // What follows, over the places $1 (tid[]): groups without rows go, and others are computed anew
  // from the tables. Each statement needs a snapshot of its own, younger than the lock on the
  // group's row that Apply has taken: then it sees what every earlier holder of it has changed.
  std::vector<std::string> Finish(ChangeEvent event) const;

 private:
  // A column that adds up: `call` over the rows that `filter` lets through.
  struct Sum {
    std::string column;
    std::string call;
    std::vector<std::string> filter;
  };

  std::vector<Sum> Sums() const;
  std::vector<std::string> Columns() const;
  std::vector<std::string> Values(ChangeEvent event) const;
  std::vector<std::string> ExtremeValues(const ExtremeState& state, ChangeEvent event) const;
  std::vector<std::string> Updates(ChangeEvent event) const;
  std::vector<std::string> DirtyTerms(ChangeEvent event) const;
  std::string ChangedRows(const RelationName& table, ChangeEvent event) const;
  std::string AllRows(const std::string& of_group_in) const;
  std::string RowsOf(const Contribution& contribution, const std::string& change,
                     const std::string& added, const std::string& of_group_in) const;
  std::string IsGroup(const std::vector<std::string>& outputs, const std::string& row) const;
  std::string Recompute() const;
  std::string NotNothing() const;
  bool MayEmpty(ChangeEvent event) const;
  std::string Added() const { return store_.prefix + "added"; }
  std::string IsCurrent(const Block& block) const;
  std::string IsEmpty(const std::string& row) const;
  std::string Current() const { return store_.prefix + "current"; }
  std::string SideOf() const { return store_.prefix + "side_of"; }

  const GroupStore& store_;
  const std::vector<Contribution>& contributions_;
  const FactsOf& facts_;
};

// The column beside an extremum that a change brings the removed extremum in; NULL in the store.
std::string GoneColumn(const ExtremeState& state);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_GROUP_DELTAS_H_
