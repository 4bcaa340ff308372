// The statements of a run, made once and then given to every variant: as many rows come as go, so
// the table keeps its size.
#ifndef VIEWORM_BENCH_SQLITE_WORKLOAD_H_
#define VIEWORM_BENCH_SQLITE_WORKLOAD_H_

#include <cstdint>
#include <string>
#include <vector>

#include "bench/sqlite/base_table.h"

namespace vieworm::bench {

enum class EventKind { kInsert, kUpdateValue, kUpdateKey, kDelete };

inline constexpr EventKind kEventKinds[] = {EventKind::kInsert, EventKind::kUpdateValue,
                                            EventKind::kUpdateKey, EventKind::kDelete};

// One statement: which row, and the new values of what it sets.
struct Event {
  EventKind kind;
  Row row;
};

struct Batch {
  std::string events;  // "mixed", or the one kind that it holds
  std::vector<Event> list;
};

class Workload {
 public:
  // For a table t that holds rows 1..rows.
  explicit Workload(int64_t rows);

  // The batches of one round, in their order, `statements` each: one with a quarter of each kind in
  // random order; or one for each kind.
  std::vector<Batch> Round(int statements, bool by_event);

 private:
  Event Next(EventKind kind);
  Batch Mixture(int statements);
  Batch OneKind(EventKind kind, int statements);
  uint64_t Random(uint64_t below);

  std::vector<int64_t> live_;  // the ids in t, in no order
  int64_t last_id_;
  uint64_t serial_;  // of the values drawn; those of the first rows are taken
};

}  // namespace vieworm::bench

#endif  // VIEWORM_BENCH_SQLITE_WORKLOAD_H_
