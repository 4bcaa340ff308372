// A maintained view that cannot be followed any more is stale: what broke it goes on, and so does
// everybody who writes to its sources.
//
// Of a stale view nothing changes: its store stays as it is, its triggers stay where they are and
// do nothing, DDL leaves it alone. The reason is in vieworm.registry, and vieworm_views shows it.
// vieworm_repair, vieworm_refresh, vieworm_resume and a vieworm_create that replaces it plan the
// view anew, and it is stale no more.
//
//   MarkStale(view, "its owner may not read public.t")           where the reason is known
//   if (!TryOrMarkStale(view, [&] { ... })) return;              where something may fail
//
// Where its owner may not read a source any more, or not all of its rows, nobody reads the store
// either: a plain view would refuse, too.
//
// Both may be called from event triggers, from the trigger function on the sources, and from the
// SQL functions. They take effect with the transaction: if it is rolled back, the view is not
// stale.
#ifndef VIEWORM_PG_EXT_MAINTAIN_STALE_H_
#define VIEWORM_PG_EXT_MAINTAIN_STALE_H_

#include "pg_ext/server.h"

#include "pg_ext/registry.h"

namespace vieworm {

// `reason`: a clause without a full stop. Where the view is stale already, the first reason stays.
// Warns whoever is at work; the reason is told only to who may act as the owner of the view. All
// sessions take notice once the transaction commits. Throws PgError.
void MarkStale(const RegisteredView& view, const std::string& reason);

// The same for the view of that store; nothing where there is none.
void MarkStale(Oid store, const std::string& reason);

// The view has been planned anew: who may read it may do so again.
void ReopenStore(const RegisteredView& view);

bool IsStale(Oid store);

// Runs `work` in a subtransaction. Where it fails, its work is rolled back, the view marked stale
// with the error's message, and false returned. Errors that a second try would not meet (deadlocks,
// serialization failures, timeouts, cancelled queries, lack of memory or space) are thrown.
bool TryOrMarkStale(const RegisteredView& view, const std::function<void()>& work);

// The same for the view of that store; where there is none, failures are thrown.
bool TryOrMarkStale(Oid store, const std::function<void()>& work);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_STALE_H_
