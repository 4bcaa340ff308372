// Builds the tree: the actions of select.y call this class and nothing else.
//
// What the generated parser holds on its stack must be trivial, so lists and half-built nodes are
// made with New and passed by pointer; the builder frees them all together with itself. Finished
// expressions, FROM clauses and SELECTs go into the tree's arena and do not change any more.
//
// An action that finds a mistake calls Fail and still returns something valid: RunGrammar stops
// after the token, not within it.
#ifndef VIEWORM_SQLITE_EXT_PARSE_BUILDER_H_
#define VIEWORM_SQLITE_EXT_PARSE_BUILDER_H_

#include <algorithm>
#include <any>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sqlite_ext/parse/ast.h"
#include "sqlite_ext/parse/children.h"
#include "sqlite_ext/parse/parser.h"
#include "sqlite_ext/parse/tokenizer.h"

namespace vieworm::parse {

// An expression on the parser's stack: where it begins, a parenthesis around it included.
struct Term {
  const Expr* expr;
  size_t begin;
};

struct Constraint {
  Ref<Expr> on;
  Names using_columns;
};

struct Join {
  JoinKind kind;
  bool natural;
};

struct Limit {
  const Expr* limit;
  const Expr* offset;
  bool offset_first;
};

struct SignedMatch {
  bool negated;
  Token op;
};

// What may follow a function's arguments; null where it does not.
struct Tail {
  const Expr* filter;
  const WindowName* window_name;
  const Window* window;
};

using Source = decltype(FromItem::source);

class Builder {
 public:
  explicit Builder(Tree* tree) : tree_(tree) {}

  const std::string& sql() const { return tree_->sql; }

  // The driver tells where the token being fed begins, and afterwards where it ended.
  void set_lookahead(size_t offset) { lookahead_ = offset; }
  void set_consumed(size_t end) { consumed_ = end; }

  // The first mistake; what is reported after it is dropped.
  const std::optional<SyntaxError>& error() const { return error_; }
  void Fail(std::string message, Token at);
  void FailAtToken(Token token);
  void FailTooDeep();

  // One more than the highest child; fails if that is too much.
  template <typename T>
  int HeightOf(const T& node) {
    int height = 0;
    ForEachChild(node, [&](const auto& child) { height = std::max(height, child.height); });
    if (height >= kMaxHeight) FailTooDeep();
    return height + 1;
  }

  // A value that lives as long as the builder.
  template <typename T>
  T* New(T value) {
    return std::any_cast<T>(&temporaries_.emplace_back(std::move(value)));
  }

  // From `begin` to the end of the last token that was consumed: during a reduction, the end of
  // the rule.
  Span SpanFrom(size_t begin) const { return {begin, consumed_ - begin}; }
  Name NameOf(Token token) const;
  WindowName WindowNameOf(const Name& name) const {
    return {std::string(name.span.In(sql())), name.span};
  }
  static size_t BeginOf(const TableName& table) {
    return table.schema ? table.schema->span.offset : table.name.span.offset;
  }

  // Expressions: builder_expr.cc.
  Term Node(size_t begin, ExprNode node);
  Term LiteralOf(Token token, LiteralKind kind);
  Term ParameterOf(Token token);
  Term ColumnOf(Token token);
  Term QualifiedColumn(const Name* schema, const Name& table, const Name& column);
  Term RowOf(Token open, Term first, const Exprs* others);
  Term Raise(Token token);
  Term Infix(Term left, Token op, Term right);
  Term Prefix(Token op, Term operand);
  Term Is(Term left, bool same, Term right);
  Term IsNull(Term operand, bool null, Token token);
  Term MatchOf(SignedMatch op, Term operand, Term pattern, const Expr* escape);
  Term FunctionOf(Token name, bool distinct, const Exprs* arguments, const OrderTerms* order_by,
                  Tail tail);
  Term StarCall(Token name, Tail tail);
  std::string TypeText(Span span) const { return std::string(span.In(sql())); }
  FrameBound* BoundOf(BoundKind kind, const Expr* distance = nullptr);
  static std::optional<Frame> Take(const Frame* frame);

  // FROM and SELECT: builder.cc.
  Join JoinOf(Token first, const Name* second, const Name* third);
  FromItem* SourceOf(size_t begin, Source source, const Name* alias, const Constraint* constraint);
  std::vector<FromItem>* FirstSource(const FromItem* item);
  void AppendSource(std::vector<FromItem>* items, Join join, const FromItem* item);
  const From* FinishFrom(const std::vector<FromItem>* items);

  ResultColumn* Star(Token token);
  ResultColumn* TableStar(const Name& table);
  ResultColumn* ColumnAs(Term term, const Name* alias);
  Select* SelectCore(Token begin, Query query, const OrderTerms* order_by, Limit limit);
  Select* ValuesCore(Token begin, const std::vector<Exprs>* rows);
  void AppendRow(std::vector<Exprs>* rows, const Exprs* row);
  Select* Append(Select* compound, CompoundOp op, const Select* core);
  Select* With(Token begin, Select* select, const std::vector<Cte>* ctes, bool recursive);
  const Select* FinishSelect(Select* select);
  void Finish(const Select* select) { tree_->select = select; }

 private:
  Term FinishCall(Token name, Call call, Tail tail);

  Tree* tree_;
  size_t lookahead_ = 0;
  size_t consumed_ = 0;
  std::optional<SyntaxError> error_;
  std::deque<std::any> temporaries_;
};

}  // namespace vieworm::parse

#endif  // VIEWORM_SQLITE_EXT_PARSE_BUILDER_H_
