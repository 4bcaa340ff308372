// The SQL around a RowStore, in PostgreSQL's dialect: what it holds, and what follows the rows that
// one statement has changed.
//
// A row of the store has the keys of the rows that it is made of. The statement tells which keys
// have changed; their rows in the store are taken out, and computed anew from what the tables hold
// now. So it does not matter in which order several changed tables, or triggers that a statement
// has set off, are followed, nor whether that is done twice.
#ifndef VIEWORM_COMMON_DDL_ROW_DELTAS_H_
#define VIEWORM_COMMON_DDL_ROW_DELTAS_H_

#include <optional>
#include <string>
#include <vector>

#include "common/ddl/change_event.h"
#include "common/ddl/one_row.h"
#include "common/ddl/store_index.h"
#include "common/plan/row_store.h"

namespace vieworm {

class RowDeltas {
 public:
  // Must outlive this.
  explicit RowDeltas(const RowStore& store) : store_(store) {}

  // SELECT: the rows of the store as they ought to be.
  std::string State() const;

  // On the keys.
  std::vector<StoreIndex> Indexes() const;

  // What follows a statement that has changed `table`, in this order.
  std::vector<std::string> Apply(const RelationName& table, ChangeEvent event) const;

  // The same where the changed rows are in the table as they were told: no other statement has
  // changed a source meanwhile. Empty where a product has the table several times.
  std::vector<std::string> ApplyAlone(const RelationName& table, ChangeEvent event) const;

  // The same for one row, whose key an UPDATE has left alone. Nothing where the store has several
  // keys of the table.
  std::optional<OneRowProgram> ApplyOneRow(const RelationName& table, ChangeEvent event) const;

 private:
  // What stands for the table of an occurrence, and a condition beside those of its product.
  struct ChangedTable {
    std::string rows;
    std::string condition;
  };

  std::string ChangedKeys(const Occurrence& occurrence, ChangeEvent event) const;
  std::string CurrentRows(const Occurrence& occurrence, ChangeEvent event) const;
  std::string NotByAnother(const Occurrence& occurrence, ChangeEvent event) const;
  std::string Remove(const Occurrence& occurrence, ChangeEvent event) const;
  std::string Insert(const Occurrence& occurrence, const ChangedTable& changed) const;

  const RowStore& store_;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_ROW_DELTAS_H_
