// The source rows that make up the groups of a GroupStore, and what is computed from them anew: in
// SQLite's dialect.
#ifndef VIEWORM_COMMON_DDL_GROUP_ROWS_H_
#define VIEWORM_COMMON_DDL_GROUP_ROWS_H_

#include <string>
#include <utility>
#include <vector>

#include "common/plan/group_store.h"

namespace vieworm {

// The call of an aggregate over the rows of a FROM item i.
std::string CallText(const std::string& function, const AggregateCall& call);

// Condition under which two values do not only compare as equal, but look the same, too.
std::string SameLook(const std::string& left, const std::string& right);

class GroupRows {
 public:
  // `store` and `contributions` must outlive this; `schema` is that of GroupStatements.
  GroupRows(const GroupStore& store, const std::vector<Contribution>& contributions,
            std::string schema = "")
      : store_(store), contributions_(contributions), schema_(std::move(schema)) {}

  // A FROM item called i: the rows of the group of the store's row at hand.
  std::string OfGroup() const;

  // Statements that compute the dirty groups from their rows.
  std::vector<std::string> Recompute() const;

  // The same for all groups at once: one by one each would look for its rows again.
  std::string FillRecomputed() const;

 private:
  std::string All() const;
  std::string KeyCondition(const std::vector<std::string>& outputs) const;
  std::string Table() const;
  std::string Target() const;

  const GroupStore& store_;
  const std::vector<Contribution>& contributions_;
  std::string schema_;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_GROUP_ROWS_H_
