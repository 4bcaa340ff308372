#include "tests/differential/self_test.h"

#include <functional>
#include <iostream>

#include "tests/differential/dice.h"
#include "tests/differential/script.h"
#include "tests/differential/shrinker.h"
#include "tests/differential/statement_generator.h"

namespace vieworm::differential {

namespace {

constexpr size_t kCases = 150;
constexpr size_t kStatements = 25;
constexpr int kShrinkSeconds = 300;  // it takes a few, and longer on a machine at work

// vieworm, and then one of the triggers is dropped behind its back.
class WithoutTrigger : public Vieworm {
 public:
  // `event` is in the trigger's text.
  explicit WithoutTrigger(const std::string& event) : event_(event) {}

  CreatedView Create(Connection& connection, const ViewCase& view) override {
    CreatedView created = Vieworm::Create(connection, view);
    Result found = connection.Query(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name NOT LIKE 'user%' AND "
        "sql LIKE ? ORDER BY name LIMIT 1",
        {"%AFTER " + event_ + "%"});
    for (const Row& row : found.rows) connection.Run("DROP TRIGGER \"" + row[0].bytes + "\"");
    return created;
  }

 private:
  std::string event_;
};

// A view kept by triggers that somebody wrote.
class ByHand : public Maintainer {
 public:
  explicit ByHand(std::vector<std::string> statements) : statements_(std::move(statements)) {}

  void Load(Connection&) override {}
  CreatedView Create(Connection& connection, const ViewCase&) override {
    for (const std::string& sql : statements_) connection.Run(sql);
    return {.incremental = true, .reason = "", .strategy = {}};
  }
  void Refresh(Connection&, const std::string&) override {}
  std::string Verify(Connection&, const std::string&) override { return ""; }

 private:
  std::vector<std::string> statements_;
};

// Counts rows by t1.a. Right, but for rows that a REPLACE takes away while recursive_triggers is
// off.
std::vector<std::string> CountByHand() {
  auto add = [](const std::string& row) {
    return "UPDATE s SET n = n + 1 WHERE a IS " + row + ".a; INSERT INTO s SELECT " + row +
           ".a, 1 WHERE changes() = 0; ";
  };
  std::string take = "UPDATE s SET n = n - 1 WHERE a IS OLD.a; ";
  return {"CREATE TABLE s(a TEXT, n)",
          "INSERT INTO s SELECT a, count(*) FROM t1 GROUP BY a",
          "CREATE VIEW v1 AS SELECT a AS c1, n AS c2 FROM s WHERE n > 0",
          "CREATE TRIGGER i AFTER INSERT ON t1 BEGIN " + add("NEW") + "END",
          "CREATE TRIGGER u AFTER UPDATE ON t1 BEGIN " + take + add("NEW") + "END",
          "CREATE TRIGGER d AFTER DELETE ON t1 BEGIN " + take + "END"};
}

Case CountCase(uint64_t seed) {
  Schema schema;
  Table table{.name = "t1"};
  table.columns = {{.name = "id", .affinity = Affinity::kInteger},
                   {.name = "a", .affinity = Affinity::kText},
                   {.name = "b", .affinity = Affinity::kInteger}};
  table.conflict_targets = {"(id)", "(b)"};
  schema.tables.push_back(table);
  Dice dice(seed);
  StatementGenerator writes(dice, schema);
  Case test{.seed = seed};
  test.schema = {"CREATE TABLE t1(id INTEGER PRIMARY KEY, a TEXT, b INTEGER UNIQUE)"};
  test.data = {writes.Fill(table)};
  test.views = {{"v1", "SELECT a AS c1, count(*) AS c2 FROM t1 GROUP BY a", {}}};
  for (size_t i = 0; i < kStatements; ++i) test.statements.push_back(writes.Any());
  return test;
}

using Source = std::function<Case(uint64_t)>;

// The first finding among the cases, made smaller.
std::optional<Shrunk> FirstFinding(const Source& source, const Settings& settings,
                                   Maintainer& maintainer) {
  for (uint64_t seed = 1; seed <= kCases; ++seed) {
    Case test = source(seed);
    RunReport report = RunCase(test, settings, maintainer);
    if (!report.finding) continue;
    return Shrink(test, *report.finding, settings, maintainer, kShrinkSeconds);
  }
  return std::nullopt;
}

bool Check(const std::string& name, bool right, const std::optional<Shrunk>& shrunk,
           const Settings& settings) {
  std::cout << (right ? "ok " : "not ok ") << name << std::endl;
  if (!right && shrunk) std::cout << Script(shrunk->test, settings, shrunk->finding);
  return right;
}

// It is found, it is what it should be, and few statements are left of it.
bool Finds(const std::string& name, const Source& source, const Settings& settings,
           Maintainer& maintainer, FindingKind kind, size_t most_statements) {
  std::optional<Shrunk> shrunk = FirstFinding(source, settings, maintainer);
  bool right =
      shrunk && shrunk->finding.kind == kind && shrunk->test.statements.size() <= most_statements;
  return Check(name, right, shrunk, settings);
}

bool FindsNothing(const std::string& name, const Source& source, const Settings& settings,
                  Maintainer& maintainer) {
  std::optional<Shrunk> shrunk = FirstFinding(source, settings, maintainer);
  return Check(name, !shrunk, shrunk, settings);
}

bool HandWrittenViews() {
  ByHand count(CountByHand());
  std::vector<std::string> blocking = CountByHand();
  blocking.push_back(
      "CREATE TRIGGER b BEFORE INSERT ON t1 WHEN NEW.a = 'b' BEGIN "
      "SELECT RAISE(ABORT, 'blocked'); END");
  std::vector<std::string> altering = CountByHand();
  altering.push_back(
      "CREATE TRIGGER b AFTER INSERT ON t1 BEGIN "
      "UPDATE t1 SET a = upper(a) WHERE id = NEW.id; END");
  ByHand block(blocking);
  ByHand alter(altering);
  Settings recursive{.recursive_triggers = true};
  bool right = FindsNothing("a view that is right is not found", CountCase, recursive, count);
  right &= Finds("a view that forgets replaced rows is found, in three statements at most",
                 CountCase, {}, count, FindingKind::kWrongRows, 3);
  right &= Finds("triggers that block a statement are found", CountCase, recursive, block,
                 FindingKind::kOtherOutcome, 1);
  right &= Finds("triggers that write to the tables are found", CountCase, recursive, alter,
                 FindingKind::kOtherTables, 2);
  return right;
}

bool DroppedTriggers() {
  bool right = true;
  for (const char* event : {"INSERT", "UPDATE", "DELETE"}) {
    WithoutTrigger vieworm(event);
    auto source = [](uint64_t seed) { return GenerateCase(seed, kStatements); };
    right &= Finds(std::string("a view that lost its trigger AFTER ") + event + " is found", source,
                   {}, vieworm, FindingKind::kWrongRows, 4);
  }
  return right;
}

}  // namespace

bool RunSelfTest() {
  bool right = HandWrittenViews();
  return DroppedTriggers() && right;
}

}  // namespace vieworm::differential
