#include "sqlite_ext/lower/nature.h"

#include <set>

#include "common/plan/affinity.h"
#include "common/sql/dialect.h"

namespace vieworm::lower {

namespace {

bool GivesText(const std::string& function) {
  static const std::set<std::string> kText = {
      "lower",  "upper", "substr", "substring", "trim",     "ltrim", "rtrim", "replace", "printf",
      "format", "date",  "time",   "datetime",  "strftime", "hex",   "quote", "typeof",  "char"};
  return kText.count(LowerAscii(function)) > 0;
}

bool GivesNumber(const std::string& function) {
  static const std::set<std::string> kNumber = {"length",    "instr", "unicode", "julianday",
                                                "unixepoch", "round", "sign"};
  return kNumber.count(LowerAscii(function)) > 0;
}

bool IsComparison(parse::BinaryOp op) {
  return op >= parse::BinaryOp::kEqual && op <= parse::BinaryOp::kGreaterEqual;
}

// Overloads for each kind of expression: what the operator itself says about its result.
class Finder {
 public:
  explicit Finder(const ColumnNatureOf& column) : column_(column) {}

  Nature Of(const parse::Expr& expr) const {
    return std::visit([this](const auto& node) { return (*this)(node); }, expr.node);
  }

 private:
  Nature operator()(const parse::Literal& literal) const {
    Nature nature;
    using parse::LiteralKind;
    if (literal.kind == LiteralKind::kInteger || literal.kind == LiteralKind::kFloat) {
      nature.values = ValueClass::kNumber;
    } else if (literal.kind != LiteralKind::kNull && literal.kind != LiteralKind::kBlob) {
      nature.values = ValueClass::kText;
    }
    nature.not_null = literal.kind != LiteralKind::kNull;
    return nature;
  }

  Nature operator()(const parse::ColumnRef& column) const {
    if (column.table) return column_(column);
    Nature nature;  // TRUE or FALSE
    nature.values = ValueClass::kNumber;
    return nature;
  }

  Nature operator()(const parse::Collate& node) const {
    Nature nature = Of(*node.operand);
    nature.collation = LowerAscii(node.collation.text);
    if (nature.collation == "binary") nature.collation.clear();
    nature.explicit_collation = true;
    return nature;
  }

  Nature operator()(const parse::Cast& node) const {
    Nature inner = Of(*node.operand);
    Nature nature;
    nature.affinity = AffinityOfType(node.type);
    nature.collation = inner.collation;
    nature.explicit_collation = inner.explicit_collation;
    nature.text_cast = nature.affinity == 'B';
    nature.integer_cast = nature.affinity == 'D';
    if (nature.affinity == 'B') nature.values = ValueClass::kText;
    if (nature.affinity >= 'C') nature.values = ValueClass::kNumber;
    return nature;
  }

  Nature operator()(const parse::Unary& node) const {
    Nature inner = Of(*node.operand);
    Nature nature;
    if (node.op != parse::UnaryOp::kPlus) {
      nature.values = ValueClass::kNumber;
      nature.explicit_collation = inner.explicit_collation;
      return nature;
    }
    nature.collation = inner.collation;  // +x keeps the collation of a column and nothing else
    nature.explicit_collation = inner.explicit_collation;
    return nature;
  }

  Nature operator()(const parse::Binary& node) const {
    Nature left = Of(*node.left);
    Nature right = Of(*node.right);
    Nature nature;
    nature.explicit_collation = left.explicit_collation || right.explicit_collation;
    if (nature.explicit_collation) {
      nature.collation = left.explicit_collation ? left.collation : right.collation;
    }
    if (node.op == parse::BinaryOp::kConcat) {
      nature.values = ValueClass::kText;
    } else if (node.op < parse::BinaryOp::kConcat || IsComparison(node.op)) {
      nature.values = ValueClass::kNumber;
    }
    return nature;
  }

  Nature operator()(const parse::Call& call) const {
    Nature nature;
    for (const parse::Ref<parse::Expr>& argument : call.arguments) {
      Nature inner = Of(*argument);
      if (!inner.explicit_collation || nature.explicit_collation) continue;
      nature.explicit_collation = true;
      nature.collation = inner.collation;
    }
    if (GivesText(call.function.text)) nature.values = ValueClass::kText;
    if (GivesNumber(call.function.text)) nature.values = ValueClass::kNumber;
    return nature;
  }

  // Predicates give 0, 1 or NULL; the rest may give anything.
  Nature operator()(const parse::Match&) const { return Number(); }
  Nature operator()(const parse::Between&) const { return Number(); }
  Nature operator()(const parse::InList&) const { return Number(); }
  template <typename Other>
  Nature operator()(const Other&) const {
    return {};
  }

  static Nature Number() {
    Nature nature;
    nature.values = ValueClass::kNumber;
    return nature;
  }

  const ColumnNatureOf& column_;
};

}  // namespace

Nature NatureOf(const parse::Expr& expr, const ColumnNatureOf& column) {
  return Finder(column).Of(expr);
}

}  // namespace vieworm::lower
