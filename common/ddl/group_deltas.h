// The SQL around a GroupStore, in PostgreSQL's dialect: what it holds, and what adds the rows that
// one statement has changed.
//
// Changes of a group commute: each is one INSERT ... ON CONFLICT DO UPDATE that adds to what the
// group's row holds by then, so that writers wait for each other only where they change the same
// group, and never for the view. The groups of a change are visited in the order of their keys,
// which keeps two statements from waiting for each other.
#ifndef VIEWORM_COMMON_DDL_GROUP_DELTAS_H_
#define VIEWORM_COMMON_DDL_GROUP_DELTAS_H_

#include <optional>
#include <string>
#include <vector>

#include "common/ddl/group_input.h"

namespace vieworm {

class GroupDeltas {
 public:
  // All must outlive this.
  GroupDeltas(const GroupStore& store, const std::vector<Contribution>& contributions,
              const FactsOf& facts)
      : store_(store), input_(store, contributions, facts) {}

  // SELECT: the rows of the store as they ought to be.
  std::string State() const;

  // The columns that tell the groups apart: a unique index over them, NULLS NOT DISTINCT.
  std::vector<std::string> KeyColumns() const;

  // Applies a change to the store. Where groups may be left without rows, or must be computed anew,
  // it returns their places (tid), and NULL for the others.
  std::string Apply(const GroupChange& change) const;

  // What follows, over the places $1 (tid[]): groups without rows go, and others are computed anew
  // from the tables. Each statement needs a snapshot of its own, younger than the lock on the
  // group's row that Apply has taken: then it sees what every earlier holder of it has changed.
  std::vector<std::string> Finish(const GroupChange& change) const;

  // A column that adds up: `call` over the rows that `filter` lets through. If it is a count, that
  // is also how many rows `counted` lets through. If it is an exact sum, `signed_call` tells rows
  // that come and go apart by itself.
  struct Sum {
    std::string column;
    std::string call;
    std::vector<std::string> filter;
    std::optional<std::vector<std::string>> counted = std::nullopt;
    std::string signed_call = "";
  };

  // `suffix` is what the names of the columns that are added up end in.
  std::vector<Sum> Sums(const std::string& suffix = "") const;
  // Condition on the store's row `row` under which its group goes.
  std::string IsEmpty(const std::string& row) const;
  // The column of the rows that tells the contribution's count.
  std::string SideOf() const { return input_.SideOf(); }

 private:
  std::vector<std::string> Columns() const;
  // What a statement changes as far as the store is concerned: `event` is kUpdate where rows come
  // and go; all groups that are touched are dirty where `vague`.
  struct Effect {
    ChangeEvent event;
    bool vague;
  };

  Effect EffectOf(const GroupChange& change) const;
  std::string Value(const Sum& sum, const Effect& effect) const;
  std::vector<std::string> Values(const Effect& effect) const;
  std::vector<std::string> ExtremeValues(const ExtremeState& state, const Effect& effect) const;
  std::string DirtyValue(const Effect& effect) const;
  std::vector<std::string> Updates(const Effect& effect) const;
  std::vector<std::string> DirtyTerms(const Effect& effect) const;
  std::string Recompute() const;
  std::string NotNothing() const;
  bool MayEmpty(const Effect& effect) const;

  const GroupStore& store_;
  GroupInput input_;
};

// The column beside an extremum that a change brings the removed extremum in; NULL in the store.
std::string GoneColumn(const ExtremeState& state);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_GROUP_DELTAS_H_
