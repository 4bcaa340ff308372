// Schedules as text: what is read, what is refused and in which words, what pg_cron is given.
// When a schedule fires is in schedule_next_test.cc.
#include "common/schedule/schedule.h"

#include <random>
#include <string>
#include <vector>

#include "common/diagnostic.h"
#include "tests/unit/catch.h"

namespace vieworm {
namespace {

Diagnostic Refusal(std::string_view text) {
  try {
    Schedule::Parse(text);
  } catch (const Error& error) {
    return error.diagnostic();
  }
  FAIL("was accepted: " << text);
  return {};
}

std::string Canonical(std::string_view text) { return Schedule::Parse(text).ToString(); }

std::string PgCron(std::string_view text, bool seconds_supported = true) {
  return Schedule::Parse(text).ToPgCron(seconds_supported).value_or("none");
}

TEST_CASE("a refused cron field is named with what was found and what is allowed") {
  struct Case {
    std::string text;
    std::string detail;
  };
  auto [text, detail] = GENERATE(values<Case>({
      {"61 * * * *", "The minute is 61; allowed are 0 to 59."},
      {"* 24 * * *", "The hour is 24; allowed are 0 to 23."},
      {"* * 0 * *", "The day of month is 0; allowed are 1 to 31."},
      {"* * 32 * *", "The day of month is 32; allowed are 1 to 31."},
      {"* * * 13 *", "The month is 13; allowed are 1 to 12 and jan to dec."},
      {"* * * 0 *", "The month is 0; allowed are 1 to 12 and jan to dec."},
      {"* * * * 8", "The day of week is 8; allowed are 0 to 7 and sun to sat."},
      {"* * * * funday", "The day of week is \"funday\"; allowed are 0 to 7 and sun to sat."},
      {"jan * * * *", "The minute is \"jan\"; allowed are 0 to 59."},
      {"* * * mon *", "The month is \"mon\"; allowed are 1 to 12 and jan to dec."},
      {"0-60 * * * *", "The minute is 60; allowed are 0 to 59."},
      {"0,15,99 * * * *", "The minute is 99; allowed are 0 to 59."},
      {"99999999999999999999999999 * * * *",
       "The minute is 99999999999999999999999999; allowed are 0 to 59."},
      {"4294967296 * * * *", "The minute is 4294967296; allowed are 0 to 59."},
      {"30-10 * * * *", "The minute is \"30-10\", a range that runs backwards."},
      {"* * * * fri-mon", "The day of week is \"fri-mon\", a range that runs backwards."},
      {"* * * mar-jan *", "The month is \"mar-jan\", a range that runs backwards."},
      {"*/0 * * * *", "The step of the minute is 0; allowed are 1 to 60."},
      {"*/90 * * * *", "The step of the minute is 90; allowed are 1 to 60."},
      {"* */25 * * *", "The step of the hour is 25; allowed are 1 to 24."},
      {"*/ * * * *", "The step of the minute is \"\"; allowed are 1 to 60."},
      {"*/-5 * * * *", "The step of the minute is \"-5\"; allowed are 1 to 60."},
      {"*/99999999999999999999 * * * *",
       "The step of the minute is 99999999999999999999; allowed are 1 to 60."},
      {"*/5/5 * * * *", "The step of the minute is \"5/5\"; allowed are 1 to 60."},
      {"5/10 * * * *", "The minute is \"5/10\"; a step is allowed after * or after a range."},
      {"1,,2 * * * *", "The minute is \"1,,2\", where a number is missing."},
      {", * * * *", "The minute is \",\", where a number is missing."},
      {"5- * * * *", "The minute is \"5-\", where a number is missing."},
      {"-5 * * * *", "The minute is \"-5\", where a number is missing."},
      {"/5 * * * *", "The minute is \"/5\", where a number is missing."},
      {"** * * * *", "The minute is \"**\"; allowed are 0 to 59."},
      {"*-5 * * * *", "The minute is \"*\"; allowed are 0 to 59."},
      {"1.5 * * * *", "The minute is \"1.5\"; allowed are 0 to 59."},
      {"0x10 * * * *", "The minute is \"0x10\"; allowed are 0 to 59."},
      {"+5 * * * *", "The minute is \"+5\"; allowed are 0 to 59."},
      {"0 0 L * *", "The day of month is \"L\"; allowed are 1 to 31."},
      {"0 0 $ * *", "The day of month is \"$\"; allowed are 1 to 31."},
      {"0 0 ? * *", "The day of month is \"?\"; allowed are 1 to 31."},
      {"0 2 * * 5#2", "The day of week is \"5#2\"; allowed are 0 to 7 and sun to sat."},
  }));
  CAPTURE(text);
  Diagnostic refusal = Refusal(text);
  CHECK(refusal.kind == ErrorKind::kBadSpec);
  CHECK(refusal.message == "invalid cron expression \"" + text + "\"");
  CHECK(refusal.detail == detail);
  CHECK_FALSE(refusal.hint.empty());
}

TEST_CASE("the hint of a refused cron expression shows a way out") {
  CHECK_THAT(Refusal("61 * * * *").hint, Catch::Matchers::ContainsSubstring("30 4 * * mon-fri"));
  CHECK(Refusal("* * * * monday").hint == "Did you mean \"mon\"?");
  CHECK(Refusal("5/10 * * * *").hint == "Write \"5-59/n\" for every n from 5 on.");
  CHECK_THAT(Refusal("*/90 * * * *").hint, Catch::Matchers::ContainsSubstring("90 minutes"));
  CHECK_THAT(Refusal("23-4 * * * *").hint, Catch::Matchers::ContainsSubstring("22-23,0-3"));
}

TEST_CASE("a wrong number of fields is counted") {
  Diagnostic refusal = Refusal("* * * *");
  CHECK(refusal.message == "invalid schedule \"* * * *\"");
  CHECK(refusal.detail ==
        "A cron expression has 5 fields (minute, hour, day of month, month and day of week); "
        "this has 4.");
  CHECK_THAT(Refusal("* * * * * *").detail, Catch::Matchers::ContainsSubstring("this has 6."));
  CHECK_THAT(Refusal("* * * * * *").hint, Catch::Matchers::ContainsSubstring("30 seconds"));
  CHECK_THAT(Refusal("@daily").detail, Catch::Matchers::ContainsSubstring("this has 1."));
  CHECK_THAT(Refusal("30").detail, Catch::Matchers::ContainsSubstring("this has 1."));
  CHECK_THAT(Refusal("every 5 minutes").hint, Catch::Matchers::ContainsSubstring("5 minutes"));
}

TEST_CASE("an empty or an endless text is refused") {
  for (const char* text : {"", " ", "\t\r\n  "}) CHECK(Refusal(text).detail == "It is empty.");
  Diagnostic refusal = Refusal(std::string(1000000, '*'));
  CHECK(refusal.detail == "It is 1000000 bytes long; allowed are 500.");
  CHECK(refusal.message == "invalid schedule \"" + std::string(60, '*') + "...\"");
}

TEST_CASE("bytes that no message can carry are shown in hexadecimal") {
  using namespace std::string_literals;
  CHECK(Refusal("\0 * * * *"s).message == R"(invalid cron expression "\x00 * * * *")");
  CHECK(Refusal("5\xff * * * *").detail == R"(The minute is "5\xff"; allowed are 0 to 59.)");
  CHECK(Refusal("5 \xc2\xb5s").message == R"(invalid schedule "5 \xc2\xb5s")");
  CHECK(Refusal("5 minutes\0"s).detail ==
        R"(The unit is "minutes\x00"; allowed are second, minute, hour, day or week.)");
}

TEST_CASE("a cron expression that never fires is refused with the reason") {
  Diagnostic refusal = Refusal("0 0 30 2 *");
  CHECK(refusal.message == "invalid cron expression \"0 0 30 2 *\"");
  CHECK(refusal.detail == "It never fires: month 2 has no day 30.");
  CHECK(Refusal("0 0 31 feb,apr,jun,sep,nov *").detail ==
        "It never fires: month 2,4,6,9,11 has no day 31.");
  // The day of the week begins with *, so both must match.
  CHECK(Refusal("0 0 30-31 2 */2").detail == "It never fires: month 2 has no day 30-31.");
  // Either day matches: each Monday of February.
  CHECK(Canonical("0 0 30 2 mon") == "0 0 30 2 1");
  CHECK(Canonical("0 0 29 2 *") == "0 0 29 2 *");
  CHECK(Canonical("0 0 31 2-3 *") == "0 0 31 2-3 *");
}

TEST_CASE("the canonical form has numbers for names and keeps the rest as written") {
  CHECK(Canonical("*/5 * * * *") == "*/5 * * * *");
  CHECK(Canonical("  00\t007 * jan-MAR,Dec MON-fri/2,sun \n") == "0 7 * 1-3,12 1-5/2,0");
  CHECK(Canonical("0 0 * * fri-sun") == "0 0 * * 5-7");
  CHECK(Canonical("0 0 * * sun-sun") == "0 0 * * 0-0");
  CHECK(Canonical("0 0 * * sun-tue") == "0 0 * * 0-2");
  CHECK(Canonical("0 0 * * 7") == "0 0 * * 7");
  // A leading * decides the day rule and must not be rewritten into a range, nor added.
  CHECK(Canonical("0 0 */2,31 * 0-7") == "0 0 */2,31 * 0-7");
  CHECK(Canonical("*/60 */24 */31 */12 */8") == "*/60 */24 */31 */12 */8");
}

TEST_CASE("every number of every field may be written out") {
  auto all = [](int first, int last) {
    std::string list;
    for (int i = first; i <= last; ++i) list += (i > first ? "," : "") + std::to_string(i);
    return list;
  };
  std::string text =
      all(0, 59) + " " + all(0, 23) + " " + all(1, 31) + " " + all(1, 12) + " " + all(0, 7);
  CHECK(Canonical(text) == text);
}

TEST_CASE("intervals are read in every spelling and come back in one") {
  CHECK(Canonical("30 seconds") == "30 seconds");
  CHECK(Canonical("1 SECOND") == "1 second");
  CHECK(Canonical("90 secs") == "1 minute 30 seconds");
  CHECK(Canonical("5 min") == "5 minutes");
  CHECK(Canonical("90mins") == "1 hour 30 minutes");
  CHECK(Canonical("  1  hour\t30 minutes ") == "1 hour 30 minutes");
  CHECK(Canonical("30 minutes 1hr") == "1 hour 30 minutes");
  CHECK(Canonical("2 days") == "2 days");
  CHECK(Canonical("10 days") == "10 days");
  CHECK(Canonical("14 days") == "2 weeks");
  CHECK(Canonical("1 week") == "1 week");
  CHECK(Canonical("0005 minutes") == "5 minutes");
  CHECK(Canonical("3650 days") == "3650 days");
}

TEST_CASE("a refused interval says which part is wrong") {
  struct Case {
    std::string text;
    std::string detail;
  };
  const std::string units = "; allowed are second, minute, hour, day or week.";
  auto [text, detail] = GENERATE_COPY(values<Case>({
      {"0 minutes", "The number is \"0\"; allowed are whole numbers from 1."},
      {"-5 minutes", "The number is \"-5\"; allowed are whole numbers from 1."},
      {"1.5 hours", "The number is \"1.5\"; allowed are whole numbers from 1."},
      {"1 hour 0 minutes", "The number is \"0\"; allowed are whole numbers from 1."},
      {"5 minuts", "The unit is \"minuts\"" + units},
      {"5 s", "The unit is \"s\"" + units},
      {"1 hour, 30 minutes", "The unit is \"hour,\"" + units},
      {"1 month", "A month has no fixed length."},
      {"2 Years", "A year has no fixed length."},
      {"1 hour 30", "The number 30 has no unit."},
      {"1 hour and 30 minutes", "A number is missing before \"and\"."},
      {"1 hour 2 hours", "The unit \"hour\" is given twice."},
      {"3651 days", "It is longer than 3650 days."},
      {"521 weeks 4 days", "It is longer than 3650 days."},
      {"99999999999999999999999 weeks", "It is longer than 3650 days."},
      {"18446744073709551617 seconds", "It is longer than 3650 days."},
  }));
  CAPTURE(text);
  Diagnostic refusal = Refusal(text);
  CHECK(refusal.kind == ErrorKind::kBadSpec);
  CHECK(refusal.message == "invalid interval \"" + text + "\"");
  CHECK(refusal.detail == detail);
  CHECK_FALSE(refusal.hint.empty());
}

TEST_CASE("the hint of a refused interval shows a way out") {
  CHECK(Refusal("5 minuts").hint == "Did you mean \"minute\"?");
  CHECK_THAT(Refusal("1 month").hint, Catch::Matchers::ContainsSubstring("\"0 0 1 * *\""));
  CHECK_THAT(Refusal("0 days").hint, Catch::Matchers::ContainsSubstring("\"5 minutes\""));
}

TEST_CASE("pg_cron is given every cron expression, in numbers") {
  CHECK(PgCron("*/5 * * * *") == "*/5 * * * *");
  CHECK(PgCron("0 0 * jan-mar mon-fri", false) == "0 0 * 1-3 1-5");
}

TEST_CASE("pg_cron is given the intervals that divide the next larger unit, and no others") {
  CHECK(PgCron("1 minute") == "* * * * *");
  CHECK(PgCron("5 minutes") == "*/5 * * * *");
  CHECK(PgCron("30 minutes") == "*/30 * * * *");
  CHECK(PgCron("60 minutes") == "0 * * * *");
  CHECK(PgCron("1 hour") == "0 * * * *");
  CHECK(PgCron("6 hours") == "0 */6 * * *");
  CHECK(PgCron("24 hours") == "0 0 * * *");
  CHECK(PgCron("1 week") == "0 0 * * 0");
  for (const char* text : {"7 minutes", "45 minutes", "90 minutes", "5 hours", "48 hours", "2 days",
                           "2 weeks", "90 seconds", "1 hour 1 second"}) {
    CAPTURE(text);
    CHECK(PgCron(text) == "none");
  }
}

TEST_CASE("seconds are given to a pg_cron that knows them, and need more than minutes elsewhere") {
  CHECK(PgCron("30 seconds") == "30 seconds");
  CHECK(PgCron("1 second") == "1 seconds");
  CHECK(PgCron("30 seconds", false) == "none");
  CHECK(PgCron("60 seconds", false) == "* * * * *");
  CHECK(Schedule::Parse("30 seconds").NeedsSeconds());
  CHECK(Schedule::Parse("90 seconds").NeedsSeconds());
  CHECK_FALSE(Schedule::Parse("120 seconds").NeedsSeconds());
  CHECK_FALSE(Schedule::Parse("7 minutes").NeedsSeconds());
  CHECK_FALSE(Schedule::Parse("* * * * *").NeedsSeconds());
}

TEST_CASE("whatever the bytes, a schedule is refused as a bad spec or comes back the same") {
  const std::vector<std::string> seeds = {"*/5 * * * *", "1-5/2,7 0 28-31 jan-mar sun,fri-sun",
                                          "1 hour 30 minutes", "30 seconds"};
  const std::string alphabet("0123456789*/-,$ \tjanmonhus.\0\xff\"", 30);
  std::mt19937 random(20240229);
  int accepted = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text = seeds[random() % seeds.size()];
    for (unsigned changes = 1 + random() % 3; changes > 0; --changes) {
      size_t at = random() % (text.size() + 1);
      if (at < text.size() && random() % 2 == 0)
        text.erase(at, 1);
      else
        text.insert(at, 1, alphabet[random() % alphabet.size()]);
    }
    try {
      Schedule schedule = Schedule::Parse(text);
      std::string canonical = schedule.ToString();
      CAPTURE(text, canonical);
      REQUIRE(Schedule::Parse(canonical).ToString() == canonical);
      REQUIRE(Schedule::Parse(canonical).Next(0) == schedule.Next(0));
      ++accepted;
    } catch (const Error& error) {
      CAPTURE(text);
      REQUIRE(error.diagnostic().kind == ErrorKind::kBadSpec);
      REQUIRE_FALSE(error.diagnostic().detail.empty());
    }
  }
  CHECK(accepted > 1000);  // the loop is about both answers
}

}  // namespace
}  // namespace vieworm
