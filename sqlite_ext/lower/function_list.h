// The SQL functions of one connection, and what SQLite vouches for.
#ifndef VIEWORM_SQLITE_EXT_LOWER_FUNCTION_LIST_H_
#define VIEWORM_SQLITE_EXT_LOWER_FUNCTION_LIST_H_

#include <cstdint>
#include <string>
#include <vector>

struct sqlite3;

namespace vieworm::lower {

enum class FunctionKind {
  kUnknown,    // the user's own, or one that a file from elsewhere must not call
  kVolatile,   // its value depends on more than its arguments
  kScalar,     // a function of its arguments
  kAggregate,  // an aggregate; also a pure window function, which SQLite demands an OVER for
};

class FunctionList {
 public:
  // Reads pragma_function_list.
  explicit FunctionList(sqlite3* db);

  // What `name` with so many arguments means.
  FunctionKind KindOf(const std::string& name, size_t arguments) const;

 private:
  struct Entry {
    std::string name;
    bool builtin;
    bool scalar;
    int64_t flags;
    int64_t arguments;  // -1: any number
  };
  std::vector<Entry> entries_;
};

}  // namespace vieworm::lower

#endif  // VIEWORM_SQLITE_EXT_LOWER_FUNCTION_LIST_H_
