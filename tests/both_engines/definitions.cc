#include "tests/both_engines/definitions.h"

namespace vieworm::both_engines {

Query Definitions::RowsOf(const std::string& select, const std::vector<Type>& types, int depth) {
  From from = FromClause(dice_.Weighted({0, 6, 5, 1}), depth);
  Expressions expressions(dice_, from.fields);
  Query query;
  std::vector<Sql> items;
  for (Type type : types) {
    query.columns.push_back({NewColumn(), type});
    items.push_back(expressions.Of(type, static_cast<int>(dice_.Weighted({5, 3, 2}))) + " AS " +
                    query.columns.back().name);
  }
  query.sql = select + Sql::List(", ", items) + " FROM " + from.sql + Where(from);
  return query;
}

// A truth value is 1 or 0 in SQLite, so it is only shown, never computed with.
Query Definitions::Rows(int depth) {
  std::vector<Type> types(dice_.Between(1, 4));
  bool shown_only = depth > 0;
  for (Type& type : types) {
    type = std::vector{Type::kInteger, Type::kText, Type::kReal,
                       Type::kTruth}[dice_.Weighted({6, 5, 2, shown_only ? 1 : 0})];
  }
  return RowsOf("SELECT ", types, depth);
}

Query Definitions::Distinct() {
  std::vector<Type> types(dice_.Between(1, 3), Type::kInteger);
  for (Type& type : types) type = dice_.Chance(40) ? Type::kText : Type::kInteger;
  return RowsOf("SELECT DISTINCT ", types, 1);
}

// One branch more than operators, each of the first one's types: SQLite would mix them.
Query Definitions::Compound(const std::vector<std::string>& operators, int depth) {
  std::vector<Type> types(dice_.Between(1, 3));
  for (Type& type : types) {
    type = std::vector{Type::kInteger, Type::kText, Type::kReal}[dice_.Weighted({6, 5, 1})];
  }
  Query query = RowsOf("SELECT ", types, depth);
  for (const std::string& name : operators) {
    query.sql = query.sql + name + RowsOf("SELECT ", types, depth).sql;
  }
  return query;
}

// INTERSECT comes first or alone: it is closer than the others in PostgreSQL, and not in SQLite.
Query Definitions::SetOperation() {
  std::vector<std::string> operators = {
      dice_.Pick({" UNION ", " UNION ", " INTERSECT ", " EXCEPT "})};
  if (dice_.Chance(30)) {
    operators.push_back(dice_.Pick({" UNION ", " EXCEPT ", " UNION ALL "}));
  }
  return Compound(operators, 0);
}

Query Definitions::WithCommonTable() {
  Query inner = dice_.Chance(70) ? Rows(0) : Groups(0);
  std::string name = "w" + NewAlias();
  common_tables_.push_back({name, inner.columns});
  Query query = dice_.Chance(50) ? Groups(0) : Rows(0);
  query.sql = "WITH " + name + " AS (" + inner.sql + ") " + query.sql;
  common_tables_.clear();
  return query;
}

Query Definitions::OuterJoin() {
  Source left = SourceOf(dice_.Pick(schema_.tables));
  Source right = SourceOf(dice_.Pick(schema_.tables));
  From from{left.sql, FieldsOf(left.alias, left.columns), {}};
  Sql condition = JoinCondition(from, right);
  from.sql = from.sql + " LEFT JOIN " + right.sql + " ON " + condition;
  for (const Field& field : FieldsOf(right.alias, right.columns)) from.fields.push_back(field);
  Query query;
  std::vector<Sql> items;
  for (size_t i = 0; i < 3; ++i) {
    const Field& field = dice_.Pick(from.fields);
    query.columns.push_back({NewColumn(), field.type});
    items.push_back(field.text + " AS " + query.columns.back().name);
  }
  query.sql = "SELECT " + Sql::List(", ", items) + " FROM " + from.sql + Where(from);
  return query;
}

// EXISTS, IN or a scalar subquery.
Query Definitions::WithSubquery() {
  Source source = SourceOf(dice_.Pick(schema_.tables));
  Source other = SourceOf(dice_.Pick(schema_.tables));
  From from{source.sql, FieldsOf(source.alias, source.columns), {}};
  Sql inside = " FROM " + other.sql + " WHERE " + JoinCondition(from, other);
  const Column& first = source.columns[0];
  Query query{"SELECT " + source.alias + "." + first.name + " AS c1", {{"c1", first.type}}};
  if (dice_.Chance(40)) {
    query.columns.push_back({"c2", Type::kInteger});
    query.sql = query.sql + ", (SELECT count(*)" + inside + ") AS c2";
    inside = "";
  }
  query.sql = query.sql + " FROM " + source.sql;
  if (query.columns.size() == 1) {
    query.sql =
        query.sql + " WHERE " + dice_.Pick({"", "NOT "}) + "EXISTS (SELECT 1" + inside + ")";
  }
  return query;
}

// ORDER BY and LIMIT over rows, in an order that leaves only rows that look the same.
Query Definitions::FirstRows() {
  Query query = Rows(0);
  std::vector<Sql> order;
  for (const Column& column : query.columns) {
    order.push_back(column.name + dice_.Pick({" NULLS FIRST", " DESC NULLS LAST"}));
  }
  query.sql = query.sql + " ORDER BY " + Sql::List(", ", order, order.size()) + " LIMIT " +
              std::to_string(dice_.Between(1, 5));
  return query;
}

Query Definitions::Any() {
  switch (dice_.Weighted({8, 3, 4, 6, 18, 2, 1, 1, 1})) {
    case 0:
      return Rows(1);
    case 1:
      return Distinct();
    case 2:
      return Compound(dice_.Chance(70) ? std::vector<std::string>{" UNION ALL "}
                                       : std::vector<std::string>{" UNION ALL ", " UNION ALL "},
                      1);
    case 3:
      return SetOperation();
    case 4:
      return Groups(1);
    case 5:
      return WithCommonTable();
    case 6:
      return OuterJoin();
    case 7:
      return WithSubquery();
    default:
      return FirstRows();
  }
}

}  // namespace vieworm::both_engines
