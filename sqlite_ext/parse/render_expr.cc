// The renderer's part for expressions.
#include "sqlite_ext/parse/renderer.h"
#include "sqlite_ext/parse/text.h"

namespace vieworm::parse {

namespace {

const char* SpellingOf(BinaryOp op) {
  switch (op) {
    case BinaryOp::kOr:
      return " OR ";
    case BinaryOp::kAnd:
      return " AND ";
    case BinaryOp::kEqual:
      return " = ";
    case BinaryOp::kNotEqual:
      return " <> ";
    case BinaryOp::kIs:
      return " IS ";
    case BinaryOp::kIsNot:
      return " IS NOT ";
    case BinaryOp::kLess:
      return " < ";
    case BinaryOp::kLessEqual:
      return " <= ";
    case BinaryOp::kGreater:
      return " > ";
    case BinaryOp::kGreaterEqual:
      return " >= ";
    case BinaryOp::kBitAnd:
      return " & ";
    case BinaryOp::kBitOr:
      return " | ";
    case BinaryOp::kShiftLeft:
      return " << ";
    case BinaryOp::kShiftRight:
      return " >> ";
    case BinaryOp::kAdd:
      return " + ";
    case BinaryOp::kSubtract:
      return " - ";
    case BinaryOp::kMultiply:
      return " * ";
    case BinaryOp::kDivide:
      return " / ";
    case BinaryOp::kRemainder:
      return " % ";
    case BinaryOp::kConcat:
      return " || ";
    case BinaryOp::kArrow:
      return " -> ";
    case BinaryOp::kLongArrow:
      return " ->> ";
  }
  return "";
}

const char* SpellingOf(UnaryOp op) {
  switch (op) {
    case UnaryOp::kMinus:
      return "-";
    case UnaryOp::kPlus:
      return "+";
    case UnaryOp::kBitNot:
      return "~";
    case UnaryOp::kNot:
      return "NOT ";
  }
  return "";
}

const char* SpellingOf(MatchOp op) {
  switch (op) {
    case MatchOp::kLike:
      return "LIKE ";
    case MatchOp::kGlob:
      return "GLOB ";
    case MatchOp::kRegexp:
      return "REGEXP ";
    case MatchOp::kMatch:
      return "MATCH ";
  }
  return "";
}

const char* SpellingOf(FrameUnit unit) {
  switch (unit) {
    case FrameUnit::kRows:
      return "ROWS ";
    case FrameUnit::kRange:
      return "RANGE ";
    case FrameUnit::kGroups:
      return "GROUPS ";
  }
  return "";
}

const char* SpellingOf(BoundKind kind) {
  switch (kind) {
    case BoundKind::kUnboundedPreceding:
      return "UNBOUNDED PRECEDING";
    case BoundKind::kPreceding:
      return " PRECEDING";
    case BoundKind::kCurrentRow:
      return "CURRENT ROW";
    case BoundKind::kFollowing:
      return " FOLLOWING";
    case BoundKind::kUnboundedFollowing:
      return "UNBOUNDED FOLLOWING";
  }
  return "";
}

const char* SpellingOf(Exclude exclude) {
  switch (exclude) {
    case Exclude::kDefault:
      return "";
    case Exclude::kNoOthers:
      return " EXCLUDE NO OTHERS";
    case Exclude::kCurrentRow:
      return " EXCLUDE CURRENT ROW";
    case Exclude::kGroup:
      return " EXCLUDE GROUP";
    case Exclude::kTies:
      return " EXCLUDE TIES";
  }
  return "";
}

// What may stand beside AND in BETWEEN, or before an operator of the equality class.
constexpr Binding kAboveEquality = Binding::kInequality;

}  // namespace

// One overload for each kind of expression.
struct ExprWriter {
  Renderer& to;

  void operator()(const Literal& node) const {
    switch (node.kind) {
      case LiteralKind::kNull:
        return to.Text("NULL");
      case LiteralKind::kString:
        return to.Text(Enclose(node.text, '\''));
      case LiteralKind::kCurrentDate:
        return to.Text("CURRENT_DATE");
      case LiteralKind::kCurrentTime:
        return to.Text("CURRENT_TIME");
      case LiteralKind::kCurrentTimestamp:
        return to.Text("CURRENT_TIMESTAMP");
      default:
        return to.Text(node.text);
    }
  }

  // Only an unqualified name can fall back, so only there do the quotes say something.
  void operator()(const ColumnRef& node) const {
    if (node.table) return to.WriteQualified(node);
    switch (node.fallback) {
      case Fallback::kString:
        return to.Text(Enclose(node.column.text, '"'));
      case Fallback::kBoolean:
        return to.Text(node.column.text);
      case Fallback::kNone:
        return to.Text(Identifier(node.column.text, '`'));
    }
  }

  void operator()(const Parameter& node) const { to.Text(node.text); }

  void operator()(const Unary& node) const {
    to.Text(SpellingOf(node.op));
    to.Write(*node.operand, node.op == UnaryOp::kNot ? Binding::kNot : Binding::kPrimary);
  }

  void operator()(const Binary& node) const {
    const Binding binding = BindingOf(node.op);
    const bool chain = std::holds_alternative<Binary>(node.left->node);
    to.Write(*node.left, chain ? binding : Tighter(binding));
    to.Text(SpellingOf(node.op));
    to.Write(*node.right, Tighter(binding));
  }

