#include "common/plan/partners.h"

#include <algorithm>
#include <optional>

#include "common/core_only.h"

namespace vieworm {

namespace {

// Of two columns, and nothing else.
std::optional<Equality> EqualityOf(const Scalar& condition) {
  std::string text;
  for (const Scalar::Piece& piece : condition.pieces()) {
    const auto* between = std::get_if<std::string>(&piece);
    if (between == nullptr) continue;
    for (char c : *between) {
      if (c != ' ' && c != '(' && c != ')') text += c;
    }
  }
  std::vector<ColumnUse> columns = condition.Columns();
  if (columns.size() != 2 || text != "=") return std::nullopt;
  return Equality{columns[0], columns[1]};
}

bool IsTied(const std::string& column, const std::vector<std::string>& tied) {
  return std::find(tied.begin(), tied.end(), column) != tied.end();
}

// Is there at most one row of `alias` for a row of each source in `known`?
bool IsFoundByIdentity(const TableFacts& facts, const std::vector<std::string>& tied) {
  if (facts.one_row) return true;
  return !facts.identity.empty() &&
         std::all_of(facts.identity.begin(), facts.identity.end(),
                     [&](const std::string& column) { return IsTied(column, tied); });
}

// By a collation that folds, one value may be equal to several of those that a key keeps apart.
bool IsFolded(const ColumnUse& use, const std::map<std::string, RelationName>& tables,
              const FactsOf& facts) {
  auto table = tables.find(use.relation);
  if (table == tables.end()) return true;
  const std::vector<ColumnFacts>& columns = facts(table->second).columns;
  auto found = std::find_if(columns.begin(), columns.end(),
                            [&](const ColumnFacts& column) { return column.name == use.column; });
  return found == columns.end() || found->folded;
}

}  // namespace

std::vector<Equality> EqualitiesOf(const Block& product) {
  std::vector<Equality> equalities;
  for (const Scalar& condition : product.where) {
    if (std::optional<Equality> equality = EqualityOf(condition)) equalities.push_back(*equality);
  }
  return equalities;
}

std::map<std::string, RelationName> TablesByAlias(const Block& product) {
  std::map<std::string, RelationName> tables;
  for (const Source& source : product.from) {
    const auto* scan = std::get_if<Scan>(&source.relation->node);
    if (scan != nullptr) tables[source.alias] = scan->table;
  }
  return tables;
}

std::vector<std::string> ColumnsTiedTo(const std::set<std::string>& known, const std::string& alias,
                                       const std::vector<Equality>& equalities) {
  std::vector<std::string> columns;
  auto add = [&](const ColumnUse& own, const ColumnUse& other) {
    if (own.relation == alias && known.count(other.relation) > 0) columns.push_back(own.column);
  };
  for (const Equality& equality : equalities) {
    add(equality.left, equality.right);
    add(equality.right, equality.left);
  }
  return columns;
}

bool MakesOneRow(const Block& product, const std::string& alias, const FactsOf& facts) {
  std::map<std::string, RelationName> tables = TablesByAlias(product);
  std::vector<Equality> equalities = EqualitiesOf(product);
  std::erase_if(equalities, [&](const Equality& equality) {
    return IsFolded(equality.left, tables, facts) || IsFolded(equality.right, tables, facts);
  });
  std::set<std::string> known = {alias};
  for (bool found = true; found;) {
    found = false;
    for (const auto& [other, table] : tables) {
      if (known.count(other) > 0) continue;
      if (!IsFoundByIdentity(facts(table), ColumnsTiedTo(known, other, equalities))) continue;
      known.insert(other);
      found = true;
    }
  }
  return known.size() == product.from.size();
}

}  // namespace vieworm
