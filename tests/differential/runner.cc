// A case is run on two databases: one with the views, and its shadow, which knows of none. Whatever
// a statement does in the one it must do in the other; and in the one, each view that is maintained
// must be what its definition gives, after every statement.
#include "tests/differential/runner.h"

#include <sqlite3.h>

#include <memory>

#include "tests/differential/case_deadline.h"
#include "tests/differential/comparison.h"
#include "tests/differential/idle_triggers.h"
#include "tests/differential/temporary_file.h"

namespace vieworm::differential {

namespace {

constexpr size_t kStatementsBetweenRefreshes = 8;

// Leaves the run with what was found.
struct Found {
  Finding finding;
};

// Leaves the run: from here on the shadow tells nothing. Either a table has the greatest rowid of
// all, and SQLite takes random ones from now on; or a statement in a transaction ended with a value
// of a wrong type, or with triggers that fire each other without end, and it depends on what the
// triggers do whether SQLite takes back its first rows.
struct ShadowLost {};

class Run {
 public:
  Run(const Case& test, const Settings& settings, Maintainer& maintainer, RunReport& report)
      : test_(test), settings_(settings), maintainer_(maintainer), report_(report) {
    if (test.wild) tolerance_.any_real = true;
  }

  void Execute() {
    Open();
    for (const Sql& sql : test_.schema) SetUp(sql.Text());
    for (const Sql& sql : test_.data) SetUp(sql.Text());
    for (const ViewCase& view : test_.views) Create(view);
    ReadTables();
    CopyTriggersIdle(*main_, *shadow_);
    CompareViews();
    for (const Sql& sql : test_.statements) {
      Step(sql.Text());
      if (report_.statements % kStatementsBetweenRefreshes == 0) RefreshViews();
    }
    Finish();
  }

 private:
  struct View {
    const ViewCase* view;
    bool incremental;
  };

  void Open() {
    if (test_.plain) file_ = std::make_unique<TemporaryFile>();
    main_ = std::make_unique<Connection>(file_ ? file_->name() : ":memory:");
    shadow_ = std::make_unique<Connection>(":memory:");
    Configure(*main_);
    Configure(*shadow_);
    maintainer_.Load(*main_);
    writer_ = main_.get();
    if (!test_.plain) return;
    plain_ = std::make_unique<Connection>(file_->name());
    Configure(*plain_);
    plain_->Run("PRAGMA trusted_schema = OFF");
    writer_ = plain_.get();
  }

  void Configure(Connection& connection) {
    auto set = [&](const char* pragma, bool on) {
      connection.Run(std::string("PRAGMA ") + pragma + (on ? " = ON" : " = OFF"));
    };
    set("recursive_triggers", settings_.recursive_triggers);
    set("foreign_keys", settings_.foreign_keys);
    set("synchronous", false);
  }

  void SetUp(const std::string& sql) {
    Outcome outcome = shadow_->Try(sql);
    main_->Try(sql);
    if (outcome.code != 0 && sql.rfind("CREATE", 0) == 0) {
      report_.refused_by_sqlite.push_back(outcome.message + ": " + sql);
    }
  }

  void Create(const ViewCase& view) {
    std::string sql = view.definition.Text();
    try {
      main_->Query(sql);
    } catch (const SqlError& error) {
      report_.refused_by_sqlite.push_back(std::string(error.what()) + ": " + sql);
      return;
    }
    try {
      CreatedView created = maintainer_.Create(*main_, view);
      views_.push_back({&view, created.incremental});
      report_.views.emplace_back(view.name, created);
    } catch (const SqlError& error) {
      Fail(FindingKind::kCreateFails, view.name, "the view is created", error.what());
    }
  }

