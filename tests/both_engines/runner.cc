// Each statement is run in both engines, and stays only where it succeeds in both: so their tables
// are always equal. Where it fails in one only, it is taken back in the other, too. Then the views
// are compared: each with its definition in the same engine, and with the other engine's.
#include "tests/both_engines/runner.h"

#include <algorithm>

#include "tests/differential/case_deadline.h"
#include "tests/differential/comparison.h"

namespace vieworm::both_engines {

namespace {

using differential::Case;
using differential::Compare;
using differential::Sql;

constexpr size_t kStatementsBetweenRefreshes = 8;
constexpr char kMark[] = "one_statement";  // the savepoint before each statement

bool StartsWith(const std::string& text, const std::string& start) {
  return text.rfind(start, 0) == 0;
}

std::string LastWord(const std::string& text) { return text.substr(text.rfind(' ') + 1); }

class Run {
 public:
  Run(const Case& test, const Engines& engines, RunReport& report)
      : test_(test), engines_(engines), report_(report), views_(test, engines, report.views) {}

  void Execute(const std::function<void(const Engines&)>& meddle) {
    for (Engine* engine : engines_) engine->Restart();
    for (const Sql& sql : test_.schema) SetUp(sql.Text());
    for (const Sql& sql : test_.data) SetUp(sql.Text());
    CompareTables();
    for (const std::string& call : views_.Create()) report_.script.push_back(call);
    if (meddle) meddle(engines_);
    views_.RefreshAndCheck();
    for (const Sql& sql : test_.statements) {
      ++steps_;
      Step(sql.Text());
      if (steps_ % kStatementsBetweenRefreshes == 0) views_.RefreshAndCheck();
    }
    if (in_transaction_) Control("COMMIT");
    views_.RefreshAndCheck();
    views_.Verify();
  }

  size_t steps() const { return steps_; }

 private:
  void InBoth(const std::string& sql) {
    for (Engine* engine : engines_) engine->Query(sql);
  }

  // Whether both engines did it.
  bool TryInBoth(const std::string& sql) {
    std::array<std::optional<StatementError>, 2> errors;
    for (size_t i = 0; i < engines_.size(); ++i) {
      try {
        engines_[i]->Query(sql);
      } catch (const StatementError& error) {
        errors[i] = error;
      }
    }
    for (size_t i = 0; i < engines_.size(); ++i) Judge(sql, i, errors[i], errors[1 - i]);
    refused_by_both_ = errors[0] && errors[1];
    if (refused_by_both_ && !errors[0]->of_data) report_.refused.push_back(sql);
    return !errors[0] && !errors[1];
  }

  // A statement that one engine alone refuses shows something, unless it is the rows' fault: the
  // engines take rows in another order, and look at constraints at other moments.
  void Judge(const std::string& sql, size_t engine, const std::optional<StatementError>& error,
             const std::optional<StatementError>& other) {
    if (!error || (other && error->of_data == other->of_data)) return;
    std::string text = engines_[engine]->Name() + ": " + error->what();
    if (error->of_data) {
      if (!other) report_.one_sided.push_back(text);
      return;
    }
    if (setting_up_) return;
    report_.script.push_back(sql);
    throw Found{{FindingKind::kOneFails, engines_[engine]->Name(), 0,
                 engines_[1 - engine]->Name() + (other ? ": " + std::string(other->what()) : ""),
                 text}};
  }

  void SetUp(const std::string& sql) {
    setting_up_ = true;
    InBoth("BEGIN");
    bool done = TryInBoth(sql);
    InBoth(done ? "COMMIT" : "ROLLBACK");
    setting_up_ = false;
    if (done) report_.script.push_back(sql);
    if (!StartsWith(sql, "CREATE")) return;
    if (done && StartsWith(sql, "CREATE TABLE "))
      tables_.push_back(sql.substr(13, sql.find('(') - 13));
    if (!done) report_.refused.push_back(sql);
  }

  void Step(const std::string& sql) {
    if (!StartsWith(sql, "INSERT") && !StartsWith(sql, "UPDATE") && !StartsWith(sql, "DELETE")) {
      return Control(sql);
    }
    InBoth(in_transaction_ ? std::string("SAVEPOINT ") + kMark : "BEGIN");
    if (TryInBoth(sql)) {
      report_.script.push_back(sql);
      InBoth(in_transaction_ ? std::string("RELEASE ") + kMark : "COMMIT");
      ++report_.statements;
    } else {
      if (in_transaction_) InBoth(std::string("ROLLBACK TO ") + kMark);
      InBoth(in_transaction_ ? std::string("RELEASE ") + kMark : "ROLLBACK");
      if (refused_by_both_) ++report_.statements;
      if (refused_by_both_) ++report_.refused_by_both;
    }
    CompareTables();
    views_.Check();
  }

  // BEGIN and so on, where it makes sense: SQLite takes a SAVEPOINT outside of a transaction, and
  // PostgreSQL ends a transaction in which something fails.
  void Control(const std::string& sql) {
    if (sql == "BEGIN" ? in_transaction_ : !in_transaction_) return;
    bool back = StartsWith(sql, "ROLLBACK TO") || StartsWith(sql, "RELEASE");
    if (back && std::count(savepoints_.begin(), savepoints_.end(), LastWord(sql)) == 0) return;
    InBoth(sql);
    report_.script.push_back(sql);
    Follow(sql);
    CompareTables();
    views_.Check();
  }

  // What there is afterwards.
  void Follow(const std::string& sql) {
    if (sql == "BEGIN") in_transaction_ = true;
    if (sql == "COMMIT" || sql == "ROLLBACK") in_transaction_ = false;
    if (!in_transaction_) savepoints_.clear();
    if (StartsWith(sql, "SAVEPOINT")) savepoints_.push_back(LastWord(sql));
    if (!StartsWith(sql, "ROLLBACK TO") && !StartsWith(sql, "RELEASE")) return;
    while (savepoints_.back() != LastWord(sql)) savepoints_.pop_back();
    if (StartsWith(sql, "RELEASE")) savepoints_.pop_back();
  }

  void CompareTables() {
    for (const std::string& table : tables_) {
      std::string read = "SELECT * FROM " + table;
      auto difference = Compare(engines_[0]->Query(read), engines_[1]->Query(read), {}, {});
      if (!difference) continue;
      throw Found{{FindingKind::kTablesDiffer, table, 0,
                   engines_[0]->Name() + " has " + difference->expected,
                   engines_[1]->Name() + " has " + difference->got}};
    }
  }

  const Case& test_;
  const Engines& engines_;
  RunReport& report_;
  MaintainedViews views_;
  std::vector<std::string> tables_;
  std::vector<std::string> savepoints_;  // the innermost last
  bool in_transaction_ = false;
  bool setting_up_ = false;
  bool refused_by_both_ = false;
  size_t steps_ = 0;
};

}  // namespace

RunReport RunCase(const Case& test, const Engines& engines,
                  const std::function<void(const Engines&)>& meddle) {
  differential::CaseDeadline deadline(test.seed);
  RunReport report;
  Run run(test, engines, report);
  try {
    run.Execute(meddle);
  } catch (const Found& found) {
    report.finding = found.finding;
  } catch (const StatementError& error) {
    report.finding = {FindingKind::kOneFails, "", 0, "success", error.what()};
  } catch (const ServerLost& lost) {
    report.finding = {FindingKind::kServerLost, "", 0, "an answer", lost.what()};
  }
  if (report.finding) report.finding->statement = run.steps();
  return report;
}

}  // namespace vieworm::both_engines
