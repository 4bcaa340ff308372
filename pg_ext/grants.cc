#include "pg_ext/grants.h"

#include "pg_ext/identity.h"
#include "pg_ext/spi.h"
#include "pg_ext/text.h"

namespace vieworm {

namespace {

// Privilege, column, role (NULL: PUBLIC), grantable.
constexpr char kPrivileges[] =
    "SELECT a.privilege_type, t.attname, g.rolname, a.is_grantable "
    "FROM pg_catalog.pg_class AS c, LATERAL ("
    "SELECT NULL::pg_catalog.name AS attname, c.relacl AS acl "
    "UNION ALL SELECT attname, attacl FROM pg_catalog.pg_attribute AS x "
    "WHERE x.attrelid OPERATOR(pg_catalog.=) c.oid AND NOT x.attisdropped) AS t, "
    "LATERAL pg_catalog.aclexplode(t.acl) AS a "
    "LEFT JOIN pg_catalog.pg_roles AS g ON g.oid OPERATOR(pg_catalog.=) a.grantee "
    "WHERE c.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
    "AND a.grantee OPERATOR(pg_catalog.<>) c.relowner "
    "ORDER BY t.attname, g.rolname, a.privilege_type";

bool HasColumn(const ViewPlan& plan, const std::string& name) {
  for (const Column& column : plan.facts.columns) {
    if (column.name == name) return true;
  }
  return false;
}

}  // namespace

std::vector<Statement> GrantsToCarryOver(Oid old, const ViewPlan& plan) {
  std::vector<Statement> grants;
  ActingAsExtension as_extension;
  for (const Row& row : RunSql(kPrivileges, {std::to_string(old)}).rows) {
    std::string sql = "GRANT " + row[0].value();
    if (row[1]) {
      if (!HasColumn(plan, *row[1])) continue;
      sql += " (" + QuoteIdentifier(*row[1]) + ")";
    }
    sql += " ON TABLE " + QualifiedSql(plan.view) + " TO ";
    sql += row[2] ? QuoteIdentifier(*row[2]) : "PUBLIC";
    if (row[3] == "t") sql += " WITH GRANT OPTION";
    grants.push_back({Actor::kCaller, sql});
  }
  return grants;
}

}  // namespace vieworm
