// What one value adds to the states of count, sum, total and avg.
//
// sum() takes texts and BLOBs for numbers by rules of its own, so it is asked itself what such a
// value is worth.
#ifndef VIEWORM_COMMON_DDL_GROUP_VALUES_H_
#define VIEWORM_COMMON_DDL_GROUP_VALUES_H_

#include <string>
#include <vector>

#include "common/plan/group_store.h"

namespace vieworm {

struct NumberValues {
  std::string count, others, integers, reals;  // SQL texts
};

// `value` is SQL text that is good for being written several times; `sign` is 1 or -1.
NumberValues ValuesOf(const std::string& value, int sign);

// The assignments of an UPSERT that add such values to a group that is there.
std::vector<std::string> AddNumbers(const NumberState& state);

// SQL texts joined by `separator`.
std::string JoinTexts(const std::vector<std::string>& parts, const char* separator);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_GROUP_VALUES_H_
