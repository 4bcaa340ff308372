// Choices that a seed decides.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_DICE_H_
#define VIEWORM_TESTS_DIFFERENTIAL_DICE_H_

#include <rapidcheck/Random.h>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace vieworm::differential {

// The same seed gives the same choices on every machine.
class Dice {
 public:
  explicit Dice(uint64_t seed) : random_(seed) {}

  uint64_t Number() { return random_.next(); }

  // 0 .. n-1; n is at least 1.
  size_t Below(size_t n) { return static_cast<size_t>(random_.next() % n); }

  // low .. high, both included.
  size_t Between(size_t low, size_t high) { return low + Below(high - low + 1); }

  bool Chance(int percent) { return Below(100) < static_cast<size_t>(percent); }

  template <typename T>
  const T& Pick(const std::vector<T>& choices) {
    return choices[Below(choices.size())];
  }

  std::string Pick(std::initializer_list<const char*> choices) {
    return choices.begin()[Below(choices.size())];
  }

  // The place of one of the weights, each chosen as often as it weighs.
  size_t Weighted(std::initializer_list<int> weights) {
    size_t sum = 0;
    for (int weight : weights) sum += static_cast<size_t>(weight);
    size_t left = Below(sum);
    size_t place = 0;
    for (int weight : weights) {
      if (left < static_cast<size_t>(weight)) break;
      left -= static_cast<size_t>(weight);
      ++place;
    }
    return place;
  }

 private:
  rc::Random random_;
};

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_DICE_H_
