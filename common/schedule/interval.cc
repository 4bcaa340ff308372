#include "common/schedule/interval.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "common/diagnostic.h"
#include "common/schedule/ascii.h"
#include "common/schedule/schedule_error.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

using std::chrono::seconds;

constexpr seconds kLongest = std::chrono::days(3650);
constexpr char kExample[] =
    "Write an interval such as \"30 seconds\", \"5 minutes\" or \"1 hour 30 minutes\".";

struct Unit {
  const char* name;
  const char* short_name;  // "" if there is none
  seconds length;
};

// Largest first: the order in which IntervalToString uses them.
constexpr Unit kUnits[] = {
    {"week", "", std::chrono::weeks(1)},        {"day", "", std::chrono::days(1)},
    {"hour", "hr", std::chrono::hours(1)},      {"minute", "min", std::chrono::minutes(1)},
    {"second", "sec", std::chrono::seconds(1)},
};

std::string SingularLower(std::string_view word) {
  std::string lower = Lower(word);
  if (lower.size() > 1 && lower.back() == 's') lower.pop_back();
  return lower;
}

// Takes from the front of `rest` what `belongs`, and returns it.
template <typename Predicate>
std::string_view TakeWhile(std::string_view* rest, Predicate belongs) {
  auto end = std::find_if_not(rest->begin(), rest->end(), belongs);
  std::string_view taken = rest->substr(0, end - rest->begin());
  rest->remove_prefix(taken.size());
  return taken;
}

class IntervalReader {
 public:
  explicit IntervalReader(std::string_view text) : text_(text), rest_(text) {}

  seconds Read() {
    seconds total{0};
    TakeWhile(&rest_, IsBlank);
    do {
      // A number ends where a word begins: "5min" is what PostgreSQL users may write.
      std::string_view number =
          TakeWhile(&rest_, [](char c) { return !IsBlank(c) && !IsLetter(c); });
      TakeWhile(&rest_, IsBlank);
      std::string_view word = TakeWhile(&rest_, [](char c) { return !IsBlank(c) && !IsDigit(c); });
      TakeWhile(&rest_, IsBlank);
      total += ReadPart(number, word);
      if (total > kLongest) FailTooLong();
    } while (!rest_.empty());
    return total;
  }

 private:
  seconds ReadPart(std::string_view number, std::string_view word) {
    if (number.empty()) Fail("A number is missing before " + Quoted(Excerpt(word)) + ".");
    int64_t count = ReadCount(number);
    if (word.empty()) Fail("The number " + Excerpt(number) + " has no unit.");
    return count * ReadUnit(word).length;
  }

  // At most one more than allowed, so that the sum of all parts cannot overflow.
  int64_t ReadCount(std::string_view number) const {
    int64_t count = IsNumber(number) ? CappedValue(number, kLongest.count() + 1) : 0;
    if (count == 0) {
      Fail("The number is " + Quoted(Excerpt(number)) + "; allowed are whole numbers from 1.");
    }
    return count;
  }

  const Unit& ReadUnit(std::string_view word) {
    std::string singular = SingularLower(word);
    auto unit = std::find_if(std::begin(kUnits), std::end(kUnits), [&](const Unit& known) {
      return singular == known.name || singular == known.short_name;
    });
    if (unit == std::end(kUnits)) FailUnit(word, singular);
    if (std::find(used_.begin(), used_.end(), unit) != used_.end()) {
      Fail("The unit " + Quoted(unit->name) + " is given twice.");
    }
    used_.push_back(unit);
    return *unit;
  }

  [[noreturn]] void FailUnit(std::string_view word, const std::string& singular) const {
    if (singular == "month" || singular == "year") {
      ThrowBadSchedule("interval", text_, "A " + singular + " has no fixed length.",
                       singular == "month" ? "Write \"0 0 1 * *\" for the first day of each month."
                                           : "Write \"0 0 1 1 *\" for the first day of each year.");
    }
    std::vector<std::string> known;
    for (const Unit& unit : kUnits) known.insert(known.begin(), unit.name);
    std::string hint = DidYouMean(singular, known);
    ThrowBadSchedule(
        "interval", text_,
        "The unit is " + Quoted(Excerpt(word)) + "; allowed are " + Alternatives(known) + ".",
        hint.empty() ? kExample : hint);
  }

  [[noreturn]] void FailTooLong() const {
    ThrowBadSchedule("interval", text_, "It is longer than 3650 days.",
                     "Leave out the schedule of a view that is to stay as it is.");
  }

  [[noreturn]] void Fail(std::string detail) const {
    ThrowBadSchedule("interval", text_, std::move(detail), kExample);
  }

  std::string_view text_;
  std::string_view rest_;
  std::vector<const Unit*> used_;
};

}  // namespace

bool LooksLikeInterval(std::string_view text) {
  if (text.find('*') != std::string_view::npos) return false;
  TakeWhile(&text, IsBlank);
  bool has_number = !TakeWhile(&text, [](char c) {
                       return IsDigit(c) || c == '.' || c == '-' || c == '+';
                     }).empty();
  TakeWhile(&text, IsBlank);
  return has_number && !text.empty() && IsLetter(text.front());
}

seconds ParseInterval(std::string_view text) { return IntervalReader(text).Read(); }

std::string IntervalToString(seconds interval) {
  std::string text;
  for (const Unit& unit : kUnits) {
    // Weeks alone or not at all: "10 days" is easier to read than "1 week 3 days".
    bool is_week = unit.length == std::chrono::weeks(1);
    if (interval < unit.length || (is_week && interval % unit.length != seconds(0))) continue;
    int64_t count = interval / unit.length;
    if (!text.empty()) text += " ";
    text += std::to_string(count) + " " + unit.name + (count == 1 ? "" : "s");
    interval %= unit.length;
  }
  return text;
}

}  // namespace vieworm
