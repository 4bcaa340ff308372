// Which states a group store keeps.

#include "common/plan/group_store.h"

#include "tests/unit/catch.h"

namespace vieworm {
namespace {

StoredColumn Stored(const char* name, const char* type, const char* collation = "") {
  StoredColumn column;
  column.name = name;
  column.stored = name;
  column.type = type;
  column.collation = collation;
  column.exact = !column.type.empty() && column.collation.empty();
  column.sums = column.type == "INTEGER" ? SumKind::kIntegers : SumKind::kNumbers;
  return column;
}

AggregateCall Call(const char* output, AggregateKind kind,
                   std::vector<std::string> arguments = {}) {
  AggregateCall call;
  call.output = output;
  call.kind = kind;
  call.arguments = std::move(arguments);
  return call;
}

Block Rows(const std::vector<std::string>& columns) {
  Block block;
  block.from = {{"r", MakeRelation(Scan{{"", "t"}})}};
  for (const std::string& column : columns) {
    block.outputs.push_back({column, Scalar::Column({"r", column})});
  }
  return block;
}

TEST_CASE("count, sum and avg of one argument share a state, a FILTER has its own") {
  Aggregate aggregate;
  aggregate.input = MakeRelation(Rows({"k1", "a1", "a2"}));
  aggregate.keys = {"k1"};
  aggregate.calls = {Call("r1", AggregateKind::kCount), Call("r2", AggregateKind::kCount, {"a1"}),
                     Call("r3", AggregateKind::kSum, {"a1"}),
                     Call("r4", AggregateKind::kAverage, {"a1"}),
                     Call("r5", AggregateKind::kSum, {"a1"})};
  aggregate.calls[4].filter = "a2";
  GroupStore store = DesignGroups(*MakeRelation(aggregate),
                                  {Stored("k1", "TEXT"), Stored("a1", "INTEGER"), Stored("a2", "")})
                         .store;
  REQUIRE(store.numbers.size() == 2);
  CHECK(store.numbers[0].sums == SumKind::kIntegers);
  CHECK_FALSE(store.numbers[0].filter);
  CHECK(store.numbers[1].filter == "a2");
  CHECK(store.shown[0].kind == ShownCall::Kind::kCountRows);
  CHECK(store.IsAdditive());
  CHECK_FALSE(store.Recomputes());
}

TEST_CASE("a column that may hold reals is summed with its error") {
  Aggregate aggregate;
  aggregate.input = MakeRelation(Rows({"a1"}));
  aggregate.calls = {Call("r1", AggregateKind::kTotal, {"a1"})};
  for (const char* type : {"", "NUMERIC", "REAL"}) {
    GroupStore store = DesignGroups(*MakeRelation(aggregate), {Stored("a1", type)}).store;
    CHECK(store.numbers[0].sums == SumKind::kNumbers);
  }
}

TEST_CASE("exact sums are additive, and count and avg share them") {
  Aggregate aggregate;
  aggregate.input = MakeRelation(Rows({"a1", "a2"}));
  aggregate.calls = {
      Call("r1", AggregateKind::kSum, {"a1"}), Call("r2", AggregateKind::kCount, {"a1"}),
      Call("r3", AggregateKind::kAverage, {"a1"}), Call("r4", AggregateKind::kCount, {"a2"})};
  std::vector<StoredColumn> columns = {Stored("a1", "double precision"), Stored("a2", "real")};
  columns[0].sums = SumKind::kDoubles;
  columns[1].sums = SumKind::kReals;
  GroupStore store = DesignGroups(*MakeRelation(aggregate), columns).store;
  REQUIRE(store.numbers.size() == 2);
  CHECK(store.numbers[0].sums == SumKind::kDoubles);
  CHECK(store.numbers[1].sums == SumKind::kNone);
  CHECK(store.IsAdditive());
  CHECK(store.HasExactSums());
  aggregate.calls = {Call("r1", AggregateKind::kCount, {"a1"})};
  CHECK_FALSE(DesignGroups(*MakeRelation(aggregate), columns).store.HasExactSums());
}

TEST_CASE("what is not additive is recomputed") {
  Aggregate aggregate;
  aggregate.input = MakeRelation(Rows({"a1", "a2"}));
  aggregate.calls = {Call("r1", AggregateKind::kMinimum, {"a1"}),
                     Call("r2", AggregateKind::kOther, {"a1", "a2"}),
                     Call("r3", AggregateKind::kOther, {"a1"})};
  GroupStore store =
      DesignGroups(*MakeRelation(aggregate), {Stored("a1", "TEXT", "NOCASE"), Stored("a2", "")})
          .store;
  REQUIRE(store.extremes.size() == 1);
  CHECK(store.extremes[0].collation == "NOCASE");
  CHECK(store.recomputed.size() == 2);
  CHECK(store.numbers.empty());
  CHECK_FALSE(store.IsAdditive());
}

TEST_CASE("a key whose equal values may look different is watched, one that cannot is not") {
  Distinct distinct{MakeRelation(Rows({"c1", "c2", "c3"}))};
  GroupStore store =
      DesignGroups(*MakeRelation(distinct),
                   {Stored("c1", "INTEGER"), Stored("c2", "TEXT", "NOCASE"), Stored("c3", "")})
          .store;
  CHECK_FALSE(store.keys[0].varies);
  CHECK(store.keys[1].varies);
  CHECK(store.keys[2].varies);
  CHECK_FALSE(store.whole_rows);
}

TEST_CASE("rows that nothing identifies are groups by every look of their values") {
  GroupStore store = DesignGroups(*MakeRelation(Rows({"c1"})), {Stored("c1", "", "NOCASE")}).store;
  CHECK(store.whole_rows);
  CHECK_FALSE(store.keys[0].varies);
}

TEST_CASE("each side of a set operation is counted by itself") {
  SetOperation inner{SetKind::kUnion, MakeRelation(Rows({"c1"})), MakeRelation(Rows({"c1"}))};
  SetOperation outer{SetKind::kExcept, MakeRelation(inner), MakeRelation(Rows({"c1"}))};
  GroupDesign design = DesignGroups(*MakeRelation(outer), {Stored("c1", "TEXT")});
  REQUIRE(design.contributions.size() == 3);
  CHECK(design.contributions[0].count == "side_1");
  CHECK(design.contributions[2].count == "side_3");
  REQUIRE(design.store.presence);
  CHECK(design.store.presence->kind == SetKind::kExcept);
  CHECK(design.store.presence->sides[0].kind == SetKind::kUnion);
  CHECK(design.store.presence->sides[1].count == "side_3");
}

TEST_CASE("the store's own columns keep clear of the user's names") {
  Aggregate aggregate;
  aggregate.input = MakeRelation(Rows({"k1", "a1"}));
  aggregate.keys = {"k1"};
  aggregate.calls = {Call("r1", AggregateKind::kSum, {"a1"})};
  StoredColumn key = Stored("k1", "TEXT");
  key.stored = "Rows";
  GroupStore store = DesignGroups(*MakeRelation(aggregate), {key, Stored("a1", "INTEGER")}).store;
  CHECK(store.Rows() == "_rows");
  CHECK(store.numbers[0].count == "_count_1");
}

}  // namespace
}  // namespace vieworm
