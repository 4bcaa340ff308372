// When a view is refreshed by itself: the text of a spec's `refresh.schedule`.
#ifndef VIEWORM_COMMON_SCHEDULE_SCHEDULE_H_
#define VIEWORM_COMMON_SCHEDULE_SCHEDULE_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "common/schedule/cron_expression.h"

namespace vieworm {

// Either a cron expression (cron_expression.h has the language and its day rule) or an interval
// (interval.h), which means "this long after the last refresh". A value: copied freely.
class Schedule {
 public:
  // Throws Error(kBadSpec) that says which part of the text is wrong, what was found and what is
  // allowed. The caller adds where the text came from.
  static Schedule Parse(std::string_view text);

  // When it is due next, strictly later than `after`. Both in seconds since 1970, UTC, no leap
  // seconds. Throws Error(kInternal) unless `after` is in the years 1 to 9999.
  int64_t Next(int64_t after) const;

  // Is it an interval that whole minutes cannot serve? A job that runs each minute is then too
  // coarse for it.
  bool NeedsSeconds() const;

  // The schedule in one spelling: names of months and days as numbers, intervals in whole words.
  // Parse gives the same schedule for it.
  std::string ToString() const;

  // What cron.schedule() of pg_cron takes for the same schedule, or nothing where pg_cron cannot
  // say it exactly: an interval that does not divide the hour, the day or the week it would have to
  // be aligned with. `seconds_supported`: pg_cron 1.5 and later know "1 seconds" to "59 seconds".
  std::optional<std::string> ToPgCron(bool seconds_supported) const;

 private:
  using Rule = std::variant<CronExpression, std::chrono::seconds>;
  explicit Schedule(Rule rule) : rule_(std::move(rule)) {}

  Rule rule_;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_SCHEDULE_SCHEDULE_H_
