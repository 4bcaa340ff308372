// The expressions of SQLite's SELECT, as a syntax tree; ast.h tells how such trees are built.
#ifndef VIEWORM_SQLITE_EXT_PARSE_EXPR_H_
#define VIEWORM_SQLITE_EXT_PARSE_EXPR_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vieworm::parse {

struct Expr;
struct Select;
struct From;

// Bytes of the source text. Trivial, because the generated parser keeps it in a union.
struct Span {
  size_t offset;
  size_t length;

  size_t end() const { return offset + length; }
  std::string_view In(std::string_view sql) const { return sql.substr(offset, length); }
  friend bool operator==(const Span&, const Span&) { return true; }
};

// A child that some Arena owns; null where the clause was left out. == compares the nodes.
template <typename T>
class Ref {
 public:
  Ref() = default;
  Ref(const T* node) : node_(node) {}  // NOLINT(google-explicit-constructor): reads as a pointer

  const T& operator*() const { return *node_; }
  const T* operator->() const { return node_; }
  const T* get() const { return node_; }
  explicit operator bool() const { return node_ != nullptr; }

  friend bool operator==(const Ref& a, const Ref& b) {
    if (a.node_ == nullptr || b.node_ == nullptr) return a.node_ == b.node_;
    return *a.node_ == *b.node_;
  }

 private:
  const T* node_ = nullptr;
};

using Exprs = std::vector<Ref<Expr>>;

// An identifier without its quotes. SQLite compares names without regard to ASCII case; == here
// does not fold, for two trees are equal only if they were written alike.
struct Name {
  std::string text;
  Span span{};
  friend bool operator==(const Name&, const Name&) = default;
};
using Names = std::vector<Name>;

struct TableName {
  std::optional<Name> schema;
  Name name;
  friend bool operator==(const TableName&, const TableName&) = default;
};

enum class LiteralKind {
  kNull,
  kInteger,  // text as written: decimal or hexadecimal, perhaps with "_" between digits
  kFloat,    // text as written
  kString,   // text is the value, quotes undone
  kBlob,     // text as written, x'...'
  kCurrentDate,
  kCurrentTime,
  kCurrentTimestamp,
};

struct Literal {
  LiteralKind kind = LiteralKind::kNull;
  std::string text;
  friend bool operator==(const Literal&, const Literal&) = default;
};

// What a column reference means if no column of that name is in scope.
enum class Fallback {
  kNone,     // an error
  kString,   // written "x" and unqualified: the string literal 'x'
  kBoolean,  // written true or false, unquoted and unqualified: 1 or 0
};

struct ColumnRef {
  std::optional<Name> schema;
  std::optional<Name> table;
  Name column;
  Fallback fallback = Fallback::kNone;
  friend bool operator==(const ColumnRef&, const ColumnRef&) = default;
};

// ?, ?NNN, :name, @name, $name, #name: text as written.
struct Parameter {
  std::string text;
  friend bool operator==(const Parameter&, const Parameter&) = default;
};

enum class UnaryOp { kMinus, kPlus, kBitNot, kNot };

struct Unary {
  UnaryOp op = UnaryOp::kMinus;
  Ref<Expr> operand;
  friend bool operator==(const Unary&, const Unary&) = default;
};

enum class BinaryOp {
  kOr,
  kAnd,
  kEqual,
  kNotEqual,
  kIs,     // also IS NOT DISTINCT FROM; ISNULL is IS NULL
  kIsNot,  // also IS DISTINCT FROM; NOTNULL and NOT NULL are IS NOT NULL
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kBitAnd,
  kBitOr,
  kShiftLeft,
  kShiftRight,
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kRemainder,
  kConcat,
  kArrow,      // ->
  kLongArrow,  // ->>
};

struct Binary {
  BinaryOp op = BinaryOp::kOr;
  Ref<Expr> left;
  Ref<Expr> right;
  friend bool operator==(const Binary&, const Binary&) = default;
};

struct Collate {
  Ref<Expr> operand;
  Name collation;
  friend bool operator==(const Collate&, const Collate&) = default;
};

struct Cast {
  Ref<Expr> operand;
  std::string type;  // as written, comments included: SQLite derives the affinity from all of it
  friend bool operator==(const Cast&, const Cast&) = default;
};

enum class MatchOp { kLike, kGlob, kRegexp, kMatch };

struct Match {
  MatchOp op = MatchOp::kLike;
  bool negated = false;
  Ref<Expr> operand;
  Ref<Expr> pattern;
  Ref<Expr> escape;  // null without ESCAPE
  friend bool operator==(const Match&, const Match&) = default;
};

