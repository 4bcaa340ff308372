#include "bench/sqlite/report.h"

#include <cstdarg>
#include <cstdio>

#include "bench/sqlite/spread.h"

namespace vieworm::bench {

namespace {

__attribute__((format(printf, 1, 2))) std::string Format(const char* format, ...) {
  char text[256];
  va_list arguments;
  va_start(arguments, format);
  std::vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  return text;
}

// 1234567 as 1,234,567.
std::string Grouped(double number) {
  std::string digits = Format("%.0f", number);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<size_t>(at), ",");
  }
  return digits;
}

double MedianOf(const std::map<std::string, std::vector<double>>& seconds,
                const std::string& variant) {
  auto found = seconds.find(variant);
  return found == seconds.end() ? 0 : SpreadOf(found->second).median;
}

std::string Rate(const Result& result, const std::string& variant) {
  double seconds = MedianOf(result.row_seconds, variant);
  return Format(" %9s", seconds > 0 ? Grouped(1 / seconds).c_str() : "-");
}

std::string RatioText(const Result& result, const std::string& above, const std::string& below) {
  std::vector<double> ratios = result.RowRatios(above, below);
  if (ratios.empty()) return Format(" %21s", "-");
  Spread spread = SpreadOf(ratios);
  return Format("  %5.2f (%5.2f-%5.2f)", spread.median, spread.low, spread.high);
}

std::string TargetText(const Result& result) {
  double target = TargetFor(result);
  std::vector<double> ratios = result.RowRatios("vieworm", "hand");
  bool over = !ratios.empty() && SpreadOf(ratios).median > target;
  return Format(" %4.2f%s", target, over ? "!" : " ");
}

std::string Milliseconds(const Result& result, const std::string& variant) {
  double seconds = MedianOf(result.rebuild_seconds, variant);
  return Format(" %8s", seconds > 0 ? Grouped(seconds * 1000).c_str() : "-");
}

// How many rows could have changed, one by one, in the time that the whole view takes.
std::string RebuildText(const Result& result) {
  bool vieworm = result.row_seconds.contains("vieworm");
  double row = MedianOf(result.row_seconds, vieworm ? "vieworm" : "hand");
  double rows = MedianOf(result.rebuild_seconds, "hand") / row;
  return Milliseconds(result, "hand") + Milliseconds(result, "vieworm") +
         Format(" %10s", Grouped(rows).c_str());
}

std::string Place(const Result& result) {
  return Format("%-12s %-7s %-12s", result.view.c_str(), NameOf(result.keys),
                result.events.c_str());
}

// The time of a row that is added by having the view.
double AddedBy(const std::string& variant, const Result& result) {
  return MedianOf(result.row_seconds, variant) - MedianOf(result.row_seconds, "none");
}

std::string GrowthLine(const Result& small, const Result& large) {
  std::string line = Place(small);
  for (const char* variant : {"none", "hand", "vieworm"}) {
    double before = MedianOf(small.row_seconds, variant);
    if (before == 0) continue;
    line += Format(" %8.2f", MedianOf(large.row_seconds, variant) / before);
  }
  for (const char* variant : {"hand", "vieworm"}) {
    if (!small.row_seconds.contains(variant)) continue;
    line += Format(" %12.2f", AddedBy(variant, large) / AddedBy(variant, small));
  }
  double rebuild =
      MedianOf(large.rebuild_seconds, "hand") / MedianOf(small.rebuild_seconds, "hand");
  return line + Format(" %10s\n", Grouped(rebuild).c_str());
}

}  // namespace

double TargetFor(const Result& result) { return result.guard ? 1.25 : 1.1; }

const char* NameOf(Keys keys) { return keys == Keys::kUnique ? "unique" : "primary"; }

std::string TableHead() {
  std::string head = Format("%44s %29s %21s %6s %20s %17s %10s\n", "", "rows per second",
                            "vieworm / hand", "", "vieworm / none", "milliseconds", "rebuild /");
  head += Format("%-12s %-7s %-12s %10s %9s %9s %9s %21s %6s %20s %8s %8s %10s\n", "view", "keys",
                 "events", "rows", "none", "hand", "vieworm", "median (quartiles)", "goal",
                 "median (quartiles)", "rebuild", "refresh", "one row");
  return head;
}

std::string TableLine(const Result& result) {
  std::string line = Place(result) + Format(" %10s", Grouped(double(result.rows)).c_str());
  for (const char* variant : {"none", "hand", "vieworm"}) line += Rate(result, variant);
  line += RatioText(result, "vieworm", "hand") + TargetText(result);
  line += RatioText(result, "vieworm", "none") + RebuildText(result);
  if (result.row_seconds.contains("hand again")) {
    line += "   noise" + RatioText(result, "hand again", "hand");
  }
  return line + "\n";
}

std::string GrowthTable(const std::vector<Result>& results) {
  int64_t least = results.front().rows;
  int64_t most = results.back().rows;
  if (least == most) return "";
  std::string table = "\nTime of a row with " + Grouped(double(most)) + " rows over that with " +
                      Grouped(double(least)) +
                      " (goal: flat, that is as \"none\" grows by itself; what the view adds: 1)\n";
  table += Format("%-12s %-7s %-12s %8s %8s %8s %12s %12s %10s\n", "view", "keys", "events", "none",
                  "hand", "vieworm", "hand adds", "vieworm adds", "rebuild");
  for (const Result& small : results) {
    if (small.rows != least) continue;
    for (const Result& large : results) {
      bool same = large.view == small.view && large.keys == small.keys &&
                  large.events == small.events && large.rows == most;
      if (same) table += GrowthLine(small, large);
    }
  }
  return table;
}

}  // namespace vieworm::bench
