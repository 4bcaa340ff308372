#include "pg_ext/maintain/stale.h"

#include "common/sql/dialect.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/owner_rights.h"
#include "pg_ext/notice.h"
#include "pg_ext/spi.h"
#include "pg_ext/subtransaction.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/xact.h"
#include "utils/acl.h"
#include "utils/inval.h"
}

namespace vieworm {

namespace {

// The reason may have words of the sources' contents in it, as errors do.
void Warn(const RegisteredView& view, const std::string& reason) {
  std::string detail = ActsAsOwner(view.view) ? "The reason is: " + reason + "." : "";
  Warning("view " + Quoted(view.name.Display()) + " is stale, and not maintained any more", detail,
          "Its owner finds the reason in vieworm_views; vieworm_repair puts the view right.");
}

bool OwnerReadsStore(const RegisteredView& view) {
  Oid store = view.store;
  Oid owner = view.owner;
  return PgCall([=] { return pg_class_aclcheck(store, owner, ACL_SELECT) == ACLCHECK_OK; });
}

// Nobody reads through the view then, its owner included, as nobody would through a plain view.
void CloseIfNeeded(const RegisteredView& view) {
  if (!OwnerReadsStore(view) || !MayNotShow(view)) return;
  ActingAsExtension as_extension;
  RunSql("REVOKE SELECT ON " + QualifiedSql(view.store_name) + " FROM " +
         QuoteIdentifier(RoleName(view.owner)));
}

}  // namespace

void MarkStale(const RegisteredView& view, const std::string& reason) {
  bool is_news = SetStale(view.view, reason);
  CloseIfNeeded(view);
  if (!is_news) return;
  Oid store = view.store;
  PgCall([=] {
    CacheInvalidateRelcacheByRelid(store);
    CommandCounterIncrement();
  });
  Warn(view, reason);
}

void MarkStale(Oid store, const std::string& reason) {
  if (std::optional<RegisteredView> view = FindByStore(store)) MarkStale(*view, reason);
}

void ReopenStore(const RegisteredView& view) {
  if (OwnerReadsStore(view)) return;
  ActingAsExtension as_extension;
  RunSql("GRANT SELECT ON " + QualifiedSql(view.store_name) + " TO " +
         QuoteIdentifier(RoleName(view.owner)));
}

bool IsStale(Oid store) {
  std::optional<RegisteredView> view = FindByStore(store);
  return view && view->stale_reason;
}

bool TryOrMarkStale(const RegisteredView& view, const std::function<void()>& work) {
  std::optional<std::string> failure = TryInSubtransaction(work, PassesByItself);
  if (!failure) return true;
  MarkStale(view, *failure);
  return false;
}

bool TryOrMarkStale(Oid store, const std::function<void()>& work) {
  std::optional<RegisteredView> view = FindByStore(store);
  if (view) return TryOrMarkStale(*view, work);
  work();
  return true;
}

}  // namespace vieworm
