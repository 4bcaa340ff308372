#include "pg_ext/creation.h"

#include "common/ddl/create.h"
#include "common/ddl/fit_indexes.h"
#include "common/names.h"
#include "common/plan/refusals.h"
#include "common/spec/spec_parser.h"
#include "pg_ext/analyze.h"
#include "pg_ext/find_view.h"
#include "pg_ext/grants.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/plan.h"
#include "pg_ext/pg_catalog.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/xact.h"
#include "catalog/namespace.h"
}

namespace vieworm {

namespace {

void CheckSchema(const std::string& name) {
  char* text = ToServer(name);
  Oid schema = PgCall([=] { return LookupExplicitNamespace(text, false); });
  if (PgCall([=] { return isAnyTempNamespace(schema); })) {
    throw Error(ErrorKind::kNotSupported, "cannot create a temporary view",
                "PostgreSQL drops temporary views without telling vieworm.",
                "Name another schema in \"schema\".");
  }
  if (name == names::kSchema) {
    throw Error(ErrorKind::kNotAllowed, "cannot create a view in schema " + Quoted(name),
                "The schema holds what is internal to vieworm.",
                "Name another schema in \"schema\".");
  }
}

// Under the name by which vieworm_create knows it, whether the spec said the schema or not.
Json Qualified(Json spec, const RelationName& name) {
  spec["schema"] = name.schema;
  spec["name"] = name.name;
  return spec;
}

bool AsksForMaintenance(const ViewPlan& plan) {
  const std::optional<RefreshSpec>& refresh = plan.spec.refresh;
  return plan.storage != Storage::kView && refresh && refresh->on == Timing::kStatement;
}

// Names that are free, in vieworm's schema and in the view's.
void NameInternals(PgCatalog& catalog, ViewPlan* plan) {
  auto name = [&](const char* what) {
    return RelationName{names::kSchema, catalog.FreeName(plan->view, what, names::kSchema)};
  };
  plan->store = name(names::kStore);
  plan->definition = name(names::kDefinition);
  plan->state = name(names::kState);
  plan->window = name(names::kWindow);
}

// What others have committed since the snapshot was taken would be missing from the store, and the
// triggers would not add it.
void CheckIsolation(const ViewPlan& plan) {
  if (!IsolationUsesXactSnapshot()) return;
  throw Error(ErrorKind::kWrongState,
              "cannot create maintained view " + Quoted(plan.view.Display()) +
                  " in a transaction of this isolation level",
              "What other transactions have changed since it began would be missing.",
              "Create it in a transaction of isolation level READ COMMITTED.");
}

bool SameColumns(const Column& left, const Column& right) {
  return left.name == right.name && left.type == right.type && left.collation == right.collation;
}

// CREATE OR REPLACE VIEW may add columns at the end, and no more.
bool FitsInPlace(const RegisteredView& old, const ViewPlan& plan) {
  if (old.storage == Storage::kMaterializedView || old.IsMaintained()) return false;
  if (plan.storage == Storage::kMaterializedView) return false;
  if (plan.mode == RefreshMode::kIncremental) return false;
  std::vector<Column> columns = ColumnsOf(AnalyzeSelect("SELECT * FROM " + QualifiedSql(old.name)));
  return columns.size() <= plan.facts.columns.size() &&
         std::equal(columns.begin(), columns.end(), plan.facts.columns.begin(), SameColumns);
}

// Do the two differ in nothing that the view's relations are made from?
bool SameContents(Json old, Json wanted) {
  for (Json* spec : {&old, &wanted}) {
    spec->erase("refresh");
    spec->erase("comment");
  }
  return SameView(old, wanted);
}

// With what strangers have hung on them, as where a view is dropped (event_drop.cc). No view of
// vieworm's reads them: none follows a view that is refreshed in full.
std::vector<Statement> DropRelationsBehind(const RegisteredView& old) {
  if (old.storage != Storage::kStore) return {};
  return {{Actor::kExtension, "DROP TABLE " + QualifiedSql(old.store_name) + " CASCADE"},
          {Actor::kExtension, "DROP VIEW " + QualifiedSql(old.definition_name) + " CASCADE"}};
}

std::vector<Statement> Recreate(const RegisteredView& old, const ViewPlan& plan,
                                std::vector<Statement> create) {
  const char* kind = old.storage == Storage::kMaterializedView ? "MATERIALIZED VIEW " : "VIEW ";
  std::vector<Statement> statements = {
      {Actor::kCaller, "DROP " + std::string(kind) + QualifiedSql(old.name)}};
  for (Statement& statement : create) statements.push_back(std::move(statement));
  for (Statement& grant : GrantsToCarryOver(old.view, plan)) statements.push_back(std::move(grant));
  return statements;
}

std::vector<std::string> NamedColumns(const IndexSpec& index) {
  std::vector<std::string> columns;
  for (const IndexKey& key : index.keys) {
    columns.push_back(key.column.empty() ? "expr" : key.column);
  }
  return columns;
}

// Options of plain views that would say what no stored view does.
void CheckOptions(const ViewPlan& plan) {
  if (plan.storage == Storage::kView) return;
  for (const auto& [option, value] : plan.spec.options) {
    if (option != "security_invoker" && option != "check_option") continue;
    throw Error(ErrorKind::kBadSpec, "contradiction at " + Quoted("/options/" + option),
                "Only a simple view has this option; the rows of " + Quoted(plan.view.Display()) +
                    " are stored, as its owner may read them.",
                "Use \"method\": \"simple\", or leave the option out.");
  }
}

class Decision {
 public:
  explicit Decision(const Json& json) : spec_(ParseSpec(json, PostgresDialect())) {
    if (spec_.schema.empty()) spec_.schema = PgCatalog().DefaultSchema();
    CheckSchema(spec_.schema);
    creation_.plan.view = {spec_.schema, spec_.name};
    creation_.owner = GetUserId();
  }