struct Between {
  bool negated = false;
  Ref<Expr> operand;
  Ref<Expr> low;
  Ref<Expr> high;
  friend bool operator==(const Between&, const Between&) = default;
};

struct InList {
  bool negated = false;
  Ref<Expr> operand;
  Exprs list;  // may be empty
  friend bool operator==(const InList&, const InList&) = default;
};

struct InSelect {
  bool negated = false;
  Ref<Expr> operand;
  Ref<Select> select;
  friend bool operator==(const InSelect&, const InSelect&) = default;
};

struct InTable {
  bool negated = false;
  Ref<Expr> operand;
  TableName table;
  std::optional<Exprs> arguments;  // of a table-valued function
  friend bool operator==(const InTable&, const InTable&) = default;
};

// (a, b, ...): at least two values.
struct RowValue {
  Exprs values;
  friend bool operator==(const RowValue&, const RowValue&) = default;
};

struct When {
  Ref<Expr> condition;
  Ref<Expr> result;
  friend bool operator==(const When&, const When&) = default;
};

struct Case {
  Ref<Expr> operand;  // null for CASE WHEN
  std::vector<When> whens;
  Ref<Expr> otherwise;  // null without ELSE
  friend bool operator==(const Case&, const Case&) = default;
};

enum class Direction { kDefault, kAscending, kDescending };
enum class Nulls { kDefault, kFirst, kLast };

struct OrderTerm {
  Ref<Expr> expr;
  Direction direction = Direction::kDefault;
  Nulls nulls = Nulls::kDefault;
  friend bool operator==(const OrderTerm&, const OrderTerm&) = default;
};
using OrderTerms = std::vector<OrderTerm>;

enum class FrameUnit { kRows, kRange, kGroups };
enum class BoundKind {
  kUnboundedPreceding,
  kPreceding,
  kCurrentRow,
  kFollowing,
  kUnboundedFollowing,
};
enum class Exclude { kDefault, kNoOthers, kCurrentRow, kGroup, kTies };

// As written: SQLite compares the names of windows with their quotes and all, so that OVER "w" does
// not find WINDOW w. It ignores ASCII case, as with any name.
struct WindowName {
  std::string text;
  Span span{};
  friend bool operator==(const WindowName&, const WindowName&) = default;
};

struct FrameBound {
  BoundKind kind = BoundKind::kCurrentRow;
  Ref<Expr> distance;  // of kPreceding and kFollowing
  friend bool operator==(const FrameBound&, const FrameBound&) = default;
};

struct Frame {
  FrameUnit unit = FrameUnit::kRange;
  FrameBound start;
  std::optional<FrameBound> finish;     // without BETWEEN: the current row
  Exclude exclude = Exclude::kDefault;  // means the same as kNoOthers
  friend bool operator==(const Frame&, const Frame&) = default;
};

struct Window {
  std::optional<WindowName> base;  // the window that this one extends
  Exprs partition_by;
  OrderTerms order_by;
  std::optional<Frame> frame;
  friend bool operator==(const Window&, const Window&) = default;
};

struct Call {
  Name function;
  bool distinct = false;
  bool star = false;  // f(*)
  Exprs arguments;
  OrderTerms order_by;                                    // f(x ORDER BY y), SQLite 3.44
  Ref<Expr> filter;                                       // FILTER (WHERE ...)
  std::variant<std::monostate, WindowName, Window> over;  // no OVER, OVER name, OVER (...)
  friend bool operator==(const Call&, const Call&) = default;
};

struct Exists {
  Ref<Select> select;
  friend bool operator==(const Exists&, const Exists&) = default;
};

// (SELECT ...) as a value or a row value.
struct Subquery {
  Ref<Select> select;
  friend bool operator==(const Subquery&, const Subquery&) = default;
};

using ExprNode =
    std::variant<Literal, ColumnRef, Parameter, Unary, Binary, Collate, Cast, Match, Between,
                 InList, InSelect, InTable, RowValue, Case, Call, Exists, Subquery>;

// Parentheses leave no node; the span is that of the expression inside them.
struct Expr {
  Span span{};
  int height = 1;  // of the tree below, subqueries included: at most kMaxHeight
  ExprNode node;
  friend bool operator==(const Expr&, const Expr&) = default;
};

// As deep as SQLite itself lets an expression be (SQLITE_MAX_EXPR_DEPTH). It bounds the recursion
// of everything that walks a tree.
inline constexpr int kMaxHeight = 1000;

}  // namespace vieworm::parse

#endif  // VIEWORM_SQLITE_EXT_PARSE_EXPR_H_
