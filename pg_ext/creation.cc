#include "pg_ext/creation.h"

#include "common/ddl/create.h"
#include "common/names.h"
#include "common/plan/refusals.h"
#include "common/spec/spec_parser.h"
#include "pg_ext/analyze.h"
#include "pg_ext/find_view.h"
#include "pg_ext/grants.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/pg_catalog.h"
#include "pg_ext/text.h"

extern "C" {
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

bool SameColumns(const Column& left, const Column& right) {
  return left.name == right.name && left.type == right.type && left.collation == right.collation;
}

// CREATE OR REPLACE VIEW may add columns at the end, and no more.
bool FitsInPlace(const RegisteredView& old, const ViewPlan& plan) {
  if (old.storage == Storage::kMaterializedView) return false;
  if (plan.storage == Storage::kMaterializedView) return false;
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

std::vector<Statement> DropRelationsBehind(const RegisteredView& old) {
  if (old.storage != Storage::kStore) return {};
  return {{Actor::kExtension, "DROP TABLE " + QualifiedSql(old.store_name)},
          {Actor::kExtension, "DROP VIEW " + QualifiedSql(old.definition_name)}};
}

std::vector<Statement> Recreate(const RegisteredView& old, const ViewPlan& plan) {
  const char* kind = old.storage == Storage::kMaterializedView ? "MATERIALIZED VIEW " : "VIEW ";
  std::vector<Statement> statements = {
      {Actor::kCaller, "DROP " + std::string(kind) + QualifiedSql(old.name)}};
  for (Statement& statement : CreateInPostgres(plan)) statements.push_back(std::move(statement));
  for (Statement& grant : GrantsToCarryOver(old.view, plan)) statements.push_back(std::move(grant));
  return statements;
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
      creation_.statements = CreateInPostgres(creation_.plan);
    } else if (spec_.if_not_exists) {
      creation_.outcome = Outcome::kExists;
    } else if (spec_.or_replace) {
      Replace(existing, lock);
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
  }

  void Replace(Oid existing, bool lock) {
    creation_.old = FindRegistered(existing);
    if (!creation_.old) throw NotReplaceable(creation_.plan.view);
    CheckActsAsOwner(existing);
    if (lock) creation_.old = LockView(*creation_.old);
    creation_.owner = creation_.old->owner;
    ActingAs as_owner(creation_.owner, Restriction::kLocal);
    Plan();
    DecideReplacement();
  }

  void DecideReplacement() {
    const RegisteredView& old = *creation_.old;
    const ViewPlan& plan = creation_.plan;
    Json wanted = Qualified(spec_.source, plan.view);
    if (SameView(old.spec, wanted)) {
      creation_.outcome = Outcome::kUnchanged;
    } else if (old.storage == plan.storage && SameContents(old.spec, wanted)) {
      creation_.outcome = Outcome::kAdjusted;
      creation_.statements = {CommentInPostgres(plan)};
    } else if (FitsInPlace(old, plan)) {
      creation_.outcome = Outcome::kReplaced;
      creation_.statements = ReplaceInPostgres(plan, DropRelationsBehind(old));
    } else {
      creation_.outcome = Outcome::kRecreated;
      creation_.statements = Recreate(old, plan);
    }
  }

  ViewSpec spec_;
  Creation creation_;
};

}  // namespace

Creation DecideCreation(const Json& spec, bool lock) { return Decision(spec).Make(lock); }

}  // namespace vieworm
