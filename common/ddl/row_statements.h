// The SQL around a RowStore, in SQLite's dialect.
#ifndef VIEWORM_COMMON_DDL_ROW_STATEMENTS_H_
#define VIEWORM_COMMON_DDL_ROW_STATEMENTS_H_

#include <string>
#include <utility>
#include <vector>

#include "common/plan/row_store.h"

namespace vieworm {

class RowStatements {
 public:
  // `store` must outlive this. What Fill, Insert and Remove write runs inside of a trigger, where
  // names are those of the trigger's own database; or, with `schema`, outside, where SQLite would
  // look in temp first.
  explicit RowStatements(const RowStore& store, std::string schema = "")
      : store_(store), schema_(std::move(schema)) {}

  // The table and its indexes.
  std::vector<std::string> Create() const;

  // Fills the empty table.
  std::vector<std::string> Fill() const;

  // Computes anew what the row of `table` with the key of `row` (NEW or OLD) contributes.
  std::vector<std::string> Refresh(const std::string& table, const std::string& row) const;

  // Takes the rows out that `block`, the product `product` with other conditions, gives; and puts
  // them in.
  std::string Remove(size_t product, const Block& block) const;
  std::string Insert(size_t product, const Block& block) const;

  // The columns of the products, one row for each of theirs.
  Written Show() const;

 private:
  std::string Remove(const Occurrence& occurrence, const std::string& row) const;
  std::string Insert(const Occurrence& occurrence, const std::string& row) const;
  std::string InsertInto(size_t product, const Block& block,
                         const std::vector<std::string>& conditions) const;
  std::string Table() const;
  std::string Target() const;

  const RowStore& store_;
  std::string schema_;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_ROW_STATEMENTS_H_
