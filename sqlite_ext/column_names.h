// Which output columns of a definition have a name of their own.
#ifndef VIEWORM_SQLITE_EXT_COLUMN_NAMES_H_
#define VIEWORM_SQLITE_EXT_COLUMN_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

#include "common/plan/catalog.h"

namespace vieworm {

// `names` are those that SQLite gives to a view over `select`. It gives every column one: to an
// expression without an alias its text, and to the second column `a` the name `a:1`. Here the
// first is not named, and the second is `a` again.
std::vector<Column> ColumnNames(std::string_view select, const std::vector<std::string>& names);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_COLUMN_NAMES_H_
