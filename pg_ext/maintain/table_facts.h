// What the planner asks about an ordinary table, from the catalogs.
#ifndef VIEWORM_PG_EXT_MAINTAIN_TABLE_FACTS_H_
#define VIEWORM_PG_EXT_MAINTAIN_TABLE_FACTS_H_

#include "pg_ext/server.h"

#include "common/plan/table_facts.h"

namespace vieworm {

// Columns with their names and NOT NULL; what identifies a row is the primary key, unless it is
// deferrable or of types whose `=` is not PostgreSQL's own. Throws Error(kMissing) where there is
// no such table.
TableFacts DescribeTable(const RelationName& table);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_TABLE_FACTS_H_
