#include "bench/sqlite/spread.h"

#include <algorithm>
#include <cmath>

namespace vieworm::bench {

namespace {

double Quantile(const std::vector<double>& sorted, double share) {
  double place = share * static_cast<double>(sorted.size() - 1);
  auto below = static_cast<size_t>(std::floor(place));
  size_t above = std::min(below + 1, sorted.size() - 1);
  double part = place - static_cast<double>(below);
  return sorted[below] + part * (sorted[above] - sorted[below]);
}

}  // namespace

Spread SpreadOf(std::vector<double> values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  return {Quantile(values, 0.25), Quantile(values, 0.5), Quantile(values, 0.75)};
}

std::vector<double> Ratios(const std::vector<double>& above, const std::vector<double>& below) {
  std::vector<double> ratios;
  for (size_t i = 0; i < above.size(); ++i) ratios.push_back(above[i] / below[i]);
  return ratios;
}

}  // namespace vieworm::bench
