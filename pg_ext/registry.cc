#include "pg_ext/registry.h"

#include <chrono>

#include "common/names.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/module_version.h"
#include "pg_ext/text.h"

namespace vieworm {

namespace {

constexpr char kColumns[] =
    "SELECT r.view::pg_catalog.oid, r.store::pg_catalog.oid, r.definition::pg_catalog.oid, "
    "r.state::pg_catalog.oid, c.relowner, r.spec, r.storage, r.reason, r.populated, "
    // A view with a job of its own is left to that; a minute later, the job has missed it.
    "r.due_at OPERATOR(pg_catalog.+) CASE WHEN r.job IS NULL THEN '0'::pg_catalog.interval "
    "ELSE '1 minute'::pg_catalog.interval END "
    "OPERATOR(pg_catalog.<=) pg_catalog.clock_timestamp(), r.rows, r.job, r.paused, "
    "r.bounds::pg_catalog.oid, EXISTS (SELECT FROM pg_catalog.jsonb_each_text(r.strategy) AS s "
    "WHERE s.value OPERATOR(pg_catalog.=) 'linear'), r.why_stale "
    // The registry of an older version lacks the column: then the name means that of `older`.
    "FROM (SELECT NULL::pg_catalog.text AS stale_reason) AS older CROSS JOIN LATERAL "
    "(SELECT any_version.*, stale_reason AS why_stale FROM vieworm.registry AS any_version) AS r "
    "JOIN pg_catalog.pg_class AS c "
    "ON c.oid OPERATOR(pg_catalog.=) r.view::pg_catalog.oid ";

Value Text(Oid oid) { return oid == InvalidOid ? Value() : std::to_string(oid); }

Value Text(std::optional<long long> number) {
  return number ? Value(std::to_string(*number)) : Value();
}

Oid ToOid(const Value& value) { return value ? static_cast<Oid>(std::stoul(*value)) : InvalidOid; }

bool ToBool(const Value& value) { return value == "t"; }

// Nothing where the view was dropped meanwhile.
std::optional<RegisteredView> FromRow(const Row& row) {
  RegisteredView found;
  found.view = ToOid(row[0]);
  found.store = ToOid(row[1]);
  found.definition = ToOid(row[2]);
  found.state = ToOid(row[3]);
  found.owner = ToOid(row[4]);
  std::optional<RelationName> name = NameIfExists(found.view);
  if (!name) return std::nullopt;
  found.name = *name;
  found.store_name = NameIfExists(found.store).value_or(RelationName());
  found.definition_name = NameIfExists(found.definition).value_or(RelationName());
  found.state_name = NameIfExists(found.state).value_or(RelationName());
  found.spec = Json::parse(row[5].value());
  found.spec["schema"] = found.name.schema;
  found.spec["name"] = found.name.name;
  found.storage = StorageOf(row[6].value());
  found.reason = row[7].value_or("");
  found.populated = ToBool(row[8]);
  found.due = ToBool(row[9]);
  if (row[10]) found.rows = std::stoll(*row[10]);
  found.job = row[11];
  found.paused = ToBool(row[12]);
  found.window = ToOid(row[13]);
  found.window_name = NameIfExists(found.window).value_or(RelationName());
  found.linear = ToBool(row[14]);
  found.stale_reason = row[15];
  return found;
}

// Seconds since 1970 at which a schedule is due next, counted from now.
Value NextDue(const std::optional<Schedule>& schedule) {
  if (!schedule) return std::nullopt;
  auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::to_string(
      schedule->Next(std::chrono::duration_cast<std::chrono::seconds>(now).count()));
}

std::optional<Schedule> ScheduleOf(const ViewSpec& spec) {
  if (!spec.refresh || !spec.refresh->schedule) return std::nullopt;
  return Schedule::Parse(*spec.refresh->schedule);
}

// The values of the columns that a plan decides; kPlanned names them in this order, from $2 on.
std::vector<Value> PlannedValues(Oid view, const ViewPlan& plan, std::optional<long long> rows,
                                 double milliseconds) {
  Oid store = plan.storage == Storage::kStore ? RelationId(plan.store) : InvalidOid;
  Oid definition = plan.storage == Storage::kStore ? RelationId(plan.definition) : InvalidOid;
  bool stored = plan.storage != Storage::kView;
  bool populated = !stored || plan.spec.with_data;
  bool filled = stored && plan.spec.with_data;
  bool maintained = plan.mode == RefreshMode::kIncremental;
  return {Text(view),
          Text(store),
          Text(definition),
          Dump(plan.spec.source),
          Word(plan.storage),
          Word(plan.spec.method),
          stored ? Value(plan.reason) : Value(),
          populated ? "true" : "false",
          Text(rows),
          NextDue(ScheduleOf(plan.spec)),
          filled ? Value(std::to_string(milliseconds)) : Value(),
          Text(maintained ? RelationId(plan.state) : InvalidOid),
          stored ? Value(Word(plan.mode)) : Value(),
          stored ? Value(Word(plan.timing)) : Value(),
          maintained ? Value(Dump(plan.strategy)) : Value(),
          maintained && !plan.spec.with_data ? "true" : "false",
          Text(plan.window.name.empty() ? InvalidOid : RelationId(plan.window))};
}

bool is_inserting = false;

class Inserting {
 public:
  Inserting() { is_inserting = true; }
  ~Inserting() { is_inserting = false; }
};

std::optional<RegisteredView> FindBy(const char* column, Oid relation) {
  ActingAsExtension as_extension;
  SqlResult result = RunSqlAsOfNow(std::string(kColumns) + "WHERE r." + column +
                                       "::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid",
                                   {Text(relation)});
  if (result.rows.empty()) return std::nullopt;
  return FromRow(result.rows[0]);
}

}  // namespace

std::optional<Schedule> RegisteredView::schedule() const {
  auto refresh = spec.find("refresh");
  if (refresh == spec.end() || !refresh->is_object()) return std::nullopt;
  auto text = refresh->find("schedule");
  if (text == refresh->end() || !text->is_string()) return std::nullopt;
  return Schedule::Parse(text->get<std::string>());
}

std::optional<RegisteredView> FindRegistered(Oid view) { return FindBy("view", view); }

std::optional<RegisteredView> FindByStore(Oid store) { return FindBy("store", store); }

std::optional<RegisteredView> FindByWindow(Oid window) { return FindBy("bounds", window); }

std::vector<RegisteredView> AllRegistered() {
  ActingAsExtension as_extension;
  std::vector<RegisteredView> all;
  SqlResult result =
      RunSqlAsOfNow(std::string(kColumns) + "ORDER BY r.created_at, r.view::pg_catalog.oid");
  for (const Row& row : result.rows) {
    if (std::optional<RegisteredView> view = FromRow(row)) all.push_back(std::move(*view));
  }
  return all;
}

bool LockRegistered(Oid view, RowLock lock) {
  ActingAsExtension as_extension;
  RequireSameVersion();
  std::string sql =
      "SELECT 1 FROM vieworm.registry AS r "
      "WHERE r.view::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid FOR UPDATE";
  if (lock == RowLock::kSkip) sql += " SKIP LOCKED";
  return !RunSql(sql, {Text(view)}).rows.empty();
}

void InsertRegistered(const ViewPlan& plan, std::optional<long long> rows, double milliseconds) {
  ActingAsExtension as_extension;
  RequireSameVersion();
  Inserting inserting;
  RunSql(
      "INSERT INTO vieworm.registry (view, store, definition, spec, storage, method, reason, "
      "populated, rows, due_at, last_duration_ms, state, mode, timing, strategy, paused, "
      "bounds, as_of, last_refresh, last_mode, last_inserted, last_deleted, last_attempt) "
      "SELECT $1::pg_catalog.oid, $2::pg_catalog.oid, $3::pg_catalog.oid, $4::pg_catalog.jsonb, "
      "$5, $6, $7, $8::pg_catalog.bool, $9::pg_catalog.int8, "
      "pg_catalog.to_timestamp($10::pg_catalog.float8), $11::pg_catalog.float8, "
      "$12::pg_catalog.oid, $13, $14, $15::pg_catalog.jsonb, $16::pg_catalog.bool, "
      "$17::pg_catalog.oid, CASE WHEN $17 IS NOT NULL THEN pg_catalog.now() END, "
      "CASE WHEN $11 IS NOT NULL THEN pg_catalog.clock_timestamp() END, "
      "CASE WHEN $11 IS NOT NULL THEN 'full' END, "
      "CASE WHEN $11 IS NOT NULL THEN $9::pg_catalog.int8 END, "
      "CASE WHEN $11 IS NOT NULL AND $9 IS NOT NULL THEN 0 END, "
      "CASE WHEN $11 IS NOT NULL THEN pg_catalog.clock_timestamp() END",
      PlannedValues(RelationId(plan.view), plan, rows, milliseconds));
}

bool IsInsertingRegistered() { return is_inserting; }

void ReplaceRegistered(Oid view, const ViewPlan& plan, std::optional<long long> rows,
                       double milliseconds) {
  ActingAsExtension as_extension;
  RunSql(
      "UPDATE vieworm.registry AS r SET store = $2::pg_catalog.oid, "
      "definition = $3::pg_catalog.oid, spec = $4::pg_catalog.jsonb, storage = $5, method = $6, "
      "reason = $7, populated = $8::pg_catalog.bool, rows = $9::pg_catalog.int8, "
      "due_at = pg_catalog.to_timestamp($10::pg_catalog.float8), "
      "last_duration_ms = $11::pg_catalog.float8, "
      "state = $12::pg_catalog.oid, mode = $13, timing = $14, strategy = $15::pg_catalog.jsonb, "
      "paused = $16::pg_catalog.bool, bounds = $17::pg_catalog.oid, "
      "as_of = CASE WHEN $17 IS NOT NULL THEN pg_catalog.now() END, "
      "last_refresh = CASE WHEN $11 IS NOT NULL THEN pg_catalog.clock_timestamp() END, "
      "last_mode = CASE WHEN $11 IS NOT NULL THEN 'full' END, "
      "last_inserted = CASE WHEN $11 IS NOT NULL THEN $9::pg_catalog.int8 END, "
      "last_deleted = CASE WHEN $11 IS NOT NULL AND $9 IS NOT NULL THEN 0 END, "
      "last_attempt = CASE WHEN $11 IS NOT NULL THEN pg_catalog.clock_timestamp() END, "
      "stale_reason = NULL, last_error = NULL, last_error_at = NULL "
      "WHERE r.view::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid",
      PlannedValues(view, plan, rows, milliseconds));
}

void AdjustRegistered(Oid view, const ViewPlan& plan) {
  ActingAsExtension as_extension;
  RunSql(
      "UPDATE vieworm.registry AS r SET spec = $2::pg_catalog.jsonb, method = $3, "
      "due_at = pg_catalog.to_timestamp($4::pg_catalog.float8) "
      "WHERE r.view::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid",
      {Text(view), Dump(plan.spec.source), Word(plan.spec.method), NextDue(ScheduleOf(plan.spec))});
}

void DeleteRegistered(Oid view) {
  ActingAsExtension as_extension;
  RunSql(
      "DELETE FROM vieworm.programs AS p USING vieworm.registry AS r "
      "WHERE p.store::pg_catalog.oid OPERATOR(pg_catalog.=) r.store::pg_catalog.oid "
      "AND r.view::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid",
      {Text(view)});
  RunSql(
      "DELETE FROM vieworm.registry AS r "
      "WHERE r.view::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid",
      {Text(view)});
}

void RecordRefresh(const RegisteredView& view, const RefreshResult& result) {
  std::optional<long long> rows;
  if (result.inserted && result.deleted) {
    rows = view.rows.value_or(0) + *result.inserted - *result.deleted;
  }
  ActingAsExtension as_extension;
  RunSql(
      "UPDATE vieworm.registry AS r SET populated = $2::pg_catalog.bool, "
      "last_attempt = pg_catalog.clock_timestamp(), "
      "last_refresh = pg_catalog.clock_timestamp(), last_mode = $8, "
      "last_duration_ms = $3::pg_catalog.float8, last_deleted = $4::pg_catalog.int8, "
      "last_inserted = $5::pg_catalog.int8, rows = $6::pg_catalog.int8, "
      "due_at = pg_catalog.to_timestamp($7::pg_catalog.float8), "
      "last_error = NULL, last_error_at = NULL "
      "WHERE r.view::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid",
      {Text(view.view), result.populated ? "true" : "false", std::to_string(result.milliseconds),
       Text(result.deleted), Text(result.inserted), Text(rows), NextDue(view.schedule()),
       Word(result.mode)});
}

void RecordFailure(const RegisteredView& view, const std::string& error) {
  ActingAsExtension as_extension;
  RunSql(
      "UPDATE vieworm.registry AS r SET last_attempt = pg_catalog.clock_timestamp(), "
      "due_at = pg_catalog.to_timestamp($2::pg_catalog.float8), "
      "last_error = $3, last_error_at = pg_catalog.clock_timestamp() "
      "WHERE r.view::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid",
      {Text(view.view), NextDue(view.schedule()), error});
}

void SetPaused(Oid view, bool paused) {
  ActingAsExtension as_extension;
  RunSql(
      "UPDATE vieworm.registry AS r SET paused = $2::pg_catalog.bool "
      "WHERE r.view::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid",
      {Text(view), paused ? "true" : "false"});
}

bool SetStale(Oid view, const std::string& reason) {
  ActingAsExtension as_extension;
  RequireSameVersion();
  SqlResult marked = RunSqlAsOfNow(
      "UPDATE vieworm.registry AS r SET stale_reason = $2 "
      "WHERE r.view::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
      "AND r.stale_reason IS NULL",
      {Text(view), reason});
  return marked.processed > 0;
}

void ClearStale(Oid view) {
  ActingAsExtension as_extension;
  RunSql(
      "UPDATE vieworm.registry AS r SET stale_reason = NULL "
      "WHERE r.view::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
      "AND r.stale_reason IS NOT NULL",
      {Text(view)});
}

void SetAsOfNow(Oid view) {
  ActingAsExtension as_extension;
  RunSql(
      "UPDATE vieworm.registry AS r SET as_of = pg_catalog.now() "
      "WHERE r.view::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid",
      {Text(view)});
}

void SetJob(Oid view, const std::optional<std::string>& job) {
  ActingAsExtension as_extension;
  RunSql(
      "UPDATE vieworm.registry AS r SET job = $2 "
      "WHERE r.view::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid",
      {Text(view), job});
}

}  // namespace vieworm
