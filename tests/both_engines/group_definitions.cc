// GROUP BY and aggregates. Left out, because the engines differ in it: sums divided (of integers
// SQLite gives an integer, PostgreSQL of bigints a numeric), sums of truth values, an order in
// which nothing is said of NULLs, constants as keys.
#include "tests/both_engines/definitions.h"

namespace vieworm::both_engines {

void Definitions::AddItem(Grouping& grouping, const Item& item) {
  grouping.columns.push_back({NewColumn(), item.type, item.approximate});
  grouping.items.push_back(item.sql + " AS " + grouping.columns.back().name);
}

// Each key as itself, or by its place in the select list; now and then it is not shown.
void Definitions::AddKeys(Grouping& grouping, Expressions& expressions, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    const Field& column = expressions.AnyColumn();
    Sql key = dice_.Chance(75) ? Sql(column.text) : expressions.OverColumn(column);
    if (dice_.Chance(88)) {
      AddItem(grouping, {key, column.type});
      if (dice_.Chance(15)) key = std::to_string(grouping.items.size());
    } else {
      grouping.ordered = false;
    }
    grouping.keys.push_back(key);
  }
}

Definitions::Item Definitions::SimpleAggregate(Expressions& expressions) {
  Type type = expressions.AnyColumn().type;
  Sql argument = expressions.Of(type, 1);
  switch (dice_.Weighted({4, 3, 2, 8, 6})) {
    case 0:
      return {"count(*)", Type::kInteger};
    case 1:
      return {"count(" + argument + ")", Type::kInteger};
    case 2:
      return {"count(DISTINCT " + argument + ")", Type::kInteger};
    case 3:
      if (type == Type::kText) return {"count(" + argument + ")", Type::kInteger};
      if (dice_.Chance(30)) return {"avg(" + argument + ")", Type::kReal, true};
      return {(dice_.Chance(10) ? "sum(DISTINCT " : "sum(") + argument + ")", type};
    default:
      return {dice_.Pick({"min(", "max("}) + argument + ")", type};
  }
}

Definitions::Item Definitions::Combined(const Item& aggregate) {
  if (aggregate.approximate) return {"(" + aggregate.sql + " * 2)", aggregate.type, true};
  if (aggregate.type == Type::kText) {
    return {"coalesce(" + aggregate.sql + ", 'none')", aggregate.type};
  }
  if (aggregate.type == Type::kReal) return {"(" + aggregate.sql + " + 0.5)", aggregate.type};
  switch (dice_.Below(3)) {
    case 0:
      return {"coalesce(" + aggregate.sql + ", 0)", aggregate.type};
    case 1:
      return {"(" + aggregate.sql + " - count(*))", aggregate.type};
    default:
      return {"CASE WHEN " + aggregate.sql + " > 1 THEN 'many' ELSE 'few' END", Type::kText};
  }
}

Definitions::Item Definitions::AnyAggregate(Expressions& expressions) {
  Item aggregate = SimpleAggregate(expressions);
  if (dice_.Chance(15)) {
    aggregate.sql =
        aggregate.sql + Sql::Optional(" FILTER (WHERE " + expressions.Predicate(1) + ")");
  }
  aggregate.sql = Sql::Expression(aggregate.sql);
  return dice_.Chance(20) ? Combined(aggregate) : aggregate;
}

Definitions::Item Definitions::Window() {
  return {dice_.Pick({"rank() OVER (ORDER BY count(*) DESC)", "sum(count(*)) OVER ()",
                      "dense_rank() OVER (ORDER BY count(*))", "count(*) OVER ()",
                      "max(count(*)) OVER ()"}),
          Type::kInteger};
}

Sql Definitions::Having(Expressions& expressions) {
  Item aggregate = SimpleAggregate(expressions);
  if (aggregate.type == Type::kText) aggregate = {"count(*)", Type::kInteger};
  // No average of the values that there are comes near to such a number.
  return " HAVING " + aggregate.sql + dice_.Pick({" > ", " < ", " <= "}) +
         dice_.Pick({"1.12345", "0.12345", "2.12345", "3.12345"});
}

Sql Definitions::OrderAndLimit(const Grouping& grouping) {
  if (!grouping.ordered || grouping.keys.empty() || !dice_.Chance(20)) return Sql();
  std::vector<Sql> terms;
  if (dice_.Chance(50)) terms.push_back(Sql("count(*)") + dice_.Pick({"", " DESC"}));
  for (size_t i = 0; i < grouping.keys.size(); ++i) {
    terms.push_back(grouping.columns[i].name + dice_.Pick({"", " DESC"}) +
                    dice_.Pick({" NULLS FIRST", " NULLS LAST"}));
  }
  Sql text = " ORDER BY " + Sql::List(", ", terms, terms.size());
  if (!dice_.Chance(80)) return Sql::Optional(text);
  text = text + " LIMIT " + std::to_string(dice_.Between(0, 4));
  if (dice_.Chance(30)) text = text + Sql::Optional(" OFFSET " + std::to_string(dice_.Below(3)));
  return Sql::Optional(text);
}

Query Definitions::Groups(int depth) {
  From from = FromClause(dice_.Weighted({0, 6, 4, 1}), depth);
  Expressions expressions(dice_, from.fields);
  Grouping grouping;
  AddKeys(grouping, expressions, dice_.Weighted({3, 6, 3, 1}));
  size_t aggregates = dice_.Between(grouping.items.empty() ? 1 : 0, 3);
  for (size_t i = 0; i < aggregates; ++i) AddItem(grouping, AnyAggregate(expressions));
  if (!grouping.keys.empty() && dice_.Chance(8)) AddItem(grouping, Window());
  Query query{"SELECT " + Sql::List(", ", grouping.items) + " FROM " + from.sql + Where(from),
              grouping.columns};
  if (!grouping.keys.empty()) {
    query.sql = query.sql + " GROUP BY " + Sql::List(", ", grouping.keys);
  }
  if (dice_.Chance(25)) query.sql = query.sql + Sql::Optional(Having(expressions));
  query.sql = query.sql + OrderAndLimit(grouping);
  return query;
}

}  // namespace vieworm::both_engines
