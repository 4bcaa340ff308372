// FROM and WHERE: tables, plain views, subqueries, common table expressions and json_each, joined
// in every way that is no outer join.
#include "tests/differential/select_generator.h"
#include "tests/differential/values.h"

namespace vieworm::differential {

namespace {

std::string Uppercase(std::string name) {
  if (name.front() == '"') return name;
  for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return name;
}

}  // namespace

std::vector<Field> ExactFields(const std::vector<Field>& fields) {
  std::vector<Field> exact;
  for (const Field& field : fields) {
    if (field.column.fidelity.exact()) exact.push_back(field);
  }
  return exact;
}

// Triggers have rows of the names new and old.
std::string SelectGenerator::NewAlias() {
  ++aliases_;
  if (aliases_ == 1 && dice_.Chance(3)) return dice_.Pick({"new", "old", "excluded"});
  return "r" + std::to_string(aliases_);
}

SelectGenerator::Source SelectGenerator::TableSource(const Table& table) {
  Source source{"", NewAlias(), table.columns};
  if (table.has_rowid && dice_.Chance(4)) {
    source.columns.push_back({.name = "rowid", .affinity = Affinity::kInteger});
  }
  std::string schema = table.common || dice_.Chance(90) ? "" : "main.";
  source.sql = schema + table.name + dice_.Pick({" AS ", " "}) + source.alias;
  return source;
}

SelectGenerator::Source SelectGenerator::Subquery(int depth) {
  Query query = dice_.Chance(25) ? UnionAll() : Rows(0, depth - 1, false);
  Source source{"", NewAlias(), query.columns};
  source.sql = "(" + query.sql + ") AS " + source.alias;
  return source;
}

SelectGenerator::Source SelectGenerator::AnySource(int depth) {
  if (!common_tables_.empty() && dice_.Chance(50)) return TableSource(dice_.Pick(common_tables_));
  if (!schema_.views.empty() && dice_.Chance(20)) return TableSource(dice_.Pick(schema_.views));
  if (depth > 0 && dice_.Chance(15)) return Subquery(depth);
  return TableSource(dice_.Pick(schema_.tables));
}

void SelectGenerator::AddFields(From& from, const Source& source) {
  for (const Column& column : source.columns) {
    std::string name = dice_.Chance(8) ? Uppercase(column.name) : column.name;
    from.fields.push_back({source.alias + "." + name, column});
  }
}

Sql SelectGenerator::JoinCondition(const From& from, const Source& source) {
  From right;
  AddFields(right, source);
  std::vector<Field> lefts = ExactFields(from.fields);
  std::vector<Field> rights = ExactFields(right.fields);
  if (lefts.empty() || rights.empty()) return "1";
  const Field* a = &dice_.Pick(lefts);
  const Field* b = &dice_.Pick(rights);
  auto alike = [&] { return a->column.affinity == b->column.affinity; };
  for (int tries = 0; tries < 8 && !alike(); ++tries) {
    if (mixed_ && dice_.Chance(20)) break;
    a = &dice_.Pick(lefts);
    b = &dice_.Pick(rights);
  }
  if (!mixed_ && !alike()) return Sql::Expression(a->text) + " IS NOT NULL";
  std::string sign = dice_.Pick({" = ", " = ", " = ", " = ", " IS ", " < ", " == "});
  return dice_.Chance(50) ? a->text + sign + b->text : b->text + sign + a->text;
}

// USING and NATURAL, with a subquery that has just one column of a name that is there already.
void SelectGenerator::JoinByName(From& from) {
  std::vector<Field> lefts = ExactFields(from.fields);
  const Field left = lefts.empty() ? from.fields[0] : dice_.Pick(lefts);
  Source source = TableSource(dice_.Pick(schema_.tables));
  Column shared = dice_.Pick(source.columns);
  for (int tries = 0; tries < 8 && shared.affinity != left.column.affinity; ++tries) {
    shared = dice_.Pick(source.columns);
  }
  const Column& other = dice_.Pick(source.columns);
  Column renamed = other;
  renamed.name = NewColumn();
  std::string text = "(SELECT " + shared.name + " AS " + left.column.name + ", " + other.name +
                     " AS " + renamed.name + " FROM ";
  Sql subquery = text + source.sql + ")";
  std::string alias = NewAlias();
  if (dice_.Chance(40)) {
    from.sql = from.sql + " NATURAL JOIN " + subquery + " AS " + alias;
  } else {
    from.sql = from.sql + dice_.Pick({" JOIN ", " INNER JOIN "}) + subquery + " AS " + alias +
               " USING (" + left.column.name + ")";
  }
  from.fields.push_back({alias + "." + renamed.name, renamed});
}

void SelectGenerator::JoinJson(From& from) {
  for (const Field& field : from.fields) {
    if (!field.column.json) continue;
    std::string alias = NewAlias();
    from.sql =
        from.sql + (dice_.Pick({", ", " JOIN "}) + "json_each(" + field.text + ") AS " + alias);
    for (const char* name : {"key", "value", "type", "fullkey"}) {
      from.fields.push_back({alias + "." + name, {.name = name}});
    }
    return;
  }
}

void SelectGenerator::Join(From& from, int depth) {
  Source source = AnySource(depth);
  Sql condition = JoinCondition(from, source);
  switch (dice_.Weighted({4, 5, 1})) {
    case 0:
      from.sql = from.sql + ", " + source.sql;
      if (dice_.Chance(85)) from.conditions.push_back(condition);
      break;
    case 1:
      from.sql = from.sql + dice_.Pick({" JOIN ", " INNER JOIN "}) + source.sql +
                 Sql::Optional(" ON " + condition);
      break;
    default:
      from.sql = from.sql + " CROSS JOIN " + source.sql;
      from.conditions.push_back(condition);
  }
  AddFields(from, source);
}

SelectGenerator::From SelectGenerator::FromClause(size_t sources, int depth) {
  From from;
  Source first = AnySource(depth);
  from.sql = first.sql;
  AddFields(from, first);
  if (sources == 2 && dice_.Chance(12)) {
    JoinByName(from);
    return from;
  }
  for (size_t i = 1; i < sources; ++i) Join(from, depth);
  if (dice_.Chance(15)) JoinJson(from);
  return from;
}

Sql SelectGenerator::Where(From& from) {
  ExpressionGenerator expressions(dice_, from.fields, schema_.wild, mixed_);
  size_t count = dice_.Weighted({5, 4, 2});
  for (size_t i = 0; i < count; ++i) from.conditions.push_back(expressions.Predicate(2));
  if (from.conditions.empty()) return Sql();
  return Sql::Optional(" WHERE " + Sql::List(" AND ", from.conditions));
}

}  // namespace vieworm::differential
