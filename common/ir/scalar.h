// A scalar expression of which the core need not understand the inside: SQL text of the engine's
// own, with holes where it reads a column. Only the front-end that made it, and the engine that
// will run it, know what it computes.
#ifndef VIEWORM_COMMON_IR_SCALAR_H_
#define VIEWORM_COMMON_IR_SCALAR_H_

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace vieworm {

// A column of the source `relation`; aliases of sources are unique in a whole tree.
struct ColumnUse {
  std::string relation;
  std::string column;

  bool operator==(const ColumnUse&) const = default;
};

// What an expression's value depends on besides the columns it reads.
enum class Volatility {
  kImmutable,  // nothing
  kTime,       // the current time, through now() and its like only
  kVolatile,   // something else: random(), a setting, another table
};

class Scalar {
 public:
  using Piece = std::variant<std::string, ColumnUse>;

  Scalar() = default;
  explicit Scalar(std::vector<Piece> pieces, Volatility volatility = Volatility::kImmutable)
      : pieces_(std::move(pieces)), volatility_(volatility) {}

  // The value of one column.
  static Scalar Column(ColumnUse column) { return Scalar({std::move(column)}); }
  // SQL text that reads no column.
  static Scalar Text(std::string text) { return Scalar({std::move(text)}); }

  const std::vector<Piece>& pieces() const { return pieces_; }
  Volatility volatility() const { return volatility_; }

  // The column, if the expression is just that; else null.
  const ColumnUse* AsColumn() const;

  // The columns it reads, in the order in which they are written.
  std::vector<ColumnUse> Columns() const;

  // The text, with what `name` gives for each column.
  std::string Render(const std::function<std::string(const ColumnUse&)>& name) const;

  bool operator==(const Scalar&) const = default;

 private:
  std::vector<Piece> pieces_;
  Volatility volatility_ = Volatility::kImmutable;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_IR_SCALAR_H_
