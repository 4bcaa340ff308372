// Case after case, until there is a finding or no time.
#ifndef VIEWORM_TESTS_BOTH_ENGINES_SEARCH_H_
#define VIEWORM_TESTS_BOTH_ENGINES_SEARCH_H_

#include "tests/both_engines/runner.h"
#include "tests/differential/options.h"

namespace vieworm::both_engines {

using Meddle = std::function<void(const Engines&)>;

// Prints what it finds, and what it has seen in the end. Returns how much it found.
size_t Search(const differential::Options& options, const Engines& engines);

// A smaller case with a finding of the same kind at the same place.
differential::Case Smaller(const differential::Case& test, const Finding& finding,
                           const Engines& engines, const Meddle& meddle, int seconds);

}  // namespace vieworm::both_engines

#endif  // VIEWORM_TESTS_BOTH_ENGINES_SEARCH_H_
