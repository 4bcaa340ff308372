#include "sqlite_ext/engine_error.h"

#include <new>

#include "sqlite_ext/sqlite.h"

namespace vieworm {

namespace {

constexpr int kPrimaryMask = 0xff;

Diagnostic Describe(int code, std::string message) {
  switch (code & kPrimaryMask) {
    case SQLITE_BUSY:
      return {ErrorKind::kWrongState, std::move(message), "Another connection holds the lock.",
              "Try again later, or set a busy timeout."};
    case SQLITE_LOCKED:
      return {ErrorKind::kWrongState, std::move(message),
              "A statement of this connection is still reading.",
              "Finish or reset it first; collect the names of several views in a list, then call "
              "the function for each."};
    default:
      return {ErrorKind::kInternal, std::move(message), "", ""};
  }
}

}  // namespace

bool EngineError::IsBusy() const { return (code_ & kPrimaryMask) == SQLITE_BUSY; }

void ThrowEngineError(sqlite3* db, int code) {
  if ((code & kPrimaryMask) == SQLITE_NOMEM) throw std::bad_alloc();
  // A call that is refused before it begins leaves an older message behind.
  int last = sqlite3_extended_errcode(db);
  bool fresh = (last & kPrimaryMask) == (code & kPrimaryMask);
  // What a call returns is the plain code, unless the program has asked for extended ones.
  if (fresh) code = last;
  std::string message = fresh ? sqlite3_errmsg(db) : sqlite3_errstr(code);
  throw EngineError(code, Describe(code, std::move(message)));
}

int ResultCode(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kNotAllowed:
      return SQLITE_PERM;
    case ErrorKind::kInternal:
      return SQLITE_INTERNAL;
    default:
      // What the user can put right is an ordinary error, as SQLite's own "no such table" is.
      return SQLITE_ERROR;
  }
}

}  // namespace vieworm
