#include "tests/both_engines/self_test.h"

#include <iostream>

#include "tests/both_engines/script.h"
#include "tests/both_engines/search.h"
#include "tests/both_engines/writes.h"

namespace vieworm::both_engines {

namespace {

using differential::Case;

constexpr size_t kCases = 10;
constexpr size_t kRows = 5;
constexpr size_t kStatements = 25;
constexpr size_t kMostStatements = 3;
constexpr int kShrinkSeconds = 300;  // it takes two, and longer on a machine at work

bool Check(const std::string& name, bool right) {
  std::cout << (right ? "ok " : "not ok ") << name << std::endl;
  return right;
}

// Rows counted by group, and random statements.
Case CountCase(uint64_t seed) {
  Table table{"t1", {{.name = "id", .required = true}, {"a", Type::kText}}, {{"id"}}};
  Schema schema{{table}};
  Case test{.seed = seed};
  test.schema = {"CREATE TABLE t1(id INTEGER PRIMARY KEY, a TEXT)"};
  test.views = {{"v1", "SELECT a AS c1, count(*) AS c2 FROM t1 GROUP BY a"}};
  Dice dice(seed);
  Writes writes(dice, schema);
  for (size_t i = 0; i < kRows; ++i) test.data.push_back(writes.Fill(table));
  for (size_t i = 0; i < kStatements; ++i) test.statements.push_back(writes.Any());
  return test;
}

// A view whose trigger is gone is found in that engine, and few statements are left of the case.
// (Where no statement would have fired the trigger, only vieworm_verify knows.)
bool FindsDeaf(const Engines& engines, Engine& deaf, const std::string& event) {
  std::string name = "a view that hears of no " + event + " in " + deaf.Name() + " is found";
  Meddle meddle = [&](const Engines&) { deaf.Deafen(event); };
  for (uint64_t seed = 1; seed <= kCases; ++seed) {
    Case test = CountCase(seed);
    RunReport report = RunCase(test, engines, meddle);
    if (!report.finding || report.finding->kind == FindingKind::kVerifyBlames) continue;
    Case smaller = Smaller(test, *report.finding, engines, meddle, kShrinkSeconds);
    report = RunCase(smaller, engines, meddle);
    bool right = report.finding && report.finding->kind == FindingKind::kWrongRows &&
                 report.finding->place == "v1 in " + deaf.Name() &&
                 smaller.statements.size() <= kMostStatements;
    if (!right && report.finding) std::cout << Script(smaller, report, deaf);
    return Check(name, right);
  }
  return Check(name, false);
}

bool FindsNothing(const Engines& engines) {
  for (uint64_t seed = 1; seed <= kCases; ++seed) {
    if (RunCase(CountCase(seed), engines).finding) return Check("a right view is not found", false);
  }
  return Check("a right view is not found", true);
}

// Each engine's view is right by its own definition: only LIKE is not the same.
bool FindsDifference(const Engines& engines) {
  Case test;
  test.schema = {"CREATE TABLE t1(id INTEGER PRIMARY KEY, a TEXT)"};
  test.views = {{"v1", "SELECT id AS c1, CASE WHEN a LIKE 'A' THEN 1 ELSE 0 END AS c2 FROM t1"}};
  test.statements = {"INSERT INTO t1 VALUES (1, 'A')", "INSERT INTO t1 VALUES (2, 'a')"};
  RunReport report = RunCase(test, engines);
  return Check("views that are right and not the same are found",
               report.finding && report.finding->kind == FindingKind::kEnginesDiffer &&
                   report.finding->statement == 2);
}

bool ListsViewsAlike(const Engines& engines) {
  for (Engine* engine : engines) engine->Restart();
  std::string list = "SELECT * FROM vieworm_views";
  std::vector<std::string> columns = engines[0]->Query(list).columns;
  return Check("vieworm_views has the same columns in the same order",
               !columns.empty() && columns == engines[1]->Query(list).columns);
}

}  // namespace

bool RunSelfTest(const Engines& engines) {
  bool right = FindsNothing(engines);
  right &= FindsDifference(engines);
  right &= ListsViewsAlike(engines);
  for (Engine* engine : engines) {
    for (const char* event : {"INSERT", "UPDATE", "DELETE"}) {
      right &= FindsDeaf(engines, *engine, event);
    }
  }
  return right;
}

}  // namespace vieworm::both_engines
