// What a run has done, as a script.
#ifndef VIEWORM_TESTS_BOTH_ENGINES_SCRIPT_H_
#define VIEWORM_TESTS_BOTH_ENGINES_SCRIPT_H_

#include <string>

#include "tests/both_engines/runner.h"

namespace vieworm::both_engines {

// For the engine's own program. It ends with each view's definition and what the view shows. The
// report has a finding.
std::string Script(const differential::Case& test, const RunReport& report, const Engine& engine);

}  // namespace vieworm::both_engines

#endif  // VIEWORM_TESTS_BOTH_ENGINES_SCRIPT_H_
