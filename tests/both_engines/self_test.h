// Can the tester fail?
#ifndef VIEWORM_TESTS_BOTH_ENGINES_SELF_TEST_H_
#define VIEWORM_TESTS_BOTH_ENGINES_SELF_TEST_H_

#include "tests/both_engines/engine.h"

namespace vieworm::both_engines {

// Prints "ok" and "not ok" lines; false if there is one of the latter.
bool RunSelfTest(const Engines& engines);

}  // namespace vieworm::both_engines

#endif  // VIEWORM_TESTS_BOTH_ENGINES_SELF_TEST_H_
