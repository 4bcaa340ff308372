// The measurement of one view over one base table: rounds in which every variant runs the same
// statements one after the other, each time in another order.
#ifndef VIEWORM_BENCH_SQLITE_MEASUREMENT_H_
#define VIEWORM_BENCH_SQLITE_MEASUREMENT_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "bench/sqlite/options.h"

namespace vieworm::bench {

// What was measured, in CPU time of the process.
struct Result {
  std::string view;
  Keys keys;
  int64_t rows;
  std::string events;  // see Batch
  bool guard = false;  // vieworm watches for rows that a REPLACE removes

  // By variant: "none", "hand", "hand again", "vieworm". Seconds for one row, one entry per round.
  std::map<std::string, std::vector<double>> row_seconds;

  // By variant: seconds for the whole view, made anew.
  std::map<std::string, std::vector<double>> rebuild_seconds;

  // Row time of one variant over that of another one.
  std::vector<double> RowRatios(const std::string& above, const std::string& below) const;
};

// One result for each kind of batch. `base` holds the base tables and is not changed. Throws
// std::runtime_error when a view is not what its definition gives at the end.
std::vector<Result> Measure(const View& view, Keys keys, int64_t rows, const Connection& base,
                            const Options& options);

}  // namespace vieworm::bench

#endif  // VIEWORM_BENCH_SQLITE_MEASUREMENT_H_
