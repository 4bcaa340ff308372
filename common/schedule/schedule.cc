#include "common/schedule/schedule.h"

#include "common/diagnostic.h"
#include "common/schedule/ascii.h"
#include "common/schedule/interval.h"
#include "common/schedule/schedule_error.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::weeks;

constexpr char kExample[] =
    "Write a cron expression such as \"*/5 * * * *\", or an interval such as \"5 minutes\".";

// All 60 + 24 + 31 + 12 + 8 numbers of the five fields, each written out, fit. pg_cron's own limit
// is 1000.
constexpr size_t kLongestText = 500;

void CheckText(std::string_view text) {
  if (text.find_first_not_of(kBlanks) == std::string_view::npos) {
    ThrowBadSchedule("schedule", text, "It is empty.", kExample);
  }
  if (text.size() > kLongestText) {
    ThrowBadSchedule("schedule", text,
                     "It is " + std::to_string(text.size()) + " bytes long; allowed are " +
                         std::to_string(kLongestText) + ".",
                     kExample);
  }
}

// `count` of a unit as a cron field, if `count` divides the next larger unit.
std::optional<std::string> Step(int64_t count, int64_t in_larger_unit) {
  if (in_larger_unit % count != 0) return std::nullopt;
  return count == 1 ? "*" : "*/" + std::to_string(count);
}

std::optional<std::string> IntervalToPgCron(seconds interval, bool seconds_supported) {
  if (interval == weeks(1)) return "0 0 * * 0";
  if (interval == days(1)) return "0 0 * * *";
  if (interval % hours(1) == 0s) {
    std::optional<std::string> step = Step(interval / hours(1), 24);
    return step ? std::optional("0 " + *step + " * * *") : std::nullopt;
  }
  if (interval % minutes(1) == 0s) {
    std::optional<std::string> step = Step(interval / minutes(1), 60);
    return step ? std::optional(*step + " * * * *") : std::nullopt;
  }
  if (interval >= minutes(1) || !seconds_supported) return std::nullopt;
  return std::to_string(interval.count()) + " seconds";
}

}  // namespace

Schedule Schedule::Parse(std::string_view text) {
  CheckText(text);
  if (LooksLikeInterval(text)) return Schedule(ParseInterval(text));
  return Schedule(CronExpression::Parse(text));
}

int64_t Schedule::Next(int64_t after) const {
  using namespace std::chrono;
  constexpr sys_seconds kFirst = sys_days(year(1) / January / 1);
  constexpr sys_seconds kEnd = sys_days(year(10000) / January / 1);
  if (after < kFirst.time_since_epoch().count() || after >= kEnd.time_since_epoch().count()) {
    throw Error(ErrorKind::kInternal, "time out of range for a schedule",
                "The time is " + std::to_string(after) + " seconds after 1970.");
  }
  sys_seconds start{seconds(after)};
  const auto* interval = std::get_if<seconds>(&rule_);
  sys_seconds next = interval ? start + *interval : std::get<CronExpression>(rule_).Next(start);
  return next.time_since_epoch().count();
}

bool Schedule::NeedsSeconds() const {
  const auto* interval = std::get_if<seconds>(&rule_);
  return interval && *interval % minutes(1) != 0s;
}

std::string Schedule::ToString() const {
  const auto* interval = std::get_if<seconds>(&rule_);
  return interval ? IntervalToString(*interval) : std::get<CronExpression>(rule_).ToString();
}

std::optional<std::string> Schedule::ToPgCron(bool seconds_supported) const {
  if (const auto* interval = std::get_if<seconds>(&rule_)) {
    return IntervalToPgCron(*interval, seconds_supported);
  }
  return std::get<CronExpression>(rule_).ToString();
}

}  // namespace vieworm
