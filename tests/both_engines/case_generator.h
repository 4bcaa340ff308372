// A random case for both engines.
#ifndef VIEWORM_TESTS_BOTH_ENGINES_CASE_GENERATOR_H_
#define VIEWORM_TESTS_BOTH_ENGINES_CASE_GENERATOR_H_

#include "tests/differential/case.h"

namespace vieworm::both_engines {

// The same seed gives the same case. Its `plain` and `wild` say nothing here.
differential::Case GenerateCase(uint64_t seed, size_t statements);

}  // namespace vieworm::both_engines

#endif  // VIEWORM_TESTS_BOTH_ENGINES_CASE_GENERATOR_H_
