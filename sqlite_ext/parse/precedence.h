// How tightly each expression binds, for those who write expressions down.
#ifndef VIEWORM_SQLITE_EXT_PARSE_PRECEDENCE_H_
#define VIEWORM_SQLITE_EXT_PARSE_PRECEDENCE_H_

#include "sqlite_ext/parse/ast.h"

namespace vieworm::parse {

// The table of sqlite.org/lang_expr.html, from loose to tight; select.y has it as %left and %right.
enum class Binding {
  kAny,
  kOr,
  kAnd,
  kNot,
  kEquality,  // = <> IS LIKE GLOB REGEXP MATCH BETWEEN IN
  kInequality,
  kEscape,
  kBits,
  kSum,
  kProduct,
  kConcat,
  kCollate,
  kSign,     // unary - + ~
  kPrimary,  // needs no parentheses anywhere
};

inline Binding Tighter(Binding binding) {
  return static_cast<Binding>(static_cast<int>(binding) + 1);
}

Binding BindingOf(BinaryOp op);
Binding BindingOf(const Expr& expr);

}  // namespace vieworm::parse

#endif  // VIEWORM_SQLITE_EXT_PARSE_PRECEDENCE_H_
