#include "pg_ext/maintain/follow.h"

#include "common/ddl/triggers_postgres.h"
#include "common/ddl/window_postgres.h"
#include "common/diagnostic.h"
#include "common/names.h"
#include "pg_ext/analyze.h"
#include "pg_ext/execute.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/move_window.h"
#include "pg_ext/maintain/plan.h"
#include "pg_ext/maintain/programs.h"
#include "pg_ext/maintain/refill.h"
#include "pg_ext/maintain/source_triggers.h"
#include "pg_ext/pg_catalog.h"
#include "pg_ext/registry.h"
#include "pg_ext/text.h"

namespace vieworm {

namespace {

// The maintained views whose definition reads, through whatever plain views, what the command has
// altered, or a table that inherits from it or that it is below; and whether something else than a
// table was altered. A table that was below a source a moment ago still has the triggers of the
// source's views. What is no relation and no function (a schema, a type) may be named by any view.
constexpr char kConcerned[] =
    "WITH RECURSIVE altered AS ("
    "SELECT classid, objid FROM pg_catalog.pg_event_trigger_ddl_commands() "
    "WHERE schema_name IS DISTINCT FROM 'vieworm'), "
    "reached(classid, objid, refills) AS ("
    "SELECT a.classid, a.objid, a.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::regclass "
    "OR EXISTS (SELECT FROM pg_catalog.pg_class AS c WHERE c.oid OPERATOR(pg_catalog.=) a.objid "
    "AND a.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::regclass "
    "AND c.relkind OPERATOR(pg_catalog.=) 'v') FROM altered AS a "
    "UNION SELECT a.classid, i.inhrelid, false "
    "FROM altered AS a JOIN pg_catalog.pg_inherits AS i "
    "ON i.inhparent OPERATOR(pg_catalog.=) a.objid "
    "AND a.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::regclass "
    "UNION SELECT 'pg_catalog.pg_class'::regclass::pg_catalog.oid, next.objid, r.refills "
    "FROM reached AS r, LATERAL ("
    "SELECT i.inhparent FROM pg_catalog.pg_inherits AS i "
    "WHERE i.inhrelid OPERATOR(pg_catalog.=) r.objid "
    "AND r.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::regclass "
    "UNION ALL SELECT w.ev_class FROM pg_catalog.pg_depend AS d JOIN pg_catalog.pg_rewrite AS w "
    "ON w.oid OPERATOR(pg_catalog.=) d.objid "
    "WHERE d.refclassid OPERATOR(pg_catalog.=) r.classid "
    "AND d.refobjid OPERATOR(pg_catalog.=) r.objid "
    "AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_rewrite'::regclass) AS next(objid)) "
    "SELECT v.view::pg_catalog.oid, pg_catalog.bool_or(r.refills) "
    "FROM vieworm.registry AS v JOIN reached AS r "
    "ON r.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::regclass "
    "AND r.objid OPERATOR(pg_catalog.=) v.definition::pg_catalog.oid "
    "WHERE v.state IS NOT NULL GROUP BY 1 "
    "UNION SELECT v.view::pg_catalog.oid, false FROM vieworm.registry AS v "
    "JOIN pg_catalog.pg_class AS s ON s.oid OPERATOR(pg_catalog.=) v.store::pg_catalog.oid "
    "WHERE v.state IS NOT NULL AND EXISTS (SELECT FROM altered AS a "
    "JOIN pg_catalog.pg_trigger AS t ON t.tgrelid OPERATOR(pg_catalog.=) a.objid "
    "AND a.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::regclass "
    "WHERE t.tgargs OPERATOR(pg_catalog.=) (pg_catalog.convert_to(s.relname::pg_catalog.text, "
    "pg_catalog.getdatabaseencoding()) OPERATOR(pg_catalog.||) '\\x00'::pg_catalog.bytea)) "
    "UNION SELECT v.view::pg_catalog.oid, false FROM vieworm.registry AS v "
    "WHERE v.state IS NOT NULL AND EXISTS (SELECT FROM altered AS a WHERE a.classid "
    "OPERATOR(pg_catalog.<>) ALL (ARRAY['pg_catalog.pg_class'::regclass::pg_catalog.oid, "
    "'pg_catalog.pg_proc'::regclass::pg_catalog.oid])) ORDER BY 1, 2 DESC";

[[noreturn]] void Refuse(const RegisteredView& view, const std::string& why) {
  throw Error(ErrorKind::kDependents,
              "view " + Quoted(view.name.Display()) + " could not be maintained after that", why,
              "Drop the view, or create it anew to be refreshed on demand.");
}

bool SameColumns(const std::vector<Column>& left, const std::vector<Column>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Column& a, const Column& b) {
                      return a.name == b.name && a.type == b.type && a.collation == b.collation;
                    });
}

