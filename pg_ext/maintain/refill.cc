#include "pg_ext/maintain/refill.h"

#include "common/diagnostic.h"
#include "pg_ext/execute.h"
#include "pg_ext/family.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/apply_difference.h"
#include "pg_ext/maintenance.h"
#include "pg_ext/sources.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/relation.h"
#include "access/xact.h"
#include "utils/rel.h"
}

namespace vieworm {

namespace {

// By OID.
std::vector<Oid> SourcesOfView(const RegisteredView& view) {
  std::vector<Oid> sources =
      SourcesThroughViews(RelationsInView(view.definition), [](Oid) { return false; });
  std::sort(sources.begin(), sources.end());
  return sources;
}

// They and the tables below them.
std::vector<Oid> TablesOfView(const RegisteredView& view) {
  std::vector<Oid> tables;
  for (Oid source : SourcesOfView(view)) {
    std::vector<Oid> family = FamilyOf(source);
    tables.insert(tables.end(), family.begin(), family.end());
  }
  return tables;
}

}  // namespace

void RefillStore(const RegisteredView& view, RefreshResult* result) {
  // What others have added to the store since the transaction's snapshot was taken may be wrong
  // now: TRUNCATE looks at no snapshot.
  ApplyDifference(view, view.state_name, DifferenceAsOf::kNow, result);
}

void RefillStore(Oid store) {
  std::optional<RegisteredView> view = FindByStore(store);
  if (!view) return;
  LockSources(*view);
  RefreshResult result;
  RefillStore(*view, &result);
}

// DELETE and not TRUNCATE, which would lock out the readers.
void EmptyStore(const RegisteredView& view, RefreshResult* result) {
  MaintainingStore maintaining(view.store);
  Statement remove = {Actor::kOwner, "DELETE FROM " + QualifiedSql(view.store_name)};
  result->deleted = static_cast<long long>(Run(remove, view.owner).processed);
  result->inserted = 0;
}

void CheckSnapshotIsFresh(const RegisteredView& view) {
  if (!IsolationUsesXactSnapshot()) return;
  throw Error(ErrorKind::kWrongState,
              "cannot compute maintained view " + Quoted(view.name.Display()) +
                  " anew in a transaction of this isolation level",
              "What other transactions have changed since it began would be missing.",
              "Use a transaction of isolation level READ COMMITTED.");
}

void CheckNotInUse(const RegisteredView& view) {
  for (Oid id : TablesOfView(view)) {
    bool in_use = PgCall([=] {
      ::Relation table = relation_open(id, AccessShareLock);
      bool referenced = table->rd_refcnt > 1;
      relation_close(table, NoLock);
      return referenced;
    });
    if (!in_use) continue;
    throw Error(ErrorKind::kWrongState,
                "cannot compute maintained view " + Quoted(view.name.Display()) +
                    " anew while a statement uses " + Quoted(NameOf(id).Display()),
                "Its rows would be neither those of before nor those of after.",
                "Let the statement end first; an open cursor is closed by CLOSE.");
  }
}

// As the extension's owner: the owner of the view may only read the tables.
void LockSources(const RegisteredView& view) {
  std::vector<Oid> sources = SourcesOfView(view);
  ActingAsExtension as_extension;
  for (Oid source : sources) {
    RunSql("LOCK TABLE " + QualifiedSql(NameOf(source)) + " IN SHARE ROW EXCLUSIVE MODE");
  }
}

}  // namespace vieworm
