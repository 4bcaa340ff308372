#include "pg_ext/notice.h"

#include "pg_ext/guard.h"
#include "pg_ext/text.h"

namespace vieworm {

void Notice(const std::string& message, const std::string& hint) {
  const char* text = ToServer(message);
  const char* advice = hint.empty() ? nullptr : ToServer(hint);
  PgCall(
      [=] { ereport(NOTICE, (errmsg_internal("%s", text), advice ? errhint("%s", advice) : 0)); });
}

void Warning(const std::string& message, const std::string& detail, const std::string& hint) {
  const char* text = ToServer(message);
  const char* more = detail.empty() ? nullptr : ToServer(detail);
  const char* advice = hint.empty() ? nullptr : ToServer(hint);
  PgCall([=] {
    ereport(WARNING, (errmsg_internal("%s", text), more ? errdetail_internal("%s", more) : 0,
                      advice ? errhint("%s", advice) : 0));
  });
}

}  // namespace vieworm
