// What the command line asks for.
#ifndef VIEWORM_BENCH_SQLITE_OPTIONS_H_
#define VIEWORM_BENCH_SQLITE_OPTIONS_H_

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/sqlite/base_table.h"
#include "bench/sqlite/views.h"

namespace vieworm::bench {

extern const char kUsage[];

struct Options {
  std::vector<int64_t> sizes = {10'000, 1'000'000};
  std::vector<Keys> keys = {Keys::kPrimary, Keys::kUnique};
  std::vector<View> views = AllViews();
  int rounds = 25;
  int statements = 4000;  // in one round of one variant (of each kind, with by_event)
  bool by_event = false;
  bool control = false;  // the hand-written triggers a second time: how large is the noise?
  bool vieworm = true;   // false: check and time the hand-written triggers alone
  std::string folder;    // databases are files there; empty: in memory
  std::string json;      // a file to write the results to; empty: none
};

// A command line that is not understood; what() says why.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Throws UsageError.
Options ReadOptions(const std::vector<std::string>& arguments);

}  // namespace vieworm::bench

#endif  // VIEWORM_BENCH_SQLITE_OPTIONS_H_
