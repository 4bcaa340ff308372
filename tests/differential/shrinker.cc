#include "tests/differential/shrinker.h"

#include <rapidcheck.h>

#include <chrono>

namespace vieworm::differential {

namespace {

class Shrinker {
 public:
  Shrinker(const Case& test, const Finding& finding, const Settings& settings,
           Maintainer& maintainer, int seconds)
      : best_{test, finding},
        settings_(settings),
        maintainer_(maintainer),
        deadline_(std::chrono::steady_clock::now() + std::chrono::seconds(seconds)) {}

  Shrunk Minimize() {
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
      for (size_t i = 0; i < best_.test.views.size(); ++i) SmallerDefinition(i);
    } while (changed_ && !Late());
    return best_;
  }

 private:
  bool Late() const { return std::chrono::steady_clock::now() > deadline_; }

  // Takes the case if it shows the same.
  bool Accept(const Case& smaller) {
    try {
      RunReport report = RunCase(smaller, settings_, maintainer_);
      if (!report.finding || report.finding->kind != best_.finding.kind) return false;
      if (report.finding->view != best_.finding.view) return false;
      best_ = {smaller, *report.finding};
      changed_ = true;
      return true;
    } catch (const TooSlow&) {
      return false;
    } catch (const SqlError&) {
      return false;
    }
  }

  // What comes after the finding has no part in it.
  void CutOff() {
    Case smaller = best_.test;
    if (smaller.statements.size() <= best_.finding.statement) return;
    smaller.statements.resize(best_.finding.statement);
    Accept(smaller);
  }

  void OnOneConnection() {
    if (!best_.test.plain) return;
    Case smaller = best_.test;
    smaller.plain = false;
    Accept(smaller);
  }

  template <typename Element>
  void ShortenList(std::vector<Element> Case::*list) {
    for (bool shorter = true; shorter && !Late();) {
      shorter = false;
      auto candidates = rc::shrink::removeChunks(best_.test.*list);
      for (auto elements = candidates.next(); elements && !shorter && !Late();
           elements = candidates.next()) {
        Case smaller = best_.test;
        smaller.*list = *elements;
        shorter = Accept(smaller);
      }
    }
  }

  void SmallerTexts(std::vector<Sql> Case::*list) {
    for (size_t i = 0; i < (best_.test.*list).size(); ++i) {
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
      for (const Sql& text : part(best_.test).Smaller()) {
        if (Late()) return;
        Case smaller = best_.test;
        part(smaller) = text;
        smaller_found = Accept(smaller);
        if (smaller_found) break;
      }
    }
  }

  Shrunk best_;
  const Settings settings_;
  Maintainer& maintainer_;
  std::chrono::steady_clock::time_point deadline_;
  bool changed_ = false;
};

}  // namespace

Shrunk Shrink(const Case& test, const Finding& finding, const Settings& settings,
              Maintainer& maintainer, int seconds) {
  return Shrinker(test, finding, settings, maintainer, seconds).Minimize();
}

}  // namespace vieworm::differential
