// Random statements that write.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_STATEMENT_GENERATOR_H_
#define VIEWORM_TESTS_DIFFERENTIAL_STATEMENT_GENERATOR_H_

#include <string>

#include "tests/differential/dice.h"
#include "tests/differential/schema.h"

namespace vieworm::differential {

class StatementGenerator {
 public:
  StatementGenerator(Dice& dice, const Schema& schema) : dice_(dice), schema_(schema) {}

  // INSERT, UPDATE, DELETE or transaction control. Some of them fail.
  Sql Any();

  // INSERT of some rows into the table, for its first contents.
  Sql Fill(const Table& table);

 private:
  const Table& AnyTable() { return dice_.Pick(schema_.tables); }
  const Column& Writable(const Table& table);
  Sql Insert();
  Sql InsertSelect();
  Sql Upsert();
  Sql Update();
  Sql UpdateFrom();
  Sql Delete();
  Sql Transaction();
  Sql Rows(const Table& table, size_t count);
  Sql Assignment(const Table& table);
  Sql Where(const Table& table);
  Sql Or();

  Dice& dice_;
  const Schema& schema_;
};

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_STATEMENT_GENERATOR_H_
