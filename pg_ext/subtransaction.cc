#include "pg_ext/subtransaction.h"

#include "pg_ext/guard.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/xact.h"
#include "utils/resowner.h"
}

namespace vieworm {

// The procedural languages have text domains of their own.
bool IsFromServer(const ErrorData& error) {
  return error.domain == nullptr || strcmp(error.domain, PG_TEXTDOMAIN("postgres")) == 0;
}

bool EndsTheStatement(const ErrorData& error) {
  int sqlstate = error.sqlerrcode;
  return IsFromServer(error) &&
         (sqlstate == ERRCODE_QUERY_CANCELED || sqlstate == ERRCODE_ASSERT_FAILURE ||
          ERRCODE_TO_CATEGORY(sqlstate) == ERRCODE_OPERATOR_INTERVENTION);
}

bool PassesByItself(const ErrorData& error) {
  if (!IsFromServer(error)) return false;
  int sqlstate = error.sqlerrcode;
  switch (ERRCODE_TO_CATEGORY(sqlstate)) {
    case ERRCODE_TRANSACTION_ROLLBACK:
    case ERRCODE_INSUFFICIENT_RESOURCES:
    case ERRCODE_OPERATOR_INTERVENTION:
    case ERRCODE_SYSTEM_ERROR:
      return true;
    default:
      return sqlstate == ERRCODE_LOCK_NOT_AVAILABLE || sqlstate == ERRCODE_ASSERT_FAILURE;
  }
}

namespace {

char* CopyText(const char* text) { return text == nullptr ? nullptr : pstrdup(text); }

// The error in a memory context that the end of the subtransaction leaves alone: SPI's, in which it
// may have been caught, is gone then. What is a constant of the program is not copied.
ErrorData* Kept(const ErrorData* error, MemoryContext context) {
  return PgCall([=] {
    MemoryContextSwitchTo(context);
    auto* kept = static_cast<ErrorData*>(palloc(sizeof(ErrorData)));
    *kept = *error;
    kept->assoc_context = context;
    for (char** text :
         {&kept->message, &kept->detail, &kept->detail_log, &kept->hint, &kept->context,
          &kept->backtrace, &kept->schema_name, &kept->table_name, &kept->column_name,
          &kept->datatype_name, &kept->constraint_name, &kept->internalquery}) {
      *text = CopyText(*text);
    }
    return kept;
  });
}

class Subtransaction {
 public:
  Subtransaction() {
    MemoryContext context = context_;
    PgCall([=] {
      BeginInternalSubTransaction(nullptr);
      MemoryContextSwitchTo(context);
    });
  }

  MemoryContext context() const { return context_; }
  void Commit() const { End(ReleaseCurrentSubTransaction); }
  void RollBack() const { End(RollbackAndReleaseCurrentSubTransaction); }

 private:
  void End(void (*end)()) const {
    MemoryContext context = context_;
    ResourceOwner owner = owner_;
    PgCall([=] {
      end();
      MemoryContextSwitchTo(context);
      CurrentResourceOwner = owner;
    });
  }

  MemoryContext context_ = CurrentMemoryContext;
  ResourceOwner owner_ = CurrentResourceOwner;
};

}  // namespace

// Whatever leaves this, it leaves no subtransaction open: the session would take nothing but
// ROLLBACK after it.
std::optional<std::string> TryInSubtransaction(const std::function<void()>& work,
                                               bool (*is_thrown)(const ErrorData&)) {
  Subtransaction subtransaction;
  std::optional<std::string> failure;
  ErrorData* thrown = nullptr;
  try {
    work();
    subtransaction.Commit();
    return std::nullopt;
  } catch (const PgError& error) {
    failure = FromServer(error.data()->message);
    if (is_thrown(*error.data())) thrown = Kept(error.data(), subtransaction.context());
  } catch (const Error& error) {
    failure = error.diagnostic().message;
  } catch (...) {
    subtransaction.RollBack();
    throw;
  }
  subtransaction.RollBack();
  if (thrown != nullptr) throw PgError(thrown);
  return failure;
}

}  // namespace vieworm
