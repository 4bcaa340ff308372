#include "sqlite_ext/clock.h"

#include <cmath>

#include "sqlite_ext/prepared.h"

namespace vieworm {

Moment Now(sqlite3* db) {
  Prepared query(db,
                 "SELECT strftime('%Y-%m-%d %H:%M:%f', 'now'), "
                 "CAST(strftime('%s', 'now') AS INTEGER)");
  query.Step();
  return {query.Text(0), query.Integer(1)};
}

std::string MomentText(sqlite3* db, int64_t seconds) {
  Prepared query(db, "SELECT strftime('%Y-%m-%d %H:%M:%f', ?, 'unixepoch')");
  query.Bind(1, seconds).Step();
  return query.Text(0);
}

double Stopwatch::Milliseconds() const {
  auto elapsed = std::chrono::steady_clock::now() - start_;
  double microseconds = std::chrono::duration<double, std::micro>(elapsed).count();
  return std::round(microseconds) / 1000;
}

}  // namespace vieworm
