// A node with other children: MapChildren copies one node and lets `map` replace each child, one
// level down, in the order in which they were written. children.h visits the same places.
#ifndef VIEWORM_SQLITE_EXT_PARSE_MAP_CHILDREN_H_
#define VIEWORM_SQLITE_EXT_PARSE_MAP_CHILDREN_H_

#include <variant>

#include "sqlite_ext/parse/ast.h"

namespace vieworm::parse {

// Replaces, in a copy, the expressions that hang below an expression, a window or an order term.
// Children that are SELECTs stay: whoever maps those handles their node before it gets here.
template <typename Map>
class ChildMapper {
 public:
  explicit ChildMapper(Map& map) : map_(map) {}

  void In(Ref<Expr>& child) {
    if (child) child = map_(*child);
  }
  template <typename T>
  void In(std::vector<T>& list) {
    for (T& item : list) In(item);
  }
  template <typename T>
  void In(std::optional<T>& value) {
    if (value) In(*value);
  }
  template <typename... T>
  void In(std::variant<T...>& value) {
    std::visit([this](auto& alternative) { this->In(alternative); }, value);
  }
  void In(Unary& node) { In(node.operand); }
  void In(Binary& node) { All(node.left, node.right); }
  void In(Collate& node) { In(node.operand); }
  void In(Cast& node) { In(node.operand); }
  void In(Match& node) { All(node.operand, node.pattern, node.escape); }
  void In(Between& node) { All(node.operand, node.low, node.high); }
  void In(InList& node) { All(node.operand, node.list); }
  void In(InSelect& node) { In(node.operand); }
  void In(InTable& node) { All(node.operand, node.arguments); }
  void In(RowValue& node) { In(node.values); }
  void In(When& node) { All(node.condition, node.result); }
  void In(Case& node) { All(node.operand, node.whens, node.otherwise); }
  void In(OrderTerm& node) { In(node.expr); }
  void In(FrameBound& node) { In(node.distance); }
  void In(Frame& node) { All(node.start, node.finish); }
  void In(Window& node) { All(node.partition_by, node.order_by, node.frame); }
  void In(NamedWindow& node) { In(node.window); }
  void In(Call& node) { All(node.arguments, node.order_by, node.filter, node.over); }
  // What has no expression below it.
  template <typename Leaf>
  void In(Leaf&) {}

  template <typename... T>
  void All(T&... parts) {
    (In(parts), ...);
  }

 private:
  Map& map_;
};

// `map` takes a const Expr& and returns a Ref<Expr>.
template <typename Node, typename Map>
Node MapChildren(Node node, Map&& map) {
  ChildMapper<Map>(map).In(node);
  return node;
}

}  // namespace vieworm::parse

#endif  // VIEWORM_SQLITE_EXT_PARSE_MAP_CHILDREN_H_
