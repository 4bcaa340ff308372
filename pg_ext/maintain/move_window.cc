#include "pg_ext/maintain/move_window.h"

#include "pg_ext/execute.h"
#include "pg_ext/guard.h"
#include "pg_ext/maintain/programs.h"
#include "pg_ext/maintain/refill.h"
#include "pg_ext/maintain/writer_locks.h"
#include "pg_ext/maintenance.h"

namespace vieworm {

void MoveBounds(const RegisteredView& view) {
  if (!view.IsWindow()) return;
  MaintainingStore maintaining(view.window);
  Run({Actor::kOwner, LoadWindowMove(view.store)}, view.owner);
  SetAsOfNow(view.view);
}

void MoveWindow(const RegisteredView& view, RefreshResult* result) {
  CheckSnapshotIsFresh(view);
  CheckNotInUse(view);
  std::vector<Oid> sources = SourcesOf(view.store);
  const Oid* list = sources.data();
  int count = static_cast<int>(sources.size());
  Oid store = view.store;
  PgCall([=] { LockOutWriters(store, list, count); });
  MoveBounds(view);
  RefillStore(view, result);
}

}  // namespace vieworm
