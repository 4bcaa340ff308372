// UNION ALL, UNION, INTERSECT, EXCEPT, WITH, and the choice among all kinds.
#include "tests/differential/select_generator.h"

namespace vieworm::differential {

namespace {

// What is known of the columns of a compound: they hold the values of either side.
void Merge(std::vector<Column>& columns, const std::vector<Column>& others) {
  for (size_t i = 0; i < columns.size(); ++i) {
    Fidelity& fidelity = columns[i].fidelity;
    const Fidelity& other = others[i].fidelity;
    fidelity.folded |= other.folded;
    fidelity.numeric |= other.numeric;
    fidelity.approximate |= other.approximate;
    fidelity.list |= other.list;
    columns[i].nocase |= others[i].nocase;
    columns[i].affinity = Affinity::kNone;
  }
}

bool AnyReal(const std::vector<Table>& tables) {
  for (const Table& table : tables) {
    for (const Column& column : table.columns) {
      if (column.affinity == Affinity::kReal) return true;
    }
  }
  return false;
}

}  // namespace

Fidelities FidelitiesOf(const std::vector<Column>& columns) {
  Fidelities fidelities;
  for (const Column& column : columns) {
    if (!column.fidelity.exact()) fidelities[column.name] = column.fidelity;
  }
  return fidelities;
}

Query SelectGenerator::UnionAll() {
  Query query = Rows(0, 0, false);
  std::vector<Sql> branches = {query.sql};
  size_t more = dice_.Between(1, 2);
  for (size_t i = 0; i < more; ++i) {
    Query branch = Rows(query.columns.size(), 0, false);
    branches.push_back(branch.sql);
    Merge(query.columns, branch.columns);
  }
  query.sql = Sql::List(" UNION ALL ", branches);
  // Where one side is a REAL column, SQLite may make reals of the other's integers.
  bool reals = AnyReal(schema_.tables);
  for (Column& column : query.columns) {
    column.fidelity.numeric |= reals;
    column.fidelity.approximate |= reals && schema_.wild;
  }
  return query;
}

Query SelectGenerator::SetOperation() {
  Query query = Rows(0, 0, true);
  size_t more = dice_.Between(1, 2);
  for (size_t i = 0; i < more; ++i) {
    Query branch = Rows(query.columns.size(), 0, true);
    Merge(query.columns, branch.columns);
    std::string operation = dice_.Pick({" UNION ", " INTERSECT ", " EXCEPT ", " UNION "});
    query.sql = query.sql + Sql::Optional(operation + branch.sql);
  }
  for (Column& column : query.columns) {
    column.fidelity.numeric = true;
    column.fidelity.folded |= column.nocase;
  }
  return query;
}

Query SelectGenerator::WithCommonTables() {
  Query common = dice_.Chance(85) ? Rows(0, 1, false) : Groups(1);
  std::string name = "q" + std::to_string(common_tables_.size() + 1);
  common_tables_.push_back(
      {.name = name, .columns = common.columns, .has_rowid = false, .common = true});
  Query query = dice_.Chance(50) ? Rows(0, 1, false) : Groups(1);
  query.sql = "WITH " + name + dice_.Pick({" AS (", " AS (", " AS MATERIALIZED ("}) + common.sql +
              ") " + query.sql;
  return query;
}

Query SelectGenerator::Any() {
  switch (dice_.Weighted({20, 4, 9, 8, 9, 35, 9, 6})) {
    case 0:
      return Rows(0, 2, false);
    case 1:
      return Star();
    case 2:
      return Distinct();
    case 3:
      return UnionAll();
    case 4:
      return SetOperation();
    case 5:
      return Groups(2);
    case 6:
      return WithCommonTables();
    default:
      return Unmaintained();
  }
}

}  // namespace vieworm::differential
