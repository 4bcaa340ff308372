// SQLite's type affinities (https://www.sqlite.org/datatype3.html, section 3), as SQLite writes
// them: A blob, B text, C numeric, D integer, E real.
#ifndef VIEWORM_COMMON_PLAN_AFFINITY_H_
#define VIEWORM_COMMON_PLAN_AFFINITY_H_

#include <string_view>

namespace vieworm {

// Of a column that is declared so, or of a CAST to that type.
char AffinityOfType(std::string_view declared);

// A type that gives a column the affinity; "" for A, which needs none.
const char* TypeOfAffinity(char affinity);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_PLAN_AFFINITY_H_
