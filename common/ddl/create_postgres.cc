// A stored view is created where the user may create, and its store and definition view are then
// moved to vieworm's schema, where users may not: so PostgreSQL itself checks the user's right to
// create, and the names in the definition are looked up as the user.

#include "common/ddl/create.h"
#include "common/ddl/index.h"
#include "common/ddl/triggers_postgres.h"
#include "common/ddl/window_postgres.h"
#include "common/names.h"
#include "common/sql/sql.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

Sql Postgres() { return Sql(PostgresDialect()); }

void WriteColumns(Sql& sql, const ViewPlan& plan) {
  sql << " (";
  sql.Join(", ", plan.facts.columns, [](Sql& out, const Column& column) {
    out << Identifier{column.name};
  }) << ")";
}

// `toast.autovacuum_enabled` is a name of two parts.
void WriteOptionName(Sql& sql, const std::string& name) {
  size_t dot = name.find('.');
  if (dot != std::string::npos) {
    sql << Identifier{name.substr(0, dot)} << "." << Identifier{name.substr(dot + 1)};
  } else {
    sql << Identifier{name};
  }
}

void WriteOption(Sql& sql, const std::pair<std::string, Json>& option) {
  WriteOptionName(sql, option.first);
  const Json& value = option.second;
  sql << " = " << Literal{value.is_string() ? value.get<std::string>() : value.dump()};
}

using Options = decltype(ViewSpec::options);

void WriteOptions(Sql& sql, const Options& options) {
  if (options.empty()) return;
  sql << " WITH (";
  sql.Join(", ", options, WriteOption) << ")";
}

void WriteStorage(Sql& sql, const ViewPlan& plan, const Options& options) {
  WriteOptions(sql, options);
  if (plan.spec.tablespace) sql << " TABLESPACE " << Identifier{*plan.spec.tablespace};
}

// Of a store and its face, the face is the view: what readers may find out is decided there.
Options OptionsOf(const ViewPlan& plan, bool face) {
  Options options;
  for (const auto& option : plan.spec.options) {
    if ((option.first == "security_barrier") == face) options.push_back(option);
  }
  return options;
}

std::string CreateView(const ViewPlan& plan, bool replace) {
  Sql sql = Postgres();
  sql << "CREATE ";
  if (replace) sql << "OR REPLACE ";
  sql << "VIEW " << plan.view;
  WriteColumns(sql, plan);
  WriteStorage(sql, plan, plan.spec.options);
  sql << " AS\n" << Fragment{plan.spec.definition};
  return sql.str();
}

std::string CreateFace(const ViewPlan& plan, bool replace) {
  Sql sql = Postgres();
  sql << "CREATE ";
  if (replace) sql << "OR REPLACE ";
  sql << "VIEW " << plan.view;
  WriteOptions(sql, OptionsOf(plan, true));
  sql << " AS\nSELECT ";
  sql.Join(", ", plan.facts.columns,
           [](Sql& out, const Column& column) { out << Identifier{column.name}; })
      << "\nFROM " << plan.store;
  return sql.str();
}

// CREATE ... WITH NO DATA reads the definition under the user's search_path; the REFRESH that fills
// it runs under the pinned one, as every later refresh does.
std::vector<Statement> CreateMaterializedView(const ViewPlan& plan) {
  Sql create = Postgres();
  create << "CREATE MATERIALIZED VIEW " << plan.view;
  WriteColumns(create, plan);
  WriteStorage(create, plan, plan.spec.options);
  create << " AS\n" << Fragment{plan.spec.definition} << "\nWITH NO DATA";
  std::vector<Statement> statements = {{Actor::kCaller, create.str()}};
  if (plan.spec.with_data) {
    Sql refresh = Postgres();
    refresh << "REFRESH MATERIALIZED VIEW " << plan.view;
    statements.push_back({Actor::kOwner, refresh.str()});
  }
  for (std::string& index : CreateIndexesInPostgres(plan, plan.view)) {
    statements.push_back({Actor::kOwner, std::move(index)});
  }
  return statements;
}

