#include "common/plan/wanted_indexes.h"

#include <algorithm>
#include <map>
#include <set>

#include "common/plan/partners.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

using Tables = std::map<std::string, RelationName>;  // by alias

void AddOnce(WantedIndex index, std::vector<WantedIndex>* indexes) {
  bool known = std::find(indexes->begin(), indexes->end(), index) != indexes->end();
  if (!known) indexes->push_back(std::move(index));
}

// From the row that has changed to its partners, to theirs, and so on.
void FollowFrom(const std::string& changed, const Tables& tables,
                const std::vector<Equality>& equalities, std::vector<WantedIndex>* indexes) {
  std::set<std::string> known = {changed};
  for (bool found = true; found;) {
    found = false;
    for (const auto& [alias, table] : tables) {
      if (known.count(alias) > 0) continue;
      std::vector<std::string> columns = ColumnsTiedTo(known, alias, equalities);
      if (columns.empty()) continue;
      AddOnce({table, columns, "a change of " + tables.at(changed).Display()}, indexes);
      known.insert(alias);
      found = true;
    }
  }
}

}  // namespace

std::vector<WantedIndex> IndexesForJoins(const std::vector<Block>& products) {
  std::vector<WantedIndex> indexes;
  for (const Block& product : products) {
    Tables tables = TablesByAlias(product);
    std::vector<Equality> equalities = EqualitiesOf(product);
    for (const auto& [alias, table] : tables) FollowFrom(alias, tables, equalities, &indexes);
  }
  return indexes;
}

std::vector<WantedIndex> IndexesForGroups(const std::vector<Block>& products, size_t keys) {
  std::vector<WantedIndex> indexes;
  for (const Block& product : products) {
    Tables tables = TablesByAlias(product);
    std::map<std::string, std::vector<std::string>> columns;  // by alias
    for (size_t i = 0; i < keys; ++i) {
      const ColumnUse* column = product.outputs[i].value.AsColumn();
      if (column != nullptr) columns[column->relation].push_back(column->column);
    }
    for (const auto& [alias, names] : columns) {
      auto table = tables.find(alias);
      if (table == tables.end()) continue;
      AddOnce({table->second, names, "a group that is looked through again"}, &indexes);
    }
  }
  return indexes;
}

}  // namespace vieworm
