// The rules that a view's output columns must keep.
#ifndef VIEWORM_COMMON_PLAN_OUTPUT_COLUMNS_H_
#define VIEWORM_COMMON_PLAN_OUTPUT_COLUMNS_H_

#include <vector>

#include "common/plan/catalog.h"
#include "common/spec/view_spec.h"

namespace vieworm {

// The columns that the definition gives, under the names that the spec gives them.
// Throws Error(kBadSpec) for no columns at all or a wrong number of names, Error(kDuplicateColumn)
// for a name that comes twice, and Error(kUndefinedColumn) for an index on a column that is not
// there. Names are compared as `dialect` does.
std::vector<Column> OutputColumns(const ViewSpec& spec, std::vector<Column> defined,
                                  const Dialect& dialect);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_PLAN_OUTPUT_COLUMNS_H_
