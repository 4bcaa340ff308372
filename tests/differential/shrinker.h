// Makes a case smaller that still shows the same kind of finding.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_SHRINKER_H_
#define VIEWORM_TESTS_DIFFERENTIAL_SHRINKER_H_

#include <functional>

#include "tests/differential/runner.h"

namespace vieworm::differential {

// How many statements have run when the case shows what is looked for; nothing if it does not.
using Shows = std::function<std::optional<size_t>(const Case&)>;

// A case that shows it, too: the smallest of those that were asked about, and the last of them that
// showed it. Greedy: first whole statements go, then parts of them, until nothing more can, or for
// `seconds` at most.
Case MakeSmaller(const Case& test, const Shows& shows, int seconds);

struct Shrunk {
  Case test;
  Finding finding;
};

// `finding` is what the case shows under the settings.
Shrunk Shrink(const Case& test, const Finding& finding, const Settings& settings,
              Maintainer& maintainer, int seconds);

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_SHRINKER_H_
