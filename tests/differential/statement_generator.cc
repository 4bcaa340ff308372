#include "tests/differential/statement_generator.h"

#include "tests/differential/expression_generator.h"
#include "tests/differential/values.h"

namespace vieworm::differential {

const Column& StatementGenerator::Writable(const Table& table) {
  for (;;) {
    const Column& column = dice_.Pick(table.columns);
    if (!column.generated) return column;
  }
}

// A column is left out now and then, and the rowid given.
Sql StatementGenerator::Rows(const Table& table, size_t count) {
  std::vector<const Column*> columns;
  std::vector<std::string> names;
  for (const Column& column : table.columns) {
    if (column.generated || dice_.Chance(10)) continue;
    columns.push_back(&column);
    names.push_back(column.name);
  }
  bool rowid = columns.empty() || (table.has_rowid && dice_.Chance(5));
  if (rowid) names.push_back(table.has_rowid ? "rowid" : table.columns[0].name);
  std::vector<std::vector<Sql>> rows(count);
  for (std::vector<Sql>& row : rows) {
    for (const Column* column : columns) {
      row.push_back(Sql::Value(ValueFor(dice_, *column, schema_.wild)));
    }
    if (rowid) row.push_back(Sql::Value(std::to_string(dice_.Between(1, 6))));
  }
  return Sql::Rows(names, rows);
}

Sql StatementGenerator::Or() {
  return Sql::Optional(
      "OR " + dice_.Pick({"IGNORE", "REPLACE", "REPLACE", "FAIL", "ABORT", "ROLLBACK"}) + " ");
}

Sql StatementGenerator::Fill(const Table& table) {
  return "INSERT OR IGNORE INTO " + table.name + Rows(table, dice_.Between(1, 6));
}

Sql StatementGenerator::Insert() {
  const Table& table = AnyTable();
  if (dice_.Chance(3)) return "INSERT INTO " + table.name + " DEFAULT VALUES";
  Sql rows = Rows(table, dice_.Weighted({0, 6, 3, 2}));
  if (dice_.Chance(12)) return "REPLACE INTO " + table.name + rows;
  Sql clause = dice_.Chance(55) ? Or() : Sql();
  return "INSERT " + clause + "INTO " + table.name + rows;
}

Sql StatementGenerator::InsertSelect() {
  const Table& table = AnyTable();
  const Table& other = dice_.Chance(50) ? table : AnyTable();
  std::vector<Sql> values;
  std::string names;
  for (const Column& column : table.columns) {
    if (column.generated) continue;
    names += (names.empty() ? "" : ", ") + column.name;
    const Column& source = dice_.Pick(other.columns);
    bool fixed = column.json || dice_.Chance(50);
    std::string change = dice_.Pick({"", "", " + 1", " || 'a'"});
    values.push_back(fixed ? Sql::Value(ValueFor(dice_, column, schema_.wild))
                           : Sql(source.name + change));
  }
  Sql clause = dice_.Chance(60) ? Or() : Sql();
  return "INSERT " + clause + "INTO " + table.name + "(" + names + ") SELECT " +
         Sql::List(", ", values, values.size()) + " FROM " + other.name + Where(other) +
         (other.has_rowid ? " ORDER BY rowid LIMIT 4" : "");
}

Sql StatementGenerator::Assignment(const Table& table) {
  const Column& column = Writable(table);
  std::string left = column.name + " = ";
  if (table.has_rowid && dice_.Chance(4)) {
    return dice_.Pick({"rowid = ", "_rowid_ = "}) + Sql::Value(std::to_string(dice_.Below(6)));
  }
  if (column.json || dice_.Chance(60)) {
    return left + Sql::Value(ValueFor(dice_, column, schema_.wild));
  }
  const Column& other = dice_.Pick(table.columns);
  switch (dice_.Below(4)) {
    case 0:
      return left + Sql::Expression(column.name + " + 1");
    case 1:
      return left + Sql::Expression(other.name);
    case 2:
      return left + Sql::Expression("upper(" + other.name + ")");
    default:
      return left + Sql::Expression("-" + other.name);
  }
}

Sql StatementGenerator::Where(const Table& table) {
  if (dice_.Chance(15)) return Sql();
  std::vector<Field> fields;
  for (const Column& column : table.columns) fields.push_back({column.name, column});
  ExpressionGenerator expressions(dice_, fields, schema_.wild, true);
  if (dice_.Chance(25)) return Sql::Optional(" WHERE " + expressions.Predicate(1));
  const Column& column = dice_.Pick(table.columns);
  return Sql::Optional(" WHERE " + column.name + dice_.Pick({" = ", " = ", " IS ", " > ", " < "}) +
                       Sql::Value(ValueFor(dice_, column, schema_.wild)));
}

Sql StatementGenerator::Upsert() {
  const Table& table = AnyTable();
  Sql text = "INSERT INTO " + table.name + Rows(table, dice_.Weighted({0, 6, 3})) + " ON CONFLICT";
  if (!table.conflict_targets.empty() && dice_.Chance(75)) {
    text = text + dice_.Pick(table.conflict_targets);
  }
  if (dice_.Chance(30)) return text + " DO NOTHING";
  const Column& column = Writable(table);
  text = text + " DO UPDATE SET " + Assignment(table);
  if (!column.json) {
    text = text + Sql::Optional(", " + column.name + " = excluded." + column.name);
  }
  if (dice_.Chance(20)) text = text + Sql::Optional(" WHERE " + table.columns[0].name + " <> 2");
  return text;
}

Sql StatementGenerator::Update() {
  const Table& table = AnyTable();
  Sql clause = dice_.Chance(50) ? Or() : Sql();
  std::vector<Sql> assignments = {Assignment(table)};
  if (dice_.Chance(35)) assignments.push_back(Assignment(table));
  return "UPDATE " + clause + table.name + " SET " + Sql::List(", ", assignments) + Where(table);
}

Sql StatementGenerator::UpdateFrom() {
  const Table& table = AnyTable();
  const Table& other = AnyTable();
  const Column& column = Writable(table);
  if (column.json) return Update();
  return "UPDATE " + table.name + " SET " + column.name + " = o." + dice_.Pick(other.columns).name +
         " FROM " + other.name + " AS o WHERE " + table.name + "." +
         dice_.Pick(table.columns).name + " = o." + dice_.Pick(other.columns).name;
}

Sql StatementGenerator::Delete() {
  const Table& table = AnyTable();
  return "DELETE FROM " + table.name + Where(table);
}

Sql StatementGenerator::Transaction() {
  return dice_.Pick({"BEGIN", "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT s", "SAVEPOINT s",
                     "ROLLBACK TO s", "ROLLBACK TO s", "RELEASE s", "COMMIT"});
}

Sql StatementGenerator::Any() {
  switch (dice_.Weighted({26, 7, 12, 24, 3, 12, 9, 1})) {
    case 0:
      return Insert();
    case 1:
      return InsertSelect();
    case 2:
      return Upsert();
    case 3:
      return Update();
    case 4:
      return UpdateFrom();
    case 5:
      return Delete();
    case 6:
      return Transaction();
    default:
      return "VACUUM";
  }
}

}  // namespace vieworm::differential
