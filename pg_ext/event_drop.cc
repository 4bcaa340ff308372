#include "common/names.h"
#include "common/plan/refusals.h"
#include "pg_ext/events.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/follow.h"
#include "pg_ext/maintain/source_triggers.h"
#include "pg_ext/maintenance.h"
#include "pg_ext/notice.h"
#include "pg_ext/registry.h"
#include "pg_ext/schedules.h"
#include "pg_ext/spi.h"
#include "pg_ext/switched_off.h"
#include "pg_ext/text.h"

namespace vieworm {

namespace {

// The registered views that lost a relation: OIDs, whether the view itself is gone, and the
// internal relation that somebody dropped by name, if any. The newest first: it may read an older
// one's store.
constexpr char kLosses[] =
    "SELECT r.view::pg_catalog.oid, r.store::pg_catalog.oid, r.definition::pg_catalog.oid, "
    "r.state::pg_catalog.oid, r.bounds::pg_catalog.oid, r.job, "
    "pg_catalog.bool_or(d.objid OPERATOR(pg_catalog.=) r.view::pg_catalog.oid), "
    "pg_catalog.min(d.object_identity) FILTER (WHERE d.original "
    "AND d.objid OPERATOR(pg_catalog.<>) r.view::pg_catalog.oid) "
    "FROM pg_catalog.pg_event_trigger_dropped_objects() AS d JOIN vieworm.registry AS r "
    "ON d.objid OPERATOR(pg_catalog.=) r.view::pg_catalog.oid "
    "OR d.objid OPERATOR(pg_catalog.=) r.store::pg_catalog.oid "
    "OR d.objid OPERATOR(pg_catalog.=) r.definition::pg_catalog.oid "
    "OR d.objid OPERATOR(pg_catalog.=) r.state::pg_catalog.oid "
    "OR d.objid OPERATOR(pg_catalog.=) r.bounds::pg_catalog.oid "
    "WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass "
    "AND d.objsubid OPERATOR(pg_catalog.=) 0 "
    "GROUP BY 1, 2, 3, 4, 5, 6, r.created_at ORDER BY r.created_at DESC";

constexpr char kDroppedViews[] =
    "SELECT d.object_identity FROM pg_catalog.pg_event_trigger_dropped_objects() AS d "
    "WHERE d.object_type OPERATOR(pg_catalog.=) ANY (ARRAY['view', 'materialized view']) "
    "AND d.schema_name OPERATOR(pg_catalog.<>) 'vieworm'";

struct Loss {
  Oid view;
  Oid store;
  Oid definition;
  Oid state;
  Oid window;
  std::optional<std::string> job;
  bool view_dropped;
  Value dropped_by_name;
};

Oid ToOid(const Value& value) { return value ? static_cast<Oid>(std::stoul(*value)) : InvalidOid; }

std::vector<Loss> FindLosses() {
  std::vector<Loss> losses;
  ActingAsExtension as_extension;
  for (const Row& row : RunSqlAsOfNow(kLosses).rows) {
    losses.push_back({ToOid(row[0]), ToOid(row[1]), ToOid(row[2]), ToOid(row[3]), ToOid(row[4]),
                      row[5], row[6] == "t", row[7]});
  }
  return losses;
}

// With what hangs on it: anybody may name an internal relation in a view, or its type in a column,
// and that must not keep the owner from dropping his. The views of vieworm's that read it have been
// cleaned before.
void DropRest(Oid relation, const char* drop) {
  if (relation == InvalidOid || KindOf(relation) == 0) return;
  std::string name = QualifiedSql(NameOf(relation));
  ActingAsExtension as_extension;
  RunSql(std::string(drop) + " " + name + " CASCADE");
}

void Clean(const Loss& loss) {
  if (!loss.view_dropped && loss.dropped_by_name) {
    throw Error(ErrorKind::kDependents,
                "cannot drop " + *loss.dropped_by_name + " because view " +
                    Quoted(NameOf(loss.view).Display()) + " is made of it",
                "", "Drop the view itself, with vieworm_drop or with DROP VIEW.");
  }
  if (std::optional<RelationName> store = NameIfExists(loss.store))
    DropTriggers(loss.store, *store);
  // Then the row: the event triggers of the drops below must not find it again.
  DeleteRegistered(loss.view);
  if (!loss.view_dropped) {
    Notice("drop cascades to view " + NameOf(loss.view).Display());
    DropRest(loss.view, "DROP VIEW");
  }
  DropRest(loss.state, "DROP VIEW");
  DropRest(loss.store, "DROP TABLE");
  DropRest(loss.window, "DROP TABLE");
  DropRest(loss.definition, "DROP VIEW");
  RemoveSchedule(loss.job);
}

void LogDroppedViews() {
  ActingAsExtension as_extension;
  for (const Row& row : RunSqlAsOfNow(kDroppedViews).rows) DropLog::Add(row[0].value());
}

}  // namespace

void AfterDrop() {
  if (RelationId({names::kSchema, names::kRegistry}) == InvalidOid) return;
  WithoutJit without_jit;
  if (DropLog::Wanted()) LogDroppedViews();
  for (const Loss& loss : FindLosses()) {
    if (!RebuildingView::Now(loss.view)) Clean(loss);
  }
  FollowDroppedTables();
}

}  // namespace vieworm
