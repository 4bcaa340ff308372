// The delta of linear trees, checked on bags of numbers: what the law promises must come out for
// every tree and every change, cross terms included.

#include "common/plan/delta.h"

#include <map>
#include <random>

#include "tests/unit/catch.h"

namespace vieworm {
namespace {

const RelationName kTables[] = {{"", "r"}, {"", "s"}, {"", "t"}};

// A bag: how often each row comes. A row of a block is its sources' rows, one after the other.
using Row = std::vector<int>;
using Bag = std::map<Row, int>;

struct Database {
  std::map<std::string, Bag> tables;
  std::map<std::string, Bag> changes;
};

void Add(Bag* bag, const Row& row, int weight) {
  if (((*bag)[row] += weight) == 0) bag->erase(row);
}

Bag Product(const Bag& left, const Bag& right) {
  Bag product;
  for (const auto& [l, m] : left) {
    for (const auto& [r, n] : right) {
      Row row = l;
      row.insert(row.end(), r.begin(), r.end());
      Add(&product, row, m * n);
    }
  }
  return product;
}

// What the tree computes. A block filters: it keeps rows whose numbers have an even sum.
Bag Evaluate(const Relation& relation, const Database& database) {
  if (const auto* scan = std::get_if<Scan>(&relation.node)) {
    return database.tables.at(scan->table.name);
  }
  if (const auto* change = std::get_if<Change>(&relation.node)) {
    return database.changes.at(change->table.name);
  }
  Bag result;
  if (const auto* all = std::get_if<UnionAll>(&relation.node)) {
    for (const RelationPtr& branch : all->branches) {
      for (const auto& [row, n] : Evaluate(*branch, database)) Add(&result, row, n);
    }
    return result;
  }
  Bag product = {{Row{}, 1}};
  for (const RelationPtr& input : InputsOf(relation)) {
    product = Product(product, Evaluate(*input, database));
  }
  for (const auto& [row, n] : product) {
    int sum = 0;
    for (int number : row) sum += number;
    if (sum % 2 == 0) Add(&result, row, n);
  }
  return result;
}

RelationPtr RandomTree(std::mt19937* random, int depth) {
  auto pick = [random](int n) { return static_cast<int>((*random)() % n); };
  if (depth == 0 || pick(4) == 0) return MakeRelation(Scan{kTables[pick(3)]});
  if (pick(2) == 0) {
    return MakeRelation(UnionAll{{RandomTree(random, depth - 1), RandomTree(random, depth - 1)}});
  }
  Block block;
  for (int i = pick(2); i >= 0; --i) {
    block.from.push_back({"a" + std::to_string(i), RandomTree(random, depth - 1)});
  }
  return MakeRelation(block);
}

Bag RandomBag(std::mt19937* random, int rows) {
  Bag bag;
  for (int i = 0; i < rows; ++i) Add(&bag, {static_cast<int>((*random)() % 3)}, 1);
  return bag;
}

Bag Sum(const std::vector<DeltaTerm>& terms, const Database& database, int sign) {
  Bag sum;
  for (const DeltaTerm& term : terms) {
    for (const auto& [row, n] : Evaluate(*term.relation, database)) {
      Add(&sum, row, sign * term.sign * n);
    }
  }
  return sum;
}

Bag Difference(Bag after, const Bag& before) {
  for (const auto& [row, n] : before) Add(&after, row, -n);
  return after;
}

TEST_CASE("the delta of any linear tree is the difference that the change makes") {
  std::mt19937 random(20200508);
  for (int round = 0; round < 500; ++round) {
    RelationPtr tree = RandomTree(&random, 2);
    REQUIRE(IsLinear(*tree));
    Database before;
    for (const RelationName& table : kTables) {
      before.tables[table.name] = RandomBag(&random, 3);
    }
    std::vector<RelationName> changed(kTables + random() % 3, kTables + 3);
    int occurrences = 0;
    Database after = before;
    for (const RelationName& table : changed) {
      occurrences += CountOccurrences(*tree, table);
      Bag change = RandomBag(&random, 2);
      for (const auto& [row, n] : change) Add(&after.tables[table.name], row, n);
      before.changes[table.name] = after.changes[table.name] = change;
    }
    if (occurrences > 6) continue;

    Bag difference = Difference(Evaluate(*tree, after), Evaluate(*tree, before));
    std::vector<DeltaTerm> terms = DeltaOf(tree, changed);
    INFO("round " << round);
    // Rows that were added: over the state after. Rows that will be taken away: over the state
    // before, with the opposite sign.
    CHECK(Sum(terms, after, 1) == difference);
    CHECK(Sum(terms, after, -1) == Difference({}, difference));
  }
}

TEST_CASE("a branch of a union without the table drops out") {
  auto r = MakeRelation(Scan{kTables[0]});
  auto s = MakeRelation(Scan{kTables[1]});
  CHECK(DeltaOf(MakeRelation(UnionAll{{r, s, r}}), {kTables[0]}).size() == 2);
  CHECK(DeltaOf(MakeRelation(UnionAll{{s, s}}), {kTables[0]}).empty());
}

TEST_CASE("a self-join has a cross term of negative sign") {
  auto r = MakeRelation(Scan{kTables[0]});
  Block block;
  block.from = {{"a", r}, {"b", r}};
  int sum = 0;
  std::vector<DeltaTerm> terms = DeltaOf(MakeRelation(block), {kTables[0]});
  CHECK(terms.size() == 3);
  for (const DeltaTerm& term : terms) sum += term.sign;
  CHECK(sum == 1);
}

TEST_CASE("what has an aggregate, a set operation or a window in it is not linear") {
  auto r = MakeRelation(Scan{kTables[0]});
  CHECK(IsLinear(*r));
  CHECK_FALSE(IsLinear(*MakeRelation(Aggregate{r, {}, {}})));
  CHECK_FALSE(IsLinear(*MakeRelation(Distinct{r})));
  CHECK_FALSE(IsLinear(*MakeRelation(SetOperation{SetKind::kUnion, r, r})));
  Block block;
  block.from = {{"a", MakeRelation(Aggregate{r, {}, {}})}};
  CHECK_FALSE(IsLinear(*MakeRelation(block)));
}

}  // namespace
}  // namespace vieworm
