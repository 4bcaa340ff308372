#include "common/plan/wanted_indexes.h"

#include "tests/unit/catch.h"

namespace vieworm {
namespace {

Source Table(const std::string& alias, const std::string& name) {
  return {alias, MakeRelation(Scan{{"s", name}})};
}

Scalar Equal(const ColumnUse& left, const ColumnUse& right) {
  return Scalar({std::string("("), left, std::string(" = "), right, std::string(")")});
}

Block TwoTables() {
  Block block;
  block.from = {Table("a", "t"), Table("b", "d")};
  block.where = {Equal({"a", "d"}, {"b", "id"})};
  block.outputs = {{"k", Scalar::Column({"b", "c"})}, {"v", Scalar::Column({"a", "v"})}};
  return block;
}

TEST_CASE("each side of a join is looked up by the column that the other one is equal to") {
  std::vector<WantedIndex> indexes = IndexesForJoins({TwoTables()});
  REQUIRE(indexes.size() == 2);
  CHECK(indexes[0] == WantedIndex{{"s", "d"}, {"id"}, "a change of s.t"});
  CHECK(indexes[1] == WantedIndex{{"s", "t"}, {"d"}, "a change of s.d"});
}

TEST_CASE("a third table is reached by way of the second") {
  Block block = TwoTables();
  block.from.push_back(Table("c", "e"));
  block.where.push_back(Equal({"b", "e"}, {"c", "id"}));
  std::vector<WantedIndex> indexes = IndexesForJoins({block});
  WantedIndex wanted = {{"s", "e"}, {"id"}, "a change of s.t"};
  CHECK(std::find(indexes.begin(), indexes.end(), wanted) != indexes.end());
}

TEST_CASE("a condition that is no equality of columns asks for no index") {
  Block block = TwoTables();
  block.where = {
      Scalar({ColumnUse{"a", "d"}, std::string(" < "), ColumnUse{"b", "id"}}),
      Scalar({ColumnUse{"a", "d"}, std::string(" = "), ColumnUse{"b", "id"}, std::string(" + 1")})};
  CHECK(IndexesForJoins({block}).empty());
}

TEST_CASE("a group is found by the columns that are its keys") {
  std::vector<WantedIndex> indexes = IndexesForGroups({TwoTables()}, 1);
  REQUIRE(indexes.size() == 1);
  CHECK(indexes[0] == WantedIndex{{"s", "d"}, {"c"}, "a group that is looked through again"});
  CHECK(IndexesForGroups({TwoTables()}, 0).empty());
}

}  // namespace
}  // namespace vieworm
