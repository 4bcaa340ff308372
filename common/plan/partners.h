// Which rows of a product's other tables go with a row of one of them: by the equalities of columns
// in its conditions.
#ifndef VIEWORM_COMMON_PLAN_PARTNERS_H_
#define VIEWORM_COMMON_PLAN_PARTNERS_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/ir/relation.h"
#include "common/plan/row_store.h"

namespace vieworm {

// A condition that is the equality of two columns, and nothing else.
struct Equality {
  ColumnUse left;
  ColumnUse right;
};

std::vector<Equality> EqualitiesOf(const Block& product);

// The tables of a product, by alias.
std::map<std::string, RelationName> TablesByAlias(const Block& product);

// The columns of `alias` that are equal to one of the sources in `known`.
std::vector<std::string> ColumnsTiedTo(const std::set<std::string>& known, const std::string& alias,
                                       const std::vector<Equality>& equalities);

// Does a row of `alias` make at most one row of the product? So it is where each other table is
// found by what identifies its rows.
bool MakesOneRow(const Block& product, const std::string& alias, const FactsOf& facts);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_PLAN_PARTNERS_H_
