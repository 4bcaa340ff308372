#include "tests/differential/shrinker.h"

#include <rapidcheck.h>

#include <chrono>

namespace vieworm::differential {

namespace {

class Shrinker {
 public:
  Shrinker(const Case& test, const Shows& shows, int seconds)
      : best_(test),
        statements_run_(test.statements.size()),
        shows_(shows),
        deadline_(std::chrono::steady_clock::now() + std::chrono::seconds(seconds)) {}

  Case Minimize() {
    Accept(best_);
    do {
      changed_ = false;
      CutOff();
      OnOneConnection();
      ShortenList(&Case::views);
      ShortenList(&Case::statements);
      ShortenList(&Case::data);
      ShortenList(&Case::schema);
      SmallerTexts(&Case::statements);
      SmallerTexts(&Case::data);
      SmallerTexts(&Case::schema);
      for (size_t i = 0; i < best_.views.size(); ++i) SmallerDefinition(i);
    } while (changed_ && !Late());
    return best_;
  }

 private:
  bool Late() const { return std::chrono::steady_clock::now() > deadline_; }

  // Takes the case if it shows the same.
  bool Accept(const Case& smaller) {
    std::optional<size_t> statements = shows_(smaller);
    if (!statements) return false;
    best_ = smaller;
    statements_run_ = *statements;
    changed_ = true;
    return true;
  }

  // What comes after the finding has no part in it.
  void CutOff() {
    if (best_.statements.size() <= statements_run_) return;
    Case smaller = best_;
    smaller.statements.resize(statements_run_);
    Accept(smaller);
  }

  void OnOneConnection() {
    if (!best_.plain) return;
    Case smaller = best_;
    smaller.plain = false;
    Accept(smaller);
  }

  template <typename Element>
  void ShortenList(std::vector<Element> Case::*list) {
    for (bool shorter = true; shorter && !Late();) {
      shorter = false;
      auto candidates = rc::shrink::removeChunks(best_.*list);
      for (auto elements = candidates.next(); elements && !shorter && !Late();
           elements = candidates.next()) {
        Case smaller = best_;
        smaller.*list = *elements;
        shorter = Accept(smaller);
      }
    }
  }

  void SmallerTexts(std::vector<Sql> Case::*list) {
    for (size_t i = 0; i < (best_.*list).size(); ++i) {
      Minimize([&](Case& test) -> Sql& { return (test.*list)[i]; });
    }
  }

  void SmallerDefinition(size_t view) {
    Minimize([&](Case& test) -> Sql& { return test.views[view].definition; });
  }

  // `part` finds the text in a case.
  template <typename Part>
  void Minimize(Part part) {
    for (bool smaller_found = true; smaller_found && !Late();) {
      smaller_found = false;
      for (const Sql& text : part(best_).Smaller()) {
        if (Late()) return;
        Case smaller = best_;
        part(smaller) = text;
        smaller_found = Accept(smaller);
        if (smaller_found) break;
      }
    }
  }

  Case best_;
  size_t statements_run_;
  const Shows& shows_;
  std::chrono::steady_clock::time_point deadline_;
  bool changed_ = false;
};

}  // namespace

Case MakeSmaller(const Case& test, const Shows& shows, int seconds) {
  return Shrinker(test, shows, seconds).Minimize();
}

Shrunk Shrink(const Case& test, const Finding& finding, const Settings& settings,
              Maintainer& maintainer, int seconds) {
  Finding last = finding;
  auto shows = [&](const Case& smaller) -> std::optional<size_t> {
    try {
      RunReport report = RunCase(smaller, settings, maintainer);
      if (!report.finding || report.finding->kind != finding.kind) return std::nullopt;
      if (report.finding->view != finding.view) return std::nullopt;
      last = *report.finding;
      return last.statement;
    } catch (const TooSlow&) {
      return std::nullopt;
    } catch (const SqlError&) {
      return std::nullopt;
    }
  };
  Case smallest = MakeSmaller(test, shows, seconds);
  return {smallest, last};
}

}  // namespace vieworm::differential
