// The boundary between PostgreSQL's errors, which jump, and C++ exceptions, which unwind.
//
//   PG_FUNCTION_INFO_V1(vieworm_f);
//   Datum vieworm_f(PG_FUNCTION_ARGS) {
//     return Entry([fcinfo] { ... PgCall([=] { return SPI_connect(); }) ... });
//   }
//
// Two rules keep it safe. No exception leaves an extern "C" function: its whole body is in Entry.
// No jump skips a C++ frame that owns something: whatever of PostgreSQL may raise an error is
// called inside PgCall, whose callable holds plain pointers and numbers only.
#ifndef VIEWORM_PG_EXT_GUARD_H_
#define VIEWORM_PG_EXT_GUARD_H_

#include "pg_ext/server.h"

#include "common/diagnostic.h"

namespace vieworm {

// A PostgreSQL error on its way through C++ frames. The ErrorData is whole (SQLSTATE, detail, hint,
// context, cursor position) and lives in the memory context that was current at the PgCall.
//
// After it, only the end of the transaction or of a subtransaction leaves PostgreSQL in order: so
// nobody catches it but Entry, Subtransaction's users, and who throws another error in its place.
class PgError : public std::exception {
 public:
  explicit PgError(ErrorData* data) : data_(data) {}
  ErrorData* data() const { return data_; }
  const char* what() const noexcept override { return "PostgreSQL error"; }

 private:
  ErrorData* data_;
};

// Calls `call(state)`. Returns the error that it raised, or null.
ErrorData* Caught(void (*call)(void*), void* state);

// Calls `call`, which may raise PostgreSQL errors, and throws PgError for one.
template <typename Call>
auto PgCall(Call call) -> decltype(call()) {
  using Result = decltype(call());
  static_assert(std::is_trivially_copyable_v<Call> && std::is_trivially_destructible_v<Call>,
                "a callable that a jump may skip holds plain pointers and numbers only");
  if constexpr (std::is_void_v<Result>) {
    ErrorData* error = Caught([](void* state) { (*static_cast<Call*>(state))(); }, &call);
    if (error != nullptr) throw PgError(error);
  } else {
    static_assert(std::is_trivially_destructible_v<Result>, "a jump may skip the result, too");
    struct State {
      Call call;
      Result result;
    } state = {call, Result{}};
    auto run = [](void* opaque) {
      auto* here = static_cast<State*>(opaque);
      here->result = here->call();
    };
    ErrorData* error = Caught(run, &state);
    if (error != nullptr) throw PgError(error);
    return state.result;
  }
}

// An error that is to be raised once no C++ object is left. Texts are palloc'ed, in UTF-8.
struct PendingError {
  ErrorData* data = nullptr;  // a PostgreSQL error, raised again as it was
  int sqlstate = 0;
  const char* message = nullptr;
  const char* detail = nullptr;
  const char* hint = nullptr;

  void Take(const Diagnostic& diagnostic) noexcept;
  void Take(int code, const char* text) noexcept;
};

// Raises it. Not to be called where a C++ object is alive, nor inside a catch block: the exception
// would never be freed.
[[noreturn]] void Raise(const PendingError& error);

// Calls `body`, and raises whatever it throws as one PostgreSQL error. `body` must be trivially
// destructible, as a lambda that captures fcinfo is.
template <typename Body>
Datum Entry(Body body) {
  static_assert(std::is_trivially_destructible_v<Body>, "Raise jumps over it");
  PendingError pending;
  try {
    return body();
  } catch (const PgError& error) {
    pending.data = error.data();
  } catch (const Error& error) {
    pending.Take(error.diagnostic());
  } catch (const std::bad_alloc&) {
    pending.Take(ERRCODE_OUT_OF_MEMORY, "out of memory");
  } catch (const std::exception& error) {
    pending.Take(ERRCODE_INTERNAL_ERROR, error.what());
  } catch (...) {
    pending.Take(ERRCODE_INTERNAL_ERROR, "unrecognized C++ exception");
  }
  Raise(pending);
}

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_GUARD_H_
