// The boundary between SQLite, which is C, and vieworm: every callback that SQLite calls runs its
// work here, so that no exception gets out.
#ifndef VIEWORM_SQLITE_EXT_GUARD_H_
#define VIEWORM_SQLITE_EXT_GUARD_H_

#include <exception>
#include <new>
#include <string>
#include <utility>

#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/sqlite.h"

namespace vieworm {

struct Failure {
  int code = SQLITE_OK;
  std::string text;  // empty for SQLITE_NOMEM: there may be no memory for one
};

// What the exception that is being handled amounts to. Never throws.
inline Failure CurrentFailure() noexcept {
  try {
    try {
      throw;
    } catch (const EngineError& error) {
      return {error.code(), "vieworm: " + error.diagnostic().OneLine()};
    } catch (const Error& error) {
      return {ResultCode(error.diagnostic().kind), "vieworm: " + error.diagnostic().OneLine()};
    } catch (const std::bad_alloc&) {
      return {SQLITE_NOMEM, ""};
    } catch (const std::exception& error) {
      return {SQLITE_INTERNAL, std::string("vieworm: internal error; ") + error.what()};
    }
  } catch (...) {
    return {SQLITE_NOMEM, ""};
  }
}

// Runs `work`; returns code SQLITE_OK, or what it failed with.
template <typename Work>
Failure Guarded(Work&& work) noexcept {
  try {
    std::forward<Work>(work)();
    return {};
  } catch (...) {
    return CurrentFailure();
  }
}

// Runs the work of an SQL function; a failure becomes the function's result.
template <typename Work>
void GuardFunction(sqlite3_context* context, Work&& work) noexcept {
  Failure failure = Guarded(std::forward<Work>(work));
  if (failure.code == SQLITE_OK) return;
  if (failure.code == SQLITE_NOMEM) return sqlite3_result_error_nomem(context);
  sqlite3_result_error(context, failure.text.data(), static_cast<int>(failure.text.size()));
  sqlite3_result_error_code(context, failure.code);
}

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_GUARD_H_
