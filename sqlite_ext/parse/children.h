// The one place that knows which nodes hang below which: ForEachChild visits them, one level down,
// in the order in which they were written.
//
// `visit` is called with a const Expr&, a const From& or a const Select&, so it is a generic lambda
// or a class with three overloads of operator(). Clauses that were left out are not visited.
#ifndef VIEWORM_SQLITE_EXT_PARSE_CHILDREN_H_
#define VIEWORM_SQLITE_EXT_PARSE_CHILDREN_H_

#include <variant>

#include "sqlite_ext/parse/ast.h"

namespace vieworm::parse {

// Visits what an Expr, a From or a Select holds, through the values between it and its children.
template <typename Visit>
class ChildVisitor {
 public:
  explicit ChildVisitor(Visit& visit) : visit_(visit) {}

  template <typename T>
  void In(const Ref<T>& child) {
    if (child) visit_(*child);
  }
  template <typename T>
  void In(const std::vector<T>& list) {
    for (const T& item : list) In(item);
  }
  template <typename T>
  void In(const std::optional<T>& value) {
    if (value) In(*value);
  }
  template <typename... T>
  void In(const std::variant<T...>& value) {
    std::visit([this](const auto& alternative) { this->In(alternative); }, value);
  }

  void In(const std::monostate&) {}
  void In(const WindowName&) {}
  void In(const Literal&) {}
  void In(const ColumnRef&) {}
  void In(const Parameter&) {}
  void In(const Unary& node) { In(node.operand); }
  void In(const Binary& node) { All(node.left, node.right); }
  void In(const Collate& node) { In(node.operand); }
  void In(const Cast& node) { In(node.operand); }
  void In(const Match& node) { All(node.operand, node.pattern, node.escape); }
  void In(const Between& node) { All(node.operand, node.low, node.high); }
  void In(const InList& node) { All(node.operand, node.list); }
  void In(const InSelect& node) { All(node.operand, node.select); }
  void In(const InTable& node) { All(node.operand, node.arguments); }
  void In(const RowValue& node) { In(node.values); }
  void In(const When& node) { All(node.condition, node.result); }
  void In(const Case& node) { All(node.operand, node.whens, node.otherwise); }
  void In(const OrderTerm& node) { In(node.expr); }
  void In(const FrameBound& node) { In(node.distance); }
  void In(const Frame& node) { All(node.start, node.finish); }
  void In(const Window& node) { All(node.partition_by, node.order_by, node.frame); }
  void In(const Call& node) { All(node.arguments, node.order_by, node.filter, node.over); }
  void In(const Exists& node) { In(node.select); }
  void In(const Subquery& node) { In(node.select); }
  void In(const TableSource& node) { In(node.arguments); }
  void In(const SubquerySource& node) { In(node.select); }
  void In(const GroupSource& node) { In(node.from); }
  void In(const FromItem& node) { All(node.source, node.on); }
  void In(const ResultColumn& node) { In(node.expr); }
  void In(const NamedWindow& node) { In(node.window); }
  void In(const Query& node) {
    All(node.columns, node.from, node.where, node.group_by, node.having, node.windows);
  }
  void In(const Values& node) { In(node.rows); }
  void In(const Core& node) { In(node.body); }
  void In(const Cte& node) { In(node.select); }

  template <typename... T>
  void All(const T&... parts) {
    (In(parts), ...);
  }

 private:
  Visit& visit_;
};

template <typename Visit>
void ForEachChild(const Expr& expr, Visit&& visit) {
  ChildVisitor<Visit>(visit).In(expr.node);
}

template <typename Visit>
void ForEachChild(const FromItem& item, Visit&& visit) {
  ChildVisitor<Visit>(visit).In(item);
}

template <typename Visit>
void ForEachChild(const From& from, Visit&& visit) {
  ChildVisitor<Visit>(visit).In(from.items);
}

template <typename Visit>
void ForEachChild(const Select& select, Visit&& visit) {
  ChildVisitor<Visit> visitor(visit);
  visitor.All(select.ctes, select.cores, select.order_by);
  if (select.offset_first) {
    visitor.All(select.offset, select.limit);
  } else {
    visitor.All(select.limit, select.offset);
  }
}

}  // namespace vieworm::parse

#endif  // VIEWORM_SQLITE_EXT_PARSE_CHILDREN_H_
