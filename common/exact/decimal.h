// A decimal number of digits of base 10000, as PostgreSQL's numeric has them, and what comes of it
// when it is divided and rounded to a floating-point number, once.
#ifndef VIEWORM_COMMON_EXACT_DECIMAL_H_
#define VIEWORM_COMMON_EXACT_DECIMAL_H_

#include <cstdint>

namespace vieworm {

// digits[i] counts 10000 to the power of weight - i. Neither the first nor the last digit is 0; of
// the number 0 there are none.
struct Decimal {
  static constexpr int kBase = 10000;
  static constexpr int kPlaces = 4;  // of decimal digits, in one digit

  // As many as the sum of any number of doubles has, and some more: 343 before the point, 1074
  // behind it.
  static constexpr int kMostDigits = 400;

  bool negative = false;
  int weight = 0;
  int scale = 0;  // decimal digits behind the point, without zeros at the end
  int size = 0;
  int16_t digits[kMostDigits];
};

// decimal / count, rounded to the nearest number, and to the even one of two: infinity where it is
// out of range. `count` is positive, the number one that a sum of doubles can be.
double ToDouble(const Decimal& decimal, int64_t count);

// Likewise, in single precision, of a sum of such numbers.
float ToFloat(const Decimal& decimal);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_EXACT_DECIMAL_H_
