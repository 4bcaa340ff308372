// A store that holds the rows of a linear tree, each with the keys of the source rows it is made
// of.
//
// Whatever changes a source row, its rows in the store are found by its key, taken out, and
// computed anew from what the tables hold now. Doing so twice does no harm, nor does doing so for a
// row that has not changed: so it stays right where several tables change under each other's hands,
// as by foreign key actions.
#ifndef VIEWORM_COMMON_PLAN_ROW_STORE_H_
#define VIEWORM_COMMON_PLAN_ROW_STORE_H_

#include <functional>
#include <string>
#include <vector>

#include "common/ir/relation.h"
#include "common/plan/group_store.h"
#include "common/plan/table_facts.h"

namespace vieworm {

// A column of a source's key, and the store's column that holds it.
struct KeyColumn {
  std::string source;
  StoredColumn stored;
};

// One table in one product.
struct Occurrence {
  size_t product = 0;
  std::string alias;
  RelationName table;
  std::vector<KeyColumn> key;
};

struct RowStore {
  RelationName table;
  std::vector<StoredColumn> columns;  // in the order of the products' outputs
  std::vector<Block> products;
  std::vector<Occurrence> occurrences;
};

using FactsOf = std::function<const TableFacts&(const RelationName& table)>;

// Has every table in `products` something that identifies its rows?
bool HasKeys(const std::vector<Block>& products, const FactsOf& facts);

// The store, still without a name, for such products; their outputs are `columns`.
RowStore DesignRows(std::vector<Block> products, std::vector<StoredColumn> columns,
                    const FactsOf& facts);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_PLAN_ROW_STORE_H_
