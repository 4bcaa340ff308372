// The tables of a case, and what both engines hold in them alike.
#ifndef VIEWORM_TESTS_BOTH_ENGINES_SCHEMA_H_
#define VIEWORM_TESTS_BOTH_ENGINES_SCHEMA_H_

#include <string>
#include <vector>

#include "tests/differential/dice.h"
#include "tests/differential/sql_tree.h"

namespace vieworm::both_engines {

using differential::Dice;
using differential::Sql;

// SQLite keeps any value in any column, PostgreSQL only what the column is of; so everything here
// has one type, and nothing is left to casts that one of them makes by itself.
enum class Type { kInteger, kReal, kText, kTruth };

struct Column {
  std::string name = {};
  Type type = Type::kInteger;
  bool approximate = false;  // an average: of another precision in each engine
  bool required = false;     // NOT NULL
};

struct Table {
  std::string name = {};
  std::vector<Column> columns = {};
  // The columns of PRIMARY KEY and of each UNIQUE.
  std::vector<std::vector<std::string>> keys = {};
  std::string parent = {};  // the table whose key the column p refers to
};

struct Schema {
  std::vector<Table> tables = {};
  std::vector<Table> views = {};     // plain ones, and maintained ones that later ones read
  std::vector<Sql> statements = {};  // CREATE ..., in order
};

// Tables with their indexes; no plain views.
Schema GenerateTables(Dice& dice);

// A literal, mostly one of a few, so that they meet each other.
Sql Literal(Dice& dice, Type type);

// The same for a column, or NULL.
Sql ValueFor(Dice& dice, const Column& column);

}  // namespace vieworm::both_engines

#endif  // VIEWORM_TESTS_BOTH_ENGINES_SCHEMA_H_
