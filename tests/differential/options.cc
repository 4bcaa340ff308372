#include "tests/differential/options.h"

#include <random>
#include <stdexcept>

namespace vieworm::differential {

namespace {

uint64_t Number(const std::string& option, const char* text) {
  size_t used = 0;
  try {
    uint64_t number = std::stoull(text, &used);
    if (text[used] == '\0' && text[0] != '-') return number;
  } catch (const std::logic_error&) {
    // It is no number, or too great: the same answer.
  }
  throw std::invalid_argument(option + " needs a number");
}

void SetValue(Options& options, const std::string& option, const char* text) {
  if (option == "--out") {
    options.out = text;
    return;
  }
  uint64_t number = Number(option, text);
  if (option == "--seed") {
    options.seed = number;
  } else if (option == "--cases") {
    options.cases = number;
  } else if (option == "--seconds") {
    options.seconds = static_cast<int>(number);
  } else if (option == "--statements") {
    options.statements = number;
  } else if (option == "--findings") {
    options.findings = number;
  } else if (option == "--shrink-seconds") {
    options.shrink_seconds = static_cast<int>(number);
  } else if (option == "--replay") {
    options.replay = number;
  } else {
    throw std::invalid_argument("no such option: " + option);
  }
}

}  // namespace

std::string Usage(const std::string& program) {
  return "usage: " + program + R"( [OPTION...]

  --cases N            so many random cases (100, unless there are --seconds)
  --seconds S          as many as there is time for
  --seed N             of the first case; another one each time without it
  --statements N       of each case (40)
  --findings N         go on until there are so many (1)
  --shrink-seconds S   for making one finding smaller (30)
  --out FOLDER         findings are written there, each as a script
  --replay N           only the case with this seed; it needs the same --statements
  --self-test          can the tester fail? views that are wrong must be found
  --verbose            print what is refused, and why views are refreshed in full
)";
}

Options ParseOptions(int count, char** arguments) {
  Options options;
  for (int i = 1; i < count; ++i) {
    std::string option = arguments[i];
    if (option == "--self-test") {
      options.self_test = true;
    } else if (option == "--verbose") {
      options.verbose = true;
    } else if (i + 1 < count) {
      SetValue(options, option, arguments[++i]);
    } else {
      throw std::invalid_argument("no such option, or no value for it: " + option);
    }
  }
  if (options.seed == 0) options.seed = std::random_device()();
  if (options.cases == 0 && options.seconds == 0) options.cases = 100;
  return options;
}

}  // namespace vieworm::differential
