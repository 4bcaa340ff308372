// The command line of the tester.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_OPTIONS_H_
#define VIEWORM_TESTS_DIFFERENTIAL_OPTIONS_H_

#include <cstdint>
#include <optional>
#include <string>

namespace vieworm::differential {

struct Options {
  uint64_t seed = 0;               // of the first case; 0: another one each time
  size_t cases = 0;                // 0: as many as there is time for
  int seconds = 0;                 // 0: as long as the cases take
  size_t statements = 40;          // of a case
  size_t findings = 1;             // after so many it ends
  int shrink_seconds = 30;         // for one finding
  std::optional<uint64_t> replay;  // one case, by its seed
  bool self_test = false;
  bool verbose = false;  // what SQLite refuses is printed
  std::string out;       // a folder for scripts; "": they are printed
};

// Throws std::invalid_argument, whose text is for the user.
Options ParseOptions(int count, char** arguments);

// `program` with its arguments that are no options.
std::string Usage(const std::string& program);

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_OPTIONS_H_
