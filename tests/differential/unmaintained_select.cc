// What vieworm does not maintain row by row: it must say so, and refresh it in full.
#include "tests/differential/select_generator.h"

namespace vieworm::differential {

Query SelectGenerator::OuterJoin() {
  Source left = TableSource(dice_.Pick(schema_.tables));
  Source right = TableSource(dice_.Pick(schema_.tables));
  From from;
  AddFields(from, left);
  Sql condition = JoinCondition(from, right);
  std::string join = dice_.Pick({" LEFT JOIN ", " RIGHT JOIN ", " FULL JOIN "});
  Query query;
  query.sql = "SELECT " + from.fields[0].text + " AS c1, " + right.alias + "." +
              right.columns.back().name + " AS c2 FROM " + left.sql + join + right.sql + " ON " +
              condition;
  query.columns = {{.name = "c1"}, {.name = "c2"}};
  return query;
}

Query SelectGenerator::Windowed() {
  Query query;
  Source source = TableSource(dice_.Pick(schema_.tables));
  std::string column = source.alias + "." + dice_.Pick(source.columns).name;
  query.sql = "SELECT " + column + " AS c1, count(*) OVER (PARTITION BY " + column +
              ") AS c2 FROM " + source.sql;
  query.columns = {{.name = "c1"}, {.name = "c2"}};
  return query;
}

Query SelectGenerator::Unmaintained() {
  const Table& other = dice_.Pick(schema_.tables);
  const std::string column = other.columns[0].name;
  Query query = Rows(2, 0, false);
  const std::string first = query.columns[0].name;
  const std::string from = " FROM (" + query.sql.Text() + ")";
  switch (dice_.Below(8)) {
    case 0:
      return OuterJoin();
    case 1:
      return Windowed();
    case 2:
      query.sql = "SELECT *" + from + " WHERE EXISTS (SELECT 1 FROM " + other.name + " WHERE " +
                  column + " = " + first + ")";
      return query;
    case 3:
      query.sql = "SELECT *" + from + " WHERE " + first + " IN (SELECT " + column + " FROM " +
                  other.name + ")";
      return query;
    case 4:
      query.sql = "SELECT *, (SELECT count(*) FROM " + other.name + ") AS n" + from;
      return query;
    case 5:
      query.sql = "SELECT *, random() AS n" + from;
      query.comparable = false;
      return query;
    case 6:
      query.sql = "SELECT *" + from + " ORDER BY 1, 2, typeof(1), quote(2) LIMIT 3";
      query.comparable = false;  // rows that are equal but not the same may change places
      return query;
    default:
      query.sql =
          "WITH RECURSIVE q(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM q WHERE n < 3) "
          "SELECT n, count(" +
          column + ") AS c FROM q, " + other.name + " GROUP BY n";
      query.columns = {{.name = "n"}, {.name = "c"}};
      return query;
  }
}

}  // namespace vieworm::differential
