// Two SELECTs compared as bags of rows, storage classes included.
#ifndef VIEWORM_SQLITE_EXT_MAINTAIN_COMPARE_H_
#define VIEWORM_SQLITE_EXT_MAINTAIN_COMPARE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "common/json.h"
#include "common/sql/dialect.h"

struct sqlite3;

namespace vieworm {

struct BagDifference {
  int64_t missing = 0;        // rows that only the first has
  int64_t extra = 0;          // rows that only the second has
  std::vector<Json> samples;  // a few of them: {"missing": [...]} or {"extra": [...]}
};

// `expected` is a SELECT. Real numbers are taken for equal where they differ in the 10th digit or
// after: the sum of some numbers depends on the order in which they are added. Of values that are
// equal to SQLite and look different, such as 1 and 1.0, or 'a' and 'A' under NOCASE, a group shows
// any one; so may either side. So do group_concat and the like, where nothing says in which order:
// beside them a text is taken for equal to one with the same bytes in another order. At most
// kMostLookedAt rows are looked at as closely as that.
BagDifference CompareBags(sqlite3* db, const std::string& expected, const RelationName& actual);

std::string SelectAll(const RelationName& relation);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_MAINTAIN_COMPARE_H_
