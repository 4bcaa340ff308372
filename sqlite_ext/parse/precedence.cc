#include "sqlite_ext/parse/precedence.h"

namespace vieworm::parse {

namespace {

struct Classifier {
  Binding operator()(const Unary& node) const {
    return node.op == UnaryOp::kNot ? Binding::kNot : Binding::kSign;
  }
  Binding operator()(const Binary& node) const { return BindingOf(node.op); }
  Binding operator()(const Collate&) const { return Binding::kCollate; }
  Binding operator()(const Match&) const { return Binding::kEquality; }
  Binding operator()(const Between&) const { return Binding::kEquality; }
  Binding operator()(const InList&) const { return Binding::kEquality; }
  Binding operator()(const InSelect&) const { return Binding::kEquality; }
  Binding operator()(const InTable&) const { return Binding::kEquality; }
  template <typename Other>
  Binding operator()(const Other&) const {
    return Binding::kPrimary;
  }
};

}  // namespace

Binding BindingOf(BinaryOp op) {
  switch (op) {
    case BinaryOp::kOr:
      return Binding::kOr;
    case BinaryOp::kAnd:
      return Binding::kAnd;
    case BinaryOp::kEqual:
    case BinaryOp::kNotEqual:
    case BinaryOp::kIs:
    case BinaryOp::kIsNot:
      return Binding::kEquality;
    case BinaryOp::kLess:
    case BinaryOp::kLessEqual:
    case BinaryOp::kGreater:
    case BinaryOp::kGreaterEqual:
      return Binding::kInequality;
    case BinaryOp::kBitAnd:
    case BinaryOp::kBitOr:
    case BinaryOp::kShiftLeft:
    case BinaryOp::kShiftRight:
      return Binding::kBits;
    case BinaryOp::kAdd:
    case BinaryOp::kSubtract:
      return Binding::kSum;
    case BinaryOp::kMultiply:
    case BinaryOp::kDivide:
    case BinaryOp::kRemainder:
      return Binding::kProduct;
    case BinaryOp::kConcat:
    case BinaryOp::kArrow:
    case BinaryOp::kLongArrow:
      return Binding::kConcat;
  }
  return Binding::kAny;
}

Binding BindingOf(const Expr& expr) { return std::visit(Classifier{}, expr.node); }

}  // namespace vieworm::parse
