// Sums of doubles without rounding. The oracles are the processor, which rounds the sum of two
// numbers and their quotient right, and printf, which writes a number out in full.

#include "common/exact/exact_sum.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "tests/unit/catch.h"

namespace vieworm {
namespace {

using Limits = std::numeric_limits<double>;

ExactSum SumOf(const std::vector<double>& values) {
  ExactSum sum;
  for (double value : values) sum.Add(value, true);
  return sum;
}

double Rounded(const std::vector<double>& values) { return ToDouble(SumOf(values).Finite(), 1); }

// As printf writes it with `scale` digits behind the point.
std::string Text(const Decimal& decimal) {
  std::string text = decimal.negative ? "-" : "";
  int last = decimal.weight - decimal.size + 1;
  int behind = 0;
  for (int weight = std::max(decimal.weight, 0); weight >= std::min(last, 0); --weight) {
    int i = decimal.weight - weight;
    int digit = i >= 0 && i < decimal.size ? decimal.digits[i] : 0;
    if (weight == -1) text += ".";
    text += std::to_string(10000 + digit).substr(1);
    if (weight < 0) behind += 4;
  }
  size_t first = decimal.negative ? 1 : 0;
  while (text.size() > first + 1 && text[first] == '0' && text[first + 1] != '.') {
    text.erase(first, 1);
  }
  text.resize(text.size() - (behind - decimal.scale));
  return text;
}

std::string Printed(double value, int scale) {
  std::vector<char> text(2000);
  std::snprintf(text.data(), text.size(), "%.*f", scale, value);
  return text.data();
}

// Any bits that make a finite number.
class Numbers {
 public:
  double operator()() {
    for (;;) {
      uint64_t bits = random_();
      double value;
      static_assert(sizeof value == sizeof bits);
      std::memcpy(&value, &bits, sizeof value);
      if (std::isfinite(value)) return value;
    }
  }

  // Near in magnitude to another one, so that the sum depends on all bits.
  double Near(double other) {
    int exponent = std::min(std::ilogb(other) + Below(120) - 60, Limits::max_exponent);
    return std::ldexp(std::frexp((*this)(), &ignored_), exponent);
  }

  int Below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  int64_t Count() { return 1 + static_cast<int64_t>(random_() >> (12 + Below(50))); }

 private:
  std::mt19937_64 random_{7};
  int ignored_ = 0;
};

TEST_CASE("a double is what its decimal digits say, each of them and no more") {
  for (double value : {0.1, -0.1, 1.0, 10000.0, 100000000.0, 0.5, 1e22, 1e300, Limits::max(),
                       Limits::min(), Limits::denorm_min(), -1e-300, 123456.0625, 0.0001, 1e-5}) {
    Decimal decimal = SumOf({value}).Finite();
    CHECK(Text(decimal) == Printed(value, decimal.scale));
    CHECK(ToDouble(decimal, 1) == value);
  }
  CHECK(SumOf({0.1}).Finite().scale == 55);
  CHECK(SumOf({1.5}).Finite().scale == 1);
  CHECK(SumOf({100000.0}).Finite().scale == 0);
  CHECK(SumOf({0.0, -0.0}).Finite().size == 0);
}

TEST_CASE("any two doubles add up to what the processor says") {
  Numbers numbers;
  int wrong = 0;
  for (int i = 0; i < 100000; ++i) {
    double a = numbers();
    double b = i % 2 == 0 ? numbers() : numbers.Near(a);
    if (Rounded({a, b}) != a + b) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("any double divided by a count is what the processor says") {
  Numbers numbers;
  int wrong = 0;
  for (int i = 0; i < 100000; ++i) {
    double a = numbers();
    if (i % 3 == 0) a = numbers.Near(Limits::min());
    int64_t count = numbers.Count();
    if (count >= int64_t{1} << 53) continue;
    if (ToDouble(SumOf({a}).Finite(), count) != a / static_cast<double>(count)) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("a float is rounded once") {
  // Rounded to a double first, this would be halfway between two floats.
  double halfway = 1.0 + std::ldexp(1.0, -24);
  Decimal above = SumOf({halfway, std::ldexp(1.0, -80)}).Finite();
  CHECK(ToFloat(above) == std::nextafter(1.0F, 2.0F));
  CHECK(ToFloat(SumOf({halfway}).Finite()) == 1.0F);
  CHECK(ToFloat(SumOf({static_cast<double>(0.1F), static_cast<double>(0.2F)}).Finite()) ==
        0.1F + 0.2F);
}

TEST_CASE("a quotient that is next to the middle of two doubles is rounded to the right side") {
  double middle = 3 * std::ldexp(1.0, -53);  // beside 3, whose last bit is 2 to the power of -51
  CHECK(ToDouble(SumOf({3, middle, Limits::denorm_min()}).Finite(), 3) == 1 + Limits::epsilon());
  CHECK(ToDouble(SumOf({3, middle}).Finite(), 3) == 1.0);
  CHECK(ToDouble(SumOf({3, middle, -Limits::denorm_min()}).Finite(), 3) == 1.0);
}

TEST_CASE("what is lost in between is not lost") {
  CHECK(Rounded({1e300, 1.0, 1e-300, -1e300, -1.0}) == 1e-300);
  CHECK(Rounded({Limits::max(), Limits::max(), -Limits::max()}) == Limits::max());
  CHECK(std::isinf(Rounded({Limits::max(), Limits::max()})));
  CHECK(std::isinf(ToFloat(SumOf({1e39}).Finite())));
  CHECK(ToDouble(SumOf({Limits::max(), Limits::max()}).Finite(), 2) == Limits::max());
}

TEST_CASE("neither the order nor what was there before matters") {
  Numbers numbers;
  std::vector<double> values;
  for (int i = 0; i < 5000; ++i) values.push_back(numbers());
  Decimal forth = SumOf(values).Finite();
  Decimal back = SumOf({values.rbegin(), values.rend()}).Finite();
  CHECK(Text(forth) == Text(back));
  ExactSum sum = SumOf(values);
  for (size_t i = 1; i < values.size(); ++i) sum.Add(values[i], false);
  CHECK(ToDouble(sum.Finite(), 1) == values[0]);
  sum.Add(values[0], false);
  CHECK(sum.Finite().size == 0);
  CHECK_FALSE(sum.Finite().negative);
}

TEST_CASE("sums add up as their values do") {
  Numbers numbers;
  std::vector<double> left;
  std::vector<double> right = {Limits::infinity()};
  for (int i = 0; i < 1000; ++i) (i % 3 == 0 ? left : right).push_back(numbers());
  ExactSum sum = SumOf(left);
  sum.Add(SumOf(right));
  sum.Add(SumOf({-1.5}));
  for (double value : right) sum.Add(value, false);
  left.push_back(-1.5);
  CHECK(Text(sum.Finite()) == Text(SumOf(left).Finite()));
  CHECK(sum.positive_infinities() == 0);
}

TEST_CASE("infinities and NaN are counted and leave the sum alone") {
  ExactSum sum = SumOf({1.5, Limits::infinity(), -Limits::infinity(), Limits::quiet_NaN()});
  CHECK(sum.positive_infinities() == 2);
  CHECK(sum.negative_infinities() == 2);
  sum.Add(Limits::quiet_NaN(), false);
  sum.Add(-Limits::infinity(), false);
  CHECK(sum.positive_infinities() == 1);
  CHECK(sum.negative_infinities() == 0);
  CHECK(ToDouble(sum.Finite(), 1) == 1.5);
}

}  // namespace
}  // namespace vieworm
