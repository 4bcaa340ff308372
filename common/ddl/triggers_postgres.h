// The triggers on the sources of a maintained view, in PostgreSQL.
#ifndef VIEWORM_COMMON_DDL_TRIGGERS_POSTGRES_H_
#define VIEWORM_COMMON_DDL_TRIGGERS_POSTGRES_H_

#include <string>
#include <vector>

#include "common/ddl/maintenance_postgres.h"

namespace vieworm {

// CREATE TRIGGER for every program, and for TRUNCATE of every source. Each is told the name of the
// store, by which it finds its program: a name and no OID, so that a dump carries it. (Stores are
// in vieworm's own schema, where nobody renames them.)
std::vector<std::string> CreateTriggersInPostgres(const RelationName& store,
                                                  const PostgresMaintenance& maintenance);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_TRIGGERS_POSTGRES_H_
