// A bag of rows, small enough to keep and to compare: how many there are, and the sum of their
// hashes, which no order changes. Storage classes count: 1 and 1.0 differ. It notices every single
// wrong, missing or extra row; two bags that differ look equal once in 2^64.
#ifndef VIEWORM_BENCH_SQLITE_BAG_H_
#define VIEWORM_BENCH_SQLITE_BAG_H_

#include <cstdint>
#include <string>

#include "bench/sqlite/connection.h"

namespace vieworm::bench {

struct Bag {
  int64_t rows = 0;
  uint64_t sum = 0;

  bool operator==(const Bag&) const = default;
};

// What the SELECT returns.
Bag BagOf(Connection* connection, const std::string& select);

}  // namespace vieworm::bench

#endif  // VIEWORM_BENCH_SQLITE_BAG_H_
