#include "pg_ext/text.h"

#include "pg_ext/guard.h"

extern "C" {
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/jsonb.h"
}

namespace vieworm {

namespace {

bool NeedsConversion() {
  return GetDatabaseEncoding() != PG_UTF8 && GetDatabaseEncoding() != PG_SQL_ASCII;
}

}  // namespace

std::string FromServer(const char* text) {
  if (!NeedsConversion()) return text;
  char* converted =
      PgCall([=] { return pg_server_to_any(text, static_cast<int>(strlen(text)), PG_UTF8); });
  return converted;
}

char* ToServer(const std::string& text) {
  const char* source = text.c_str();
  int size = static_cast<int>(text.size());
  bool convert = NeedsConversion();
  return PgCall([=] {
    char* copy = pnstrdup(source, size);
    return convert ? pg_any_to_server(copy, size, PG_UTF8) : copy;
  });
}

std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Datum ToJsonb(const Json& json) {
  char* text = ToServer(Dump(json));
  return PgCall([=] { return DirectFunctionCall1(jsonb_in, CStringGetDatum(text)); });
}

Datum ToText(const std::string& text) {
  char* copy = ToServer(text);
  return PgCall([=] { return CStringGetTextDatum(copy); });
}

std::string QualifiedSql(const RelationName& name) {
  return QuoteIdentifier(name.schema) + "." + QuoteIdentifier(name.name);
}

}  // namespace vieworm