  Creation Make(bool lock) {
    Oid existing = RelationId(creation_.plan.view);
    if (existing == InvalidOid) {
      Plan();
      creation_.statements = CreateStatements();
    } else if (spec_.or_replace) {
      Replace(existing, lock);
    } else if (spec_.if_not_exists) {
      creation_.outcome = Outcome::kExists;
    } else {
      throw AlreadyExists(creation_.plan.view);
    }
    return std::move(creation_);
  }

 private:
  void Plan() {
    spec_.definition = OneSelect(spec_.definition);
    PgCatalog catalog;
    creation_.plan = PlanView(spec_, PostgresDialect(), catalog);
    CheckOptions(creation_.plan);
    if (AsksForMaintenance(creation_.plan)) PlanMaintained(catalog);
    if (creation_.plan.storage == Storage::kStore) NameIndexes(catalog);
  }

  // PostgreSQL would choose names that are free where the store is born, and not where it goes.
  void NameIndexes(PgCatalog& catalog) {
    RelationName store = {creation_.plan.view.schema, creation_.plan.store.name};
    std::set<std::string> used;
    auto name = [&](const std::vector<std::string>& columns) {
      return catalog.FreeIndexName(store, columns, creation_.plan.store.schema, &used);
    };
    auto given = [&](const std::string& wanted) {
      return catalog.FreeGivenName(wanted, creation_.plan.store.schema, OldStore(), &used);
    };
    if (creation_.maintenance) {
      for (StoreIndex& index : creation_.maintenance->indexes) {
        index.name = index.name.empty() ? name(index.columns) : given(index.name);
      }
    }
    for (IndexSpec& index : creation_.plan.spec.indexes) {
      index.name = index.name ? given(*index.name) : name(NamedColumns(index));
    }
  }

  Oid OldStore() const {
    const std::optional<RegisteredView>& old = creation_.old;
    return old && old->storage == Storage::kStore ? RelationId(old->store_name) : InvalidOid;
  }

  void PlanMaintained(PgCatalog& catalog) {
    ViewPlan& plan = creation_.plan;
    ViewPlan maintained = plan;
    maintained.storage = Storage::kStore;
    NameInternals(catalog, &maintained);
    std::vector<std::string> shown;
    for (const Column& column : plan.facts.columns) shown.push_back(column.name);
    MaintenanceOutcome outcome = PlanMaintenance({maintained.store, maintained.window}, shown,
                                                 AnalyzeSelect(spec_.definition));
    if (outcome.maintenance) {
      CheckIsolation(maintained);
      maintained.mode = RefreshMode::kIncremental;
      maintained.timing = Timing::kStatement;
      maintained.reason.clear();
      maintained.strategy = outcome.maintenance->strategy;
      creation_.ignored = FitIndexes(outcome.maintenance->stored, PostgresDialect(),
                                     &outcome.maintenance->indexes, &maintained);
      if (outcome.maintenance->window.bounds.empty()) maintained.window = {};
      creation_.maintenance = std::move(outcome.maintenance);
      plan = std::move(maintained);
      return;
    }
    plan.reason = outcome.reason;
    if (plan.spec.refresh->mode == RefreshMode::kIncremental) {
      throw CannotMaintain(plan.view, plan.reason);
    }
  }

  std::vector<Statement> CreateStatements() const {
    if (creation_.maintenance) return CreateInPostgres(creation_.plan, *creation_.maintenance);
    return CreateInPostgres(creation_.plan);
  }

  void Replace(Oid existing, bool lock) {
    creation_.old = FindRegistered(existing);
    if (!creation_.old) throw NotReplaceable(creation_.plan.view);
    CheckActsAsOwner(existing);
    if (lock) creation_.old = LockView(*creation_.old);
    creation_.owner = creation_.old->owner;
    ActingAs as_owner(creation_.owner, Restriction::kRestricted);
    Plan();
    DecideReplacement();
  }

  void DecideReplacement() {
    const RegisteredView& old = *creation_.old;
    const ViewPlan& plan = creation_.plan;
    Json wanted = Qualified(spec_.source, plan.view);
    if (SameView(old.spec, wanted) && !old.stale_reason) {
      creation_.outcome = Outcome::kUnchanged;
    } else if (old.storage == plan.storage && !old.IsMaintained() && !creation_.maintenance &&
               SameContents(old.spec, wanted)) {
      creation_.outcome = Outcome::kAdjusted;
      creation_.statements = {CommentInPostgres(plan)};
    } else if (FitsInPlace(old, plan)) {
      creation_.outcome = Outcome::kReplaced;
      creation_.statements = ReplaceInPostgres(plan, DropRelationsBehind(old));
    } else {
      creation_.outcome = Outcome::kRecreated;
      creation_.statements = Recreate(old, plan, CreateStatements());
    }
  }

  ViewSpec spec_;
  Creation creation_;
};

}  // namespace

Creation DecideCreation(const Json& spec, bool lock) { return Decision(spec).Make(lock); }

}  // namespace vieworm
