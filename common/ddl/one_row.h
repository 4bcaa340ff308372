// What follows a statement that has changed one row, in the place of a ChangeProgram's `apply`.
//
// Most statements change one row, and starting a plan takes longer than running it: so these have
// no changed rows to scan, and nothing to sort and add up. The row's values are parameters.
#ifndef VIEWORM_COMMON_DDL_ONE_ROW_H_
#define VIEWORM_COMMON_DDL_ONE_ROW_H_

#include <string>
#include <vector>

#include "common/ddl/change_event.h"

namespace vieworm {

struct OneRowProgram {
  // Of the source. $1, $2, ... are their values in the new row, and then those in the old one, as
  // far as there is one.
  std::vector<std::string> columns;
  // `apply` is for an UPDATE that leaves these as they look.
  std::vector<std::string> same;
  std::vector<std::string> apply;
  // The columns that are the key of the row's group; none where a key is anything else. An UPDATE
  // that changes their order takes `moves`: what takes the row from its old group, and what adds it
  // to its new one, the lesser group first, which is how all writers come to them. Any other takes
  // the ChangeProgram's `apply`.
  std::vector<std::string> order;
  std::vector<std::string> moves;
};

// $1, $2, ...: the parameter of `column` in the new row, or in the old row.
std::string ParameterOf(const std::vector<std::string>& columns, const std::string& column,
                        bool is_old, ChangeEvent event);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_ONE_ROW_H_
