// Runs a case and compares.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_RUNNER_H_
#define VIEWORM_TESTS_DIFFERENTIAL_RUNNER_H_

#include <optional>
#include <string>
#include <vector>

#include "tests/differential/case.h"
#include "tests/differential/maintainer.h"

namespace vieworm::differential {

enum class FindingKind {
  kCreateFails,   // a definition that SQLite evaluates is refused
  kFaceFails,     // the view cannot be read, and its definition can be evaluated
  kRefreshFails,  // the same of its refresh
  kWrongRows,     // the view is not what its definition gives
  kOtherOutcome,  // a statement does not end as it does without the view
  kOtherTables,   // nor leave the same rows in the tables
  kVerifyBlames,  // vieworm_verify finds a fault that is none
};

struct Finding {
  FindingKind kind;
  std::string view;      // "" where it is about the statement
  size_t statement = 0;  // statements run by then
  std::string expected;
  std::string got;
};

std::string KindText(FindingKind kind);

struct RunReport {
  std::optional<Finding> finding;
  std::vector<std::pair<std::string, CreatedView>> views;  // those that were created
  size_t statements = 0;
  size_t failed_statements = 0;
  size_t comparisons = 0;
  std::vector<std::string> refused_by_sqlite;  // definitions and CREATEs, with the message
};

// Up to the first finding. Throws TooSlow.
RunReport RunCase(const Case& test, const Settings& settings, Maintainer& maintainer);

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_RUNNER_H_
