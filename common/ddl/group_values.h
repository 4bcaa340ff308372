// What one value adds to the states of count, sum, total and avg.
//
// The texts are short: SQLite makes room for all registers of a trigger's program whenever it
// fires, whether its WHEN holds or not.
#ifndef VIEWORM_COMMON_DDL_GROUP_VALUES_H_
#define VIEWORM_COMMON_DDL_GROUP_VALUES_H_

#include <string>
#include <vector>

#include "common/plan/group_store.h"

namespace vieworm {

// What the row with the value `value`, SQL text that is good for being written several times, adds
// to the columns of `state`, in their order. `sign` is 1 or -1.
std::vector<std::string> ValuesOf(const NumberState& state, const std::string& value, int sign);

// What it adds when `then` becomes `now`, where IsCountable holds for both.
std::vector<std::string> DifferencesOf(const NumberState& state, const std::string& now,
                                       const std::string& then);

// A condition under which DifferencesOf is right for a value; "" where it always is.
std::string IsCountable(const NumberState& state, const std::string& value);

// The columns of a state.
std::vector<std::string> ColumnsOf(const NumberState& state);

// The assignments of an UPSERT that add such values to a group that is there.
std::vector<std::string> AddNumbers(const NumberState& state);

// Condition on the columns, each after the prefix `table`, under which they do not tell the sum: an
// integer out of range, an infinity, a value that is no number.
std::string IsUncertain(const NumberState& state, const std::string& table);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_GROUP_VALUES_H_
