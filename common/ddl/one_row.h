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
  // It is for an UPDATE that leaves these as they look; any other takes `apply`.
  std::vector<std::string> same;
  std::vector<std::string> apply;
};

// $1, $2, ...: the parameter of `column` in the new row, or in the old row.
std::string ParameterOf(const std::vector<std::string>& columns, const std::string& column,
                        bool is_old, ChangeEvent event);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_ONE_ROW_H_
