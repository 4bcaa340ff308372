// The results as tables to read.
#ifndef VIEWORM_BENCH_SQLITE_REPORT_H_
#define VIEWORM_BENCH_SQLITE_REPORT_H_

#include <string>
#include <vector>

#include "bench/sqlite/measurement.h"

namespace vieworm::bench {

// How much more a row may cost with vieworm than with hand-written triggers: more where vieworm
// watches for rows that OR REPLACE removes without a DELETE trigger, as the others do not.
double TargetFor(const Result& result);

// "primary" or "unique".
const char* NameOf(Keys keys);

std::string TableHead();
std::string TableLine(const Result& result);

// How the time of a row grows from the smallest base table to the largest; "" when there is one
// size only.
std::string GrowthTable(const std::vector<Result>& results);

}  // namespace vieworm::bench

#endif  // VIEWORM_BENCH_SQLITE_REPORT_H_
