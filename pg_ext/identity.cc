#include "pg_ext/identity.h"

#include "common/names.h"
#include "pg_ext/guard.h"
#include "pg_ext/lookup.h"

extern "C" {
#include "access/gin.h"
#include "access/tableam.h"
#include "catalog/namespace.h"
#include "parser/parse_expr.h"
#include "parser/parser.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/bytea.h"
#include "utils/float.h"
#include "utils/guc.h"
#include "utils/rls.h"
#include "utils/xml.h"
}

namespace vieworm {

namespace {

constexpr char kSearchPath[] = "pg_catalog, pg_temp";

// A setting that a session may change, and that changes what a text means, how a value is written
// or which rows a query gives.
struct Setting {
  const char* name;
  const char* value;
  bool (*holds)();  // is it so already?
};

constexpr Setting kPinned[] = {
    {"search_path", kSearchPath, [] { return strcmp(namespace_search_path, kSearchPath) == 0; }},
    {"standard_conforming_strings", "on", [] { return standard_conforming_strings; }},
    {"backslash_quote", "safe_encoding",
     [] { return backslash_quote == BACKSLASH_QUOTE_SAFE_ENCODING; }},
    {"transform_null_equals", "off", [] { return !Transform_null_equals; }},
    {"array_nulls", "on", [] { return Array_nulls; }},
    {"quote_all_identifiers", "off", [] { return !quote_all_identifiers; }},
    {"datestyle", "ISO, MDY",
     [] { return DateStyle == USE_ISO_DATES && DateOrder == DATEORDER_MDY; }},
    {"intervalstyle", "postgres", [] { return IntervalStyle == INTSTYLE_POSTGRES; }},
    {"extra_float_digits", "1", [] { return extra_float_digits == 1; }},
    {"bytea_output", "hex", [] { return bytea_output == BYTEA_OUTPUT_HEX; }},
    {"xmlbinary", "base64", [] { return xmlbinary == XMLBINARY_BASE64; }},
    {"xmloption", "content", [] { return xmloption == XMLOPTION_CONTENT; }},
    {"row_security", "on", [] { return row_security; }},
    {"gin_fuzzy_search_limit", "0", [] { return GinFuzzySearchLimit == 0; }},
    // The store is an ordinary table whatever the session's default is.
    {"default_table_access_method", "heap",
     [] { return strcmp(default_table_access_method, "heap") == 0; }},
};

}  // namespace

ActingAs::ActingAs(Oid user, Restriction restriction) {
  GetUserIdAndSecContext(&saved_user_, &saved_context_);
  int flags = SECURITY_LOCAL_USERID_CHANGE;
  if (restriction == Restriction::kRestricted) flags |= SECURITY_RESTRICTED_OPERATION;
  SetUserIdAndSecContext(user, saved_context_ | flags);
}

ActingAs::~ActingAs() { SetUserIdAndSecContext(saved_user_, saved_context_); }

PinnedSettings::PinnedSettings() : level_(NewGUCNestLevel()) {
  PgCall([] {
    for (const Setting& setting : kPinned) {
      if (setting.holds()) continue;
      set_config_option(setting.name, setting.value, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE,
                        true, 0, false);
    }
  });
}

// As PostgreSQL does in the middle of an abort: no error can come from it. What a function of the
// view owner's has set meanwhile goes, too: the session may be somebody else's.
PinnedSettings::~PinnedSettings() { AtEOXact_GUC(false, level_); }

Oid ExtensionOwner() {
  Oid registry = RelationId({names::kSchema, names::kRegistry});
  if (registry == InvalidOid) {
    throw Error(ErrorKind::kInternal, "the registry of vieworm is missing");
  }
  return OwnerOf(registry);
}

}  // namespace vieworm
