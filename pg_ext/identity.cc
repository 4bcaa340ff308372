#include "pg_ext/identity.h"

#include "common/names.h"
#include "pg_ext/guard.h"
#include "pg_ext/lookup.h"

extern "C" {
#include "catalog/namespace.h"
#include "utils/guc.h"
}

namespace vieworm {

namespace {

struct Setting {
  const char* name;
  const char* value;
};

constexpr char kSearchPath[] = "pg_catalog, pg_temp";

constexpr Setting kPinned[] = {
    {"search_path", kSearchPath},
    {"standard_conforming_strings", "on"},
    {"datestyle", "ISO"},
    {"intervalstyle", "postgres"},
    {"extra_float_digits", "1"},
    {"bytea_output", "hex"},
    {"xmloption", "content"},
    {"row_security", "on"},
    // The store is an ordinary table whatever the session's default is.
    {"default_table_access_method", "heap"},
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
      set_config_option(setting.name, setting.value, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE,
                        true, 0, false);
    }
  });
}

// As PostgreSQL does in the middle of an abort: no error can come from it. What a function of the
// view owner's has set meanwhile goes, too: the session may be somebody else's.
PinnedSettings::~PinnedSettings() { AtEOXact_GUC(false, level_); }

PinnedSearchPath::PinnedSearchPath() : level_(NewGUCNestLevel()) {
  if (strcmp(namespace_search_path, kSearchPath) == 0) return;
  PgCall([] {
    set_config_option("search_path", kSearchPath, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true,
                      0, false);
  });
}

PinnedSearchPath::~PinnedSearchPath() { AtEOXact_GUC(false, level_); }

Oid ExtensionOwner() {
  Oid registry = RelationId({names::kSchema, names::kRegistry});
  if (registry == InvalidOid) {
    throw Error(ErrorKind::kInternal, "the registry of vieworm is missing");
  }
  return OwnerOf(registry);
}

}  // namespace vieworm