  void operator()(const Collate& node) const {
    to.Write(*node.operand, Binding::kCollate);
    to.Text(" COLLATE ");
    to.WriteName(node.collation);
  }

  void operator()(const Cast& node) const {
    to.Text("CAST(");
    to.Write(*node.operand);
    to.Text(" AS " + node.type + ")");
  }

  void operator()(const Match& node) const {
    Start(node);
    to.Text(SpellingOf(node.op));
    to.Write(*node.pattern, Tighter(Binding::kEscape));
    if (!node.escape) return;
    to.Text(" ESCAPE ");
    to.Write(*node.escape, Tighter(Binding::kEscape));
  }

  void operator()(const Between& node) const {
    Start(node);
    to.Text("BETWEEN ");
    to.Write(*node.low, kAboveEquality);
    to.Text(" AND ");
    to.Write(*node.high, kAboveEquality);
  }

  void operator()(const InList& node) const {
    Start(node);
    to.Text("IN ");
    InParentheses(node.list);
  }

  void operator()(const InSelect& node) const {
    Start(node);
    to.Text("IN ");
    to.WriteSubquery(*node.select, false);
  }

  void operator()(const InTable& node) const {
    Start(node);
    to.Text("IN ");
    to.WriteTable(node.table);
    if (node.arguments) InParentheses(*node.arguments);
  }

  void operator()(const RowValue& node) const { InParentheses(node.values); }

  void operator()(const Case& node) const {
    to.Text("CASE");
    Optional(" ", node.operand);
    for (const When& when : node.whens) {
      Optional(" WHEN ", when.condition);
      Optional(" THEN ", when.result);
    }
    Optional(" ELSE ", node.otherwise);
    to.Text(" END");
  }

  void operator()(const Call& node) const {
    to.WriteName(node.function);
    to.Text(node.distinct ? "(DISTINCT" : "(");
    if (node.star) to.Text("*");
    if (node.distinct && !node.arguments.empty()) to.Text(" ");
    to.Write(node.arguments);
    to.WriteOrderBy(node.order_by);
    to.Text(")");
    to.WriteTail(node);
  }

  void operator()(const Exists& node) const {
    to.Text("EXISTS ");
    to.WriteSubquery(*node.select, false);
  }

  void operator()(const Subquery& node) const { to.WriteSubquery(*node.select, false); }

 private:
  template <typename Node>
  void Start(const Node& node) const {
    to.Write(*node.operand, kAboveEquality);
    to.Text(node.negated ? " NOT " : " ");
  }
  void InParentheses(const Exprs& list) const {
    to.Text("(");
    to.Write(list);
    to.Text(")");
  }
  void Optional(const char* before, const Ref<Expr>& expr) const {
    if (!expr) return;
    to.Text(before);
    to.Write(*expr);
  }
};

std::string Render(const Expr& expr, ColumnNames names) {
  Renderer renderer(names);
  renderer.Write(expr);
  return renderer.Take();
}

std::string Render(const Expr& expr, std::vector<ColumnPlace>* places) {
  Renderer renderer(ColumnNames::kIgnore, places);
  renderer.Write(expr);
  return renderer.Take();
}

void Renderer::Write(const Expr& expr, Binding at_least) {
  const bool parentheses = BindingOf(expr) < at_least;
  if (parentheses) Text("(");
  std::visit(ExprWriter{*this}, expr.node);
  if (parentheses) Text(")");
}

void Renderer::Write(const Exprs& list) {
  bool first = true;
  for (const Ref<Expr>& expr : list) {
    Comma(&first);
    Write(*expr);
  }
}

void Renderer::Write(const OrderTerms& terms) {
  bool first = true;
  for (const OrderTerm& term : terms) {
    Comma(&first);
    Write(*term.expr);
    if (term.direction == Direction::kAscending) Text(" ASC");
    if (term.direction == Direction::kDescending) Text(" DESC");
    if (term.nulls == Nulls::kFirst) Text(" NULLS FIRST");
    if (term.nulls == Nulls::kLast) Text(" NULLS LAST");
  }
}

void Renderer::WriteOrderBy(const OrderTerms& terms) {
  if (terms.empty()) return;
  Clause("ORDER BY ");
  Write(terms);
}

void Renderer::WriteTail(const Call& call) {
  if (call.filter) {
    Text(" FILTER (WHERE ");
    Write(*call.filter);
    Text(")");
  }
  if (const auto* name = std::get_if<WindowName>(&call.over)) {
    Text(" OVER " + name->text);
  } else if (const auto* window = std::get_if<Window>(&call.over)) {
    Text(" OVER (");
    Write(*window);
    Text(")");
  }
}

void Renderer::Write(const Window& window) {
  if (window.base) Text(window.base->text);
  if (!window.partition_by.empty()) {
    Clause("PARTITION BY ");
    Write(window.partition_by);
  }
  WriteOrderBy(window.order_by);
  if (window.frame) Write(*window.frame);
}

void Renderer::Write(const Frame& frame) {
  Clause(SpellingOf(frame.unit));
  if (frame.finish) Text("BETWEEN ");
  Write(frame.start);
  if (frame.finish) {
    Text(" AND ");
    Write(*frame.finish);
  }
  Text(SpellingOf(frame.exclude));
}

void Renderer::Write(const FrameBound& bound) {
  if (bound.distance) Write(*bound.distance, kAboveEquality);
  Text(SpellingOf(bound.kind));
}

}  // namespace vieworm::parse
