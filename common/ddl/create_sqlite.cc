// A store is filled by the definition's text. No view holds it: one that reads a table which is
// being rebuilt (created anew, copied, dropped, renamed) makes ALTER TABLE fail.
//
// Inside a view's body names are not qualified: the file may be attached under another name
// tomorrow. SQLite looks them up in the view's own file.

#include "common/ddl/create.h"
#include "common/ddl/index.h"
#include "common/names.h"
#include "common/sql/sql.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

Sql Sqlite() { return Sql(SqliteDialect()); }

void WriteNames(Sql& sql, const std::vector<Column>& columns) {
  sql.Join(", ", columns, [](Sql& out, const Column& column) { out << Identifier{column.name}; });
}

// Names of its own keep a view's columns when a column of its source is renamed.
bool NamesColumns(const ViewPlan& plan) {
  return plan.facts.may_name_columns || !plan.spec.columns.empty();
}

// `columns` may be none: then they are called as the SELECT calls them.
std::string CreateView(const RelationName& view, const std::vector<Column>& columns,
                       const std::string& select) {
  Sql sql = Sqlite();
  sql << "CREATE VIEW " << view;
  if (!columns.empty()) {
    sql << " (";
    WriteNames(sql, columns);
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

std::string FillStore(const ViewPlan& plan) {
  Sql sql = Sqlite();
  sql << "INSERT INTO " << plan.store << "\n" << Fragment{plan.facts.select};
  return sql.str();
}

// The spec, so that the view can be made again where somebody has dropped the registry.
std::string Remark(const Json& spec) {
  return names::kRemark + spec.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string CreateStore(const RelationName& store, const std::vector<Column>& columns) {
  Sql sql = Sqlite();
  sql << "CREATE TABLE " << store << " (";
  sql.Join(", ", columns, WriteStoreColumn) << ")";
  return sql.str();
}

std::string CreateFace(const RelationName& view, const RelationName& store,
                       const std::vector<Column>& columns, const Json& spec) {
  Sql select = Sqlite();
  select << "SELECT ";
  WriteNames(select, columns);
  select << "\nFROM " << Identifier{store.name};
  return CreateView(view, columns, Remark(spec) + select.str());
}

std::vector<Statement> CreateInSqlite(const ViewPlan& plan) {
  if (plan.storage == Storage::kView) {
    return {{Actor::kCaller,
             CreateView(plan.view, NamesColumns(plan) ? plan.facts.columns : std::vector<Column>(),
                        plan.spec.definition)}};
  }
  std::vector<Statement> statements;
  auto add = [&statements](std::string sql) {
    statements.push_back({Actor::kCaller, std::move(sql)});
  };
  add(CreateStore(plan.store, plan.facts.columns));
  if (plan.spec.with_data) add(FillStore(plan));
  for (std::string& index : CreateIndexesInSqlite(plan)) add(std::move(index));
  add(CreateFace(plan.view, plan.store, plan.facts.columns, plan.spec.source));
  return statements;
}

std::vector<Statement> CreateInSqlite(const ViewPlan& plan, const Maintenance& maintenance) {
  std::vector<Statement> statements;
  auto add = [&statements](const std::string& sql) { statements.push_back({Actor::kCaller, sql}); };
  for (const std::string& sql : maintenance.create) add(sql);
  for (const std::string& sql : CreateIndexesInSqlite(plan)) add(sql);
  add(CreateView(plan.view, plan.facts.columns, Remark(plan.spec.source) + maintenance.face));
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
