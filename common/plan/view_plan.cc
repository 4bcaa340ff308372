#include "common/plan/view_plan.h"

#include "common/diagnostic.h"
#include "common/names.h"
#include "common/plan/output_columns.h"
#include "common/plan/refusals.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

Method ResolveMethod(const ViewSpec& spec) {
  if (spec.method != Method::kAuto) return spec.method;
  return spec.refresh ? Method::kMaterialized : Method::kSimple;
}

Storage ResolveStorage(Method method, const Dialect& dialect) {
  if (method == Method::kSimple) return Storage::kView;
  bool native = method == Method::kMaterialized && dialect.HasMaterializedViews();
  return native ? Storage::kMaterializedView : Storage::kStore;
}

// A materialized view of PostgreSQL's own is refreshed beside its readers only by a unique index.
void CheckConcurrently(const ViewPlan& plan) {
  if (plan.storage != Storage::kMaterializedView) return;
  if (!plan.spec.refresh || !plan.spec.refresh->concurrently) return;
  for (const IndexSpec& index : plan.spec.indexes) {
    bool plain = index.unique && !index.where;
    for (const IndexKey& key : index.keys) plain = plain && key.expression.empty();
    if (plain) return;
  }
  throw NeedsUniqueIndex(plan.view);
}

// Internal relations are in vieworm's own schema where the engine has schemas in one database.
std::string InternalSchema(const RelationName& view, const Dialect& dialect) {
  return dialect.HasInternalSchema() ? names::kSchema : view.schema;
}

}  // namespace

const char* Word(Storage storage) {
  switch (storage) {
    case Storage::kView:
      return "view";
    case Storage::kMaterializedView:
      return "materialized view";
    case Storage::kStore:
      return "store";
  }
  return "";
}

Storage StorageOf(std::string_view word) {
  for (Storage storage : {Storage::kView, Storage::kMaterializedView, Storage::kStore}) {
    if (word == Word(storage)) return storage;
  }
  throw Error(ErrorKind::kInternal, "unknown storage in the registry: " + std::string(word));
}

ViewPlan PlanView(const ViewSpec& spec, const Dialect& dialect, Catalog& catalog) {
  ViewPlan plan;
  plan.spec = spec;
  if (plan.spec.schema.empty()) plan.spec.schema = catalog.DefaultSchema();
  plan.spec.method = ResolveMethod(spec);
  plan.view = {plan.spec.schema, spec.name};
  plan.storage = ResolveStorage(plan.spec.method, dialect);
  plan.facts = catalog.Describe(plan.spec);
  plan.facts.columns = OutputColumns(spec, std::move(plan.facts.columns), dialect);
  CheckConcurrently(plan);
  if (plan.storage == Storage::kView) return plan;
  plan.reason = "it is refreshed on demand, not by statement";
  if (plan.storage != Storage::kStore) return plan;
  std::string schema = InternalSchema(plan.view, dialect);
  plan.store = {schema, catalog.FreeName(plan.view, names::kStore, schema)};
  if (dialect.HasInternalSchema()) {
    plan.definition = {schema, catalog.FreeName(plan.view, names::kDefinition, schema)};
  }
  return plan;
}

Json ViewPlan::Summary() const {
  Json summary = Json::object();
  summary["schema"] = view.schema;
  summary["name"] = view.name;
  summary["method"] = Word(spec.method);
  summary["storage"] = Word(storage);
  if (storage == Storage::kView) return summary;
  summary["refresh"] = {{"mode", Word(mode)}, {"on", Word(timing)}};
  if (spec.refresh && spec.refresh->schedule) {
    summary["refresh"]["schedule"] = *spec.refresh->schedule;
  }
  Json by_source = Json::object();
  if (mode == RefreshMode::kIncremental) {
    for (const auto& [source, how] : strategy) by_source[source] = how;
  } else {
    for (const RelationName& source : facts.sources) by_source[source.Display()] = Word(mode);
  }
  summary["strategy"] = by_source;
  if (!reason.empty()) summary["reason"] = reason;
  return summary;
}

}  // namespace vieworm
