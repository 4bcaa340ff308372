#include "bench/sqlite/json_report.h"

#include <sqlite3.h>

#include <utility>

#include "bench/sqlite/report.h"
#include "bench/sqlite/spread.h"
#include "common/json.h"

namespace vieworm::bench {

namespace {

Json ToJson(const Spread& spread, double unit = 1) {
  return {
      {"low", spread.low * unit}, {"median", spread.median * unit}, {"high", spread.high * unit}};
}

Json Ratios(const Result& result) {
  constexpr std::pair<const char*, const char*> kPairs[] = {
      {"vieworm", "hand"}, {"vieworm", "none"}, {"hand", "none"}, {"hand again", "hand"}};
  Json ratios = Json::object();
  for (const auto& [above, below] : kPairs) {
    std::vector<double> values = result.RowRatios(above, below);
    if (!values.empty()) ratios[std::string(above) + "/" + below] = ToJson(SpreadOf(values));
  }
  return ratios;
}

Json ToJson(const Result& result) {
  Json json = {{"view", result.view}, {"keys", NameOf(result.keys)}, {"events", result.events},
               {"rows", result.rows}, {"guard", result.guard},       {"goal", TargetFor(result)}};
  for (const auto& [variant, seconds] : result.row_seconds) {
    json["row_microseconds"][variant] = ToJson(SpreadOf(seconds), 1e6);
  }
  json["ratios"] = Ratios(result);
  for (const auto& [variant, seconds] : result.rebuild_seconds) {
    json["rebuild_milliseconds"][variant] = SpreadOf(seconds).median * 1e3;
  }
  auto row = result.row_seconds.find("vieworm");
  if (row != result.row_seconds.end()) {
    json["rebuild/row"] =
        SpreadOf(result.rebuild_seconds.at("hand")).median / SpreadOf(row->second).median;
  }
  return json;
}

}  // namespace

std::string JsonReport(const std::vector<Result>& results, const Options& options) {
  Json json = {
      {"sqlite", sqlite3_libversion()},   {"vieworm", VIEWORM_VERSION},
      {"compiler", __VERSION__},          {"rounds", options.rounds},
      {"statements", options.statements}, {"storage", options.folder.empty() ? "memory" : "files"},
      {"results", Json::array()}};
  for (const Result& result : results) json["results"].push_back(ToJson(result));
  return json.dump(2) + "\n";
}

}  // namespace vieworm::bench
