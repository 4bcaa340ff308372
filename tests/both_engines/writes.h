// Random statements that do the same in SQLite and in PostgreSQL, or fail.
#ifndef VIEWORM_TESTS_BOTH_ENGINES_WRITES_H_
#define VIEWORM_TESTS_BOTH_ENGINES_WRITES_H_

#include <string>
#include <vector>

#include "tests/both_engines/schema.h"

namespace vieworm::both_engines {

class Writes {
 public:
  Writes(Dice& dice, const Schema& schema) : dice_(dice), schema_(schema) {}

  // INSERT, UPDATE, DELETE or transaction control.
  Sql Any();

  // INSERT of one row, for the first contents.
  Sql Fill(const Table& table) { return "INSERT INTO " + table.name + Rows(table, 1); }

 private:
  const Table& AnyTable() { return dice_.Pick(schema_.tables); }
  Sql Rows(const Table& table, size_t count);
  Sql Insert();
  Sql InsertSelect();
  Sql Upsert();
  Sql Assignment(const Table& table);
  Sql Assignments(const Table& table);
  Sql Where(const Table& table);
  Sql Update();
  Sql UpdateKey();
  Sql UpdateFrom();
  Sql Delete();
  Sql Transaction();

  Dice& dice_;
  const Schema& schema_;
};

}  // namespace vieworm::both_engines

#endif  // VIEWORM_TESTS_BOTH_ENGINES_WRITES_H_
