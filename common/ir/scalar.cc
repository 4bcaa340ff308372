#include "common/ir/scalar.h"

#include "common/core_only.h"

namespace vieworm {

const ColumnUse* Scalar::AsColumn() const {
  return pieces_.size() == 1 ? std::get_if<ColumnUse>(&pieces_[0]) : nullptr;
}

std::vector<ColumnUse> Scalar::Columns() const {
  std::vector<ColumnUse> columns;
  for (const Piece& piece : pieces_) {
    if (const auto* column = std::get_if<ColumnUse>(&piece)) columns.push_back(*column);
  }
  return columns;
}

std::string Scalar::Render(const std::function<std::string(const ColumnUse&)>& name) const {
  std::string text;
  for (const Piece& piece : pieces_) {
    const auto* column = std::get_if<ColumnUse>(&piece);
    text += column ? name(*column) : std::get<std::string>(piece);
  }
  return text;
}

}  // namespace vieworm
