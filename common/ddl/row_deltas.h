// The SQL around a RowStore, in PostgreSQL's dialect: what it holds, and what follows the rows that
// one statement has changed.
//
// Each product reads one table, so that its rows have that table's key. The statement tells which
// keys have changed; their rows in the store are taken out, and computed anew from what the table
// holds now. (The statement's own new rows may be out of date: a trigger that it has set off may
// have changed them again, and this store with them.) Writers of the same row of the table wait for
// each other there, and so never meet in the store.
#ifndef VIEWORM_COMMON_DDL_ROW_DELTAS_H_
#define VIEWORM_COMMON_DDL_ROW_DELTAS_H_

#include <string>
#include <vector>

#include "common/ddl/change_event.h"
#include "common/plan/row_store.h"

namespace vieworm {

class RowDeltas {
 public:
  // Must outlive this.
  explicit RowDeltas(const RowStore& store) : store_(store) {}

  // SELECT: the rows of the store as they ought to be.
  std::string State() const;

  // The unique indexes on the keys: columns, and a condition or "".
  struct Index {
    std::vector<std::string> columns;
    std::string where;
  };
  std::vector<Index> Indexes() const;

  // What follows a statement that has changed `table`, in this order.
  std::vector<std::string> Apply(const RelationName& table, ChangeEvent event) const;

 private:
  std::string Remove(const Occurrence& occurrence, const std::string& changed) const;
  std::string Insert(const Occurrence& occurrence, const std::string& changed) const;
  std::vector<std::string> KeyColumns() const;

  const RowStore& store_;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_ROW_DELTAS_H_
