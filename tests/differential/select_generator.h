// Random SELECTs, from the grammar that vieworm maintains and a little beyond.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_SELECT_GENERATOR_H_
#define VIEWORM_TESTS_DIFFERENTIAL_SELECT_GENERATOR_H_

#include <string>
#include <vector>

#include "tests/differential/dice.h"
#include "tests/differential/expression_generator.h"
#include "tests/differential/schema.h"

namespace vieworm::differential {

struct Query {
  Sql sql;
  std::vector<Column> columns;
  bool comparable = true;  // false: another result each time
};

// No two columns and no two sources of one generator's queries have the same name. The same kind of
// clause is in one file: from_clause.cc, row_select.cc, group_select.cc, compound_select.cc,
// unmaintained_select.cc.
class SelectGenerator {
 public:
  SelectGenerator(Dice& dice, const Schema& schema)
      : dice_(dice), schema_(schema), mixed_(dice.Chance(kPercentMixed)) {}

  // Any of the kinds below, with or without common table expressions.
  Query Any();

  // A projection of a join; `width` columns, or any number of them for 0. With `exact` it reads
  // exact columns only, so that it means the same for every spelling of them.
  Query Rows(size_t width, int depth, bool exact);

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
  struct Aggregate {
    Sql sql;
    Fidelity fidelity;
  };
  struct GroupParts {
    std::vector<Sql> items;  // of the select list, with their names
    std::vector<Sql> keys;   // for GROUP BY
    std::vector<Sql> order;  // a total order of the groups, or empty
    std::vector<Column> columns;
  };

  // from_clause.cc
  From FromClause(size_t sources, int depth);
  Source AnySource(int depth);
  Source TableSource(const Table& table);
  Source Subquery(int depth);
  void Join(From& from, int depth);
  void JoinByName(From& from);
  void JoinJson(From& from);
  Sql JoinCondition(const From& from, const Source& source);
  void AddFields(From& from, const Source& source);
  Sql Where(From& from);

  // row_select.cc
  Query Star();
  Query Distinct();
  Column Output(const Scalar& scalar, const Fidelity& fidelity);

  // group_select.cc
  void AddKeys(GroupParts& parts, ExpressionGenerator& expressions, size_t count);
  void AddWindow(GroupParts& parts);
  Aggregate AnyAggregate(ExpressionGenerator& expressions);
  Aggregate SimpleAggregate(ExpressionGenerator& expressions);
  Aggregate NumericAggregate(const Scalar& argument);
  Sql Having(ExpressionGenerator& expressions);
  Sql OrderAndLimit(const GroupParts& parts);

  // compound_select.cc
  Query UnionAll();
  Query SetOperation();
  Query WithCommonTables();

  // unmaintained_select.cc
  Query Unmaintained();
  Query OuterJoin();
  Query Windowed();

  std::string NewColumn() { return "c" + std::to_string(++columns_); }
  std::string NewAlias();

  static constexpr int kPercentMixed = 35;

  Dice& dice_;
  const Schema& schema_;
  bool mixed_;  // compares columns with values of other types, too
  std::vector<Table> common_tables_;
  int columns_ = 0;
  int aliases_ = 0;
};

// Only the columns that are exact.
std::vector<Field> ExactFields(const std::vector<Field>& fields);

// Its columns that are not, by name.
Fidelities FidelitiesOf(const std::vector<Column>& columns);

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_SELECT_GENERATOR_H_
