// Projections of joins, with and without DISTINCT.
#include "tests/differential/select_generator.h"

namespace vieworm::differential {

Column SelectGenerator::Output(const Scalar& scalar, const Fidelity& fidelity) {
  return {.name = NewColumn(),
          .affinity = scalar.affinity,
          .nocase = scalar.nocase,
          .fidelity = fidelity};
}

Query SelectGenerator::Rows(size_t width, int depth, bool exact) {
  From from = FromClause(dice_.Weighted({0, 5, 4, 1}), depth);
  if (exact) from.fields = ExactFields(from.fields);
  if (from.fields.empty()) return Rows(width, 0, exact);
  ExpressionGenerator expressions(dice_, from.fields, schema_.wild, mixed_);
  Query query;
  std::vector<Sql> items;
  if (width == 0) width = dice_.Between(1, 4);
  for (size_t i = 0; i < width; ++i) {
    Scalar scalar = expressions.Expression(2);
    query.columns.push_back(Output(scalar, scalar.fidelity));
    items.push_back(scalar.sql + " AS " + query.columns.back().name);
  }
  query.sql = "SELECT " + Sql::List(", ", items) + " FROM " + from.sql + Where(from);
  return query;
}

// Every column of one table, under its own name.
Query SelectGenerator::Star() {
  const Table& table = dice_.Pick(schema_.tables);
  From from;
  Source source = TableSource(table);
  AddFields(from, source);
  Query query;
  query.columns = table.columns;
  query.sql = "SELECT " + (dice_.Chance(50) ? "*" : source.alias + ".*") + " FROM " + source.sql +
              Where(from);
  return query;
}

Query SelectGenerator::Distinct() {
  From from = FromClause(dice_.Weighted({0, 5, 4, 1}), 1);
  from.fields = ExactFields(from.fields);
  if (from.fields.empty()) return Distinct();
  ExpressionGenerator expressions(dice_, from.fields, schema_.wild, mixed_);
  Query query;
  std::vector<Sql> items;
  size_t width = dice_.Between(1, 3);
  for (size_t i = 0; i < width; ++i) {
    Scalar scalar = expressions.Expression(1);
    query.columns.push_back(Output(scalar, scalar.AsKey(schema_.wild)));
    items.push_back(scalar.sql + " AS " + query.columns.back().name);
  }
  query.sql = "SELECT DISTINCT " + Sql::List(", ", items) + " FROM " + from.sql + Where(from);
  return query;
}

}  // namespace vieworm::differential
