// A resolved SELECT -> relational tree.
#ifndef VIEWORM_SQLITE_EXT_LOWER_SELECT_LOWERING_H_
#define VIEWORM_SQLITE_EXT_LOWER_SELECT_LOWERING_H_

#include <set>
#include <string>

#include "sqlite_ext/lower/function_list.h"
#include "sqlite_ext/lower/scope.h"
#include "sqlite_ext/resolve/resolver.h"

struct sqlite3;

namespace vieworm::lower {

// Who lowers the views that a SELECT reads.
class ViewLowering {
 public:
  virtual ~ViewLowering() = default;
  virtual Lowering LowerView(const resolve::TableFacts& view) = 0;
};

// What all SELECTs of one definition share.
struct LoweringContext {
  sqlite3* db = nullptr;
  const FunctionList* functions = nullptr;
  parse::Ref<parse::Expr> moment;  // in place of the current time
  ViewLowering* views = nullptr;

  int aliases = 0;  // given so far: "s1", "s2" and so on are unique in the whole tree
  std::set<std::string> affinity_traps;
  bool uses_time = false;
};

// `select` is a node of `resolved`. The outermost SELECT, `top`, keeps its ORDER BY; that of a
// subquery means nothing without a LIMIT. Throws Refused.
Lowering LowerSelect(const parse::Select& select, const resolve::Resolved& resolved, bool top,
                     LoweringContext* context);

}  // namespace vieworm::lower

#endif  // VIEWORM_SQLITE_EXT_LOWER_SELECT_LOWERING_H_
