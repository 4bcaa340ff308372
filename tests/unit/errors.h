// What a test expects of an Error: its kind, and words that the whole of it must hold.
#ifndef VIEWORM_TESTS_UNIT_ERRORS_H_
#define VIEWORM_TESTS_UNIT_ERRORS_H_

#include <optional>

#include "common/diagnostic.h"

namespace vieworm {

// The diagnostic that `run` throws, or nothing if it throws nothing.
template <typename Run>
std::optional<Diagnostic> Thrown(Run run) {
  try {
    run();
  } catch (const Error& error) {
    return error.diagnostic();
  }
  return std::nullopt;
}

}  // namespace vieworm

#endif  // VIEWORM_TESTS_UNIT_ERRORS_H_
