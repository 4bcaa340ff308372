// Normal form of a linear tree: a UNION ALL of products.
//
// SELECT over SELECT, over UNION ALL, over a join of them: the join is distributed over UNION ALL,
// and the inner SELECTs' expressions are put in the place of the columns they give. What is left
// are blocks that read nothing but tables and functions of a row. (The unnesting that every
// optimizer does; here it makes each block a statement of its own for each table that it reads.)
#ifndef VIEWORM_COMMON_PLAN_FLATTEN_H_
#define VIEWORM_COMMON_PLAN_FLATTEN_H_

#include <vector>

#include "common/ir/relation.h"

namespace vieworm {

// The blocks of `relation`, which must be linear: a Block or a UnionAll. Together they give its
// rows under its columns' names. Their number is the product of the numbers of branches that are
// joined.
std::vector<Block> Flatten(const Relation& relation);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_PLAN_FLATTEN_H_
