// What the columns of one SELECT's sources are in the tree.
#ifndef VIEWORM_PG_EXT_LOWER_SCOPE_H_
#define VIEWORM_PG_EXT_LOWER_SCOPE_H_

#include "pg_ext/server.h"

#include <map>

#include "common/ir/relation.h"
#include "pg_ext/lower/expression.h"

struct Query;

namespace vieworm::lower {

struct ColumnInfo {
  std::string column;     // its name in the tree
  bool not_null = false;  // it is a column of an ordinary table, and NOT NULL
  bool plain = false;     // it is a column of an ordinary table
  ValueType type;         // only of a column that a SELECT gives
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
  // `number` is the source's place in the query's range table, from 1.
  void Add(int number, ScopeEntry entry) { entries_[number] = std::move(entry); }

  // Both throw Refused where it is no column of a source: a whole row, ctid, or a column of the
  // query around.
  ColumnInfo Find(const Var* column) const;
  Scalar Use(const Var* column) const;

 private:
  const ScopeEntry& EntryOf(const Var* column) const;

  std::map<int, ScopeEntry> entries_;
};

// What the value of `expression` is, under the name `column`.
ColumnInfo InfoOf(Node* expression, const Scope& scope, const std::string& column);

}  // namespace vieworm::lower

#endif  // VIEWORM_PG_EXT_LOWER_SCOPE_H_
