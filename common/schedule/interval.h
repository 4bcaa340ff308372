// An interval between refreshes, as in "5 minutes" or "1 hour 30 minutes".
#ifndef VIEWORM_COMMON_SCHEDULE_INTERVAL_H_
#define VIEWORM_COMMON_SCHEDULE_INTERVAL_H_

#include <chrono>
#include <string>
#include <string_view>

namespace vieworm {

// Does the text begin as an interval does, with a number and a word, and hold no `*`? No cron
// expression does: its first two fields hold no letters. Tells which reader's errors are of use.
bool LooksLikeInterval(std::string_view text);

// Reads one or more parts "number unit", each unit once, in any order. Units, in any case: second,
// minute, hour, day, week, their plurals, and PostgreSQL's short forms sec, min, hr and their
// plurals. The result is 1 second to 3650 days. Throws Error(kBadSpec) for anything else.
std::chrono::seconds ParseInterval(std::string_view text);

// The interval in words, largest unit first. ParseInterval gives it back.
std::string IntervalToString(std::chrono::seconds interval);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_SCHEDULE_INTERVAL_H_
