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

void RequireWhole(const RegisteredView& view) {
  if (view.storage != Storage::kStore || !view.definition_name.name.empty()) return;
  throw Error(ErrorKind::kWrongState,
              "view " + Quoted(view.name.Display()) + " has no definition any more",
              "It went with something that it reads, dropped where no event trigger saw it.",
              "Drop the view, or create it anew with \"or_replace\".");
}

RegisteredView FindView(const std::string& name) {
  std::optional<RegisteredView> view = FindViewIfExists(name);
  if (!view) throw DoesNotExist(ParseRelationName(name, PostgresDialect()));
  RequireWhole(*view);
  return *view;
}

RegisteredView LockView(const RegisteredView& view) {
  LockRegistered(view.view, RowLock::kWait);
  std::optional<RegisteredView> locked = FindRegistered(view.view);
  if (!locked) throw DoesNotExist(view.name);
  return *locked;
}

}  // namespace vieworm
