#include "tests/differential/schema_generator.h"

#include "tests/differential/select_generator.h"
#include "tests/differential/table_generator.h"
#include "tests/differential/trigger_generator.h"

namespace vieworm::differential {

namespace {

void AddPlainView(Dice& dice, Schema& schema) {
  SelectGenerator selects(dice, schema);
  Query query = dice.Chance(80) ? selects.Rows(0, 1, false) : selects.Groups(0);
  Table view{.name = "plain" + std::to_string(schema.views.size() + 1), .has_rowid = false};
  view.columns = query.columns;
  schema.statements.push_back("CREATE VIEW " + view.name + " AS " + query.sql);
  schema.views.push_back(view);
}

}  // namespace

Schema GenerateSchema(Dice& dice) {
  Schema schema;
  schema.wild = dice.Chance(30);
  size_t tables = dice.Weighted({0, 3, 4, 2, 1});
  while (schema.tables.size() < tables) AddTable(dice, schema);
  size_t triggers = dice.Weighted({70, 20, 10});
  for (size_t i = 0; i < triggers; ++i) AddTrigger(dice, schema);
  size_t views = dice.Weighted({70, 20, 10});
  while (schema.views.size() < views) AddPlainView(dice, schema);
  return schema;
}

}  // namespace vieworm::differential
