// The base tables, and what their rows hold. Every value is a function of the row's number, so that
// all copies of a database and all runs see the same data.
//
//   t(id INTEGER PRIMARY KEY, g TEXT, d INTEGER, v INTEGER [, u INTEGER UNIQUE])
//   d(id INTEGER PRIMARY KEY, c TEXT, name TEXT)      5,000 rows, 500 values of c
//
// About one row of t in twenty has a d that is not in table d.
#ifndef VIEWORM_BENCH_SQLITE_BASE_TABLE_H_
#define VIEWORM_BENCH_SQLITE_BASE_TABLE_H_

#include <cstdint>
#include <string>

#include "bench/sqlite/connection.h"

namespace vieworm::bench {

enum class Keys {
  kPrimary,  // id is the only key
  kUnique,   // u is another one: a REPLACE can remove two rows
};

struct Row {
  int64_t id;
  int group;      // 0..kGroups-1; GroupName() is what g holds
  int dimension;  // 0..kDimensions-1, of which the first 5,000 are in d
  int value;
};

inline constexpr int kGroups = 1000;
inline constexpr int kDimensions = 5250;

// A well mixed number for each number.
uint64_t Mixed(uint64_t number);

// The row that is made the `serial`-th time that any row needs values.
Row RandomRow(int64_t id, uint64_t serial);

const std::string& GroupName(int group);

// What column u holds: different for different ids below 2^32, and in no order.
int64_t UniqueOf(int64_t id);

// Creates both tables, with rows 1..rows in t.
void FillBaseTables(int64_t rows, Keys keys, Connection* connection);

}  // namespace vieworm::bench

#endif  // VIEWORM_BENCH_SQLITE_BASE_TABLE_H_
