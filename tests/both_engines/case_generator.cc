#include "tests/both_engines/case_generator.h"

#include "tests/both_engines/definitions.h"
#include "tests/both_engines/writes.h"

namespace vieworm::both_engines {

namespace {

using differential::Case;
using differential::Fidelities;

void AddPlainView(Dice& dice, Schema& schema) {
  Definitions definitions(dice, schema);
  Query query = dice.Chance(80) ? definitions.Rows(0) : definitions.Groups(0);
  Table view{"plain" + std::to_string(schema.views.size() + 1), query.columns};
  schema.statements.push_back("CREATE VIEW " + view.name + " AS " + query.sql);
  schema.views.push_back(view);
}

constexpr int kPercentReadByLater = 20;

void AddView(Dice& dice, Schema& schema, Case& test) {
  Query query = Definitions(dice, schema).Any();
  Fidelities fidelities;
  for (const Column& column : query.columns) {
    if (column.approximate) fidelities[column.name].approximate = true;
  }
  test.views.push_back({"v" + std::to_string(test.views.size() + 1), query.sql, fidelities});
  if (dice.Chance(kPercentReadByLater)) {
    schema.views.push_back({test.views.back().name, query.columns});
  }
}

}  // namespace

Case GenerateCase(uint64_t seed, size_t statements) {
  Dice dice(seed);
  Schema schema = GenerateTables(dice);
  if (dice.Chance(25)) AddPlainView(dice, schema);
  Case test{.seed = seed};
  test.schema = schema.statements;
  Writes writes(dice, schema);
  for (const Table& table : schema.tables) {
    size_t rows = dice.Below(7);
    for (size_t i = 0; i < rows; ++i) test.data.push_back(writes.Fill(table));
  }
  size_t views = dice.Between(1, 3);
  for (size_t i = 0; i < views; ++i) AddView(dice, schema, test);
  for (size_t i = 0; i < statements; ++i) test.statements.push_back(writes.Any());
  return test;
}

}  // namespace vieworm::both_engines
