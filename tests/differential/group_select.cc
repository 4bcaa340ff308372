// GROUP BY and aggregates.
#include "tests/differential/select_generator.h"

namespace vieworm::differential {

namespace {

constexpr Fidelity kApproximate{.approximate = true};

}  // namespace

// sum, total and avg. Of values that are equal but not the same, DISTINCT takes any: then the sum
// may be an integer or a real.
SelectGenerator::Aggregate SelectGenerator::NumericAggregate(const Scalar& argument) {
  std::string distinct =
      argument.affinity != Affinity::kNone && dice_.Chance(10) ? "DISTINCT " : "";
  if (schema_.wild || argument.nocase) distinct.clear();
  std::string name = dice_.Pick({"sum(", "sum(", "total(", "avg("});
  return {name + distinct + argument.sql + ")", kApproximate};
}

SelectGenerator::Aggregate SelectGenerator::SimpleAggregate(ExpressionGenerator& expressions) {
  Scalar argument = expressions.Expression(1);
  switch (dice_.Weighted({4, 3, 2, 7, 6, 2, 1})) {
    case 0:
      return {dice_.Pick({"count(*)", "count()"}), {}};
    case 1:
      return {"count(" + argument.sql + ")", {}};
    case 2:
      return {"count(DISTINCT " + argument.sql + ")", {}};
    case 3:
      return NumericAggregate(argument);
    case 4:
      return {dice_.Pick({"min(", "max("}) + argument.sql + ")", argument.AsKey(schema_.wild)};
    case 5:
      return {"group_concat(" + argument.sql + ")", {.list = true}};
    default:
      if (!argument.AsKey(schema_.wild).exact()) return {"count(*)", {}};
      return {"group_concat(DISTINCT " + argument.sql + ")", {.list = true}};
  }
}

SelectGenerator::Aggregate SelectGenerator::AnyAggregate(ExpressionGenerator& expressions) {
  Aggregate aggregate = SimpleAggregate(expressions);
  if (dice_.Chance(15)) {
    aggregate.sql =
        aggregate.sql + Sql::Optional(" FILTER (WHERE " + expressions.Predicate(1) + ")");
  }
  aggregate.sql = Sql::Expression(aggregate.sql);
  if (!dice_.Chance(20)) return aggregate;
  const Fidelity& fidelity = aggregate.fidelity;
  if (fidelity.exact()) {
    return {Sql::Expression("CASE WHEN " + aggregate.sql + " > 1 THEN 'many' ELSE " +
                            aggregate.sql + " END"),
            {}};
  }
  if (fidelity.approximate) {
    Sql count = dice_.Pick({"count(*)", "2", "1.5"});
    return {Sql::Expression(aggregate.sql + dice_.Pick({" / ", " * ", " - "}) + count),
            kApproximate};
  }
  return {"coalesce(" + aggregate.sql + ", 'none')", fidelity};
}

// Each key as itself, by its place in the select list, or by its name.
void SelectGenerator::AddKeys(GroupParts& parts, ExpressionGenerator& expressions, size_t count) {
  bool all_shown = true;
  for (size_t i = 0; i < count; ++i) {
    Scalar key = dice_.Chance(70) ? expressions.AnyColumn() : expressions.Expression(2);
    if (key.fidelity.exact() && dice_.Chance(5)) {
      key.sql = key.sql + " COLLATE NOCASE";
      key.nocase = true;
    }
    bool shown = dice_.Chance(88);
    all_shown &= shown;
    if (!shown) {
      parts.keys.push_back(key.sql);
      continue;
    }
    parts.columns.push_back(Output(key, key.AsKey(schema_.wild)));
    const std::string& name = parts.columns.back().name;
    parts.items.push_back(key.sql + " AS " + name);
    parts.order.push_back(name);
    std::string place = std::to_string(parts.items.size());
    size_t form = dice_.Weighted({8, 1, 1});
    parts.keys.push_back(form == 0 ? key.sql : Sql(form == 1 ? place : name));
  }
  if (!all_shown) parts.order.clear();
}

void SelectGenerator::AddWindow(GroupParts& parts) {
  if (parts.keys.empty()) return;
  std::string name = NewColumn();
  Sql window = dice_.Pick({"rank() OVER (ORDER BY count(*) DESC)", "sum(count(*)) OVER ()",
                           "dense_rank() OVER (ORDER BY count(*))", "count(*) OVER ()",
                           "max(count(*)) OVER ()"});
  parts.items.push_back(window + " AS " + name);
  parts.columns.push_back({.name = name});
}

Sql SelectGenerator::Having(ExpressionGenerator& expressions) {
  Aggregate aggregate = SimpleAggregate(expressions);
  if (!aggregate.fidelity.exact() && (schema_.wild || !aggregate.fidelity.approximate)) {
    aggregate.sql = "count(*)";
  }
  // No sum of the values that there are comes near to such a number.
  std::string limit = dice_.Pick({"1.12345", "0.12345", "2.12345", "3.12345"});
  return " HAVING " + aggregate.sql + dice_.Pick({" > ", " < ", " <= "}) + limit;
}

Sql SelectGenerator::OrderAndLimit(const GroupParts& parts) {
  if (parts.order.empty() || !dice_.Chance(15)) return Sql();
  std::vector<Sql> terms;
  if (dice_.Chance(50)) terms.push_back(Sql("count(*)") + dice_.Pick({"", " DESC"}));
  for (const Sql& key : parts.order) {
    terms.push_back(key + dice_.Pick({"", " DESC", " ASC", " NULLS LAST"}));
  }
  Sql text = " ORDER BY " + Sql::List(", ", terms);
  if (!dice_.Chance(80)) return Sql::Optional(text);
  text = text + " LIMIT " + std::to_string(dice_.Between(0, 4));
  if (dice_.Chance(30)) text = text + Sql::Optional(" OFFSET " + std::to_string(dice_.Below(3)));
  return Sql::Optional(text);
}

Query SelectGenerator::Groups(int depth) {
  From from = FromClause(dice_.Weighted({0, 6, 4, 1}), depth);
  from.fields = ExactFields(from.fields);
  if (from.fields.empty()) return Groups(0);
  ExpressionGenerator expressions(dice_, from.fields, schema_.wild, mixed_);
  GroupParts parts;
  AddKeys(parts, expressions, dice_.Weighted({3, 6, 3, 1}));
  size_t aggregates = dice_.Between(parts.items.empty() ? 1 : 0, 3);
  for (size_t i = 0; i < aggregates; ++i) {
    Aggregate aggregate = AnyAggregate(expressions);
    std::string name = NewColumn();
    parts.items.push_back(aggregate.sql + " AS " + name);
    parts.columns.push_back({.name = name, .fidelity = aggregate.fidelity});
  }
  if (dice_.Chance(8)) AddWindow(parts);
  Query query;
  query.columns = parts.columns;
  query.sql = "SELECT " + Sql::List(", ", parts.items) + " FROM " + from.sql + Where(from);
  if (!parts.keys.empty()) query.sql = query.sql + " GROUP BY " + Sql::List(", ", parts.keys);
  if (dice_.Chance(25)) query.sql = query.sql + Sql::Optional(Having(expressions));
  query.sql = query.sql + OrderAndLimit(parts);
  return query;
}

}  // namespace vieworm::differential
