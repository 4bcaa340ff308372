// The columns of the definition view are known by their places, whatever their names.
//
// Inside a view's body names are not qualified: the file may be attached under another name
// tomorrow. SQLite looks them up in the view's own file.

#include "common/ddl/create.h"
#include "common/ddl/index.h"
#include "common/sql/sql.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

Sql Sqlite() { return Sql(SqliteDialect()); }

void WriteNames(Sql& sql, const ViewPlan& plan) {
  sql.Join(", ", plan.facts.columns,
           [](Sql& out, const Column& column) { out << Identifier{column.name}; });
}

// Names of its own keep a view's columns when a column of its source is renamed.
bool NamesColumns(const ViewPlan& plan) {
  return plan.facts.may_name_columns || !plan.spec.columns.empty();
}

std::string CreateView(const ViewPlan& plan, const RelationName& view, const std::string& select,
                       bool with_names) {
  Sql sql = Sqlite();
  sql << "CREATE VIEW " << view;
  if (with_names) {
    sql << " (";
    WriteNames(sql, plan);
    sql << ")";
  }
  sql << " AS\n" << Fragment{select};
  return sql.str();
}

void WriteStoreColumn(Sql& sql, const Column& column) {
  sql << Identifier{column.name};
  if (!column.type.empty()) sql << " " << Fragment{column.type};
  if (!column.collation.empty()) sql << " COLLATE " << Identifier{column.collation};
}

std::string CreateStore(const ViewPlan& plan) {
  Sql sql = Sqlite();
  sql << "CREATE TABLE " << plan.store << " (";
  sql.Join(", ", plan.facts.columns, WriteStoreColumn) << ")";
  return sql.str();
}

std::string FillStore(const ViewPlan& plan) {
  Sql sql = Sqlite();
  sql << "INSERT INTO " << plan.store << "\nSELECT * FROM " << plan.definition;
  return sql.str();
}

std::string FaceSelect(const ViewPlan& plan) {
  Sql sql = Sqlite();
  sql << "SELECT ";
  WriteNames(sql, plan);
  sql << "\nFROM " << Identifier{plan.store.name};
  return sql.str();
}

}  // namespace

std::vector<Statement> CreateInSqlite(const ViewPlan& plan) {
  if (plan.storage == Storage::kView) {
    return {
        {Actor::kCaller, CreateView(plan, plan.view, plan.spec.definition, NamesColumns(plan))}};
  }
  std::vector<Statement> statements;
  auto add = [&statements](std::string sql) {
    statements.push_back({Actor::kCaller, std::move(sql)});
  };
  add(CreateView(plan, plan.definition, plan.spec.definition, false));
  add(CreateStore(plan));
  if (plan.spec.with_data) add(FillStore(plan));
  for (std::string& index : CreateIndexesInSqlite(plan)) add(std::move(index));
  add(CreateView(plan, plan.view, FaceSelect(plan), true));
  return statements;
}

std::vector<Statement> CreateInSqlite(const ViewPlan& plan, const Maintenance& maintenance) {
  std::vector<Statement> statements;
  auto add = [&statements](const std::string& sql) { statements.push_back({Actor::kCaller, sql}); };
  add(CreateView(plan, plan.definition, plan.spec.definition, false));
  for (const std::string& sql : maintenance.create) add(sql);
  for (const std::string& sql : CreateIndexesInSqlite(plan)) add(sql);
  add(CreateView(plan, plan.view, maintenance.face, true));
  if (!plan.spec.with_data) return statements;
  for (const std::string& sql : maintenance.fill) add(sql);
  for (const Trigger& trigger : maintenance.triggers) add(trigger.sql);
  return statements;
}

std::vector<std::string> IgnoredBySqlite(const ViewSpec& spec) {
  std::vector<std::string> ignored;
  if (!spec.options.empty()) ignored.emplace_back("/options");
  if (spec.tablespace) ignored.emplace_back("/tablespace");
  for (size_t i = 0; i < spec.indexes.size(); ++i) {
    std::string index = "/indexes/" + std::to_string(i);
    if (spec.indexes[i].method) ignored.push_back(index + "/using");
    for (size_t k = 0; k < spec.indexes[i].keys.size(); ++k) {
      if (!spec.indexes[i].keys[k].nulls_first) continue;
      ignored.push_back(index + "/columns/" + std::to_string(k) + "/nulls");
    }
  }
  return ignored;
}

}  // namespace vieworm
