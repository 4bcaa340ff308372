// The triggers of a maintained view, on the tables of its sources' families.
#ifndef VIEWORM_PG_EXT_MAINTAIN_SOURCE_TRIGGERS_H_
#define VIEWORM_PG_EXT_MAINTAIN_SOURCE_TRIGGERS_H_

#include "pg_ext/server.h"

#include "common/ddl/maintenance_postgres.h"
#include "pg_ext/registry.h"

namespace vieworm {

void CreateTriggers(const RegisteredView& view, const PostgresMaintenance& maintenance);

// Drops the triggers of the store `store` of that name, wherever they are. Those on tables that the
// view does not read may be anybody's: where such a table is locked, they stay, and do nothing.
void DropTriggers(Oid store, const RelationName& name);

// OIDs of tables and of their triggers that name the store, whoever made them: before its programs
// are there, nobody knows which tables the view reads.
std::vector<std::pair<Oid, Oid>> TriggersNaming(const RelationName& store);

// On a table that the view reads.
bool HasTriggers(const RegisteredView& view);

// Partitions come and go: gives triggers to the tables that have joined the families of the view's
// sources and, where `family_changed`, takes them from those that have left. Have rows come or gone
// with them?
bool FitTriggers(const RegisteredView& view, const PostgresMaintenance& maintenance,
                 bool family_changed);

// Is there a table whose triggers would be missing? A family is only read when a view is planned,
// and a table may have joined it before the triggers were there to lock it.
bool MissesTable(const PostgresMaintenance& maintenance);

// What is wrong with the triggers of a view that ought to have all of them; or "".
std::string DamageOfTriggers(const RegisteredView& view);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_SOURCE_TRIGGERS_H_
