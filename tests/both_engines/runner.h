// Runs a case on both engines and compares.
#ifndef VIEWORM_TESTS_BOTH_ENGINES_RUNNER_H_
#define VIEWORM_TESTS_BOTH_ENGINES_RUNNER_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/both_engines/engine.h"
#include "tests/both_engines/finding.h"
#include "tests/both_engines/maintained_views.h"
#include "tests/differential/case.h"

namespace vieworm::both_engines {

struct RunReport {
  std::optional<Finding> finding;
  ViewCounts views;
  size_t statements = 0;               // that both engines did, or both refused
  size_t refused_by_both = 0;          // of these
  std::vector<std::string> one_sided;  // why one engine alone refused a statement: the rows' fault
  std::vector<std::string> refused;    // what either engine would not take of the schema
  std::vector<std::string> script;     // what has been done, for a script
};

// Up to the first finding. `meddle` is called when the views are there, for the tester's own test.
// Throws differential::TooSlow.
RunReport RunCase(const differential::Case& test, const Engines& engines,
                  const std::function<void(const Engines&)>& meddle = nullptr);

}  // namespace vieworm::both_engines

#endif  // VIEWORM_TESTS_BOTH_ENGINES_RUNNER_H_
