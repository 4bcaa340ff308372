// Normal form of linear trees.

#include "common/plan/flatten.h"

#include "common/ddl/select.h"
#include "tests/unit/catch.h"

namespace vieworm {
namespace {

Scalar Column(const char* alias, const char* column) { return Scalar::Column({alias, column}); }

RelationPtr Table(const char* name) { return MakeRelation(Scan{{"", name}}); }

// SELECT alias.column AS c1 FROM table AS alias
RelationPtr Select(const char* table, const char* alias, const Scalar& value) {
  Block block;
  block.from = {{alias, Table(table)}};
  block.outputs = {{"c1", value}};
  return MakeRelation(std::move(block));
}

std::vector<std::string> Texts(const Relation& relation) {
  std::vector<std::string> texts;
  SelectWriter writer(SqliteDialect(), {});
  for (const Block& block : Flatten(relation)) texts.push_back(writer.Write(*MakeRelation(block)));
  return texts;
}

TEST_CASE("an expression over an expression keeps its meaning when the inner SELECT is dissolved") {
  Block outer;
  outer.from = {{"q", Select("t", "r", Scalar({ColumnUse{"r", "a"}, std::string(" + 1")}))}};
  outer.where = {Scalar({std::string("2 * "), ColumnUse{"q", "c1"}, std::string(" > 4")})};
  outer.outputs = {{"c1", Column("q", "c1")}};
  CHECK(Texts(*MakeRelation(outer)) ==
        std::vector<std::string>{"SELECT \"r\".\"a\" + 1 AS \"c1\" FROM \"t\" AS \"r\" WHERE "
                                 "(2 * (\"r\".\"a\" + 1) > 4)"});
}

TEST_CASE("a join with a UNION ALL is a UNION ALL of joins") {
  Block outer;
  outer.from = {{"q", MakeRelation(UnionAll{{Select("t", "r1", Column("r1", "a")),
                                             Select("u", "r2", Column("r2", "b"))}})},
                {"s", Table("s")}};
  outer.where = {Scalar({ColumnUse{"q", "c1"}, std::string(" = "), ColumnUse{"s", "k"}})};
  outer.outputs = {{"c1", Column("s", "x")}};
  CHECK(Texts(*MakeRelation(outer)) ==
        std::vector<std::string>{"SELECT \"s\".\"x\" AS \"c1\" FROM \"t\" AS \"r1\", \"s\" AS "
                                 "\"s\" WHERE (\"r1\".\"a\" = \"s\".\"k\")",
                                 "SELECT \"s\".\"x\" AS \"c1\" FROM \"u\" AS \"r2\", \"s\" AS "
                                 "\"s\" WHERE (\"r2\".\"b\" = \"s\".\"k\")"});
}

TEST_CASE("the branches of a UNION ALL take the names of the first") {
  Block second;
  second.from = {{"r2", Table("u")}};
  second.outputs = {{"other", Column("r2", "b")}};
  RelationPtr all = MakeRelation(
      UnionAll{{Select("t", "r1", Column("r1", "a")), MakeRelation(std::move(second))}});
  std::vector<Block> blocks = Flatten(*all);
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[1].outputs[0].name == "c1");
}

TEST_CASE("a function keeps the names of its columns") {
  Block outer;
  outer.from = {{"t1", MakeRelation(Scan{{"", "t"}})},
                {"e", MakeRelation(FunctionScan{Scalar::Text("f()"), {"x"}})}};
  outer.outputs = {{"c1", Column("e", "x")}};
  CHECK(Texts(*MakeRelation(outer)) ==
        std::vector<std::string>{
            "SELECT \"e\".\"x\" AS \"c1\" FROM \"t\" AS \"t1\", f() AS \"e\"(\"x\")"});
}

TEST_CASE("a function of a dissolved column reads what the column stood for") {
  Block outer;
  outer.from = {
      {"q",
       Select("t", "r", Scalar({std::string("upper("), ColumnUse{"r", "j"}, std::string(")")}))},
      {"e", MakeRelation(FunctionScan{
                Scalar({std::string("json_each("), ColumnUse{"q", "c1"}, std::string(")")})})}};
  outer.outputs = {{"c1", Column("e", "value")}};
  CHECK(Texts(*MakeRelation(outer)) ==
        std::vector<std::string>{"SELECT \"e\".\"value\" AS \"c1\" FROM \"t\" AS \"r\", "
                                 "json_each((upper(\"r\".\"j\"))) AS \"e\""});
}

}  // namespace
}  // namespace vieworm
