// The triggers on the sources of a maintained view, in PostgreSQL.
#ifndef VIEWORM_COMMON_DDL_TRIGGERS_POSTGRES_H_
#define VIEWORM_COMMON_DDL_TRIGGERS_POSTGRES_H_

#include <string>
#include <vector>

#include "common/ddl/maintenance_postgres.h"
#include "common/ddl/statement.h"

namespace vieworm {

// Those on one table.
struct TableTriggers {
  RelationName table;
  std::vector<Statement> create;
};

// CREATE TRIGGER for every program, and for TRUNCATE of every source. Each is told the name of the
// store, by which it finds its program: a name and no OID, so that a dump carries it. (Stores are
// in vieworm's own schema, where nobody renames them.)
//
// PostgreSQL fires the triggers of the table that a statement names, with the changed rows of all
// tables below it, and not theirs: so each table of a source's family has its own. Whoever may
// create triggers on a source may have its changes followed wherever in it they are made.
std::vector<TableTriggers> TriggersInPostgres(const RelationName& store,
                                              const PostgresMaintenance& maintenance);

// Is it the name of one of the triggers that follow `event` for the store?
bool IsTriggerName(const std::string& name, const RelationName& store, ChangeEvent event);

// Of any of them, for whatever event?
bool IsTriggerName(const std::string& name, const RelationName& store);

// The name of the trigger that each of these tables has, whatever the view is.
std::string TruncateTriggerName(const RelationName& store);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_TRIGGERS_POSTGRES_H_
