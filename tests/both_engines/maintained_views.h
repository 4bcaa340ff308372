// The views of a case, on both engines.
#ifndef VIEWORM_TESTS_BOTH_ENGINES_MAINTAINED_VIEWS_H_
#define VIEWORM_TESTS_BOTH_ENGINES_MAINTAINED_VIEWS_H_

#include <array>
#include <string>
#include <vector>

#include "tests/both_engines/engine.h"
#include "tests/differential/case.h"

namespace vieworm::both_engines {

// How a view is kept in each engine, in the order of Engines.
struct Upkeep {
  std::array<bool, 2> incremental = {};
  std::array<std::string, 2> reasons = {};  // why it is not
};

struct ViewCounts {
  std::vector<Upkeep> upkeep = {};  // of each view created
  size_t with_definition = 0;       // comparisons of a view with its definition
  size_t with_each_other = 0;       // comparisons of the engines' views
  size_t refreshes = 0;             // of views that an engine refreshes in full
};

// `test` and `engines` must outlive it. All but the constructor throw Found, with no number of
// statements.
class MaintainedViews {
 public:
  MaintainedViews(const differential::Case& test, const Engines& engines, ViewCounts& counts)
      : test_(test), engines_(engines), counts_(counts) {}

  // The views whose definitions both engines evaluate. Returns the calls that have made them.
  std::vector<std::string> Create();

  // Those that keep themselves right are so.
  void Check();

  // All are so, after a refresh of those that do not.
  void RefreshAndCheck();

  // vieworm_verify finds no fault.
  void Verify();

 private:
  struct View {
    const differential::ViewCase* view;
    Upkeep upkeep;
    bool current =
        true;  // always the same in both engines: it and all that it reads are incremental
  };

  std::string Place(const View& view, size_t engine) const;
  bool BothEvaluate(const std::string& definition);
  bool IsCurrent(const View& view) const;
  void Refresh(const View& view);
  Result CheckOne(const View& view, size_t engine);
  void CheckEachOther(const View& view, const std::array<Result, 2>& rows);

  const differential::Case& test_;
  const Engines& engines_;
  ViewCounts& counts_;
  std::vector<View> views_;
};

}  // namespace vieworm::both_engines

#endif  // VIEWORM_TESTS_BOTH_ENGINES_MAINTAINED_VIEWS_H_
