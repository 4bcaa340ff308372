// FROM and WHERE: tables, plain views, subqueries and common table expressions, joined in every way
// that is no outer join.
#include "tests/both_engines/definitions.h"

namespace vieworm::both_engines {

std::vector<Field> FieldsOf(const std::string& alias, const std::vector<Column>& columns) {
  std::vector<Field> fields;
  for (const Column& column : columns) {
    if (!column.approximate) fields.push_back({alias + "." + column.name, column.type});
  }
  return fields;
}

Definitions::Source Definitions::SourceOf(const Table& table) {
  Source source{"", NewAlias(), table.columns};
  source.sql = table.name + " AS " + source.alias;
  return source;
}

Definitions::Source Definitions::Subquery(int depth) {
  Query query;
  switch (dice_.Weighted({5, 3, 2})) {
    case 0:
      query = Rows(depth - 1);
      break;
    case 1:
      query = Compound({" UNION ALL "}, depth - 1);
      break;
    default:
      query = Groups(depth - 1);
  }
  Source source{"", NewAlias(), query.columns};
  source.sql = "(" + query.sql + ") AS " + source.alias;
  return source;
}

Definitions::Source Definitions::AnySource(int depth) {
  if (!common_tables_.empty() && dice_.Chance(60)) return SourceOf(dice_.Pick(common_tables_));
  if (!schema_.views.empty() && dice_.Chance(20)) return SourceOf(dice_.Pick(schema_.views));
  if (depth > 0 && dice_.Chance(15)) return Subquery(depth);
  return SourceOf(dice_.Pick(schema_.tables));
}

// Of columns of one type: PostgreSQL compares no others.
Sql Definitions::JoinCondition(const From& from, const Source& source) {
  std::vector<Field> rights = FieldsOf(source.alias, source.columns);
  for (int tries = 0; tries < 10 && !rights.empty(); ++tries) {
    const Field& left = dice_.Pick(from.fields);
    const Field& right = dice_.Pick(rights);
    if (left.type != right.type) continue;
    return left.text + dice_.Pick({" = ", " = ", " = ", " = ", " < ", " IS NOT DISTINCT FROM "}) +
           right.text;
  }
  return dice_.Pick(from.fields).text + " IS NOT NULL";
}

void Definitions::JoinOn(From& from, const Source& source) {
  Sql condition = JoinCondition(from, source);
  if (dice_.Chance(15)) {
    from.sql = from.sql + " CROSS JOIN " + source.sql;
    from.conditions.push_back(condition);
  } else {
    from.sql = from.sql + dice_.Pick({" JOIN ", " INNER JOIN "}) + source.sql + " ON " + condition;
  }
}

// Commas or JOIN, but not both in one clause: in PostgreSQL a JOIN is closer than a comma.
Definitions::From Definitions::FromClause(size_t sources, int depth) {
  Source first = AnySource(depth);
  From from{first.sql, FieldsOf(first.alias, first.columns), {}};
  while (from.fields.empty()) {
    first = SourceOf(dice_.Pick(schema_.tables));
    from = {first.sql, FieldsOf(first.alias, first.columns), {}};
  }
  bool commas = dice_.Chance(35);
  for (size_t i = 1; i < sources; ++i) {
    Source source = dice_.Chance(20) ? SourceOf(schema_.tables[0]) : AnySource(depth);
    if (commas) {
      from.sql = from.sql + ", " + source.sql;
      from.conditions.push_back(JoinCondition(from, source));
    } else {
      JoinOn(from, source);
    }
    for (const Field& field : FieldsOf(source.alias, source.columns)) from.fields.push_back(field);
  }
  return from;
}

Sql Definitions::Where(From& from) {
  Expressions expressions(dice_, from.fields);
  size_t count = dice_.Weighted({5, 4, 2});
  for (size_t i = 0; i < count; ++i) from.conditions.push_back(expressions.Predicate(2));
  if (from.conditions.empty()) return Sql();
  return Sql::Optional(" WHERE " + Sql::List(" AND ", from.conditions));
}

}  // namespace vieworm::both_engines
