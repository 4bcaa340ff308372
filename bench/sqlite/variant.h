// One way to have the view, in a database of its own: not at all, by hand, or by vieworm.
#ifndef VIEWORM_BENCH_SQLITE_VARIANT_H_
#define VIEWORM_BENCH_SQLITE_VARIANT_H_

#include <array>
#include <optional>
#include <string>

#include "bench/sqlite/connection.h"
#include "bench/sqlite/views.h"
#include "bench/sqlite/workload.h"

namespace vieworm::bench {

enum class Method { kNone, kHand, kVieworm };

class Variant {
 public:
  // A copy of `base` with the view in it, in memory or in `file`. vieworm's view is created in
  // strict mode: what it would not maintain incrementally is an error here.
  Variant(std::string name, Method method, const View& view, Keys keys, const Connection& base,
          const std::string& file);

  // Runs the statements in one transaction; the CPU seconds that the process spent on it.
  double Run(const Batch& batch);

  // Changes, adds and removes a row of table d, so that Check() sees what becomes of it. Not timed:
  // each reads all of t.
  void ChangeDimensions();

  // Makes the whole view anew in one transaction: DELETE and INSERT ... SELECT by hand, and
  // vieworm_refresh in mode full, which applies the difference only. CPU seconds. Not for kNone.
  double Rebuild();

  // Throws std::runtime_error when the view is not the bag of rows that its definition gives.
  void Check();

  const std::string& name() const { return name_; }
  Method method() const { return method_; }

  // Is there a trigger that runs before an INSERT, to see which rows a REPLACE removes?
  bool HasReplaceGuard();

 private:
  void CreateView();
  void Prepare(Keys keys);
  void Execute(const Event& event);

  std::string name_;
  Method method_;
  View view_;
  Connection connection_;
  std::array<std::optional<Statement>, 4> statements_;  // by EventKind
};

// CPU seconds of the process so far.
double CpuSeconds();

}  // namespace vieworm::bench

#endif  // VIEWORM_BENCH_SQLITE_VARIANT_H_
