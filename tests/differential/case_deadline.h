// A case that comes to no end is a finding like any other: the tester must name it, not hang.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_CASE_DEADLINE_H_
#define VIEWORM_TESTS_DIFFERENTIAL_CASE_DEADLINE_H_

#include <cstdint>

namespace vieworm::differential {

// While this object lives, the case has a few minutes. After them the program prints the case's
// seed and aborts, wherever it is: what hangs in one call of SQLite's or of vieworm's cannot be
// asked to stop, and a debugger shows where it was. There is one alarm(2): the newest object's.
class CaseDeadline {
 public:
  explicit CaseDeadline(uint64_t seed);
  ~CaseDeadline();
  CaseDeadline(const CaseDeadline&) = delete;
  CaseDeadline& operator=(const CaseDeadline&) = delete;
};

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_CASE_DEADLINE_H_
