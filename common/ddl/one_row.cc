#include "common/ddl/one_row.h"

#include <algorithm>

#include "common/core_only.h"

namespace vieworm {

std::string ParameterOf(const std::vector<std::string>& columns, const std::string& column,
                        bool is_old, ChangeEvent event) {
  size_t number = std::find(columns.begin(), columns.end(), column) - columns.begin() + 1;
  if (is_old && Adds(event)) number += columns.size();
  return "$" + std::to_string(number);
}

}  // namespace vieworm
