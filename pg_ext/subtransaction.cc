#include "pg_ext/subtransaction.h"

#include "pg_ext/guard.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/xact.h"
#include "utils/resowner.h"
}

namespace vieworm {

bool EndsTheStatement(int sqlstate) {
  return sqlstate == ERRCODE_QUERY_CANCELED || sqlstate == ERRCODE_ASSERT_FAILURE ||
         ERRCODE_TO_CATEGORY(sqlstate) == ERRCODE_OPERATOR_INTERVENTION;
}

std::optional<std::string> TryInSubtransaction(const std::function<void()>& work,
                                               bool (*is_thrown)(int sqlstate)) {
  MemoryContext context = CurrentMemoryContext;
  ResourceOwner owner = CurrentResourceOwner;
  PgCall([=] {
    BeginInternalSubTransaction(nullptr);
    MemoryContextSwitchTo(context);
  });
  std::optional<std::string> failure;
  try {
    work();
    PgCall([=] {
      ReleaseCurrentSubTransaction();
      MemoryContextSwitchTo(context);
      CurrentResourceOwner = owner;
    });
    return std::nullopt;
  } catch (const PgError& error) {
    if (is_thrown(error.data()->sqlerrcode)) throw;
    failure = FromServer(error.data()->message);
  } catch (const Error& error) {
    failure = error.diagnostic().message;
  }
  PgCall([=] {
    RollbackAndReleaseCurrentSubTransaction();
    MemoryContextSwitchTo(context);
    CurrentResourceOwner = owner;
  });
  return failure;
}

}  // namespace vieworm
