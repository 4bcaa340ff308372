#include "pg_ext/guard.h"

#include "pg_ext/sqlstate.h"

extern "C" {
#include "mb/pg_wchar.h"
}

namespace vieworm {

namespace {

// Inside a catch block nothing may raise: without memory the text is lost, not the error.
const char* Copy(std::string_view text) noexcept {
  if (text.empty()) return nullptr;
  auto* copy = static_cast<char*>(palloc_extended(text.size() + 1, MCXT_ALLOC_NO_OOM));
  if (copy == nullptr) return nullptr;
  text.copy(copy, text.size());
  copy[text.size()] = '\0';
  return copy;
}

const char* InServerEncoding(const char* text) {
  if (text == nullptr || GetDatabaseEncoding() == PG_SQL_ASCII) return text;
  return pg_any_to_server(text, static_cast<int>(strlen(text)), PG_UTF8);
}

}  // namespace

// The one place where a jump lands. Nothing is thrown between PG_TRY and PG_END_TRY, where the
// stack of handlers is not in order.
ErrorData* Caught(void (*call)(void*), void* state) {
  MemoryContext context = CurrentMemoryContext;
  ErrorData* volatile error = nullptr;
  PG_TRY();
  { call(state); }
  PG_CATCH();
  {
    MemoryContextSwitchTo(context);
    error = CopyErrorData();
    FlushErrorState();
  }
  PG_END_TRY();
  return error;
}

void PendingError::Take(const Diagnostic& diagnostic) noexcept {
  sqlstate = SqlState(diagnostic.kind);
  message = Copy(diagnostic.message);
  detail = Copy(diagnostic.detail);
  hint = Copy(diagnostic.hint);
}

void PendingError::Take(int code, const char* text) noexcept {
  sqlstate = code;
  message = Copy(text);
}

void Raise(const PendingError& error) {
  if (error.data != nullptr) ReThrowError(error.data);
  const char* message = InServerEncoding(error.message);
  const char* detail = InServerEncoding(error.detail);
  const char* hint = InServerEncoding(error.hint);
  ereport(ERROR,
          (errcode(error.sqlstate), errmsg_internal("%s", message ? message : "out of memory"),
           detail ? errdetail_internal("%s", detail) : 0, hint ? errhint("%s", hint) : 0));
  pg_unreachable();
}

}  // namespace vieworm
