// https://www.sqlite.org/pragma.html#pragma_function_list: the flags are SQLITE_DETERMINISTIC and
// SQLITE_INNOCUOUS (https://www.sqlite.org/c3ref/c_deterministic.html). A trigger runs on any
// connection, with trusted_schema off too: what it may call is built in and innocuous.

#include "sqlite_ext/lower/function_list.h"

#include "common/sql/dialect.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/sqlite.h"

namespace vieworm::lower {

FunctionList::FunctionList(sqlite3* db) {
  Prepared list(db, "SELECT name, builtin, type, flags, narg FROM pragma_function_list");
  while (list.Step()) {
    entries_.push_back({LowerAscii(list.Text(0)), list.Integer(1) != 0, list.Text(2) == "s",
                        list.Integer(3), list.Integer(4)});
  }
}

// One of exactly as many arguments goes before one of any number, and a function of the user's
// before a built-in one that it hides.
FunctionKind FunctionList::KindOf(const std::string& name, size_t arguments) const {
  std::string wanted = LowerAscii(name);
  const Entry* found = nullptr;
  for (const Entry& entry : entries_) {
    bool exact = entry.arguments == static_cast<int64_t>(arguments);
    if (entry.name != wanted || (!exact && entry.arguments >= 0)) continue;
    if (!entry.builtin) return FunctionKind::kUnknown;
    if (found == nullptr || exact) found = &entry;
  }
  if (found == nullptr || (found->flags & SQLITE_INNOCUOUS) == 0) return FunctionKind::kUnknown;
  if (!found->scalar) return FunctionKind::kAggregate;
  bool pure = (found->flags & SQLITE_DETERMINISTIC) != 0;
  return pure ? FunctionKind::kScalar : FunctionKind::kVolatile;
}

}  // namespace vieworm::lower
