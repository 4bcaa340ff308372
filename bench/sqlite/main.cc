// What a maintained view costs the statements that change its table: vieworm against hand-written
// triggers, no view, and making the view anew; all in one process. See docs/benchmarks.md.
//
// Exit status: 0; 1 when a view is wrong or something failed; 2 for a command line that is not
// understood.
#include <cstdio>
#include <exception>
#include <fstream>

#include "bench/sqlite/json_report.h"
#include "bench/sqlite/measurement.h"
#include "bench/sqlite/options.h"
#include "bench/sqlite/report.h"

namespace vieworm::bench {

namespace {

void Print(const std::string& text) {
  std::fputs(text.c_str(), stdout);
  std::fflush(stdout);
}

std::vector<Result> MeasureAll(const Options& options) {
  std::vector<Result> all;
  Print(TableHead());
  for (int64_t rows : options.sizes) {
    for (Keys keys : options.keys) {
      Connection base;
      FillBaseTables(rows, keys, &base);
      for (const View& view : options.views) {
        for (Result& result : Measure(view, keys, rows, base, options)) {
          Print(TableLine(result));
          all.push_back(std::move(result));
        }
      }
    }
  }
  return all;
}

void WriteFile(const std::string& name, const std::string& text) {
  std::ofstream file(name);
  file << text;
  file.close();
  if (!file) throw std::runtime_error("cannot write \"" + name + "\"");
}

int Main(const std::vector<std::string>& arguments) {
  if (arguments == std::vector<std::string>{"--help"}) {
    Print(kUsage);
    return 0;
  }
  try {
    Options options = ReadOptions(arguments);
    if (!options.json.empty()) WriteFile(options.json, "");  // not to fail after half an hour
    std::vector<Result> results = MeasureAll(options);
    Print(GrowthTable(results));
    Print("\nEvery view equals its definition.\n");
    if (!options.json.empty()) WriteFile(options.json, JsonReport(results, options));
    return 0;
  } catch (const UsageError& error) {
    std::fprintf(stderr, "%s\n\n%s", error.what(), kUsage);
    return 2;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}

}  // namespace

}  // namespace vieworm::bench

int main(int argc, char** argv) { return vieworm::bench::Main({argv + 1, argv + argc}); }
