// UNION, INTERSECT and EXCEPT -> relational tree.
#ifndef VIEWORM_PG_EXT_LOWER_SET_LOWERING_H_
#define VIEWORM_PG_EXT_LOWER_SET_LOWERING_H_

#include "pg_ext/lower/select_lowering.h"

namespace vieworm::lower {

// How a part of a set operation is lowered.
using PartLowering = std::function<Lowering(Query* part)>;

// The set operations of the query, without its ORDER BY and LIMIT. Throws Refused.
Lowering LowerSets(const Query* query, const ColumnNamer& name, const PartLowering& lower,
                   LoweringContext* context);

}  // namespace vieworm::lower

#endif  // VIEWORM_PG_EXT_LOWER_SET_LOWERING_H_
