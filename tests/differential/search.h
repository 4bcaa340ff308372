// Case after case, until there is a finding or no time.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_SEARCH_H_
#define VIEWORM_TESTS_DIFFERENTIAL_SEARCH_H_

#include "tests/differential/options.h"

namespace vieworm::differential {

// Prints what it finds, and what it has seen in the end. Returns how much it found.
size_t Search(const Options& options);

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_SEARCH_H_
