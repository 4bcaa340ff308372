#ifndef VIEWORM_PG_EXT_STOPWATCH_H_
#define VIEWORM_PG_EXT_STOPWATCH_H_

#include <chrono>

namespace vieworm {

// Measures from its construction on.
class Stopwatch {
 public:
  double Milliseconds() const {
    std::chrono::duration<double, std::milli> elapsed = Clock::now() - start_;
    return elapsed.count();
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point start_ = Clock::now();
};

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_STOPWATCH_H_