std::string DefinitionText(const RelationName& view) {
  ActingAsExtension as_extension;
  return FirstValue(RunSqlAsOfNow("SELECT pg_catalog.pg_get_viewdef($1::pg_catalog.regclass)",
                                  {QualifiedSql(view)}))
      .value();
}

// Does the state view select something else than `state`? Both are compared as PostgreSQL writes
// them, with the names of today.
bool Differs(const RegisteredView& view, const std::string& state) {
  PgCatalog catalog;
  RelationName probe = {names::kSchema, catalog.FreeName(view.name, "probe", names::kSchema)};
  ActingAsExtension as_extension;
  RunSql("CREATE VIEW " + QualifiedSql(probe) + " AS " + state);
  bool differs = DefinitionText(probe) != DefinitionText(view.state_name);
  RunSql("DROP VIEW " + QualifiedSql(probe));
  return differs;
}

PostgresMaintenance PlanOrRefuse(const RegisteredView& view) {
  ActingAs as_owner(view.owner, Restriction::kLocal);
  MaintenanceOutcome outcome = PlanMaintenance(view);
  if (!outcome.maintenance) Refuse(view, "The reason is: " + outcome.reason + ".");
  PinnedSettings settings;
  bool same =
      SameColumns(ColumnsOf(AnalyzeSelect(outcome.maintenance->state)),
                  ColumnsOf(AnalyzeSelect("SELECT * FROM " + QualifiedSql(view.store_name))));
  if (!same) Refuse(view, "Its store would need other columns.");
  const SlidingWindow& window = outcome.maintenance->window;
  bool has_bounds = window.bounds.empty() != view.IsWindow();
  if (has_bounds && view.IsWindow()) {
    has_bounds =
        SameColumns(ColumnsOf(AnalyzeSelect(SelectWindowInPostgres(window))),
                    ColumnsOf(AnalyzeSelect("SELECT * FROM " + QualifiedSql(view.window_name))));
  }
  if (!has_bounds) Refuse(view, "It would be another sliding window.");
  return std::move(*outcome.maintenance);
}

void ComputeAnew(const RegisteredView& view) {
  CheckSnapshotIsFresh(view);
  CheckNotInUse(view);
  LockSources(view);
  MoveBounds(view);
  RefreshResult result;
  RefillStore(view, &result);
}

// Without any trigger it is not, or not yet: a dump is restored table by table, and keys and
// triggers come after the rows.
void Follow(const RegisteredView& view, bool refills) {
  if (!view.paused && !HasTriggers(view)) return;
  PostgresMaintenance maintenance = PlanOrRefuse(view);
  if (Differs(view, maintenance.state)) {
    ActingAsExtension as_extension;
    RunSql("CREATE OR REPLACE VIEW " + QualifiedSql(view.state_name) + " AS " + maintenance.state);
    refills = true;
  }
  SavePrograms(view.store, maintenance);
  if (view.paused) return;
  if (FitTriggers(view, maintenance)) refills = true;
  if (refills) ComputeAnew(view);
}

// Those that went with their tables. (Names of tables' schemas and of tables come before.)
constexpr char kDroppedTriggers[] =
    "SELECT d.address_names[3] FROM pg_catalog.pg_event_trigger_dropped_objects() AS d "
    "WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_trigger'::pg_catalog.regclass "
    "AND NOT d.original";

}  // namespace

void FollowAlteredSources() {
  std::vector<Row> concerned;
  {
    ActingAsExtension as_extension;
    concerned = RunSqlAsOfNow(kConcerned).rows;
  }
  Oid before = InvalidOid;
  for (const Row& row : concerned) {
    Oid id = static_cast<Oid>(std::stoul(row[0].value()));
    std::optional<RegisteredView> view = FindRegistered(id);
    if (view && id != before) Follow(*view, row[1] == "t");
    before = id;
  }
}

// No trigger fires for rows that go with a partition. Its own triggers tell whose they were: a view
// whose source itself is dropped goes along.
void FollowDroppedTables() {
  std::set<std::string> dropped;
  {
    ActingAsExtension as_extension;
    for (const Row& row : RunSqlAsOfNow(kDroppedTriggers).rows) dropped.insert(row[0].value());
  }
  if (dropped.empty()) return;
  for (const RegisteredView& view : AllRegistered()) {
    if (!view.IsMaintained() || view.paused) continue;
    if (dropped.count(TruncateTriggerName(view.store_name)) > 0) ComputeAnew(view);
  }
}

}  // namespace vieworm
