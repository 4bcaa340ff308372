#include "bench/sqlite/measurement.h"

#include <algorithm>
#include <memory>

#include "bench/sqlite/spread.h"
#include "bench/sqlite/variant.h"
#include "bench/sqlite/workload.h"

namespace vieworm::bench {

namespace {

using Variants = std::vector<std::unique_ptr<Variant>>;

Variants MakeVariants(const View& view, Keys keys, const Connection& base, const Options& options) {
  Variants variants;
  auto add = [&](const std::string& name, Method method) {
    std::string file = options.folder;
    if (!file.empty()) file += "/bench-" + std::to_string(variants.size()) + ".db";
    variants.push_back(std::make_unique<Variant>(name, method, view, keys, base, file));
  };
  add("none", Method::kNone);
  add("hand", Method::kHand);
  if (options.control) add("hand again", Method::kHand);
  if (options.vieworm) add("vieworm", Method::kVieworm);
  return variants;
}

// Runs the batch on every variant, another one first in each round.
std::map<std::string, double> RunBatch(const Batch& batch, int round, const Variants& variants) {
  std::map<std::string, double> row_seconds;
  for (size_t i = 0; i < variants.size(); ++i) {
    Variant& variant = *variants[(i + static_cast<size_t>(round)) % variants.size()];
    row_seconds[variant.name()] = variant.Run(batch) / static_cast<double>(batch.list.size());
  }
  return row_seconds;
}

// A rebuild of a large view takes its time and differs little from the next one.
int RebuildsFor(int64_t rows) { return rows > 100'000 ? 1 : 3; }

std::map<std::string, std::vector<double>> TimeRebuilds(int64_t rows, const Variants& variants) {
  std::map<std::string, std::vector<double>> seconds;
  for (int i = 0; i < RebuildsFor(rows); ++i) {
    for (const auto& variant : variants) {
      if (variant->method() == Method::kNone || variant->name() == "hand again") continue;
      seconds[variant->name()].push_back(variant->Rebuild());
    }
  }
  return seconds;
}

void CheckAll(const Variants& variants) {
  for (const auto& variant : variants) variant->Check();
}

}  // namespace

std::vector<double> Result::RowRatios(const std::string& above, const std::string& below) const {
  auto a = row_seconds.find(above);
  auto b = row_seconds.find(below);
  if (a == row_seconds.end() || b == row_seconds.end()) return {};
  return Ratios(a->second, b->second);
}

std::vector<Result> Measure(const View& view, Keys keys, int64_t rows, const Connection& base,
                            const Options& options) {
  Variants variants = MakeVariants(view, keys, base, options);
  Workload workload(rows);
  std::vector<Result> results;
  for (int round = -1; round < options.rounds; ++round) {  // -1 warms up
    std::vector<Batch> batches = workload.Round(options.statements, options.by_event);
    for (size_t i = 0; i < batches.size(); ++i) {
      auto row_seconds = RunBatch(batches[i], round + 1, variants);
      if (round < 0) {
        results.push_back(
            {view.name, keys, rows, batches[i].events, variants.back()->HasReplaceGuard(), {}, {}});
        continue;
      }
      for (const auto& [name, seconds] : row_seconds) {
        results[i].row_seconds[name].push_back(seconds);
      }
    }
  }
  for (const auto& variant : variants) variant->ChangeDimensions();
  CheckAll(variants);  // before a rebuild could hide what is wrong
  auto rebuild_seconds = TimeRebuilds(rows, variants);
  CheckAll(variants);
  for (Result& result : results) result.rebuild_seconds = rebuild_seconds;
  return results;
}

}  // namespace vieworm::bench
