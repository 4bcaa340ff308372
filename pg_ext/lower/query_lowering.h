// An analyzed SELECT -> relational tree.
#ifndef VIEWORM_PG_EXT_LOWER_QUERY_LOWERING_H_
#define VIEWORM_PG_EXT_LOWER_QUERY_LOWERING_H_

#include "common/plan/sliding_window.h"
#include "pg_ext/lower/scope.h"

namespace vieworm::lower {

// A query and those around it, whose common table expressions it sees.
struct QueryScope {
  const QueryScope* outer = nullptr;
  const Query* query = nullptr;
};

// What all SELECTs of one definition share.
class LoweringContext {
 public:
  // `window`: the table that is to hold the bounds of a sliding window.
  LoweringContext(Oid owner, RelationName window) : owner_(owner) {
    window_.table = std::move(window);
  }

  Oid owner() const { return owner_; }

  // "t1", "t2" and so on, unique in the whole tree.
  std::string NewAlias() { return "t" + std::to_string(++aliases_); }

  // Remembers what the columns of a part of the tree are, for who asks about its contributions.
  RelationPtr Note(RelationPtr relation, const std::vector<ColumnInfo>& columns);

  // The column that holds the value of an expression over the current time alone.
  std::string BoundFor(Node* expression);

  const SlidingWindow& window() const { return window_; }

  // Throws Refused where nobody has noted them.
  const std::vector<ColumnInfo>& ColumnsOf(const RelationPtr& relation) const;

 private:
  Oid owner_;
  SlidingWindow window_;
  int aliases_ = 0;
  std::vector<std::pair<RelationPtr, std::vector<ColumnInfo>>> noted_;
};

// The outermost SELECT, whose columns have `names`. It keeps its ORDER BY; that of a subquery means
// nothing without a LIMIT. `query` is changed. Throws Refused.
Lowering LowerQuery(Query* query, const std::vector<std::string>& names, LoweringContext* context);

// A SELECT inside another; `outer` is null for a view's. Its columns are called "c1", "c2" and so
// on.
Lowering LowerSubquery(Query* query, const QueryScope* outer, LoweringContext* context);

// Throws Refused where values of the type cannot be told apart by a unique index, or where equal
// ones may look different.
void CheckKey(const ValueType& type);

}  // namespace vieworm::lower

#endif  // VIEWORM_PG_EXT_LOWER_QUERY_LOWERING_H_
