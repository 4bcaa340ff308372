// The builder's part for expressions.
#include "sqlite_ext/parse/builder.h"
#include "sqlite_ext/parse/select.h"
#include "sqlite_ext/parse/text.h"

namespace vieworm::parse {

namespace {

BinaryOp BinaryOpOf(int kind) {
  switch (kind) {
    case TK_OR:
      return BinaryOp::kOr;
    case TK_AND:
      return BinaryOp::kAnd;
    case TK_EQ:
      return BinaryOp::kEqual;
    case TK_NE:
      return BinaryOp::kNotEqual;
    case TK_LT:
      return BinaryOp::kLess;
    case TK_LE:
      return BinaryOp::kLessEqual;
    case TK_GT:
      return BinaryOp::kGreater;
    case TK_GE:
      return BinaryOp::kGreaterEqual;
    case TK_BITAND:
      return BinaryOp::kBitAnd;
    case TK_BITOR:
      return BinaryOp::kBitOr;
    case TK_LSHIFT:
      return BinaryOp::kShiftLeft;
    case TK_RSHIFT:
      return BinaryOp::kShiftRight;
    case TK_PLUS:
      return BinaryOp::kAdd;
    case TK_MINUS:
      return BinaryOp::kSubtract;
    case TK_STAR:
      return BinaryOp::kMultiply;
    case TK_SLASH:
      return BinaryOp::kDivide;
    case TK_REM:
      return BinaryOp::kRemainder;
    case TK_CONCAT:
      return BinaryOp::kConcat;
    case TK_ARROW:
      return BinaryOp::kArrow;
    default:
      return BinaryOp::kLongArrow;
  }
}

UnaryOp UnaryOpOf(int kind) {
  switch (kind) {
    case TK_NOT:
      return UnaryOp::kNot;
    case TK_BITNOT:
      return UnaryOp::kBitNot;
    case TK_PLUS:
      return UnaryOp::kPlus;
    default:
      return UnaryOp::kMinus;
  }
}

MatchOp MatchOpOf(int kind) {
  switch (kind) {
    case TK_LIKE:
      return MatchOp::kLike;
    case TK_GLOB:
      return MatchOp::kGlob;
    case TK_REGEXP:
      return MatchOp::kRegexp;
    default:
      return MatchOp::kMatch;
  }
}

Fallback FallbackOf(std::string_view token) {
  if (token.front() == '"') return Fallback::kString;
  if (EqualsIgnoringCase(token, "true") || EqualsIgnoringCase(token, "false")) {
    return Fallback::kBoolean;
  }
  return Fallback::kNone;
}

}  // namespace

Term Builder::Node(size_t begin, ExprNode node) {
  Expr expr{SpanFrom(begin), 1, std::move(node)};
  expr.height = HeightOf(expr);
  return {tree_->arena.Add(std::move(expr)), begin};
}

Term Builder::LiteralOf(Token token, LiteralKind kind) {
  const std::string_view text = token.In(sql());
  switch (kind) {
    case LiteralKind::kString:
      return Node(token.offset, Literal{kind, Unquote(text)});
    case LiteralKind::kInteger:
    case LiteralKind::kFloat:
    case LiteralKind::kBlob:
      return Node(token.offset, Literal{kind, std::string(text)});
    default:
      return Node(token.offset, Literal{kind, ""});
  }
}

// "#" before a digit is a register of SQLite's own, which no statement may name.
Term Builder::ParameterOf(Token token) {
  const std::string_view text = token.In(sql());
  if (text.size() > 1 && text[0] == '#' && text[1] >= '0' && text[1] <= '9') FailAtToken(token);
  return Node(token.offset, Parameter{std::string(text)});
}

Term Builder::ColumnOf(Token token) {
  return Node(token.offset, ColumnRef{{}, {}, NameOf(token), FallbackOf(token.In(sql()))});
}

Term Builder::QualifiedColumn(const Name* schema, const Name& table, const Name& column) {
  if (schema == nullptr) return Node(table.span.offset, ColumnRef{{}, table, column});
  return Node(schema->span.offset, ColumnRef{*schema, table, column});
}

Term Builder::RowOf(Token open, Term first, const Exprs* others) {
  RowValue row{{first.expr}};
  row.values.insert(row.values.end(), others->begin(), others->end());
  return Node(open.offset, std::move(row));
}

Term Builder::Raise(Token token) {
  Fail("RAISE may only be used within a trigger", token);
  return LiteralOf(token, LiteralKind::kNull);
}

Term Builder::Infix(Term left, Token op, Term right) {
  return Node(left.begin, Binary{BinaryOpOf(op.kind), left.expr, right.expr});
}

Term Builder::Prefix(Token op, Term operand) {
  return Node(op.offset, Unary{UnaryOpOf(op.kind), operand.expr});
}

Term Builder::Is(Term left, bool same, Term right) {
  return Node(left.begin, Binary{same ? BinaryOp::kIs : BinaryOp::kIsNot, left.expr, right.expr});
}

Term Builder::IsNull(Term operand, bool null, Token token) {
  return Is(operand, null, LiteralOf(token, LiteralKind::kNull));
}

Term Builder::MatchOf(SignedMatch op, Term operand, Term pattern, const Expr* escape) {
  return Node(operand.begin,
              Match{MatchOpOf(op.op.kind), op.negated, operand.expr, pattern.expr, escape});
}

Term Builder::FunctionOf(Token name, bool distinct, const Exprs* arguments,
                         const OrderTerms* order_by, Tail tail) {
  Call call;
  call.distinct = distinct;
  call.arguments = *arguments;
  if (order_by != nullptr) call.order_by = *order_by;
  return FinishCall(name, std::move(call), tail);
}

Term Builder::StarCall(Token name, Tail tail) {
  Call call;
  call.star = true;
  return FinishCall(name, std::move(call), tail);
}

Term Builder::FinishCall(Token name, Call call, Tail tail) {
  call.function = NameOf(name);
  call.filter = tail.filter;
  if (tail.window_name != nullptr) call.over = *tail.window_name;
  if (tail.window != nullptr) call.over = *tail.window;
  return Node(name.offset, std::move(call));
}

FrameBound* Builder::BoundOf(BoundKind kind, const Expr* distance) {
  return New(FrameBound{kind, distance});
}

std::optional<Frame> Builder::Take(const Frame* frame) {
  return frame == nullptr ? std::nullopt : std::optional<Frame>(*frame);
}

}  // namespace vieworm::parse
