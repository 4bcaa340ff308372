#include "sqlite_ext/lower/comparisons.h"

#include "sqlite_ext/parse/children.h"

namespace vieworm::lower {

namespace {

bool IsNumeric(char affinity) { return affinity >= 'C'; }

// May `base`, whose values have been through its affinity already, be compared with `partner`
// without that affinity? The table of A1, row by row; what it does not say is a trap.
bool IsSafeAgainstColumn(const BaseColumn& base, const BaseColumn& partner) {
  bool same_row = base.alias == partner.alias;
  if (IsNumeric(partner.affinity)) return !same_row || IsNumeric(base.affinity);
  if (IsNumeric(base.affinity)) return false;
  if (same_row) return true;
  return partner.affinity == 'B' ? base.affinity == 'B' : true;
}

bool IsSafe(const BaseColumn& base, const Nature& partner) {
  if (base.rowid) return true;
  for (const BaseColumn& other : partner.bases) {
    if (!other.rowid && !IsSafeAgainstColumn(base, other)) return false;
  }
  if (!partner.bases.empty()) return true;
  if (partner.integer_cast) return true;
  if (partner.text_cast) return base.affinity == 'B';
  if (partner.affinity != 0) return false;
  if (partner.values == ValueClass::kNumber) return base.affinity != 'B';
  if (partner.values == ValueClass::kText) return !IsNumeric(base.affinity);
  return base.affinity == 'A';
}

class Finder {
 public:
  Finder(const ColumnNatureOf& column, std::set<std::string>* aliases)
      : column_(column), aliases_(*aliases) {}

  void operator()(const parse::Expr& expr) {
    if (const auto* binary = std::get_if<parse::Binary>(&expr.node)) {
      if (binary->op >= parse::BinaryOp::kEqual && binary->op <= parse::BinaryOp::kGreaterEqual) {
        Compare(*binary->left, *binary->right);
      }
    } else if (const auto* between = std::get_if<parse::Between>(&expr.node)) {
      Compare(*between->operand, *between->low);
      Compare(*between->operand, *between->high);
    } else if (const auto* in = std::get_if<parse::InList>(&expr.node)) {
      for (const parse::Ref<parse::Expr>& item : in->list) Compare(*in->operand, *item);
    } else if (const auto* choice = std::get_if<parse::Case>(&expr.node)) {
      for (const parse::When& when : choice->whens) {
        if (choice->operand) Compare(*choice->operand, *when.condition);
      }
    }
    parse::ForEachChild(expr, *this);
  }
  void operator()(const parse::From&) {}
  void operator()(const parse::Select&) {}

 private:
  void Compare(const parse::Expr& left, const parse::Expr& right) {
    const auto* left_row = std::get_if<parse::RowValue>(&left.node);
    const auto* right_row = std::get_if<parse::RowValue>(&right.node);
    if (left_row != nullptr && right_row != nullptr) {
      size_t size = std::min(left_row->values.size(), right_row->values.size());
      for (size_t i = 0; i < size; ++i) Compare(*left_row->values[i], *right_row->values[i]);
      return;
    }
    if (IsNull(left) || IsNull(right)) return;
    Nature left_nature = NatureOf(left, column_);
    Nature right_nature = NatureOf(right, column_);
    Check(left_nature, right_nature);
    Check(right_nature, left_nature);
  }

  static bool IsNull(const parse::Expr& expr) {
    const auto* literal = std::get_if<parse::Literal>(&expr.node);
    return literal != nullptr && (literal->kind == parse::LiteralKind::kNull ||
                                  literal->kind == parse::LiteralKind::kBlob);
  }

  void Check(const Nature& nature, const Nature& partner) {
    for (const BaseColumn& base : nature.bases) {
      if (!IsSafe(base, partner)) aliases_.insert(base.alias);
    }
  }

  const ColumnNatureOf& column_;
  std::set<std::string>& aliases_;
};

}  // namespace

void FindAffinityTraps(const parse::Expr& expr, const ColumnNatureOf& column,
                       std::set<std::string>* aliases) {
  Finder finder(column, aliases);
  finder(expr);
}

}  // namespace vieworm::lower
