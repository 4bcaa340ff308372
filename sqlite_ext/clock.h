// The time as the registry keeps it: text, UTC, with milliseconds, as SQLite's own functions read
// and write it, such as "2026-01-31 23:59:59.999".
#ifndef VIEWORM_SQLITE_EXT_CLOCK_H_
#define VIEWORM_SQLITE_EXT_CLOCK_H_

#include <chrono>
#include <cstdint>
#include <string>

struct sqlite3;

namespace vieworm {

struct Moment {
  std::string text;
  int64_t seconds = 0;  // since 1970
};

// By SQLite's clock, which a VFS may set.
Moment Now(sqlite3* db);

// `seconds` since 1970 as text.
std::string MomentText(sqlite3* db, int64_t seconds);

// Measures from its construction.
class Stopwatch {
 public:
  double Milliseconds() const;  // with three decimals

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_CLOCK_H_
