#include "common/plan/row_store.h"

#include <algorithm>

#include "common/plan/affinity.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

// A name that no column of the store has.
std::string FreeColumn(const RowStore& store, const std::string& wanted) {
  std::string name = wanted;
  auto taken = [&name](const StoredColumn& column) {
    return SqliteDialect().SameName(column.stored, name);
  };
  while (std::any_of(store.columns.begin(), store.columns.end(), taken)) name += "_";
  return name;
}

Occurrence OccurrenceOf(const RowStore& store, size_t product, const Source& source,
                        const TableFacts& facts) {
  const RelationName& table = std::get<Scan>(source.relation->node).table;
  Occurrence occurrence{product, source.alias, table, {}};
  std::string prefix = "key_" + std::to_string(store.occurrences.size() + 1) + "_";
  for (const std::string& name : facts.identity) {
    const ColumnFacts& column = *facts.Find(name);
    KeyColumn key;
    key.source = name;
    key.stored.stored = FreeColumn(store, prefix + std::to_string(occurrence.key.size() + 1));
    key.stored.type = TypeOfAffinity(column.affinity);
    key.stored.collation = column.collation;
    occurrence.key.push_back(std::move(key));
  }
  return occurrence;
}

}  // namespace

bool HasKeys(const std::vector<Block>& products, const FactsOf& facts) {
  for (const Block& product : products) {
    for (const Source& source : product.from) {
      const auto* scan = std::get_if<Scan>(&source.relation->node);
      if (scan == nullptr || facts(scan->table).one_row) continue;
      if (facts(scan->table).identity.empty()) return false;
    }
  }
  return true;
}

RowStore DesignRows(std::vector<Block> products, std::vector<StoredColumn> columns,
                    const FactsOf& facts) {
  RowStore store;
  store.columns = std::move(columns);
  store.products = std::move(products);
  for (size_t i = 0; i < store.products.size(); ++i) {
    for (const Source& source : store.products[i].from) {
      const auto* scan = std::get_if<Scan>(&source.relation->node);
      if (scan == nullptr || facts(scan->table).one_row) continue;
      store.occurrences.push_back(OccurrenceOf(store, i, source, facts(scan->table)));
    }
  }
  return store;
}

}  // namespace vieworm
