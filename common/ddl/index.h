// CREATE INDEX, for both engines.
#ifndef VIEWORM_COMMON_DDL_INDEX_H_
#define VIEWORM_COMMON_DDL_INDEX_H_

#include <string>
#include <vector>

#include "common/plan/view_plan.h"

namespace vieworm {

// The indexes of `plan` on its materialized view or store. PostgreSQL names what has no name.
std::vector<std::string> CreateIndexesInPostgres(const ViewPlan& plan, const RelationName& table);

// The same for SQLite, where an index must have a name: `<view>_<columns>_idx`, numbered where
// two of the view's would be the same.
std::vector<std::string> CreateIndexesInSqlite(const ViewPlan& plan);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_INDEX_H_
