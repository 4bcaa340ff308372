// A cron expression of five fields: minute, hour, day of month, month, day of week. All in UTC.
//
// The language is that of crontab(5), Vixie cron's, as pg_cron reads it: `*`, numbers, ranges,
// lists, steps after `*` or a range, and the first three letters of a month's or a day's English
// name in any case. Days of the week are 0 to 7, 0 and 7 both Sunday. Three things are added: names
// may stand in ranges and lists, a range may end in "sun", and what cron misreads in silence
// (text behind a number, a backward range, a step wider than its field) is an error.
//
// The day rule is crontab(5)'s: a time matches if its minute, hour and month match and its day
// does. A day field whose text begins with `*` (so also `*/2`) is unrestricted. If both day fields
// are restricted, a day that matches either of them matches; else it must match both.
#ifndef VIEWORM_COMMON_SCHEDULE_CRON_EXPRESSION_H_
#define VIEWORM_COMMON_SCHEDULE_CRON_EXPRESSION_H_

#include <chrono>
#include <string>
#include <string_view>

#include "common/schedule/cron_field.h"

namespace vieworm {

class CronExpression {
 public:
  // Throws Error(kBadSpec) for text that is no cron expression, and for one that matches no day of
  // any year, such as 30 February.
  static CronExpression Parse(std::string_view text);

  // The first minute that matches and is later than `after`. `after` must be at least a century
  // away from the ends of what std::chrono::year can hold.
  std::chrono::sys_seconds Next(std::chrono::sys_seconds after) const;

  // The expression in numbers, one space between the fields. Parse gives the same schedule for it.
  std::string ToString() const;

 private:
  CronExpression() = default;

  bool DaysMustMatchBoth() const { return day_of_month_.starred || day_of_week_.starred; }
  bool MatchesSomeDay() const;
  bool MatchesDay(std::chrono::sys_days day) const;

  CronField minute_;
  CronField hour_;
  CronField day_of_month_;
  CronField month_;
  CronField day_of_week_;  // Sunday is both 0 and 7
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_SCHEDULE_CRON_EXPRESSION_H_
