#include "common/plan/partners.h"

#include "tests/unit/catch.h"

namespace vieworm {
namespace {

Source Table(const std::string& alias, const std::string& name) {
  return {alias, MakeRelation(Scan{{"s", name}})};
}

Scalar Equal(const ColumnUse& left, const ColumnUse& right) {
  return Scalar({std::string("("), left, std::string(" = "), right, std::string(")")});
}

// t(id, d), d(id, e), e(id, id2), where `folded` is a column whose collation folds.
class Tables {
 public:
  explicit Tables(const std::string& folded = "") {
    Add("t", {"id", "d"}, {"id"}, folded);
    Add("d", {"id", "e"}, {"id"}, folded);
    Add("e", {"id", "id2"}, {"id", "id2"}, folded);
    facts_["bounds"].one_row = true;
  }

  FactsOf facts() const {
    return [this](const RelationName& table) -> const TableFacts& { return facts_.at(table.name); };
  }

 private:
  void Add(const std::string& name, const std::vector<std::string>& columns,
           const std::vector<std::string>& identity, const std::string& folded) {
    TableFacts& facts = facts_[name];
    for (const std::string& column : columns) {
      ColumnFacts each;
      each.name = column;
      each.folded = name + "." + column == folded;
      facts.columns.push_back(each);
    }
    facts.identity = identity;
  }

  std::map<std::string, TableFacts> facts_;
};

Block Joined() {
  Block block;
  block.from = {Table("a", "t"), Table("b", "d")};
  block.where = {Equal({"a", "d"}, {"b", "id"})};
  return block;
}

TEST_CASE("a row makes one row where the other table is found by its key") {
  Tables tables;
  CHECK(MakesOneRow(Joined(), "a", tables.facts()));
  CHECK_FALSE(MakesOneRow(Joined(), "b", tables.facts()));
}

TEST_CASE("a row makes several rows of a product without conditions") {
  Tables tables;
  Block block = Joined();
  block.where.clear();
  CHECK_FALSE(MakesOneRow(block, "a", tables.facts()));
}

TEST_CASE("all columns of a key are needed, wherever they are tied to") {
  Tables tables;
  Block block = Joined();
  block.from.push_back(Table("c", "e"));
  block.where.push_back(Equal({"c", "id"}, {"b", "e"}));
  CHECK_FALSE(MakesOneRow(block, "a", tables.facts()));
  block.where.push_back(Equal({"a", "id"}, {"c", "id2"}));
  CHECK(MakesOneRow(block, "a", tables.facts()));
}

TEST_CASE("a collation that folds may make one value equal to several keys") {
  CHECK_FALSE(MakesOneRow(Joined(), "a", Tables("t.d").facts()));
  CHECK_FALSE(MakesOneRow(Joined(), "a", Tables("d.id").facts()));
  CHECK(MakesOneRow(Joined(), "a", Tables("d.e").facts()));
}

TEST_CASE("a table of one row is one row, and a function may give several") {
  Tables tables;
  Block block = Joined();
  block.from.push_back(Table("w", "bounds"));
  CHECK(MakesOneRow(block, "a", tables.facts()));
  block.from.push_back({"f", MakeRelation(FunctionScan{Scalar::Text("f()"), {}})});
  CHECK_FALSE(MakesOneRow(block, "a", tables.facts()));
}

TEST_CASE("an equality of expressions ties no column") {
  Tables tables;
  Block block = Joined();
  block.where = {
      Scalar({ColumnUse{"a", "d"}, std::string(" = "), ColumnUse{"b", "id"}, std::string(" % 2")})};
  CHECK_FALSE(MakesOneRow(block, "a", tables.facts()));
}

}  // namespace
}  // namespace vieworm
