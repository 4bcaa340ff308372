// One field of a cron expression: what is written in it, and which numbers it stands for.
#ifndef VIEWORM_COMMON_SCHEDULE_CRON_FIELD_H_
#define VIEWORM_COMMON_SCHEDULE_CRON_FIELD_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace vieworm {

// What a field may hold: the numbers from `first` to `last`, 0 <= first < last <= 63.
struct CronFieldRule {
  std::string_view name;  // as messages call the field
  int first;
  int last;
  // Names for first, first + 1 and so on, or none. One that stands twice means the higher number
  // where a range ends in it and the lower one would run backwards: "fri-sun".
  std::span<const std::string_view> words;
  std::string_view allowed;  // all of this, as messages put it
};

struct CronField {
  uint64_t values = 0;   // bit v is set where the field matches v
  bool starred = false;  // the text begins with *: cron's day rule asks for this
  std::string text;      // the field in numbers only, item by item as it was written

  bool Has(unsigned value) const { return (values >> value & 1) != 0; }
};

// Reads a list of items, each `*`, `a` or `a-b`, the first and the last also with `/step`.
// Throws Error(kBadSpec); its message shows `expression`, the whole text that the field is part of.
CronField ParseCronField(std::string_view text, const CronFieldRule& rule,
                         std::string_view expression);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_SCHEDULE_CRON_FIELD_H_
