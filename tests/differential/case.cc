#include "tests/differential/case.h"

#include "tests/differential/schema_generator.h"
#include "tests/differential/select_generator.h"
#include "tests/differential/statement_generator.h"

namespace vieworm::differential {

namespace {

constexpr int kPercentPlain = 25;
constexpr int kPercentReadByLater = 15;

void AddView(Dice& dice, Schema& schema, std::vector<ViewCase>& views) {
  Query query = SelectGenerator(dice, schema).Any();
  std::string name = "v" + std::to_string(views.size() + 1);
  views.push_back({name, query.sql, FidelitiesOf(query.columns), query.comparable});
  if (!query.comparable || !dice.Chance(kPercentReadByLater)) return;
  schema.views.push_back({.name = name, .columns = query.columns, .has_rowid = false});
}

}  // namespace

Case GenerateCase(uint64_t seed, size_t statements) {
  Dice dice(seed);
  Schema schema = GenerateSchema(dice);
  Case result{.seed = seed, .plain = dice.Chance(kPercentPlain), .wild = schema.wild};
  result.schema = schema.statements;
  StatementGenerator writes(dice, schema);
  for (const Table& table : schema.tables) {
    if (dice.Chance(80)) result.data.push_back(writes.Fill(table));
  }
  size_t views = dice.Between(1, 3);
  for (size_t i = 0; i < views; ++i) AddView(dice, schema, result.views);
  for (size_t i = 0; i < statements; ++i) result.statements.push_back(writes.Any());
  return result;
}

std::vector<Settings> AllSettings() {
  return {{false, false}, {false, true}, {true, false}, {true, true}};
}

}  // namespace vieworm::differential
