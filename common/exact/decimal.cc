// The quotient is written out in decimal, as far as it can matter, and read by strtod, which rounds
// a number of any length right.

#include "common/exact/decimal.h"

#include <algorithm>
#include <cstdlib>

#include "common/core_only.h"

namespace vieworm {

namespace {

// Digits behind the point that tell on which side of a number halfway between two doubles the
// quotient is, where it is not that number itself. All are multiples of the last digit's place: the
// decimal, and the half of what a double near the quotient is a multiple of. So the decimal and the
// count times the number halfway differ by such a multiple or not at all, and the quotient by that
// divided by the count, which has 19 digits.
int DigitsThatMatter(const Decimal& decimal, int weight) {
  // The quotient is at least 2 to the power of 14 * weight, if that is negative.
  int halfway = std::min(1075, 55 - 14 * std::min(weight, 0));
  return (std::max(decimal.scale, halfway) + 20) / Decimal::kPlaces + 1;
}

// Room for a sum that is divided: what is before the point, what matters behind it, the exponent.
constexpr int kMostText = 4 * Decimal::kMostDigits + 4 * 8 + 16;

class QuotientText {
 public:
  QuotientText(const Decimal& decimal, int64_t count) {
    if (decimal.negative) *end_++ = '-';
    int weight = Divide(decimal, static_cast<unsigned __int128>(count));
    // The text goes on beyond what is written.
    if (remainder_ != 0) *end_++ = '1';
    int exponent = Decimal::kPlaces * (weight + 1) - (remainder_ != 0 ? 1 : 0);
    WriteExponent(exponent);
  }

  const char* text() const { return text_; }

 private:
  // Returns the weight of the last digit that it has written.
  int Divide(const Decimal& decimal, unsigned __int128 count) {
    int weight = decimal.weight;
    int last = -Decimal::kMostDigits;  // until the first digit tells
    for (int i = 0; i < decimal.size || (remainder_ != 0 && weight >= last); ++i, --weight) {
      unsigned __int128 here =
          remainder_ * Decimal::kBase + (i < decimal.size ? decimal.digits[i] : 0);
      int digit = static_cast<int>(here / count);
      remainder_ = here % count;
      if (digit == 0 && !begun_) continue;
      if (!begun_) last = -DigitsThatMatter(decimal, weight);
      begun_ = true;
      WriteDigit(digit);
    }
    if (!begun_) *end_++ = '0';
    return weight;
  }

  void WriteDigit(int digit) {
    for (int unit = Decimal::kBase / 10; unit > 0; unit /= 10) {
      *end_++ = static_cast<char>('0' + digit / unit % 10);
    }
  }

  // No decimal point: which character that is may depend on the locale.
  void WriteExponent(int exponent) {
    *end_++ = 'e';
    *end_++ = exponent < 0 ? '-' : '+';
    WriteDigit(std::abs(exponent));
    *end_ = '\0';
  }

  unsigned __int128 remainder_ = 0;
  bool begun_ = false;
  char text_[kMostText];
  char* end_ = text_;
};

}  // namespace

double ToDouble(const Decimal& decimal, int64_t count) {
  return std::strtod(QuotientText(decimal, count).text(), nullptr);
}

float ToFloat(const Decimal& decimal) {
  return std::strtof(QuotientText(decimal, 1).text(), nullptr);
}

}  // namespace vieworm
