// Trees as SELECTs, word for word: nothing unqualified, nothing that depends on precedence.

#include "common/ddl/select.h"

#include "tests/unit/catch.h"
#include "tests/unit/errors.h"

namespace vieworm {
namespace {

Scalar Column(const char* relation, const char* column) {
  return Scalar::Column({relation, column});
}

Scalar Equal(Scalar left, Scalar right) {
  std::vector<Scalar::Piece> pieces = left.pieces();
  pieces.emplace_back(" = ");
  pieces.insert(pieces.end(), right.pieces().begin(), right.pieces().end());
  return Scalar(pieces);
}

RelationPtr Table(const char* name) { return MakeRelation(Scan{{"main", name}}); }

// SELECT r1.v AS "v" FROM main.sale AS r1, main.item AS r2 WHERE (r1.i = r2.id), with `sale` as it
// is or as a Change.
Block Join(RelationPtr sale) {
  Block block;
  block.from = {{"r1", std::move(sale)}, {"r2", Table("item")}};
  block.where = {Equal(Column("r1", "i"), Column("r2", "id"))};
  block.outputs = {{"v", Column("r1", "v")}};
  return block;
}

std::string Written(const RelationPtr& relation, ChangeWriter change = nullptr) {
  return SelectWriter(SqliteDialect(), std::move(change)).Write(*relation);
}

TEST_CASE("a block is one SELECT with every column qualified") {
  CHECK(Written(MakeRelation(Join(Table("sale")))) ==
        R"(SELECT "r1"."v" AS "v" FROM "main"."sale" AS "r1", "main"."item" AS "r2" )"
        R"(WHERE ("r1"."i" = "r2"."id"))");
}

TEST_CASE("a change reads as rows of the table") {
  auto rows = [](const Change&, const std::string& alias) {
    return ChangeText{"\"sale\"", "\"" + alias + "\".rowid = NEW.rowid", ""};
  };
  CHECK(Written(MakeRelation(Join(MakeRelation(Change{{"main", "sale"}}))), rows) ==
        R"(SELECT "r1"."v" AS "v" FROM "sale" AS "r1", "main"."item" AS "r2" )"
        R"(WHERE "r1".rowid = NEW.rowid AND ("r1"."i" = "r2"."id"))");
}

TEST_CASE("a change reads as the one row at hand, also in a function beside it") {
  auto row = [](const Change&, const std::string&) { return ChangeText{"", "", "OLD"}; };
  Block block = Join(MakeRelation(Change{{"main", "sale"}}));
  Scalar call({"json_each(", ColumnUse{"r1", "tags"}, ")"});
  block.from.push_back({"r3", MakeRelation(FunctionScan{call, {}})});
  CHECK(Written(MakeRelation(block), row) ==
        R"(SELECT OLD."v" AS "v" FROM "main"."item" AS "r2", json_each(OLD."tags") AS "r3" )"
        R"(WHERE (OLD."i" = "r2"."id"))");
}

TEST_CASE("a function without column names of its own is given some") {
  Block block = Join(Table("sale"));
  Scalar call({"unnest(", ColumnUse{"r1", "tags"}, ")"});
  block.from.push_back({"r3", MakeRelation(FunctionScan{call, {"tag", "no\"1"}})});
  CHECK(Written(MakeRelation(block)) ==
        R"(SELECT "r1"."v" AS "v" FROM "main"."sale" AS "r1", "main"."item" AS "r2", )"
        R"(unnest("r1"."tags") AS "r3"("tag", "no""1") WHERE ("r1"."i" = "r2"."id"))");
}

TEST_CASE("a block inside a block is a subquery") {
  Block outer;
  outer.from = {{"r9", MakeRelation(UnionAll{{MakeRelation(Join(Table("sale"))),
                                              MakeRelation(Join(Table("sale")))}})}};
  outer.outputs = {{"x", Column("r9", "v")}};
  std::string inner = Written(MakeRelation(Join(Table("sale"))));
  CHECK(Written(MakeRelation(outer)) ==
        R"(SELECT "r9"."v" AS "x" FROM ()" + inner + " UNION ALL " + inner + R"() AS "r9")");
}

TEST_CASE("groups, set operations and DISTINCT read a subquery") {
  RelationPtr join = MakeRelation(Join(Table("sale")));
  std::string inner = Written(join);
  AggregateCall sum = {"s", "sum", AggregateKind::kOther, {"v"}, true, "f", "", ""};
  CHECK(Written(MakeRelation(Aggregate{
            join, {"k"}, {sum, {"n", "count", AggregateKind::kCount, {}, false, {}, "", ""}}})) ==
        R"(SELECT "k", sum(DISTINCT "v") FILTER (WHERE "f") AS "s", count(*) AS "n" FROM ()" +
            inner + R"() AS "input" GROUP BY "k")");
  CHECK(Written(MakeRelation(Distinct{join})) ==
        "SELECT DISTINCT * FROM (" + inner + R"() AS "input")");
  CHECK(Written(MakeRelation(SetOperation{SetKind::kExcept, join, join})) ==
        "SELECT * FROM (" + inner + R"() AS "input" EXCEPT SELECT * FROM ()" + inner +
            R"() AS "input")");
}

TEST_CASE("a bare source is no SELECT") {
  CHECK(Thrown([] { Written(Table("sale")); }));
}

}  // namespace
}  // namespace vieworm
