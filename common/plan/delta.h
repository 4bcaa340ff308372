// The delta of a linear tree: by which rows its result changes when its tables change.
//
// A tree is *linear* if it consists of scans, functions of a row, blocks (filter, inner join,
// projection) and UNION ALL: it is then multilinear in the occurrences of each table, as a product
// is in its factors. Write R for a table before the change, dR for the rows that the change adds,
// and R' = R + dR. For a product of two occurrences
//
//   d(R * S) = dR * S' + R' * dS - dR * dS
//
// and so on for more: every way to put dR for at least one occurrence, with alternating signs,
// whether the occurrences are of one table or of several that change together. All of it is over R'
// alone, the state after the change, so no earlier state is ever reconstructed.
// For rows that are taken away the same holds over the state *before* the change, with the
// opposite sign. (Inclusion and exclusion, as in Griffin and Libkin, "Incremental maintenance of
// views with duplicates", 1995, with signs in place of monus.)
#ifndef VIEWORM_COMMON_PLAN_DELTA_H_
#define VIEWORM_COMMON_PLAN_DELTA_H_

#include <vector>

#include "common/ir/relation.h"

namespace vieworm {

bool IsLinear(const Relation& relation);

// A part of a delta: the rows of `relation`, each counted `sign` times.
struct DeltaTerm {
  int sign;  // 1 or -1
  RelationPtr relation;
};

// The terms of the delta of `relation`, which must be linear, for rows that a change adds to
// `tables`. In each term a Change stands for at least one Scan of them.
// There are 2^n - 1 terms for n occurrences in one block.
std::vector<DeltaTerm> DeltaOf(const RelationPtr& relation,
                               const std::vector<RelationName>& tables);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_PLAN_DELTA_H_
