#include "pg_ext/find_view.h"

#include "common/plan/refusals.h"
#include "pg_ext/lookup.h"

namespace vieworm {

std::optional<RegisteredView> FindViewIfExists(const std::string& name) {
  Oid relation = FindRelation(ParseRelationName(name, PostgresDialect()));
  if (relation == InvalidOid) return std::nullopt;
  std::optional<RegisteredView> view = FindRegistered(relation);
  if (!view) throw NotAView(NameOf(relation));
  return view;
}

RegisteredView FindView(const std::string& name) {
  std::optional<RegisteredView> view = FindViewIfExists(name);
  if (!view) throw DoesNotExist(ParseRelationName(name, PostgresDialect()));
  return *view;
}

RegisteredView LockView(const RegisteredView& view) {
  LockRegistered(view.view, RowLock::kWait);
  std::optional<RegisteredView> locked = FindRegistered(view.view);
  if (!locked) throw DoesNotExist(view.name);
  return *locked;
}

}  // namespace vieworm
