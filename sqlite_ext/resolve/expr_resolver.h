// The names in an expression.
#ifndef VIEWORM_SQLITE_EXT_RESOLVE_EXPR_RESOLVER_H_
#define VIEWORM_SQLITE_EXT_RESOLVE_EXPR_RESOLVER_H_

#include <stdexcept>
#include <string>
#include <vector>

#include "sqlite_ext/parse/ast.h"
#include "sqlite_ext/resolve/scope.h"

namespace vieworm::resolve {

// A construct that is left to full refresh. Never leaves Resolve().
class Unresolvable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A result column under its alias: where no column has that name, the name stands for it.
struct NamedResult {
  std::string alias;
  parse::Ref<parse::Expr> expr;  // with its names resolved
};

class ExprResolver {
 public:
  // All must outlive the resolver.
  ExprResolver(parse::Arena* arena, const Scope& scope, const std::vector<NamedResult>& results)
      : arena_(arena), scope_(scope), results_(results) {}

  // The expression with every column as alias.column. Throws Unresolvable.
  parse::Ref<parse::Expr> operator()(const parse::Expr& expr) const;

 private:
  parse::Ref<parse::Expr> Column(const parse::Expr& expr, const parse::ColumnRef& column) const;

  parse::Arena* arena_;
  const Scope& scope_;
  const std::vector<NamedResult>& results_;
};

// alias.column, as a node of the arena.
parse::Ref<parse::Expr> QualifiedColumn(parse::Arena* arena, const FoundColumn& found);

}  // namespace vieworm::resolve

#endif  // VIEWORM_SQLITE_EXT_RESOLVE_EXPR_RESOLVER_H_
