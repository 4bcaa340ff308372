// A median with its quartiles.
#ifndef VIEWORM_BENCH_SQLITE_SPREAD_H_
#define VIEWORM_BENCH_SQLITE_SPREAD_H_

#include <vector>

namespace vieworm::bench {

struct Spread {
  double low = 0;  // a quarter of the values is below
  double median = 0;
  double high = 0;  // a quarter of the values is above
};

// Quartiles between two values are interpolated. Zeros when there are no values.
Spread SpreadOf(std::vector<double> values);

// above[i] / below[i] of every round i. A machine that slows down for a while slows both down.
std::vector<double> Ratios(const std::vector<double>& above, const std::vector<double>& below);

}  // namespace vieworm::bench

#endif  // VIEWORM_BENCH_SQLITE_SPREAD_H_
