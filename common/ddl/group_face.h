// What a GroupStore shows: the SELECT that reads the core's rows from it, in SQLite's dialect.
#ifndef VIEWORM_COMMON_DDL_GROUP_FACE_H_
#define VIEWORM_COMMON_DDL_GROUP_FACE_H_

#include <string>
#include <vector>

#include "common/ddl/group_rows.h"
#include "common/plan/group_store.h"

namespace vieworm {

class GroupFace {
 public:
  // Both must outlive this.
  GroupFace(const GroupStore& store, const std::vector<Contribution>& contributions)
      : store_(store), rows_(store, contributions) {}

  // The core's columns, one row for each row of the core.
  Written Write() const;

 private:
  std::string ShownValue(const ShownCall& call) const;
  std::string ShownNumber(const ShownCall& call, const NumberState& state) const;
  std::string WriteCopies(const std::string& list) const;
  std::string Table() const;

  const GroupStore& store_;
  GroupRows rows_;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_GROUP_FACE_H_
