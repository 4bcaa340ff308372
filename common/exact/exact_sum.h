// A sum of doubles without any rounding: what is taken away again leaves nothing behind, and the
// order does not matter.
//
// It is a number of 32 bits to each chunk, long enough for the largest double and the smallest one.
// A chunk has room for carries: they are moved on only now and then (as in Radford Neal, "Fast
// exact summation using small and large superaccumulators", 2015).
#ifndef VIEWORM_COMMON_EXACT_EXACT_SUM_H_
#define VIEWORM_COMMON_EXACT_EXACT_SUM_H_

#include <cstdint>

#include "common/exact/decimal.h"

namespace vieworm {

class ExactSum {
 public:
  // Adds the value, or takes it away.
  void Add(double value, bool added);

  void Add(const ExactSum& other);

  // The sum of the finite values.
  Decimal Finite() const;

  // How many were infinite, those taken away counted against those added. NaN counts as both.
  int64_t positive_infinities() const { return positive_infinities_; }
  int64_t negative_infinities() const { return negative_infinities_; }

 private:
  static constexpr int kBits = 32;
  // Behind the point. The smallest double is 2 to the power of -1074.
  static constexpr int kFractions = 34;
  // Before it 1024 bits, 63 for as many values as can be counted, and the sign.
  static constexpr int kChunks = kFractions + 35;
  static constexpr int64_t kMostPending = int64_t{1} << 30;

  void AddFinite(uint64_t bits, bool added);
  void MoveCarries();
  void WriteInteger(Decimal* decimal) const;
  void WriteFraction(Decimal* decimal) const;

  int64_t chunks_[kChunks] = {};  // the last one has the sign
  int64_t pending_ = 0;           // values since carries were moved
  int64_t positive_infinities_ = 0;
  int64_t negative_infinities_ = 0;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_EXACT_EXACT_SUM_H_
