// The planner's questions about a table, answered by the schema.
#ifndef VIEWORM_SQLITE_EXT_TABLE_FACTS_H_
#define VIEWORM_SQLITE_EXT_TABLE_FACTS_H_

#include "common/plan/table_facts.h"

struct sqlite3;

namespace vieworm {

// `table` must be an ordinary table.
TableFacts DescribeTable(sqlite3* db, const RelationName& table);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_TABLE_FACTS_H_
