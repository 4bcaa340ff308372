#include "common/ddl/index.h"

#include <set>

#include "common/sql/sql.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

void WriteKey(Sql& sql, const IndexKey& key) {
  if (key.expression.empty()) {
    sql << Identifier{key.column};
  } else {
    // The line break ends a comment that the expression may end with.
    sql << "(" << Fragment{key.expression} << "\n)";
  }
  if (key.descending) sql << " DESC";
}

void WritePostgresKey(Sql& sql, const IndexKey& key) {
  WriteKey(sql, key);
  if (key.nulls_first) {
    *key.nulls_first ? sql << " NULLS FIRST" : sql << " NULLS LAST";
  }
}

void WriteWhere(Sql& sql, const IndexSpec& index) {
  if (index.where) sql << " WHERE (" << Fragment{*index.where} << "\n)";
}

std::string PostgresIndex(const IndexSpec& index, const RelationName& table) {
  Sql sql(PostgresDialect());
  sql << "CREATE ";
  if (index.unique) sql << "UNIQUE ";
  sql << "INDEX ";
  if (index.name) sql << Identifier{*index.name} << " ";
  sql << "ON " << table;
  if (index.method) sql << " USING " << Identifier{*index.method};
  sql << " (";
  sql.Join(", ", index.keys, WritePostgresKey) << ")";
  WriteWhere(sql, index);
  return sql.str();
}

std::string SqliteIndex(const IndexSpec& index, const std::string& name, const ViewPlan& plan) {
  Sql sql(SqliteDialect());
  sql << "CREATE ";
  if (index.unique) sql << "UNIQUE ";
  sql << "INDEX " << RelationName{plan.store.schema, name} << " ON " << Identifier{plan.store.name};
  sql << " (";
  sql.Join(", ", index.keys, WriteKey) << ")";
  WriteWhere(sql, index);
  return sql.str();
}

std::string DefaultName(const IndexSpec& index, const ViewPlan& plan) {
  std::string name = plan.view.name;
  for (const IndexKey& key : index.keys) name += "_" + (key.column.empty() ? "expr" : key.column);
  return name + "_idx";
}

std::string Unused(const std::string& name, std::set<std::string>* used) {
  std::string candidate = name;
  for (int n = 1; !used->insert(candidate).second; ++n) candidate = name + std::to_string(n);
  return candidate;
}

}  // namespace

std::vector<std::string> CreateIndexesInPostgres(const ViewPlan& plan, const RelationName& table) {
  std::vector<std::string> statements;
  for (const IndexSpec& index : plan.spec.indexes) {
    statements.push_back(PostgresIndex(index, table));
  }
  return statements;
}

std::vector<std::string> CreateIndexesInSqlite(const ViewPlan& plan) {
  std::vector<std::string> statements;
  std::set<std::string> used;
  for (const IndexSpec& index : plan.spec.indexes) {
    std::string name = index.name ? *index.name : Unused(DefaultName(index, plan), &used);
    statements.push_back(SqliteIndex(index, name, plan));
  }
  return statements;
}

}  // namespace vieworm
