// Catch2 2.13 and Catch2 3 under the names of Catch2 3: the tests write
// Catch::Matchers::ContainsSubstring, TEST_CASE, SECTION, GENERATE and so on, and build with both.
#ifndef VIEWORM_TESTS_UNIT_CATCH_H_
#define VIEWORM_TESTS_UNIT_CATCH_H_

#if __has_include(<catch2/catch_test_macros.hpp>)

#include <catch2/catch_approx.hpp>
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_all.hpp>

#else

#include <catch2/catch.hpp>

namespace Catch::Matchers {

// Catch2 3 gave this matcher a new name, because Contains is about containers there.
inline auto ContainsSubstring(const std::string& part,
                              CaseSensitive::Choice sensitivity = CaseSensitive::Yes) {
  return Contains(part, sensitivity);
}

}  // namespace Catch::Matchers

#endif

#endif  // VIEWORM_TESTS_UNIT_CATCH_H_
