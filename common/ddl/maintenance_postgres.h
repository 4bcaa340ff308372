// Relational tree -> everything that keeps a view right in PostgreSQL: what the store holds, what
// the face shows, and what runs after a statement that has changed a source.
//
// Every product reads one table. (Where several tables are joined, the change of one has to be
// joined with what the others hold, and with what other transactions are doing to them.)
#ifndef VIEWORM_COMMON_DDL_MAINTENANCE_POSTGRES_H_
#define VIEWORM_COMMON_DDL_MAINTENANCE_POSTGRES_H_

#include <map>
#include <string>
#include <vector>

#include "common/ddl/change_event.h"
#include "common/ir/relation.h"
#include "common/plan/row_store.h"

namespace vieworm {

struct PostgresMaintenanceInput {
  RelationName store;
  RelationPtr tree;
  std::vector<StoredColumn> columns;  // of the contributions to CoreOf(tree)
  std::vector<std::string> shown;     // the names of the view's columns
  FactsOf facts;                      // of a base table
};

// What runs after one kind of statement on one source. `apply` may return places in the store, in
// one column (tid); each statement of `finish` takes all of them as $1 (tid[]), and does not run
// where there are none.
struct ChangeProgram {
  RelationName source;
  ChangeEvent event = ChangeEvent::kInsert;
  std::vector<std::string> columns;  // of the source; an UPDATE of others changes nothing
  std::vector<std::string> apply;
  std::vector<std::string> finish;
};

struct UniqueIndex {
  std::vector<std::string> columns;  // NULLs are equal
  std::string where;                 // SQL; "" for all rows
};

struct PostgresMaintenance {
  std::string state;                  // SELECT: the rows of the store
  std::string face;                   // SELECT over the store
  std::vector<std::string> stored;    // columns of the store that the face shows as such
  std::vector<UniqueIndex> indexes;   // on the store
  std::vector<RelationName> sources;  // base tables, each once
  std::vector<ChangeProgram> programs;
  std::map<std::string, std::string> strategy;  // by source, as shown: "keyed" or "linear"
};

// Throws Unmaintainable.
PostgresMaintenance PlanMaintenanceInPostgres(PostgresMaintenanceInput input);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_MAINTENANCE_POSTGRES_H_