Statement MoveToVieworm(Keywords kind, const RelationName& from) {
  Sql sql = Postgres();
  sql << "ALTER " << kind << " " << from << " SET SCHEMA " << Identifier{names::kSchema};
  return {Actor::kExtension, sql.str()};
}

std::vector<Statement> CreateDefinition(const ViewPlan& plan) {
  RelationName birthplace = {plan.view.schema, plan.definition.name};
  Sql sql = Postgres();
  sql << "CREATE VIEW " << birthplace;
  WriteColumns(sql, plan);
  sql << " AS\n" << Fragment{plan.spec.definition};
  return {{Actor::kCaller, sql.str()}, MoveToVieworm("VIEW", birthplace)};
}

std::string CreateStoreIndex(const StoreIndex& index, const RelationName& table) {
  Sql sql = Postgres();
  sql << "CREATE ";
  if (index.unique) sql << "UNIQUE ";
  sql << "INDEX ";
  if (!index.name.empty()) sql << Identifier{index.name} << " ";
  sql << "ON " << table << " (";
  sql.Join(", ", index.columns, [](Sql& out, const std::string& column) {
    out << Identifier{column};
  }) << ")";
  if (index.unique) sql << " NULLS NOT DISTINCT";
  if (!index.where.empty()) sql << " WHERE " << Fragment{index.where};
  return sql.str();
}

std::string CreateGuard(const RelationName& table) {
  Sql guard = Postgres();
  guard << "CREATE TRIGGER " << Identifier{names::kStoreGuard}
        << " BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON " << table
        << " FOR EACH STATEMENT EXECUTE FUNCTION "
        << RelationName{names::kSchema, names::kGuardFunction} << "()";
  return guard.str();
}

// The store, filled by what `contents` selects; still where it was born.
std::vector<Statement> BuildStore(const ViewPlan& plan, const RelationName& contents,
                                  const std::vector<StoreIndex>& indexes) {
  RelationName birthplace = {plan.view.schema, plan.store.name};
  Sql fill = Postgres();
  fill << "CREATE TABLE " << birthplace;
  WriteStorage(fill, plan, OptionsOf(plan, false));
  fill << " AS\nSELECT * FROM " << contents;
  if (!plan.spec.with_data) fill << "\nWITH NO DATA";
  std::vector<Statement> statements = {{Actor::kOwner, fill.str()}};
  for (const StoreIndex& index : indexes) {
    statements.push_back({Actor::kOwner, CreateStoreIndex(index, birthplace)});
  }
  for (std::string& index : CreateIndexesInPostgres(plan, birthplace)) {
    statements.push_back({Actor::kOwner, std::move(index)});
  }
  statements.push_back({Actor::kOwner, CreateGuard(birthplace)});
  return statements;
}

std::vector<Statement> CreateStore(const ViewPlan& plan) {
  std::vector<Statement> statements = BuildStore(plan, plan.definition, {});
  statements.push_back(MoveToVieworm("TABLE", {plan.view.schema, plan.store.name}));
  return statements;
}

std::vector<Statement> CreateWindow(const ViewPlan& plan, const SlidingWindow& window) {
  RelationName birthplace = {plan.view.schema, plan.window.name};
  Sql sql = Postgres();
  sql << "CREATE TABLE " << birthplace << " AS\n" << Fragment{SelectWindowInPostgres(window)};
  return {{Actor::kOwner, sql.str()},
          {Actor::kOwner, CreateGuard(birthplace)},
          MoveToVieworm("TABLE", birthplace)};
}

// The SELECT is written with qualified names throughout.
std::vector<Statement> CreateState(const ViewPlan& plan, const PostgresMaintenance& maintenance) {
  RelationName birthplace = {plan.view.schema, plan.state.name};
  Sql sql = Postgres();
  sql << "CREATE VIEW " << birthplace << " AS\n" << Fragment{maintenance.state};
  return {{Actor::kOwner, sql.str()}, MoveToVieworm("VIEW", birthplace)};
}

