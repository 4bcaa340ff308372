// An index that maintenance needs on a store of PostgreSQL's.
#ifndef VIEWORM_COMMON_DDL_STORE_INDEX_H_
#define VIEWORM_COMMON_DDL_STORE_INDEX_H_

#include <string>
#include <vector>

namespace vieworm {

struct StoreIndex {
  std::vector<std::string> columns;
  std::string where;    // SQL; "" for all rows
  bool unique = false;  // then NULLs are equal, too
  std::string name;     // "": PostgreSQL's choice
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_STORE_INDEX_H_
