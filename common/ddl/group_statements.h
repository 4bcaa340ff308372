// The SQL around a GroupStore, in SQLite's dialect: what creates it, fills it and adds a change to
// it. docs/sqlite-triggers.md says why the statements look as they do.
#ifndef VIEWORM_COMMON_DDL_GROUP_STATEMENTS_H_
#define VIEWORM_COMMON_DDL_GROUP_STATEMENTS_H_

#include <string>
#include <vector>

#include "common/ddl/group_rows.h"
#include "common/ddl/select.h"
#include "common/plan/group_store.h"

namespace vieworm {

// Do the values that `state` adds up depend on the changed row of `delta` alone, and on no other
// source? Then an UPDATE of that row changes the sum by the difference of two values.
bool IsNetted(const NumberState& state, const Block& delta);

class GroupStatements {
 public:
  // `store` and `contributions` must outlive this. What Fill, Apply and CleanUp write runs inside
  // of a trigger, where names are those of the trigger's own database; or, with `schema`, outside,
  // where SQLite would look in temp first.
  GroupStatements(const GroupStore& store, const std::vector<Contribution>& contributions,
                  const std::string& schema = "")
      : store_(store),
        contributions_(contributions),
        schema_(schema),
        rows_(store, contributions, schema) {}

  // The table and its indexes.
  std::vector<std::string> Create() const;

  // Fills the empty table.
  std::vector<std::string> Fill() const;

  // Adds the rows of `block`, one of the contributions or its delta, `sign` times (1 or -1). Works
  // under every OR clause of the statement that fires the trigger: it cannot violate anything.
  // `current`, unless it is empty, is a condition under which the changed row is still as it was
  // when it fired the trigger: else the extrema of its group are looked for again.
  std::string Apply(const Block& block, const std::string& count, int sign,
                    const ChangeWriter& change, const std::string& current = "") const;

  // Adds what an UPDATE changes where it leaves alone whatever is not netted; `block` has one
  // Change, and IsAdditive() and the condition that NetCondition gives hold.
  std::string ApplyNet(const Block& block) const;

  // Are all sums in `block`, whose Change an UPDATE replaces, of integers before and after?
  // "" where that needs no question.
  std::string NetCondition(const Block& block) const;

  // What follows once changes have been added: groups without rows go (where `removes` says that
  // rows were taken away), dirty ones are recomputed. May be nothing.
  std::vector<std::string> CleanUp(bool removes) const;

 private:
  std::string KeyTerms() const;
  std::string Insert(const std::vector<std::string>& values, const SelectWriter::Parts& parts,
                     const std::vector<std::string>& updates) const;
  std::vector<std::string> ColumnNames() const;
  std::vector<std::string> Values(const std::vector<std::string>& outputs, const std::string& count,
                                  int sign, const std::string& current) const;
  std::vector<std::string> Updates(int sign) const;
  std::string SameLooks() const;
  std::string DirtyUpdate(int sign) const;
  std::string Argument(const std::string& name, const std::optional<std::string>& filter,
                       const std::vector<std::string>& outputs) const;
  std::string Table() const { return QuoteIdentifier(store_.table.name); }
  std::string Target() const;

  const GroupStore& store_;
  const std::vector<Contribution>& contributions_;
  std::string schema_;
  GroupRows rows_;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_GROUP_STATEMENTS_H_
