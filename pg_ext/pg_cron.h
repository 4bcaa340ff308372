// The extension pg_cron, where this database has it.
#ifndef VIEWORM_PG_EXT_PG_CRON_H_
#define VIEWORM_PG_EXT_PG_CRON_H_

#include "pg_ext/server.h"

namespace vieworm {

struct PgCron {
  bool knows_seconds = false;  // 1.5 and later
};

// Nothing where the extension is not installed in this database.
std::optional<PgCron> FindPgCron();

// Creates the job of that name, or changes it, as the role that it is to run as. Throws
// Error(kNotAllowed) where the role may not use pg_cron.
void PutJob(Oid role, const std::string& name, const std::string& schedule,
            const std::string& command);

// Removes the jobs of that name in this database: all of them, or those of one role.
void RemoveJob(const std::string& name, Oid role = InvalidOid);

// The roles that have a job of that name in this database.
std::vector<std::string> RolesWithJob(const std::string& name);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_PG_CRON_H_
