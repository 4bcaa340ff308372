#include "pg_ext/pg_cron.h"

#include "common/diagnostic.h"
#include "common/sql/dialect.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/spi.h"

namespace vieworm {

namespace {

// "1.4-1" -> {1, 4}
std::pair<int, int> ParseVersion(const std::string& text) {
  int major = 0;
  int minor = 0;
  sscanf(text.c_str(), "%d.%d", &major, &minor);
  return {major, minor};
}

void CheckMayUse(Oid role) {
  ActingAsExtension as_extension;
  Value allowed = FirstValue(
      RunSql("SELECT pg_catalog.has_schema_privilege($1::pg_catalog.oid, 'cron', 'USAGE')",
             {std::to_string(role)}));
  if (allowed == "t") return;
  std::string name = RoleName(role);
  throw Error(ErrorKind::kNotAllowed,
              "role " + Quoted(name) + " may not schedule jobs of pg_cron's",
              "The job that refreshes a view runs as the view's owner.",
              "Run GRANT USAGE ON SCHEMA cron TO " + QuoteIdentifier(name) +
                  ", or leave out \"schedule\".");
}

}  // namespace

std::optional<PgCron> FindPgCron() {
  ActingAsExtension as_extension;
  Value version =
      FirstValue(RunSql("SELECT extversion FROM pg_catalog.pg_extension "
                        "WHERE extname OPERATOR(pg_catalog.=) 'pg_cron'"));
  if (!version) return std::nullopt;
  return PgCron{ParseVersion(*version) >= std::pair(1, 5)};
}

void PutJob(Oid role, const std::string& name, const std::string& schedule,
            const std::string& command) {
  CheckMayUse(role);
  PinnedSettings settings;
  ActingAs as_role(role, Restriction::kRestricted);
  RunSql("SELECT cron.schedule($1, $2, $3)", {name, schedule, command});
}

void RemoveJob(const std::string& name, Oid role) {
  Value role_name = role == InvalidOid ? Value() : RoleName(role);
  ActingAsExtension as_extension;
  RunSql(
      "SELECT cron.unschedule(j.jobid) FROM cron.job AS j "
      "WHERE j.jobname::pg_catalog.text OPERATOR(pg_catalog.=) $1 "
      "AND j.database OPERATOR(pg_catalog.=) pg_catalog.current_database()::pg_catalog.text "
      "AND ($2 IS NULL OR j.username OPERATOR(pg_catalog.=) $2)",
      {name, role_name});
}

std::vector<std::string> RolesWithJob(const std::string& name) {
  ActingAsExtension as_extension;
  std::vector<std::string> roles;
  SqlResult result = RunSql(
      "SELECT j.username FROM cron.job AS j "
      "WHERE j.jobname::pg_catalog.text OPERATOR(pg_catalog.=) $1 "
      "AND j.database OPERATOR(pg_catalog.=) pg_catalog.current_database()::pg_catalog.text",
      {name});
  for (const Row& row : result.rows) roles.push_back(row[0].value());
  return roles;
}

}  // namespace vieworm
