#include "pg_ext/maintain/follow.h"

#include "common/ddl/triggers_postgres.h"
#include "common/diagnostic.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/move_window.h"
#include "pg_ext/maintain/owner_rights.h"
#include "pg_ext/maintain/programs.h"
#include "pg_ext/maintain/refill.h"
#include "pg_ext/maintain/replan.h"
#include "pg_ext/maintain/source_triggers.h"
#include "pg_ext/maintain/stale.h"
#include "pg_ext/registry.h"
#include "pg_ext/spi.h"

namespace vieworm {

namespace {

// The maintained views whose definition reads, through whatever plain views, what the command has
// altered, or a table that inherits from it or that it is below; whether something else than a
// table was altered; and whether it is sure that the view reads it. A table that was below a source
// a moment ago still has the triggers of the source's views. What is no relation and no function (a
// schema, a type, an extension) may be named by any view.
//
// A function is reached through the operators and aggregates that are made of it, and through the
// functions whose bodies may call it: of a body that is text PostgreSQL knows no dependencies, so
// whichever has its name in it counts.
constexpr char kConcerned[] =
    "WITH RECURSIVE altered AS ("
    "SELECT classid, objid FROM pg_catalog.pg_event_trigger_ddl_commands() "
    "WHERE schema_name IS DISTINCT FROM 'vieworm' UNION "
    "SELECT d.classid, d.objid FROM pg_catalog.pg_event_trigger_ddl_commands() AS c "
    "JOIN pg_catalog.pg_extension AS e ON e.oid OPERATOR(pg_catalog.=) c.objid "
    "AND e.extname OPERATOR(pg_catalog.<>) 'vieworm' "
    "JOIN pg_catalog.pg_depend AS d ON d.refclassid OPERATOR(pg_catalog.=) c.classid "
    "AND d.refobjid OPERATOR(pg_catalog.=) c.objid AND d.deptype OPERATOR(pg_catalog.=) 'e' "
    "AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::regclass "
    "WHERE c.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_extension'::regclass), "
    "reached(classid, objid, refills) AS ("
    "SELECT a.classid, a.objid, a.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::regclass "
    "OR EXISTS (SELECT FROM pg_catalog.pg_class AS c WHERE c.oid OPERATOR(pg_catalog.=) a.objid "
    "AND a.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::regclass "
    "AND c.relkind OPERATOR(pg_catalog.=) 'v') FROM altered AS a "
    "UNION SELECT a.classid, i.inhrelid, false "
    "FROM altered AS a JOIN pg_catalog.pg_inherits AS i "
    "ON i.inhparent OPERATOR(pg_catalog.=) a.objid "
    "AND a.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::regclass "
    "UNION SELECT next.classid, next.objid, r.refills "
    "FROM reached AS r, LATERAL ("
    "SELECT 'pg_catalog.pg_class'::regclass::pg_catalog.oid, i.inhparent "
    "FROM pg_catalog.pg_inherits AS i "
    "WHERE i.inhrelid OPERATOR(pg_catalog.=) r.objid "
    "AND r.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::regclass "
    "UNION ALL SELECT 'pg_catalog.pg_class'::regclass, w.ev_class "
    "FROM pg_catalog.pg_depend AS d JOIN pg_catalog.pg_rewrite AS w "
    "ON w.oid OPERATOR(pg_catalog.=) d.objid "
    "WHERE d.refclassid OPERATOR(pg_catalog.=) r.classid "
    "AND d.refobjid OPERATOR(pg_catalog.=) r.objid "
    "AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_rewrite'::regclass "
    "UNION ALL SELECT d.classid, d.objid FROM pg_catalog.pg_depend AS d "
    "WHERE r.classid OPERATOR(pg_catalog.=) ANY (ARRAY['pg_catalog.pg_proc'::regclass, "
    "'pg_catalog.pg_operator'::regclass]::pg_catalog.oid[]) "
    "AND d.refclassid OPERATOR(pg_catalog.=) r.classid "
    "AND d.refobjid OPERATOR(pg_catalog.=) r.objid "
    "AND d.classid OPERATOR(pg_catalog.=) ANY (ARRAY['pg_catalog.pg_proc'::regclass, "
    "'pg_catalog.pg_operator'::regclass]::pg_catalog.oid[]) "
    "UNION ALL SELECT 'pg_catalog.pg_proc'::regclass, caller.oid FROM ("
    "SELECT p.proname FROM pg_catalog.pg_proc AS p WHERE p.oid OPERATOR(pg_catalog.=) r.objid "
    "AND r.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::regclass "
    "UNION ALL SELECT o.oprname FROM pg_catalog.pg_operator AS o "
    "WHERE o.oid OPERATOR(pg_catalog.=) r.objid "
    "AND r.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_operator'::regclass) AS called(name) "
    "JOIN pg_catalog.pg_proc AS caller ON pg_catalog.strpos(pg_catalog.lower(caller.prosrc), "
    "pg_catalog.lower(called.name::pg_catalog.text)) OPERATOR(pg_catalog.>) 0 "
    "JOIN pg_catalog.pg_language AS l ON l.oid OPERATOR(pg_catalog.=) caller.prolang "
    "AND l.lanname OPERATOR(pg_catalog.<>) ALL ('{internal,c}'::pg_catalog.name[]) "
    "WHERE caller.pronamespace OPERATOR(pg_catalog.<>) 'pg_catalog'::regnamespace"
    ") AS next(classid, objid)) "
    "SELECT v.view::pg_catalog.oid, pg_catalog.bool_or(r.refills), true "
    "FROM vieworm.registry AS v JOIN reached AS r "
    "ON r.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::regclass "
    "AND r.objid OPERATOR(pg_catalog.=) v.definition::pg_catalog.oid "
    "WHERE v.state IS NOT NULL GROUP BY 1 "
    "UNION SELECT v.view::pg_catalog.oid, false, true FROM vieworm.registry AS v "
    "JOIN pg_catalog.pg_class AS s ON s.oid OPERATOR(pg_catalog.=) v.store::pg_catalog.oid "
    "WHERE v.state IS NOT NULL AND EXISTS (SELECT FROM altered AS a "
    "JOIN pg_catalog.pg_trigger AS t ON t.tgrelid OPERATOR(pg_catalog.=) a.objid "
    "AND a.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::regclass "
    "WHERE t.tgargs OPERATOR(pg_catalog.=) (pg_catalog.convert_to(s.relname::pg_catalog.text, "
    "pg_catalog.getdatabaseencoding()) OPERATOR(pg_catalog.||) '\\x00'::pg_catalog.bytea)) "
    "UNION SELECT v.view::pg_catalog.oid, false, false FROM vieworm.registry AS v "
    "WHERE v.state IS NOT NULL AND EXISTS (SELECT FROM altered AS a WHERE a.classid "
    "OPERATOR(pg_catalog.<>) ALL (ARRAY['pg_catalog.pg_class'::regclass::pg_catalog.oid, "
    "'pg_catalog.pg_proc'::regclass::pg_catalog.oid])) ORDER BY 1, 2 DESC, 3 DESC";

[[noreturn]] void Refuse(const RegisteredView& view, const std::string& why) {
  throw Error(ErrorKind::kDependents,
              "view " + Quoted(view.name.Display()) + " could not be maintained after that", why,
              "Drop the view, or create it anew to be refreshed on demand.");
}

void ComputeAnew(const RegisteredView& view) {
  CheckSnapshotIsFresh(view);
  CheckNotInUse(view);
  LockSources(view);
  RewritePrograms(view.store);
  MoveBounds(view);
  RefreshResult result;
  RefillStore(view, &result);
}

// Without any trigger it is not, or not yet: a dump is restored table by table, and keys and
// triggers come after the rows.
void Follow(const RegisteredView& view, bool refills, bool may_refuse) {
  if (!view.paused && !HasTriggers(view)) return;
  std::string missing = MissingRight(view);
  if (!missing.empty()) {
    MarkStale(view, missing);
    return;
  }
  bool family_changed = HasOtherFamilies(view.store);
  NewPlan plan = PlanForStore(view);
  if (!plan.maintenance) {
    if (may_refuse && !plan.failed) Refuse(view, "The reason is: " + plan.reason + ".");
    MarkStale(view, plan.reason);
    return;
  }
  if (PutInPlace(view, plan)) refills = true;
  if (view.paused) return;
  if (FitTriggers(view, *plan.maintenance, family_changed)) refills = true;
  if (refills) ComputeAnew(view);
}

// Calls `each(view, refills, names_source)`.
template <typename Each>
void ForEachConcerned(Each each) {
  std::vector<Row> concerned;
  {
    ActingAsExtension as_extension;
    concerned = RunSqlAsOfNow(kConcerned).rows;
  }
  Oid before = InvalidOid;
  for (const Row& row : concerned) {
    Oid id = static_cast<Oid>(std::stoul(row[0].value()));
    std::optional<RegisteredView> view = FindRegistered(id);
    if (view && id != before) each(*view, row[1] == "t", row[2] == "t");
    before = id;
  }
}

// What cannot be followed makes the view stale. The command is refused only where it names what the
// view reads, where it is vieworm that objects (an error of the definition's own was there before
// the command), and where whoever gave it may drop the view instead.
void FollowOrMarkStale(const RegisteredView& view, bool names_source,
                       const std::function<void(bool may_refuse)>& follow) {
  if (view.stale_reason) return;
  bool may_refuse = names_source && ActsAsOwner(view.view);
  std::optional<Error> refusal;
  TryOrMarkStale(view, [&] {
    try {
      follow(may_refuse);
    } catch (const Error& error) {
      if (!may_refuse) throw;
      refusal = error;
    }
  });
  if (refusal) throw *refusal;
}

// Those that went with their tables. (Names of tables' schemas and of tables come before.)
constexpr char kDroppedTriggers[] =
    "SELECT d.address_names[3] FROM pg_catalog.pg_event_trigger_dropped_objects() AS d "
    "WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_trigger'::pg_catalog.regclass "
    "AND NOT d.original";

}  // namespace

void FollowAlteredSources() {
  ForEachConcerned([](const RegisteredView& view, bool refills, bool names_source) {
    FollowOrMarkStale(view, names_source,
                      [&](bool may_refuse) { Follow(view, refills, may_refuse); });
  });
}

void FollowDisabledTriggers() {
  ForEachConcerned([](const RegisteredView& view, bool, bool) {
    if (view.paused || view.stale_reason || DamageOfTriggers(view).empty()) return;
    MarkStale(view, "some of its triggers have been disabled");
  });
}

void FollowLostRights() {
  for (const RegisteredView& view : AllRegistered()) {
    if (!view.IsMaintained()) continue;
    TryOrMarkStale(view, [&] {
      std::string missing = MissingRight(view);
      if (!missing.empty()) MarkStale(view, missing);
    });
  }
}

// No trigger fires for rows that go with a partition. Its own triggers tell whose they were, if the
// family has become smaller: anybody may have had such triggers. A view whose source itself is
// dropped goes along.
void FollowDroppedTables() {
  std::set<std::string> dropped;
  {
    ActingAsExtension as_extension;
    for (const Row& row : RunSqlAsOfNow(kDroppedTriggers).rows) dropped.insert(row[0].value());
  }
  if (dropped.empty()) return;
  for (const RegisteredView& view : AllRegistered()) {
    if (!view.IsMaintained() || view.paused) continue;
    if (dropped.count(TruncateTriggerName(view.store_name)) == 0) continue;
    if (!HasOtherFamilies(view.store)) continue;
    FollowOrMarkStale(view, true, [&](bool) {
      ComputeAnew(view);
      SaveFamilies(view.store);
    });
  }
}

}  // namespace vieworm
