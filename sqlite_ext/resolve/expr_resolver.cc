#include "sqlite_ext/resolve/expr_resolver.h"

#include "sqlite_ext/parse/map_children.h"
#include "sqlite_ext/parse/text.h"

namespace vieworm::resolve {

namespace {

using parse::ColumnRef;
using parse::Expr;
using parse::Fallback;
using parse::Literal;
using parse::LiteralKind;
using parse::Ref;

bool HoldsSelect(const Expr& expr) {
  return std::holds_alternative<parse::InSelect>(expr.node) ||
         std::holds_alternative<parse::InTable>(expr.node) ||
         std::holds_alternative<parse::Exists>(expr.node) ||
         std::holds_alternative<parse::Subquery>(expr.node);
}

}  // namespace

Ref<Expr> QualifiedColumn(parse::Arena* arena, const FoundColumn& found) {
  ColumnRef column;
  column.table = parse::Name{found.alias};
  column.column = parse::Name{found.column};
  Expr expr;
  expr.node = column;
  return arena->Add(std::move(expr));
}

Ref<Expr> ExprResolver::operator()(const Expr& expr) const {
  if (const auto* column = std::get_if<ColumnRef>(&expr.node)) return Column(expr, *column);
  if (HoldsSelect(expr)) throw Unresolvable("a subquery in an expression");
  if (std::holds_alternative<parse::Parameter>(expr.node)) throw Unresolvable("a parameter");
  Expr mapped = expr;
  mapped.node = parse::MapChildren(expr.node, *this);
  return arena_->Add(std::move(mapped));
}

// SQLite looks for a column, then for an alias of the result, then takes "x" for a string and
// TRUE for 1 (https://www.sqlite.org/lang_select.html, https://www.sqlite.org/quirks.html).
Ref<Expr> ExprResolver::Column(const Expr& expr, const ColumnRef& column) const {
  if (std::optional<FoundColumn> found = scope_.Find(column)) {
    return QualifiedColumn(arena_, *found);
  }
  if (!column.table) {
    for (const NamedResult& result : results_) {
      if (parse::EqualsIgnoringCase(result.alias, column.column.text)) return result.expr;
    }
  }
  switch (column.fallback) {
    case Fallback::kNone:
      throw Unresolvable("a name that was not found: " + column.column.text);
    case Fallback::kBoolean:  // IS TRUE is no comparison with 1
      return arena_->Add(Expr(expr));
    case Fallback::kString:
      break;
  }
  Expr literal = expr;
  literal.node = Literal{LiteralKind::kString, column.column.text};
  return arena_->Add(std::move(literal));
}

}  // namespace vieworm::resolve