  // How to read each table, rowids included.
  void ReadTables() {
    Result list = shadow_->Query(
        "SELECT replace(name, '\"', '\"\"'), wr FROM pragma_table_list "
        "WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
    for (const Row& row : list.rows) {
      std::string from = " FROM \"" + row[0].bytes + "\"";
      bool has_rowid = row[1].integer == 0;
      tables_.push_back((has_rowid ? "SELECT rowid AS \"the rowid\", *" : "SELECT *") + from);
      if (!has_rowid) continue;
      greatest_rowids_.push_back("SELECT 1" + from + " WHERE rowid = 9223372036854775807");
    }
  }

  void Step(const std::string& sql) {
    ++report_.statements;
    Outcome expected = shadow_->Try(sql);
    Outcome got = writer_->Try(sql);
    if (expected.code != 0) ++report_.failed_statements;
    if (AnyGreatestRowid()) throw ShadowLost();
    if (expected.code == SQLITE_FULL) {
      // No rowid is left for the next row. Whether SQLite then takes back the statement or the
      // whole transaction depends on what triggers there are.
      CompareViews();
      throw ShadowLost();
    }
    if (!(expected == got)) Fail(FindingKind::kOtherOutcome, "", expected.Text(), got.Text());
    in_transaction_ = expected.in_transaction;
    if (MayLeaveRows(expected)) {
      CompareViews();
      throw ShadowLost();
    }
    CompareTables();
    CompareViews();
  }

  bool MayLeaveRows(const Outcome& outcome) const {
    bool wrong_type = outcome.code == SQLITE_MISMATCH || outcome.code == SQLITE_CONSTRAINT_DATATYPE;
    bool too_deep = outcome.message == "too many levels of trigger recursion";
    return (wrong_type || too_deep) && outcome.in_transaction;
  }

  bool AnyGreatestRowid() {
    for (const std::string& greatest : greatest_rowids_) {
      if (!shadow_->Query(greatest).rows.empty()) return true;
    }
    return false;
  }

  void CompareTables() {
    for (const std::string& table : tables_) {
      auto difference = Compare(shadow_->Query(table), writer_->Query(table), {}, {});
      if (!difference) continue;
      Fail(FindingKind::kOtherTables, "", table + ": " + difference->expected,
           table + ": " + difference->got);
    }
  }

  void CompareViews() {
    for (const View& view : views_) {
      if (view.incremental) CompareView(view);
    }
  }

  // What the definition gives now; nothing where it fails, as a sum that is too great does. A view
  // that is refreshed in full shows what a plain view would: through one, SQLite may read a UNION
  // ALL of columns of different types otherwise.
  std::optional<Result> Afresh(const View& view) {
    std::string definition = view.view->definition.Text();
    try {
      return writer_->Query(view.incremental ? definition : "SELECT * FROM (" + definition + ")");
    } catch (const SqlError&) {
      return std::nullopt;
    }
  }

  void CompareView(const View& checked) {
    const ViewCase& view = *checked.view;
    std::optional<Result> expected = Afresh(checked);
    if (!expected || !view.comparable) return;
    ++report_.comparisons;
    Result got;
    try {
      got = writer_->Query("SELECT * FROM " + view.name);
    } catch (const SqlError& error) {
      Fail(FindingKind::kFaceFails, view.name, "the view can be read", error.what());
    }
    auto difference = Compare(*expected, got, view.fidelities, tolerance_);
    if (difference) {
      Fail(FindingKind::kWrongRows, view.name, difference->expected, difference->got);
    }
  }

  void RefreshViews() {
    if (test_.plain && in_transaction_) return;
    for (const View& view : views_) {
      if (view.incremental || !Afresh(view)) continue;
      try {
        maintainer_.Refresh(*main_, view.view->name);
      } catch (const SqlError& error) {
        Fail(FindingKind::kRefreshFails, view.view->name, "the view is refreshed", error.what());
      }
      CompareView(view);
    }
    CompareViews();
  }

  void Finish() {
    if (in_transaction_) Step("COMMIT");
    if (in_transaction_) Step("ROLLBACK");
    RefreshViews();
    for (const View& view : views_) {
      if (!view.incremental || !view.view->fidelities.empty() || !Afresh(view)) continue;
      std::string fault = maintainer_.Verify(*main_, view.view->name);
      if (!fault.empty()) Fail(FindingKind::kVerifyBlames, view.view->name, "no fault", fault);
    }
  }

  [[noreturn]] void Fail(FindingKind kind, const std::string& view, const std::string& expected,
                         const std::string& got) {
    throw Found{{kind, view, report_.statements, expected, got}};
  }

  const Case& test_;
  const Settings& settings_;
  Maintainer& maintainer_;
  RunReport& report_;
  Tolerance tolerance_{.absolute = 1e-7};
  std::unique_ptr<TemporaryFile> file_;
  std::unique_ptr<Connection> main_;
  std::unique_ptr<Connection> plain_;
  std::unique_ptr<Connection> shadow_;
  Connection* writer_ = nullptr;  // runs the statements: main_ or plain_
  std::vector<View> views_;
  std::vector<std::string> tables_;           // SELECTs
  std::vector<std::string> greatest_rowids_;  // SELECTs that give a row where there is such a rowid
  bool in_transaction_ = false;
};

}  // namespace

std::string KindText(FindingKind kind) {
  switch (kind) {
    case FindingKind::kCreateFails:
      return "create fails";
    case FindingKind::kFaceFails:
      return "the view cannot be read";
    case FindingKind::kRefreshFails:
      return "refresh fails";
    case FindingKind::kWrongRows:
      return "wrong rows";
    case FindingKind::kOtherOutcome:
      return "the statement ends otherwise than without the view";
    case FindingKind::kOtherTables:
      return "the tables differ from those without the view";
    case FindingKind::kVerifyBlames:
      return "vieworm_verify finds a fault where there is none";
  }
  return "";
}

RunReport RunCase(const Case& test, const Settings& settings, Maintainer& maintainer) {
  CaseDeadline deadline(test.seed);
  RunReport report;
  try {
    Run(test, settings, maintainer, report).Execute();
  } catch (const Found& found) {
    report.finding = found.finding;
  } catch (const ShadowLost&) {
    // The rest of the statements says nothing.
  }
  return report;
}

}  // namespace vieworm::differential
