// What a whole search has seen.
#ifndef VIEWORM_TESTS_BOTH_ENGINES_TALLY_H_
#define VIEWORM_TESTS_BOTH_ENGINES_TALLY_H_

#include <array>
#include <ostream>

#include "tests/both_engines/runner.h"
#include "tests/differential/counts.h"

namespace vieworm::both_engines {

class Tally {
 public:
  void Add(const RunReport& report);
  void AddAbandoned() { ++abandoned_; }

  void Print(std::ostream& out) const;

 private:
  void AddUpkeep(const Upkeep& upkeep);

  size_t cases_ = 0;
  size_t statements_ = 0;
  size_t refused_by_both_ = 0;
  size_t refused_ = 0;
  size_t abandoned_ = 0;
  size_t one_sided_count_ = 0;
  size_t with_definition_ = 0;
  size_t with_each_other_ = 0;
  size_t refreshes_ = 0;
  size_t definitions_ = 0;
  size_t incremental_in_both_ = 0;
  size_t incremental_in_none_ = 0;
  std::array<size_t, 2> incremental_in_one_ = {};
  std::array<differential::Counts, 2> reasons_;
  differential::Counts one_sided_;
};

}  // namespace vieworm::both_engines

#endif  // VIEWORM_TESTS_BOTH_ENGINES_TALLY_H_
