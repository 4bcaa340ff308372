// What SQLite itself refuses, as an Error of the core's that keeps SQLite's result code.
#ifndef VIEWORM_SQLITE_EXT_ENGINE_ERROR_H_
#define VIEWORM_SQLITE_EXT_ENGINE_ERROR_H_

#include <string>
#include <utility>

#include "common/diagnostic.h"

struct sqlite3;

namespace vieworm {

class EngineError : public Error {
 public:
  EngineError(int code, Diagnostic diagnostic) : Error(std::move(diagnostic)), code_(code) {}

  // SQLite's extended result code.
  int code() const { return code_; }

  // Has another connection the lock that is needed?
  bool IsBusy() const;

 private:
  int code_;
};

// Throws the error that the last call on `db` left there; `code` is what that call returned.
[[noreturn]] void ThrowEngineError(sqlite3* db, int code);

// The result code that goes with an error of `kind`.
int ResultCode(ErrorKind kind);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_ENGINE_ERROR_H_
