#include "pg_ext/parse.h"

#include "pg_ext/guard.h"

extern "C" {
#include "parser/parser.h"
}

namespace vieworm {

void PointInto(void* text) {
  int position = geterrposition();
  if (position <= 0) return;
  errposition(0);
  internalerrposition(position);
  internalerrquery(static_cast<const char*>(text));
}

List* ParseStatements(const char* text) {
  return PgCall(
      [=] { return WithPosition(text, [=] { return raw_parser(text, RAW_PARSE_DEFAULT); }); });
}

}  // namespace vieworm
