// Makes a case smaller that still shows the same kind of finding.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_SHRINKER_H_
#define VIEWORM_TESTS_DIFFERENTIAL_SHRINKER_H_

#include "tests/differential/runner.h"

namespace vieworm::differential {

struct Shrunk {
  Case test;
  Finding finding;
};

// `finding` is what the case shows under the settings. Greedy: first whole statements go, then
// parts of them, until nothing more can, or for `seconds` at most.
Shrunk Shrink(const Case& test, const Finding& finding, const Settings& settings,
              Maintainer& maintainer, int seconds);

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_SHRINKER_H_
