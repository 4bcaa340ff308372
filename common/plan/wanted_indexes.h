// The indexes on a view's sources without which following a change reads a whole table.
#ifndef VIEWORM_COMMON_PLAN_WANTED_INDEXES_H_
#define VIEWORM_COMMON_PLAN_WANTED_INDEXES_H_

#include <string>
#include <vector>

#include "common/ir/relation.h"

namespace vieworm {

// One that begins with any of the columns will do.
struct WantedIndex {
  RelationName table;
  std::vector<std::string> columns;
  std::string why;  // what reads the whole table without it, e.g. "a change of public.t"

  bool operator==(const WantedIndex&) const = default;
};

// To find the partners of a changed row: wherever a product joins its tables by equal columns.
std::vector<WantedIndex> IndexesForJoins(const std::vector<Block>& products);

// To look a group through again: wherever a key of the group, one of the first `keys` outputs, is
// just a column.
std::vector<WantedIndex> IndexesForGroups(const std::vector<Block>& products, size_t keys);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_PLAN_WANTED_INDEXES_H_
