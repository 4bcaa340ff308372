// Random SELECTs that mean the same in SQLite and in PostgreSQL.
#ifndef VIEWORM_TESTS_BOTH_ENGINES_DEFINITIONS_H_
#define VIEWORM_TESTS_BOTH_ENGINES_DEFINITIONS_H_

#include <string>
#include <vector>

#include "tests/both_engines/expressions.h"
#include "tests/both_engines/schema.h"

namespace vieworm::both_engines {

struct Query {
  Sql sql;
  std::vector<Column> columns;
};

// No two columns and no two sources of one generator's queries have the same name.
class Definitions {
 public:
  Definitions(Dice& dice, const Schema& schema) : dice_(dice), schema_(schema) {}

  Query Any();

  // A projection of a filtered join. `depth`: of subqueries in FROM.
  Query Rows(int depth);

  // With GROUP BY, HAVING, ORDER BY and LIMIT, or aggregates over everything.
  Query Groups(int depth);

 private:
  struct From {
    Sql sql;
    std::vector<Field> fields;
    std::vector<Sql> conditions;  // for WHERE
  };
  struct Source {
    Sql sql;  // with its alias
    std::string alias;
    std::vector<Column> columns;
  };
  struct Item {
    Sql sql;
    Type type;
    bool approximate = false;
  };
  struct Grouping {
    std::vector<Sql> items;  // of the select list, with their names
    std::vector<Sql> keys;   // for GROUP BY
    std::vector<Column> columns;
    bool ordered = true;  // the keys shown order the groups
  };

  // from_clause.cc
  From FromClause(size_t sources, int depth);
  Source AnySource(int depth);
  Source SourceOf(const Table& table);
  Source Subquery(int depth);
  void JoinOn(From& from, const Source& source);
  Sql JoinCondition(const From& from, const Source& source);
  Sql Where(From& from);

  // group_definitions.cc
  void AddItem(Grouping& grouping, const Item& item);
  void AddKeys(Grouping& grouping, Expressions& expressions, size_t count);
  Item AnyAggregate(Expressions& expressions);
  Item SimpleAggregate(Expressions& expressions);
  Item Combined(const Item& aggregate);
  Item Window();
  Sql Having(Expressions& expressions);
  Sql OrderAndLimit(const Grouping& grouping);

  // definitions.cc
  Query RowsOf(const std::string& select, const std::vector<Type>& types, int depth);
  Query Distinct();
  Query Compound(const std::vector<std::string>& operators, int depth);
  Query SetOperation();
  Query WithCommonTable();
  Query OuterJoin();
  Query WithSubquery();
  Query FirstRows();
  std::string NewColumn() { return "c" + std::to_string(++columns_); }
  std::string NewAlias() { return "r" + std::to_string(++aliases_); }

  Dice& dice_;
  const Schema& schema_;
  std::vector<Table> common_tables_;
  int columns_ = 0;
  int aliases_ = 0;
};

// Each as "alias.name", without those that are not the same in both engines.
std::vector<Field> FieldsOf(const std::string& alias, const std::vector<Column>& columns);

}  // namespace vieworm::both_engines

#endif  // VIEWORM_TESTS_BOTH_ENGINES_DEFINITIONS_H_
