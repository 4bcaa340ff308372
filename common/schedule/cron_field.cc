#include "common/schedule/cron_field.h"

#include <algorithm>

#include "common/diagnostic.h"
#include "common/schedule/ascii.h"
#include "common/schedule/schedule_error.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

constexpr char kRangeHint[] = "Write a range from low to high, or two of them: \"22-23,0-3\".";
constexpr char kStepHint[] =
    "A step divides one field only; for any other period write an interval such as "
    "\"90 minutes\".";

// Larger than every number that a field may hold.
constexpr int kTooLarge = 1000;

// A number is shown bare, anything else in quotes.
std::string Shown(std::string_view text) {
  return IsNumber(text) ? Excerpt(text) : Quoted(Excerpt(text));
}

class FieldReader {
 public:
  FieldReader(std::string_view text, const CronFieldRule& rule, std::string_view expression)
      : text_(text), rule_(rule), expression_(expression) {}

  CronField Read() const {
    CronField field;
    field.starred = text_.starts_with('*');
    for (size_t begin = 0; begin <= text_.size();) {
      size_t end = std::min(text_.find(',', begin), text_.size());
      if (begin > 0) field.text += ",";
      ReadItem(text_.substr(begin, end - begin), &field);
      begin = end + 1;
    }
    return field;
  }

 private:
  struct Range {
    int low;
    int high;
    bool may_have_step;
    std::string text;
  };

  void ReadItem(std::string_view item, CronField* field) const {
    size_t slash = item.find('/');
    Range range = ReadRange(item.substr(0, slash));
    int step = 1;
    field->text += range.text;
    if (slash != std::string_view::npos) {
      // Cron refuses this too; other schedulers read it as "from a on".
      if (!range.may_have_step) {
        Fail(Is() + Shown(item) + "; a step is allowed after * or after a range.",
             "Write " + Quoted(range.text + "-" + std::to_string(rule_.last) + "/n") +
                 " for every n from " + range.text + " on.");
      }
      step = ReadStep(item.substr(slash + 1));
      field->text += "/" + std::to_string(step);
    }
    for (int value = range.low; value <= range.high; value += step) {
      field->values |= uint64_t{1} << value;
    }
  }

  Range ReadRange(std::string_view text) const {
    if (text == "*") return {rule_.first, rule_.last, true, "*"};
    size_t dash = text.find('-');
    int low = ReadValue(text.substr(0, dash), rule_.first);
    if (dash == std::string_view::npos) return {low, low, false, std::to_string(low)};
    int high = ReadValue(text.substr(dash + 1), low);
    if (high < low) {
      Fail(Is() + Shown(text) + ", a range that runs backwards.", kRangeHint);
    }
    return {low, high, true, std::to_string(low) + "-" + std::to_string(high)};
  }

  // `low` is where a name is looked for first; see CronFieldRule::words.
  int ReadValue(std::string_view text, int low) const {
    if (text.empty()) Fail(Is() + Shown(text_) + ", where a number is missing.", "");
    if (!IsNumber(text)) return ReadWord(text, low);
    int value = static_cast<int>(CappedValue(text, kTooLarge));
    if (value < rule_.first || value > rule_.last) FailValue(text);
    return value;
  }

  int ReadWord(std::string_view text, int low) const {
    std::string name = Lower(text);
    std::span words = rule_.words;
    auto begin = words.begin() + std::min<ptrdiff_t>(low - rule_.first, std::ssize(words));
    auto found = std::find(begin, words.end(), name);
    if (found == words.end()) found = std::find(words.begin(), words.end(), name);
    if (found == words.end()) FailValue(text);
    return rule_.first + static_cast<int>(found - words.begin());
  }

  int ReadStep(std::string_view text) const {
    int most = rule_.last - rule_.first + 1;
    int step = IsNumber(text) ? static_cast<int>(CappedValue(text, kTooLarge)) : 0;
    if (step < 1 || step > most) {
      Fail("The step of the " + std::string(rule_.name) + " is " + Shown(text) +
               "; allowed are 1 to " + std::to_string(most) + ".",
           kStepHint);
    }
    return step;
  }

  std::string Is() const { return "The " + std::string(rule_.name) + " is "; }

  [[noreturn]] void FailValue(std::string_view text) const {
    std::string hint;
    if (!IsNumber(text)) hint = DidYouMean(text, {rule_.words.begin(), rule_.words.end()});
    Fail(Is() + Shown(text) + "; allowed are " + std::string(rule_.allowed) + ".", hint);
  }

  [[noreturn]] void Fail(std::string detail, std::string hint) const {
    constexpr char kExample[] =
        "The fields are minute, hour, day of month, month and day of week: \"30 4 * * mon-fri\" "
        "is half past four in the morning (UTC), Monday to Friday.";
    ThrowBadSchedule("cron expression", expression_, std::move(detail),
                     hint.empty() ? kExample : std::move(hint));
  }

  std::string_view text_;
  const CronFieldRule& rule_;
  std::string_view expression_;
};

}  // namespace

CronField ParseCronField(std::string_view text, const CronFieldRule& rule,
                         std::string_view expression) {
  return FieldReader(text, rule, expression).Read();
}

}  // namespace vieworm
