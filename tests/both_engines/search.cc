#include "tests/both_engines/search.h"

#include <chrono>
#include <fstream>
#include <iostream>

#include "tests/both_engines/case_generator.h"
#include "tests/both_engines/script.h"
#include "tests/both_engines/tally.h"
#include "tests/differential/dice.h"
#include "tests/differential/shrinker.h"

namespace vieworm::both_engines {

namespace {

using Clock = std::chrono::steady_clock;
using differential::Case;

class Searcher {
 public:
  Searcher(const differential::Options& options, const Engines& engines)
      : options_(options), engines_(engines), seeds_(options.seed), start_(Clock::now()) {}

  size_t Go() {
    if (options_.replay) {
      TryCase(*options_.replay);
    } else {
      std::cout << "seed " << options_.seed << ", " << options_.statements
                << " statements in each case" << std::endl;
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
    Case test = GenerateCase(seed, options_.statements);
    try {
      RunReport report = RunCase(test, engines_);
      tally_.Add(report);
      if (options_.verbose) {
        for (const std::string& sql : report.refused) std::cout << "refused: " << sql << "\n";
      }
      if (report.finding) Report(test, *report.finding);
    } catch (const differential::TooSlow&) {
      tally_.AddAbandoned();
    }
  }

  void Report(const Case& test, const Finding& finding) {
    ++findings_;
    std::cout << "finding " << findings_ << " (case " << test.seed
              << "): " << KindText(finding.kind) << "; made smaller:" << std::endl;
    Case smaller = Smaller(test, finding, engines_, nullptr, options_.shrink_seconds);
    RunReport report = RunCase(smaller, engines_);
    if (!report.finding) {
      std::cout << "it has not come again\n";
      return;
    }
    for (Engine* engine : engines_) {
      std::string script = Script(smaller, report, *engine);
      std::cout << script << std::endl;
      if (options_.out.empty()) continue;
      std::ofstream(options_.out + "/" + std::to_string(test.seed) + "-" + engine->Name() + ".sql")
          << script;
    }
  }

  const differential::Options& options_;
  const Engines& engines_;
  differential::Dice seeds_;
  Clock::time_point start_;
  Tally tally_;
  size_t findings_ = 0;
};

}  // namespace

size_t Search(const differential::Options& options, const Engines& engines) {
  return Searcher(options, engines).Go();
}

Case Smaller(const Case& test, const Finding& finding, const Engines& engines, const Meddle& meddle,
             int seconds) {
  auto shows = [&](const Case& smaller) -> std::optional<size_t> {
    try {
      RunReport report = RunCase(smaller, engines, meddle);
      if (!report.finding || report.finding->kind != finding.kind) return std::nullopt;
      if (report.finding->place != finding.place) return std::nullopt;
      return report.finding->statement;
    } catch (const differential::TooSlow&) {
      return std::nullopt;
    }
  };
  return differential::MakeSmaller(test, shows, seconds);
}

}  // namespace vieworm::both_engines
