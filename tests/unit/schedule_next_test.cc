// When a schedule fires, against a calendar of its own: it counts days up from 1 January 1970, a
// Thursday, and looks at every minute. It shares no code with common/schedule, <chrono> included.
#include <array>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/diagnostic.h"
#include "common/schedule/schedule.h"
#include "tests/unit/catch.h"

namespace vieworm {
namespace {

constexpr int64_t kDay = 24 * 60;

struct Date {
  int year = 1970;
  int month = 1;
  int day = 1;
  int weekday = 4;
};

bool IsLeap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int DaysIn(int year, int month) {
  if (month == 2) return IsLeap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// The dates from 1970 to 2129, by number of days since 1 January 1970.
const std::vector<Date>& Calendar() {
  static const std::vector<Date> calendar = [] {
    std::vector<Date> dates;
    for (Date date; date.year < 2130; date.weekday = (date.weekday + 1) % 7) {
      dates.push_back(date);
      if (++date.day > DaysIn(date.year, date.month)) {
        date.day = 1;
        if (++date.month > 12) {
          date.month = 1;
          ++date.year;
        }
      }
    }
    return dates;
  }();
  return calendar;
}

int64_t Minute(int year, int month, int day, int hour = 0, int minute = 0) {
  const std::vector<Date>& calendar = Calendar();
  for (size_t i = 0; i < calendar.size(); ++i) {
    const Date& date = calendar[i];
    if (date.year == year && date.month == month && date.day == day) {
      return static_cast<int64_t>(i) * kDay + hour * 60 + minute;
    }
  }
  FAIL("no such date");
  return 0;
}

// What a cron expression means, without its text: the numbers of each field, and whether it begins
// with *. Sunday is 0.
struct Meaning {
  std::array<std::set<int>, 5> fields;
  std::array<bool, 5> starred{};

  bool MatchesDay(const Date& date) const {
    bool by_date = fields[2].count(date.day) > 0;
    bool by_weekday = fields[4].count(date.weekday) > 0;
    bool day = starred[2] || starred[4] ? by_date && by_weekday : by_date || by_weekday;
    return day && fields[3].count(date.month) > 0;
  }

  bool Matches(int64_t minute) const {
    int in_day = static_cast<int>(minute % kDay);
    return fields[0].count(in_day % 60) > 0 && fields[1].count(in_day / 60) > 0 &&
           MatchesDay(Calendar().at(static_cast<size_t>(minute / kDay)));
  }
};

std::set<int> Numbers(int first, int last, int step = 1) {
  std::set<int> numbers;
  for (int i = first; i <= last; i += step) numbers.insert(i);
  return numbers;
}

// Compares Next() with a scan of every minute in [from, to).
void CheckEveryMinute(const std::string& text, const Meaning& meaning, int64_t from, int64_t to) {
  CAPTURE(text);
  Schedule schedule = Schedule::Parse(text);
  int64_t next = schedule.Next(from * 60 - 1);
  int64_t wrong = 0;
  for (int64_t minute = from; minute < to && wrong == 0; ++minute) {
    bool fires = next == minute * 60;
    if (fires != meaning.Matches(minute)) wrong = minute;
    if (fires) next = schedule.Next(next);
  }
  CHECK(wrong == 0);
}

const std::set<int> kMinutes = Numbers(0, 59);
const std::set<int> kHours = Numbers(0, 23);
const std::set<int> kDays = Numbers(1, 31);
const std::set<int> kMonths = Numbers(1, 12);
const std::set<int> kWeekdays = Numbers(0, 6);

struct Known {
  std::string text;
  Meaning meaning;
};

const std::vector<Known>& KnownExpressions() {
  static const std::vector<Known> known = {
      {"* * * * *", {{kMinutes, kHours, kDays, kMonths, kWeekdays}, {1, 1, 1, 1, 1}}},
      {"*/7 * * * *", {{Numbers(0, 59, 7), kHours, kDays, kMonths, kWeekdays}, {1, 1, 1, 1, 1}}},
      {"59 23 28-31 * *", {{{{59}, {23}, Numbers(28, 31), kMonths, kWeekdays}}, {0, 0, 0, 1, 1}}},
      {"0 0 31 * *", {{{{0}, {0}, {31}, kMonths, kWeekdays}}, {0, 0, 0, 1, 1}}},
      {"30 4 29 feb *", {{{{30}, {4}, {29}, {2}, kWeekdays}}, {0, 0, 0, 0, 1}}},
      // Both days restricted: either is enough.
      {"0 12 13 * fri", {{{{0}, {12}, {13}, kMonths, {5}}}, {0, 0, 0, 1, 0}}},
      {"0 12 30 2 fri-sun", {{{{0}, {12}, {30}, {2}, {0, 5, 6}}}, {0, 0, 0, 0, 0}}},
      {"0 12 1-31 * 1", {{{{0}, {12}, kDays, kMonths, {1}}}, {0, 0, 0, 1, 0}}},
      // A day field that begins with *: both are needed.
      {"0 12 */2 * mon", {{{{0}, {12}, Numbers(1, 31, 2), kMonths, {1}}}, {0, 0, 1, 1, 0}}},
      {"0 12 */7,2 * mon", {{{{0}, {12}, {1, 2, 8, 15, 22, 29}, kMonths, {1}}}, {0, 0, 1, 1, 0}}},
      {"0 12 13 * */5", {{{{0}, {12}, {13}, kMonths, {0, 5}}}, {0, 0, 0, 1, 1}}},
      {"5-20/5,0 8-18/2 * jun-aug 1-5",
       {{{{0, 5, 10, 15, 20}, Numbers(8, 18, 2), kDays, {6, 7, 8}, Numbers(1, 5)}},
        {0, 0, 1, 0, 0}}},
      {"0 0 * * 7", {{{{0}, {0}, kDays, kMonths, {0}}}, {0, 0, 1, 1, 0}}},
      {"0 0 * * sat-sun", {{{{0}, {0}, kDays, kMonths, {0, 6}}}, {0, 0, 1, 1, 0}}},
      {"0 0 * * 1-7/2", {{{{0}, {0}, kDays, kMonths, {0, 1, 3, 5}}}, {0, 0, 1, 1, 0}}},
      {"0 0 1 1 *", {{{{0}, {0}, {1}, {1}, kWeekdays}}, {0, 0, 0, 0, 1}}},
  };
  return known;
}

TEST_CASE("cron fires at every minute that matches and at no other, leap years included") {
  for (const Known& known : KnownExpressions()) {
    CheckEveryMinute(known.text, known.meaning, Minute(2023, 11, 1), Minute(2025, 4, 1));
    CheckEveryMinute(known.text, known.meaning, Minute(1999, 12, 1), Minute(2000, 4, 1));
    CheckEveryMinute(known.text, known.meaning, Minute(2099, 12, 1), Minute(2100, 4, 1));
  }
}

TEST_CASE("a rare date is found years ahead") {
  auto next = [](const char* text, int64_t minute) {
    return Schedule::Parse(text).Next(minute * 60) / 60;
  };
  CHECK(next("0 0 29 2 *", Minute(2021, 1, 1)) == Minute(2024, 2, 29));
  CHECK(next("0 0 29 2 *", Minute(2096, 2, 29)) == Minute(2104, 2, 29));
  // 29 February on a Sunday: the longest that a cron expression can wait, 40 years.
  CHECK(next("0 0 29 2 */7", Minute(2088, 2, 29)) == Minute(2128, 2, 29));
}

TEST_CASE("the next time is strictly later, also within a minute") {
  Schedule every_minute = Schedule::Parse("* * * * *");
  CHECK(every_minute.Next(0) == 60);
  CHECK(every_minute.Next(59) == 60);
  CHECK(every_minute.Next(-1) == 0);
  CHECK(every_minute.Next(-60) == 0);
  CHECK(every_minute.Next(-61) == -60);
  Schedule noon = Schedule::Parse("0 12 * * *");
  CHECK(noon.Next(12 * 3600 - 1) == 12 * 3600);
  CHECK(noon.Next(12 * 3600) == 36 * 3600);
}

TEST_CASE("an interval counts from the time given, not from the clock's full minutes") {
  CHECK(Schedule::Parse("30 seconds").Next(1) == 31);
  CHECK(Schedule::Parse("1 hour 30 minutes").Next(1000) == 1000 + 5400);
  CHECK(Schedule::Parse("2 weeks").Next(-5) == 14 * 86400 - 5);
}

TEST_CASE("a time that no clock shows is refused") {
  for (const char* text : {"* * * * *", "30 seconds"}) {
    Schedule schedule = Schedule::Parse(text);
    CHECK_THROWS_AS(schedule.Next(INT64_MAX), Error);
    CHECK_THROWS_AS(schedule.Next(INT64_MIN), Error);
    CHECK_THROWS_AS(schedule.Next(253402300800), Error);
    CHECK(schedule.Next(253402300799) > 253402300799);
    CHECK_THROWS_AS(schedule.Next(-62135596801), Error);
    CHECK(schedule.Next(-62135596800) > -62135596800);
  }
}

// Makes random fields, text and meaning side by side.
class FieldMaker {
 public:
  explicit FieldMaker(std::mt19937* random) : random_(random) {}

  // `first` to `last`; `all` and `everything` are what * stands for.
  std::string Make(int first, int last, std::set<int>* numbers, bool* starred) {
    std::string text;
    for (int items = 1 + Below(8) / 6; items > 0; --items) {
      if (!text.empty()) text += ",";
      text += Item(first, last, numbers);
    }
    *starred = text[0] == '*';
    return text;
  }

 private:
  int Below(int limit) { return static_cast<int>((*random_)() % static_cast<unsigned>(limit)); }

  std::string Item(int first, int last, std::set<int>* numbers) {
    int low = first + Below(last - first + 1);
    int high = low + Below(last - low + 1);
    int step = 1 + Below(last - first + 1);
    switch (Below(6)) {
      case 0:
        numbers->merge(Numbers(low, low));
        return std::to_string(low);
      case 1:
        numbers->merge(Numbers(low, high));
        return std::to_string(low) + "-" + std::to_string(high);
      case 2:
        numbers->merge(Numbers(low, high, step));
        return std::to_string(low) + "-" + std::to_string(high) + "/" + std::to_string(step);
      case 3:
        numbers->merge(Numbers(first, last, step));
        return "*/" + std::to_string(step);
      default:
        numbers->merge(Numbers(first, last));
        return "*";
    }
  }

  std::mt19937* random_;
};

Known RandomExpression(std::mt19937* random) {
  constexpr int kLimits[5][2] = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}};
  FieldMaker maker(random);
  Known made;
  for (size_t i = 0; i < 5; ++i) {
    bool starred = false;
    if (i > 0) made.text += " ";
    made.text += maker.Make(kLimits[i][0], kLimits[i][1], &made.meaning.fields[i], &starred);
    made.meaning.starred[i] = starred;
  }
  if (made.meaning.fields[4].erase(7) > 0) made.meaning.fields[4].insert(0);
  return made;
}

// The first minute after `minute` that matches, or -1 if there is none before 2130.
int64_t ScanForNext(const Meaning& meaning, int64_t minute) {
  for (++minute; minute < static_cast<int64_t>(Calendar().size()) * kDay; ++minute) {
    if (minute % kDay == 0 && !meaning.MatchesDay(Calendar()[static_cast<size_t>(minute / kDay)])) {
      minute += kDay - 1;  // a whole day without a match
    } else if (meaning.Matches(minute)) {
      return minute;
    }
  }
  return -1;
}

TEST_CASE("random cron expressions fire when a scan of the calendar says so") {
  std::mt19937 random(19700101);
  int64_t first = Minute(1995, 1, 1), last = Minute(2060, 1, 1);
  int never = 0;
  for (int round = 0; round < 1000; ++round) {
    Known made = RandomExpression(&random);
    CAPTURE(round, made.text);
    int64_t minute = first + static_cast<int64_t>(random()) % (last - first);
    int64_t expected = ScanForNext(made.meaning, minute);
    if (expected < 0) {
      REQUIRE_THROWS_AS(Schedule::Parse(made.text), Error);
      ++never;
      continue;
    }
    Schedule schedule = Schedule::Parse(made.text);
    Schedule canonical = Schedule::Parse(schedule.ToString());
    for (int step = 0; step < 10; ++step) {
      REQUIRE(schedule.Next(minute * 60 + random() % 60) == expected * 60);
      REQUIRE(canonical.Next(minute * 60) == expected * 60);
      minute = expected;
      expected = ScanForNext(made.meaning, minute);
    }
  }
  CHECK(never > 0);
  CHECK(never < 50);
}

}  // namespace
}  // namespace vieworm