std::string CreateMaintainedFace(const ViewPlan& plan, const PostgresMaintenance& maintenance) {
  Sql sql = Postgres();
  sql << "CREATE VIEW " << plan.view;
  WriteColumns(sql, plan);
  WriteOptions(sql, OptionsOf(plan, true));
  sql << " AS\n" << Fragment{maintenance.face};
  return sql.str();
}

std::vector<Statement> CreateStoredView(const ViewPlan& plan) {
  std::vector<Statement> statements = CreateDefinition(plan);
  for (Statement& statement : CreateStore(plan)) statements.push_back(std::move(statement));
  statements.push_back({Actor::kCaller, CreateFace(plan, false)});
  return statements;
}

std::vector<Statement> CreateByStorage(const ViewPlan& plan) {
  switch (plan.storage) {
    case Storage::kView:
      return {{Actor::kCaller, CreateView(plan, false)}};
    case Storage::kMaterializedView:
      return CreateMaterializedView(plan);
    case Storage::kStore:
      return CreateStoredView(plan);
  }
  return {};
}

}  // namespace

std::vector<Statement> CreateInPostgres(const ViewPlan& plan) {
  std::vector<Statement> statements = CreateByStorage(plan);
  if (plan.spec.comment) statements.push_back(CommentInPostgres(plan));
  return statements;
}

std::vector<Statement> CreateInPostgres(const ViewPlan& plan,
                                        const PostgresMaintenance& maintenance) {
  std::vector<Statement> statements = CreateDefinition(plan);
  auto add = [&statements](std::vector<Statement> more) {
    for (Statement& statement : more) statements.push_back(std::move(statement));
  };
  if (!maintenance.window.bounds.empty()) add(CreateWindow(plan, maintenance.window));
  add(CreateState(plan, maintenance));
  if (plan.spec.with_data) {
    for (TableTriggers& on_table : TriggersInPostgres(plan.store, maintenance)) {
      add(std::move(on_table.create));
    }
  }
  add(BuildStore(plan, plan.state, maintenance.indexes));
  statements.push_back(MoveToVieworm("TABLE", {plan.view.schema, plan.store.name}));
  statements.push_back({Actor::kCaller, CreateMaintainedFace(plan, maintenance)});
  if (plan.spec.comment) statements.push_back(CommentInPostgres(plan));
  return statements;
}

Statement ReplaceViewInPostgres(const ViewPlan& plan) {
  bool simple = plan.storage == Storage::kView;
  return {Actor::kCaller, simple ? CreateView(plan, true) : CreateFace(plan, true)};
}

std::vector<Statement> ReplaceInPostgres(const ViewPlan& plan,
                                         const std::vector<Statement>& drop_old) {
  std::vector<Statement> statements;
  std::optional<Statement> move_store;
  ViewPlan beside = plan;
  if (plan.storage == Storage::kStore) {
    statements = CreateDefinition(plan);
    std::vector<Statement> store = CreateStore(plan);
    move_store = std::move(store.back());
    store.pop_back();
    for (Statement& statement : store) statements.push_back(std::move(statement));
    beside.store.schema = plan.view.schema;
  }
  statements.push_back(ReplaceViewInPostgres(beside));
  statements.insert(statements.end(), drop_old.begin(), drop_old.end());
  if (move_store) statements.push_back(*move_store);
  statements.push_back(CommentInPostgres(plan));
  return statements;
}

Statement CommentInPostgres(const ViewPlan& plan) {
  Sql sql = Postgres();
  sql << "COMMENT ON ";
  plan.storage == Storage::kMaterializedView ? sql << "MATERIALIZED VIEW " : sql << "VIEW ";
  sql << plan.view << " IS " << Literal{plan.spec.comment.value_or("")};
  return {Actor::kCaller, sql.str()};
}

}  // namespace vieworm
