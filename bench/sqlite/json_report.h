// The results as JSON, to be kept and compared with a later run.
#ifndef VIEWORM_BENCH_SQLITE_JSON_REPORT_H_
#define VIEWORM_BENCH_SQLITE_JSON_REPORT_H_

#include <string>
#include <vector>

#include "bench/sqlite/measurement.h"

namespace vieworm::bench {

// {"sqlite", "vieworm", "compiler", "rounds", "statements", "storage", "results": [{"view", "keys",
// "events", "rows", "guard", "goal", "row_microseconds": {variant: spread}, "ratios":
// {"vieworm/hand": spread, ...}, "rebuild_milliseconds": {variant: median}, "rebuild/row"}]}, where
// a spread is {"low", "median", "high"}: quartiles.
std::string JsonReport(const std::vector<Result>& results, const Options& options);

}  // namespace vieworm::bench

#endif  // VIEWORM_BENCH_SQLITE_JSON_REPORT_H_
