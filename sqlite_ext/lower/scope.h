// What the columns of one SELECT's sources are in the tree.
#ifndef VIEWORM_SQLITE_EXT_LOWER_SCOPE_H_
#define VIEWORM_SQLITE_EXT_LOWER_SCOPE_H_

#include <map>
#include <string>
#include <vector>

#include "common/ir/relation.h"
#include "sqlite_ext/lower/nature.h"

namespace vieworm::lower {

struct ColumnInfo {
  std::string name;    // by which the SELECT around it reads it
  std::string column;  // its name in the tree
  Nature nature;
  // It must be handed on as it is, because what an expression makes of it would depend on how
  // SQLite rewrites the query: it has a COLLATE of its own, or it comes out of a UNION ALL of
  // columns that compare differently.
  bool bare_only = false;
  // It comes out of a UNION ALL of columns of different affinities, which SQLite may read through
  // an automatic index, converted to the first one's, where there is a join.
  bool mixed = false;
};

// A SELECT that has been lowered.
struct Lowering {
  RelationPtr relation;
  std::vector<ColumnInfo> columns;
};

struct ScopeEntry {
  std::string alias;  // in the tree
  std::vector<ColumnInfo> columns;
};

class Scope {
 public:
  // `resolved` is the alias that name resolution gave the source.
  void Add(const std::string& resolved, ScopeEntry entry) { entries_[resolved] = std::move(entry); }

  bool IsJoin() const { return entries_.size() > 1; }

  // Throws Refused where there is no such column.
  const ColumnInfo& Find(const parse::ColumnRef& column) const;

  // The same column as the tree names it.
  ColumnUse Use(const parse::ColumnRef& column) const;

 private:
  std::map<std::string, ScopeEntry> entries_;
};

// `expr`, which CheckExpression has accepted, as text with holes. Throws Refused where it does more
// with a column than its ColumnInfo allows. `suffix` goes behind it.
Scalar ToScalar(const parse::Expr& expr, const Scope& scope, const std::string& suffix = "");

// The nature of `expr`.
Nature NatureIn(const Scope& scope, const parse::Expr& expr);

}  // namespace vieworm::lower

#endif  // VIEWORM_SQLITE_EXT_LOWER_SCOPE_H_
