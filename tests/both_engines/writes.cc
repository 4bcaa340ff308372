// Left out, because the engines differ in it: an UPDATE ... FROM in which a row meets several
// others, LIMIT, and triggers, whose language is another.
#include "tests/both_engines/writes.h"

#include <algorithm>

#include "tests/both_engines/expressions.h"

namespace vieworm::both_engines {

namespace {

// The first column of its first key.
const Column& KeyOf(const Table& table) {
  const std::string& key = table.keys[0][0];
  return *std::find_if(table.columns.begin(), table.columns.end(),
                       [&](const Column& column) { return column.name == key; });
}

std::vector<std::string> ColumnsOf(const Table& table, Type type) {
  std::vector<std::string> names;
  for (const Column& column : table.columns) {
    if (column.type == type) names.push_back(column.name);
  }
  return names;
}

std::string Joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

// A column is left out now and then, but no key: it would get a number in SQLite.
Sql Writes::Rows(const Table& table, size_t count) {
  std::vector<const Column*> columns;
  std::vector<std::string> names;
  for (const Column& column : table.columns) {
    bool needed = column.required || (names.empty() && &column == &table.columns.back());
    if (!needed && dice_.Chance(10)) continue;
    columns.push_back(&column);
    names.push_back(column.name);
  }
  std::vector<std::vector<Sql>> rows(count);
  for (std::vector<Sql>& row : rows) {
    for (const Column* column : columns) row.push_back(ValueFor(dice_, *column));
  }
  return Sql::Rows(names, rows);
}

Sql Writes::Insert() {
  const Table& table = AnyTable();
  return "INSERT INTO " + table.name + Rows(table, dice_.Weighted({0, 6, 3, 2, 1}));
}

// A table without keys must not double for ever.
Sql Writes::InsertSelect() {
  const Table& table = AnyTable();
  const Table& other = dice_.Chance(50) ? table : AnyTable();
  std::vector<Sql> values;
  std::vector<std::string> names;
  for (const Column& column : table.columns) {
    names.push_back(column.name);
    std::vector<std::string> sources = ColumnsOf(other, column.type);
    bool fixed = sources.empty() || dice_.Chance(30);
    Sql value = fixed ? ValueFor(dice_, column) : Sql(dice_.Pick(sources));
    bool shifted = !fixed && column.type == Type::kInteger && dice_.Chance(60);
    values.push_back(shifted ? value + " + " + std::to_string(dice_.Between(1, 9)) : value);
  }
  return "INSERT INTO " + table.name + "(" + Joined(names) + ") SELECT " +
         Sql::List(", ", values, values.size()) + " FROM " + other.name +
         " WHERE (SELECT count(*) FROM " + table.name + ") < 25 AND " + Where(other);
}

Sql Writes::Assignment(const Table& table) {
  const Column& column = dice_.Pick(table.columns);
  Sql left = column.name + " = ";
  if (dice_.Chance(60)) return left + ValueFor(dice_, column);
  std::string same = table.name + "." + column.name;
  switch (column.type) {
    case Type::kInteger:
      return left + Sql::Expression(same + dice_.Pick({" + 1", " + 1", " - 1", " / 2"}));
    case Type::kReal:
      return left + Sql::Expression(same + " + 0.5");
    default:
      return left + dice_.Pick({"upper(", "lower(", "trim("}) + same + ")";
  }
}

// PostgreSQL sets no column twice.
Sql Writes::Assignments(const Table& table) {
  std::vector<Sql> assignments = {Assignment(table)};
  std::string first = assignments[0].Text();
  Sql second = Assignment(table);
  std::string name = first.substr(0, first.find(' ') + 1);
  if (dice_.Chance(35) && second.Text().rfind(name, 0) != 0) assignments.push_back(second);
  return Sql::List(", ", assignments);
}

// A predicate on the table's rows.
Sql Writes::Where(const Table& table) {
  std::vector<Field> fields;
  for (const Column& column : table.columns) {
    fields.push_back({table.name + "." + column.name, column.type});
  }
  Expressions expressions(dice_, fields);
  if (dice_.Chance(12)) return "TRUE";
  if (dice_.Chance(40)) return expressions.Predicate(1);
  const Column& column = dice_.Pick(table.columns);
  return table.name + "." + column.name + dice_.Pick({" = ", " = ", " = ", " > ", " < "}) +
         ValueFor(dice_, column);
}

Sql Writes::Upsert() {
  const Table& table = AnyTable();
  Sql text = "INSERT INTO " + table.name + Rows(table, dice_.Weighted({0, 6, 3})) + " ON CONFLICT";
  bool nothing = table.keys.empty() || dice_.Chance(35);
  if (nothing && (table.keys.empty() || dice_.Chance(50))) return text + " DO NOTHING";
  text = text + " (" + Joined(dice_.Pick(table.keys)) + ") DO ";
  if (nothing) return text + "NOTHING";
  const std::string& column = dice_.Pick(table.columns).name;
  text = text + "UPDATE SET " +
         (dice_.Chance(50) ? Assignments(table) : Sql(column + " = excluded." + column));
  if (!dice_.Chance(20)) return text;
  return text + Sql::Optional(" WHERE " + table.name + "." + column + " IS NOT NULL");
}

Sql Writes::Update() {
  const Table& table = AnyTable();
  return "UPDATE " + table.name + " SET " + Assignments(table) +
         Sql::Optional(" WHERE " + Where(table));
}

// Of keys and of references, which cascades follow.
Sql Writes::UpdateKey() {
  const Table& table = AnyTable();
  if (table.keys.empty()) return Update();
  const Column& key = KeyOf(table);
  Sql value = ValueFor(dice_, key);
  if (dice_.Chance(50)) {
    value =
        key.name + (key.type == Type::kText      ? " || 'x'"
                    : key.type == Type::kInteger ? dice_.Pick({" + 10", " - 10", " + 1", " * 2"})
                                                 : " + 0.5");
  }
  return "UPDATE " + table.name + " SET " + key.name + " = " + value + " WHERE " + Where(table);
}

// By a key of the other table, so that each row meets one at most.
Sql Writes::UpdateFrom() {
  const Table& table = AnyTable();
  const Table& other = AnyTable();
  if (other.keys.empty() || other.keys[0].size() != 1) return Update();
  const Column& key = KeyOf(other);
  const Column& target = dice_.Pick(table.columns);
  std::vector<std::string> references = ColumnsOf(table, key.type);
  std::vector<std::string> values = ColumnsOf(other, target.type);
  if (references.empty() || values.empty()) return Update();
  return "UPDATE " + table.name + " SET " + target.name + " = o." + dice_.Pick(values) + " FROM " +
         other.name + " AS o WHERE " + table.name + "." + dice_.Pick(references) + " = o." +
         key.name;
}

Sql Writes::Delete() {
  const Table& table = AnyTable();
  const Table& other = AnyTable();
  const Column& column = dice_.Pick(table.columns);
  const Column& of_other = dice_.Pick(other.columns);
  if (column.type == of_other.type && dice_.Chance(15)) {
    return "DELETE FROM " + table.name + " WHERE " + column.name + " IN (SELECT " + other.name +
           "." + of_other.name + " FROM " + other.name + " WHERE " + Where(other) + ")";
  }
  return "DELETE FROM " + table.name + " WHERE " + Where(table);
}

Sql Writes::Transaction() {
  return dice_.Pick({"BEGIN", "BEGIN", "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT s", "SAVEPOINT s",
                     "SAVEPOINT s2", "ROLLBACK TO s", "ROLLBACK TO s", "ROLLBACK TO s2",
                     "RELEASE s", "COMMIT"});
}

Sql Writes::Any() {
  switch (dice_.Weighted({26, 7, 12, 22, 5, 4, 11, 14})) {
    case 0:
      return Insert();
    case 1:
      return InsertSelect();
    case 2:
      return Upsert();
    case 3:
      return Update();
    case 4:
      return UpdateKey();
    case 5:
      return UpdateFrom();
    case 6:
      return Delete();
    default:
      return Transaction();
  }
}

}  // namespace vieworm::both_engines
