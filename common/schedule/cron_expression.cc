#include "common/schedule/cron_expression.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "common/schedule/ascii.h"
#include "common/schedule/schedule_error.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::string_view kWeekdays[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun"};

constexpr CronFieldRule kMinute = {"minute", 0, 59, {}, "0 to 59"};
constexpr CronFieldRule kHour = {"hour", 0, 23, {}, "0 to 23"};
constexpr CronFieldRule kDayOfMonth = {"day of month", 1, 31, {}, "1 to 31"};
constexpr CronFieldRule kMonth = {"month", 1, 12, kMonths, "1 to 12 and jan to dec"};
constexpr CronFieldRule kDayOfWeek = {"day of week", 0, 7, kWeekdays, "0 to 7 and sun to sat"};

std::vector<std::string_view> SplitAtBlanks(std::string_view text) {
  std::vector<std::string_view> fields;
  size_t begin = text.find_first_not_of(kBlanks);
  while (begin != std::string_view::npos) {
    size_t end = std::min(text.find_first_of(kBlanks, begin), text.size());
    fields.push_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(kBlanks, end);
  }
  return fields;
}

[[noreturn]] void ThrowWrongCount(std::string_view text, size_t count) {
  std::string hint =
      "Write five fields, such as \"*/5 * * * *\" for every five minutes, or an interval such as "
      "\"5 minutes\".";
  if (count == 6 || count == 7) {
    hint =
        "There is no field for seconds or for years; for seconds write an interval such as "
        "\"30 seconds\".";
  }
  ThrowBadSchedule("schedule", text,
                   "A cron expression has 5 fields (minute, hour, day of month, month and day of "
                   "week); this has " +
                       std::to_string(count) + ".",
                   hint);
}

// The first minute of the day, not before `from`, whose minute and hour are in the fields.
std::optional<minutes> FirstMinute(const CronField& minute, const CronField& hour, minutes from) {
  for (minutes time = from; time < days(1);) {
    if (!hour.Has(time / hours(1))) {
      time = std::chrono::floor<hours>(time) + hours(1);
    } else if (!minute.Has(time % hours(1) / minutes(1))) {
      ++time;
    } else {
      return time;
    }
  }
  return std::nullopt;
}

}  // namespace

CronExpression CronExpression::Parse(std::string_view text) {
  std::vector<std::string_view> fields = SplitAtBlanks(text);
  if (fields.size() != 5) ThrowWrongCount(text, fields.size());
  CronExpression cron;
  cron.minute_ = ParseCronField(fields[0], kMinute, text);
  cron.hour_ = ParseCronField(fields[1], kHour, text);
  cron.day_of_month_ = ParseCronField(fields[2], kDayOfMonth, text);
  cron.month_ = ParseCronField(fields[3], kMonth, text);
  cron.day_of_week_ = ParseCronField(fields[4], kDayOfWeek, text);
  if (cron.day_of_week_.Has(7)) cron.day_of_week_.values |= 1;
  if (!cron.MatchesSomeDay()) {
    ThrowBadSchedule("cron expression", text,
                     "It never fires: month " + cron.month_.text + " has no day " +
                         cron.day_of_month_.text + ".",
                     "Day 28 is the last that every month has.");
  }
  return cron;
}

// Some day of the months asked for must be among the days asked for. The day of the week cannot
// prevent a match for ever: in the 400 years after which the calendar repeats itself, each date
// falls on each day of the week, 29 February too.
bool CronExpression::MatchesSomeDay() const {
  if (!DaysMustMatchBoth()) return true;
  constexpr unsigned kLongest[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (unsigned month = 1; month <= 12; ++month) {
    if (!month_.Has(month)) continue;
    for (unsigned day = 1; day <= kLongest[month - 1]; ++day) {
      if (day_of_month_.Has(day)) return true;
    }
  }
  return false;
}

bool CronExpression::MatchesDay(sys_days day) const {
  std::chrono::year_month_day date(day);
  if (!month_.Has(static_cast<unsigned>(date.month()))) return false;
  bool by_date = day_of_month_.Has(static_cast<unsigned>(date.day()));
  bool by_weekday = day_of_week_.Has(std::chrono::weekday(day).c_encoding());
  return DaysMustMatchBoth() ? by_date && by_weekday : by_date || by_weekday;
}

// Ends after 40 years at most: 29 February on one day of the week, with 2100 in between.
sys_seconds CronExpression::Next(sys_seconds after) const {
  auto from = std::chrono::floor<minutes>(after) + minutes(1);
  for (sys_days day = std::chrono::floor<days>(from);; day += days(1)) {
    if (!MatchesDay(day)) continue;
    std::optional<minutes> time =
        FirstMinute(minute_, hour_, std::max<minutes>(from - day, minutes(0)));
    if (time) return day + *time;
  }
}

std::string CronExpression::ToString() const {
  return minute_.text + " " + hour_.text + " " + day_of_month_.text + " " + month_.text + " " +
         day_of_week_.text;
}

}  // namespace vieworm
