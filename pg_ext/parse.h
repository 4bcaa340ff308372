// SQL text -> PostgreSQL's raw parse trees.
#ifndef VIEWORM_PG_EXT_PARSE_H_
#define VIEWORM_PG_EXT_PARSE_H_

#include "pg_ext/server.h"

struct List;

namespace vieworm {

// An error context callback: errors of the parser carry a position in `text`; without this, clients
// would take it for one in the statement that called us.
void PointInto(void* text);

// `call` with the callback in place. To be called inside PgCall, which puts error_context_stack
// back after an error.
template <typename Call>
auto WithPosition(const char* text, Call call) -> decltype(call()) {
  ErrorContextCallback callback = {};
  callback.callback = PointInto;
  callback.arg = const_cast<char*>(text);
  callback.previous = error_context_stack;
  error_context_stack = &callback;
  auto result = call();
  error_context_stack = callback.previous;
  return result;
}

// The statements of `text`, which is in the server's encoding. Throws PgError.
List* ParseStatements(const char* text);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_PARSE_H_
