// Which expressions a maintained view may have: those whose value depends on their row alone, and
// those that depend on the current time as well, if the caller can hold the time still.
#ifndef VIEWORM_SQLITE_EXT_LOWER_VOLATILITY_H_
#define VIEWORM_SQLITE_EXT_LOWER_VOLATILITY_H_

#include <string>

#include "sqlite_ext/lower/function_list.h"
#include "sqlite_ext/parse/ast.h"

namespace vieworm::lower {

// What may stand in an expression besides functions of its own row.
struct Allowed {
  bool aggregates = false;
  bool windows = false;
  bool time = false;
};

// Throws Refused for anything else. Says whether the expression reads the current time.
bool CheckExpression(const parse::Expr& expr, const FunctionList& functions, Allowed allowed);

// The expression with `moment`, a scalar expression that gives a UTC date and time, in place of the
// current time. Nodes go into `arena`.
parse::Ref<parse::Expr> AtMoment(const parse::Expr& expr, parse::Ref<parse::Expr> moment,
                                 parse::Arena* arena);

}  // namespace vieworm::lower

#endif  // VIEWORM_SQLITE_EXT_LOWER_VOLATILITY_H_
