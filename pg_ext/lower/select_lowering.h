// One SELECT, without set operations: over rows, with groups, or over the groups of a subquery.
#ifndef VIEWORM_PG_EXT_LOWER_SELECT_LOWERING_H_
#define VIEWORM_PG_EXT_LOWER_SELECT_LOWERING_H_

#include "pg_ext/lower/query_lowering.h"

struct SortGroupClause;

namespace vieworm::lower {

class GroupRewriter;
class SourceLowering;

// The name of the column `i`, counted from 0.
using ColumnNamer = std::function<std::string(size_t i)>;

// `query` has been checked and prepared. `top` as in Ordered.
Lowering LowerSelect(const QueryScope& query, const ColumnNamer& name, bool top,
                     LoweringContext* context);

// `lowering` under the ORDER BY and LIMIT of the query, which can name its columns only. Without a
// LIMIT only the outermost SELECT, `top`, keeps its order. Throws Refused.
Lowering Ordered(Lowering lowering, const Query* query, bool top, LoweringContext* context);

// The expressions of the select list, without those that are there for ORDER BY or GROUP BY alone.
std::vector<Node*> SelectedBy(const Query* query);

}  // namespace vieworm::lower

#endif  // VIEWORM_PG_EXT_LOWER_SELECT_LOWERING_H_
