#include "tests/differential/trigger_generator.h"

#include "tests/differential/values.h"

namespace vieworm::differential {

namespace {

class TriggerGenerator {
 public:
  TriggerGenerator(Dice& dice, Schema& schema)
      : dice_(dice),
        schema_(schema),
        place_(dice.Below(schema.tables.size())),
        table_(schema.tables[place_]) {}

  void Generate() {
    before_ = dice_.Chance(30);
    event_ = dice_.Pick({"INSERT", "UPDATE", "DELETE"});
    row_ = event_ == "DELETE" ? "OLD." : event_ == "INSERT" ? "NEW." : dice_.Pick({"NEW.", "OLD."});
    Sql body = Body();
    Sql when = dice_.Chance(40) ? Sql::Optional(" WHEN " + Condition()) : Sql();
    std::string of;
    if (event_ == "UPDATE" && dice_.Chance(30)) of = " OF " + Writable(table_).name;
    schema_.statements.push_back("CREATE TRIGGER user_" +
                                 std::to_string(schema_.statements.size()) +
                                 (before_ ? " BEFORE " : " AFTER ") + event_ + of + " ON " +
                                 table_.name + when + " BEGIN " + body + "; END");
  }

 private:
  // Of NEW and OLD too: SQLite computes a generated column there from columns that it has not read,
  // unless another trigger of the table names them.
  const Column& Writable(const Table& table) {
    for (;;) {
      const Column& column = dice_.Pick(table.columns);
      if (!column.generated) return column;
    }
  }

  std::string Condition() {
    const Column& column = Writable(table_);
    return row_ + column.name + dice_.Pick({" = ", " > ", " IS NOT "}) +
           ValueFor(dice_, column, false);
  }

  Sql Body() {
    bool last = place_ + 1 == schema_.tables.size();
    switch (dice_.Weighted({3, last ? 0 : 3, last ? 0 : 3, last ? 0 : 3, before_ ? 1 : 3})) {
      case 0:
        return Raise();
      case 1:
        return InsertIntoLater();
      case 2:
        return UpdateLater();
      case 3:
        return DeleteFromLater();
      default:
        return UpdateOwnRow();
    }
  }

  Sql Raise() {
    std::string how = dice_.Pick(
        {"IGNORE", "ABORT, 'no'", "FAIL, 'no'", "ROLLBACK, 'no'", "IGNORE", "ABORT, 'no'"});
    return "SELECT RAISE(" + how + ") WHERE " + Condition();
  }

  const Table& Later() {
    return schema_.tables[dice_.Between(place_ + 1, schema_.tables.size() - 1)];
  }

  std::string FromRow(const Column& column) {
    if (column.json || dice_.Chance(40)) return ValueFor(dice_, column, schema_.wild);
    return row_ + Writable(table_).name;
  }

  Sql InsertIntoLater() {
    const Table& other = Later();
    std::vector<std::string> names;
    std::vector<Sql> row;
    for (const Column& column : other.columns) {
      if (column.generated) continue;
      names.push_back(column.name);
      row.emplace_back(FromRow(column));
    }
    return "INSERT " + dice_.Pick({"", "OR IGNORE ", "OR REPLACE "}) + "INTO " + other.name +
           Sql::Rows(names, {row});
  }

  Sql UpdateLater() {
    const Table& other = Later();
    const Column& column = Writable(other);
    return "UPDATE " + dice_.Pick({"", "OR IGNORE ", "OR REPLACE "}) + other.name + " SET " +
           column.name + " = " + FromRow(column) + Where(other);
  }

  Sql DeleteFromLater() {
    const Table& other = Later();
    return "DELETE FROM " + other.name + Where(other);
  }

  Sql Where(const Table& other) {
    return " WHERE " + dice_.Pick(other.columns).name + " = " + row_ + Writable(table_).name;
  }

  // Of one column to one value, and only where it has another one: so it comes to an end.
  Sql UpdateOwnRow() {
    const Column& column = Writable(table_);
    std::string value = ValueFor(dice_, column, false);
    std::string key = table_.columns[0].name;
    return "UPDATE " + table_.name + " SET " + column.name + " = " + value + " WHERE " + key +
           " IS " + row_ + key + " AND " + column.name + " IS NOT " + value;
  }

  Dice& dice_;
  Schema& schema_;
  size_t place_;
  const Table& table_;
  bool before_ = false;
  std::string event_;
  std::string row_;
};

}  // namespace

void AddTrigger(Dice& dice, Schema& schema) { TriggerGenerator(dice, schema).Generate(); }

}  // namespace vieworm::differential
