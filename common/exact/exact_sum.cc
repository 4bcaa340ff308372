#include "common/exact/exact_sum.h"

#include <algorithm>
#include <bit>

#include "common/core_only.h"

namespace vieworm {

namespace {

constexpr uint64_t kSign = uint64_t{1} << 63;
constexpr uint64_t kHidden = uint64_t{1} << 52;  // the bit that a double leaves out
constexpr uint64_t kLargestExponent = 2047;      // of infinities and NaN
constexpr uint64_t kChunkMask = 0xffffffff;

// Two digits of a Decimal at a time, as a chunk has room for them.
constexpr int64_t kTwoDigits = int64_t{Decimal::kBase} * Decimal::kBase;

// Digits before the point, and behind it.
constexpr int kMostInteger = 90;

void Append(int digit, Decimal* decimal) {
  if (decimal->size == 0 && digit == 0) {
    --decimal->weight;
  } else {
    decimal->digits[decimal->size++] = static_cast<int16_t>(digit);
  }
}

int ZerosBehind(int digit) {
  int zeros = 0;
  for (; digit % 10 == 0; digit /= 10) ++zeros;
  return zeros;
}

void Trim(Decimal* decimal) {
  while (decimal->size > 0 && decimal->digits[decimal->size - 1] == 0) --decimal->size;
  if (decimal->size == 0) {
    *decimal = {};
    return;
  }
  int behind = decimal->size - 1 - decimal->weight;
  int zeros = ZerosBehind(decimal->digits[decimal->size - 1]);
  decimal->scale = std::max(0, Decimal::kPlaces * behind - zeros);
}

}  // namespace

void ExactSum::Add(double value, bool added) {
  auto bits = std::bit_cast<uint64_t>(value);
  if ((bits & ~kSign) >> 52 != kLargestExponent) {
    AddFinite(bits, added);
    return;
  }
  int64_t one = added ? 1 : -1;
  bool nan = value != value;
  if (nan || value > 0) positive_infinities_ += one;
  if (nan || value < 0) negative_infinities_ += one;
}

void ExactSum::AddFinite(uint64_t bits, bool added) {
  uint64_t exponent = (bits & ~kSign) >> 52;
  uint64_t mantissa = bits & (kHidden - 1);
  if (exponent > 0) mantissa |= kHidden;
  // Numbers without the hidden bit have the place of those with the smallest exponent.
  auto place = static_cast<int>(std::max<uint64_t>(exponent, 1) - 1) + kFractions * kBits - 1074;
  auto wide = static_cast<unsigned __int128>(mantissa) << (place % kBits);
  int64_t* chunk = chunks_ + place / kBits;
  bool negative = ((bits & kSign) != 0) == added;
  for (int i = 0; i < 3; ++i, wide >>= kBits) {
    auto part = static_cast<int64_t>(static_cast<uint64_t>(wide) & kChunkMask);
    chunk[i] += negative ? -part : part;
  }
  if (++pending_ == kMostPending) MoveCarries();
}

void ExactSum::Add(const ExactSum& other) {
  ExactSum sum = other;
  sum.MoveCarries();
  MoveCarries();
  for (int i = 0; i < kChunks; ++i) chunks_[i] += sum.chunks_[i];
  pending_ = 1;
  positive_infinities_ += other.positive_infinities_;
  negative_infinities_ += other.negative_infinities_;
}

// Then all chunks but the last are of 32 bits and not negative.
void ExactSum::MoveCarries() {
  for (int i = 0; i + 1 < kChunks; ++i) {
    chunks_[i + 1] += chunks_[i] >> kBits;
    chunks_[i] &= static_cast<int64_t>(kChunkMask);
  }
  pending_ = 0;
}

// Dividing gives the digits from the last to the first.
void ExactSum::WriteInteger(Decimal* decimal) const {
  int64_t left[kChunks];
  std::copy(chunks_, chunks_ + kChunks, left);
  int16_t digits[kMostInteger];
  int count = 0;
  int top = kChunks - 1;
  for (;; count += 2) {
    while (top >= kFractions && left[top] == 0) --top;
    if (top < kFractions) break;
    int64_t remainder = 0;
    for (int i = top; i >= kFractions; --i) {
      auto here = static_cast<uint64_t>(remainder << kBits | left[i]);
      left[i] = static_cast<int64_t>(here / kTwoDigits);
      remainder = static_cast<int64_t>(here % kTwoDigits);
    }
    digits[count] = static_cast<int16_t>(remainder % Decimal::kBase);
    digits[count + 1] = static_cast<int16_t>(remainder / Decimal::kBase);
  }
  decimal->weight = count - 1;
  for (int i = count - 1; i >= 0; --i) Append(digits[i], decimal);
}

// Multiplying gives them from the first to the last.
void ExactSum::WriteFraction(Decimal* decimal) const {
  int64_t left[kFractions];
  std::copy(chunks_, chunks_ + kFractions, left);
  int lowest = 0;
  for (;;) {
    while (lowest < kFractions && left[lowest] == 0) ++lowest;
    if (lowest == kFractions) return;
    uint64_t carry = 0;
    for (int i = lowest; i < kFractions; ++i) {
      uint64_t here = static_cast<uint64_t>(left[i]) * kTwoDigits + carry;
      left[i] = static_cast<int64_t>(here & kChunkMask);
      carry = here >> kBits;
    }
    Append(static_cast<int>(carry / Decimal::kBase), decimal);
    Append(static_cast<int>(carry % Decimal::kBase), decimal);
  }
}

Decimal ExactSum::Finite() const {
  Decimal decimal;
  ExactSum sum = *this;
  sum.MoveCarries();
  if (sum.chunks_[kChunks - 1] < 0) {
    decimal.negative = true;
    for (int64_t& chunk : sum.chunks_) chunk = -chunk;
    sum.MoveCarries();
  }
  sum.WriteInteger(&decimal);
  sum.WriteFraction(&decimal);
  Trim(&decimal);
  return decimal;
}

}  // namespace vieworm
