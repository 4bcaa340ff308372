// What a whole run has seen.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_TALLY_H_
#define VIEWORM_TESTS_DIFFERENTIAL_TALLY_H_

#include <ostream>

#include "tests/differential/counts.h"
#include "tests/differential/runner.h"

namespace vieworm::differential {

class Tally {
 public:
  // `first`: under this case's first setting; its definitions are counted once.
  void Add(const RunReport& report, bool first);
  void AddAbandoned() { ++abandoned_; }

  void Print(std::ostream& out) const;

  size_t incremental() const { return incremental_; }

 private:
  size_t cases_ = 0;
  size_t definitions_ = 0;
  size_t incremental_ = 0;
  size_t statements_ = 0;
  size_t failed_statements_ = 0;
  size_t comparisons_ = 0;
  size_t refused_by_sqlite_ = 0;
  size_t abandoned_ = 0;
  Counts strategies_;
  Counts reasons_;
};

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_TALLY_H_
