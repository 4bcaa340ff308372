#include "pg_ext/lower/expression.h"

#include "pg_ext/compat.h"
#include "pg_ext/guard.h"
#include "pg_ext/lower/expression_check.h"
#include "pg_ext/lower/placeholders.h"
#include "pg_ext/lower/refused.h"
#include "pg_ext/text.h"

extern "C" {
#include "nodes/makefuncs.h"
#include "utils/builtins.h"
#include "utils/ruleutils.h"
}

namespace vieworm::lower {

namespace {

struct Holes {
  List* parts;
  List* found;
};

Node* MakeHole(Node* node, Holes* holes) {
  holes->found = lappend(holes->found, node);
  Param* hole = makeNode(Param);
  hole->paramkind = PARAM_EXTERN;
  hole->paramid = list_length(holes->found);
  hole->paramtype = exprType(node);
  hole->paramtypmod = exprTypmod(node);
  hole->paramcollid = exprCollation(node);
  hole->location = -1;
  return reinterpret_cast<Node*>(hole);
}

Node* MakeHoles(Node* node, void* state) {
  if (node == nullptr) return nullptr;
  auto* holes = static_cast<Holes*>(state);
  bool is_hole = IsA(node, Var) || IsA(node, Aggref) || IsA(node, WindowFunc);
  if (is_hole || list_member(holes->parts, node)) return MakeHole(node, holes);
  return compat::MutateExpression(node, MakeHoles, holes);
}

Node* WithHoles(Node* expression, bool inside, Holes* holes) {
  return inside ? compat::MutateExpression(expression, MakeHoles, holes)
                : MakeHoles(expression, holes);
}

}  // namespace

Scalar ToScalar(Node* expression, const Reading& reading) {
  Holes holes = {reading.parts, NIL};
  Holes* state = &holes;
  bool inside = reading.inside;
  Node* holed = PgCall([=] { return WithHoles(expression, inside, state); });
  if (!reading.checked) CheckExpression(holed);
  // With the casts that the definition leaves to PostgreSQL: an argument becomes a column by
  // itself, and must have the type that it has in its call.
  char* text = PgCall([=] { return deparse_expression(holed, NIL, false, true); });
  ScalarText scalar;
  for (const TextPiece& piece : CutAtPlaceholders(FromServer(text))) {
    if (const auto* number = std::get_if<int>(&piece)) {
      scalar.Add(reading.fill(static_cast<Node*>(list_nth(holes.found, *number - 1))));
    } else {
      scalar.Add(std::get<std::string>(piece));
    }
  }
  return scalar.Take();
}

ScalarText& ScalarText::Add(const std::string& text) {
  if (text.empty()) return *this;
  auto* last = pieces_.empty() ? nullptr : std::get_if<std::string>(&pieces_.back());
  if (last != nullptr) {
    *last += text;
  } else {
    pieces_.emplace_back(text);
  }
  return *this;
}

ScalarText& ScalarText::Add(const Scalar& scalar) {
  for (const Scalar::Piece& piece : scalar.pieces()) {
    if (const auto* text = std::get_if<std::string>(&piece)) {
      Add(*text);
    } else {
      pieces_.push_back(piece);
    }
  }
  return *this;
}

ValueType TypeOf(Node* expression) {
  ValueType type;
  type.type = PgCall([=] { return exprType(expression); });
  type.modifier = PgCall([=] { return exprTypmod(expression); });
  type.collation = PgCall([=] { return exprCollation(expression); });
  return type;
}

std::string TypeName(Oid type) {
  return FromServer(PgCall([=] { return format_type_be(type); }));
}

std::string QualifiedTypeName(const ValueType& type) {
  return FromServer(PgCall([=] {
    return format_type_extended(type.type, type.modifier,
                                FORMAT_TYPE_TYPEMOD_GIVEN | FORMAT_TYPE_FORCE_QUALIFY);
  }));
}

std::vector<Node*> Conjuncts(Node* condition) {
  if (condition == nullptr) return {};
  if (!IsA(condition, BoolExpr)) return {condition};
  auto* junction = reinterpret_cast<BoolExpr*>(condition);
  if (junction->boolop != AND_EXPR) return {condition};
  CheckStack();
  std::vector<Node*> terms;
  ListCell* cell;
  foreach (cell, junction->args) {
    for (Node* term : Conjuncts(static_cast<Node*>(lfirst(cell)))) terms.push_back(term);
  }
  return terms;
}

void CheckStack() {
  PgCall([] { check_stack_depth(); });
}

}  // namespace vieworm::lower
