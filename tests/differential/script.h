// A case as a script for the sqlite3 program.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_SCRIPT_H_
#define VIEWORM_TESTS_DIFFERENTIAL_SCRIPT_H_

#include <string>

#include "tests/differential/runner.h"

namespace vieworm::differential {

// It begins with two lines of comment, what was expected and what came; then one with the seed. To
// be run in the root of the repository, where build/vieworm.so is.
std::string Script(const Case& test, const Settings& settings, const Finding& finding);

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_SCRIPT_H_
