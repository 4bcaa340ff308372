#include "tests/differential/search.h"

#include <chrono>
#include <fstream>
#include <iostream>

#include "tests/differential/case_deadline.h"
#include "tests/differential/dice.h"
#include "tests/differential/script.h"
#include "tests/differential/shrinker.h"
#include "tests/differential/tally.h"

namespace vieworm::differential {

namespace {

using Clock = std::chrono::steady_clock;

class Searcher {
 public:
  explicit Searcher(const Options& options)
      : options_(options), seeds_(options.seed), start_(Clock::now()) {}

  size_t Go() {
    if (options_.replay) {
      TryCase(*options_.replay);
    } else {
      std::cout << "seed " << options_.seed << ", " << options_.statements
                << " statements in each case\n";
      for (size_t i = 0; !Enough(i); ++i) TryCase(seeds_.Number());
    }
    tally_.Print(std::cout);
    std::cout << findings_ << " findings\n";
    return findings_;
  }

 private:
  bool Enough(size_t cases) const {
    if (findings_ >= options_.findings) return true;
    if (options_.cases > 0 && cases >= options_.cases) return true;
    return options_.seconds > 0 && Clock::now() - start_ > std::chrono::seconds(options_.seconds);
  }

  void TryCase(uint64_t seed) {
    CaseDeadline deadline(seed);
    Case test = GenerateCase(seed, options_.statements);
    bool first = true;
    for (const Settings& settings : AllSettings()) {
      try {
        RunReport report = RunCase(test, settings, vieworm_);
        tally_.Add(report, first);
        if (options_.verbose && first) PrintRefusals(report);
        if (report.finding) return Report(test, *report.finding, settings);
      } catch (const TooSlow&) {
        tally_.AddAbandoned();
      }
      first = false;
    }
  }

  void PrintRefusals(const RunReport& report) {
    for (const std::string& text : report.refused_by_sqlite)
      std::cout << "SQLite: " << text << "\n";
    for (const auto& [name, view] : report.views) {
      if (!view.incremental) std::cout << name << ": " << view.reason << "\n";
    }
  }

  void Report(const Case& test, const Finding& finding, const Settings& settings) {
    ++findings_;
    std::cout << "finding " << findings_ << " (case " << test.seed
              << "): " << KindText(finding.kind) << "; made smaller:\n";
    Shrunk shrunk = Shrink(test, finding, settings, vieworm_, options_.shrink_seconds);
    std::string script = Script(shrunk.test, settings, shrunk.finding);
    std::cout << script << std::endl;
    if (options_.out.empty()) return;
    std::ofstream file(options_.out + "/" + std::to_string(test.seed) + ".sql");
    file << script;
  }

  const Options& options_;
  Dice seeds_;
  Clock::time_point start_;
  Vieworm vieworm_;
  Tally tally_;
  size_t findings_ = 0;
};

}  // namespace

size_t Search(const Options& options) { return Searcher(options).Go(); }

}  // namespace vieworm::differential
