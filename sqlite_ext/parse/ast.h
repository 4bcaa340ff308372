// The syntax tree of one SQLite SELECT statement: what was written, with no name resolved.
//
// Nodes are plain values that point to their children through Ref; an Arena owns them all, so that
// freeing a tree never recurses, however deep it is. After parsing nothing changes a node.
//
// == asks whether two trees say the same thing: places in the source do not count, and spellings
// that SQLite cannot tell apart ("==" and "=", ISNULL and IS NULL, ALL and nothing) are one
// already. Where a spelling does carry meaning it is a field: see ColumnRef::fallback,
// Select::offset_first.
#ifndef VIEWORM_SQLITE_EXT_PARSE_AST_H_
#define VIEWORM_SQLITE_EXT_PARSE_AST_H_

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sqlite_ext/parse/expr.h"

namespace vieworm::parse {

// ----------------------------------------------------------------------------------- FROM clause

enum class JoinKind { kNone, kComma, kInner, kCross, kLeft, kRight, kFull };

struct TableSource {
  TableName table;
  std::optional<Exprs> arguments;  // of a table-valued function; may be empty
  std::optional<Name> indexed_by;
  bool not_indexed = false;
  friend bool operator==(const TableSource&, const TableSource&) = default;
};

struct SubquerySource {
  Ref<Select> select;
  friend bool operator==(const SubquerySource&, const SubquerySource&) = default;
};

// (a JOIN b ...), also (a) alone.
struct GroupSource {
  Ref<From> from;
  friend bool operator==(const GroupSource&, const GroupSource&) = default;
};

// One source and how it joins all that stands before it in the same From: joins associate to the
// left, whatever the operator, and a comma binds no looser than JOIN.
struct FromItem {
  Span span{};  // the source with alias and constraint, without the join operator
  JoinKind join = JoinKind::kNone;  // kNone for the first item only
  bool natural = false;
  std::variant<TableSource, SubquerySource, GroupSource> source;
  std::optional<Name> alias;
  Ref<Expr> on;
  Names using_columns;
  friend bool operator==(const FromItem&, const FromItem&) = default;
};

struct From {
  int height = 1;
  std::vector<FromItem> items;  // at least one
  friend bool operator==(const From&, const From&) = default;
};

// -------------------------------------------------------------------------------------- SELECT

enum class ColumnKind { kExpr, kStar, kTableStar };

struct ResultColumn {
  ColumnKind kind = ColumnKind::kExpr;
  Span span{};                // the expression with its parentheses, and the alias
  Ref<Expr> expr;             // kExpr
  std::optional<Name> alias;  // kExpr
  Name table;                 // kTableStar
  // kExpr: the source text that SQLite takes for the column's name where there is no alias and the
  // expression is no column. It is a place, like a span: no part of ==.
  std::string text;

  friend bool operator==(const ResultColumn& a, const ResultColumn& b) {
    return a.kind == b.kind && a.expr == b.expr && a.alias == b.alias && a.table == b.table;
  }
};

struct NamedWindow {
  WindowName name;
  Window window;
  friend bool operator==(const NamedWindow&, const NamedWindow&) = default;
};

struct Query {
  bool distinct = false;
  std::vector<ResultColumn> columns;
  Ref<From> from;
  Ref<Expr> where;
  Exprs group_by;
  Ref<Expr> having;
  std::vector<NamedWindow> windows;
  friend bool operator==(const Query&, const Query&) = default;
};

// VALUES (...), (...): all rows of one length.
struct Values {
  std::vector<Exprs> rows;
  friend bool operator==(const Values&, const Values&) = default;
};

enum class CompoundOp { kNone, kUnion, kUnionAll, kIntersect, kExcept };

struct Core {
  CompoundOp op = CompoundOp::kNone;  // joins it to the core before it; kNone for the first only
  std::variant<Query, Values> body;
  friend bool operator==(const Core&, const Core&) = default;
};

enum class Materialized { kDefault, kYes, kNo };

struct Cte {
  Name name;
  Names columns;
  Materialized materialized = Materialized::kDefault;
  Ref<Select> select;
  friend bool operator==(const Cte&, const Cte&) = default;
};

struct Select {
  Span span{};  // without the parentheses of a subquery
  int height = 1;
  bool recursive = false;  // WITH RECURSIVE; SQLite lets any CTE recurse, with or without it
  std::vector<Cte> ctes;
  std::vector<Core> cores;  // compound operators associate to the left
  OrderTerms order_by;
  Ref<Expr> limit;
  Ref<Expr> offset;
  bool offset_first = false;  // written LIMIT offset, limit: it decides the numbering of "?"
  friend bool operator==(const Select&, const Select&) = default;
};

// -------------------------------------------------------------------------------------- owners

// Owns nodes, at fixed addresses. Whoever builds nodes of his own over a parsed tree keeps them in
// an arena of his own, and the parsed tree alive beside it.
class Arena {
 public:
  const Expr* Add(Expr node) { return &exprs_.emplace_back(std::move(node)); }
  const From* Add(From node) { return &froms_.emplace_back(std::move(node)); }
  const Select* Add(Select node) { return &selects_.emplace_back(std::move(node)); }

 private:
  std::deque<Expr> exprs_;
  std::deque<From> froms_;
  std::deque<Select> selects_;
};

// A parsed statement: its text, which the spans refer to, and its nodes.
struct Tree {
  std::string sql;
  Arena arena;
  Ref<Select> select;
};

}  // namespace vieworm::parse

#endif  // VIEWORM_SQLITE_EXT_PARSE_AST_H_
