#include "bench/sqlite/workload.h"

#include <numeric>
#include <utility>

namespace vieworm::bench {

namespace {

const char* NameOf(EventKind kind) {
  switch (kind) {
    case EventKind::kInsert:
      return "insert";
    case EventKind::kUpdateValue:
      return "update value";
    case EventKind::kUpdateKey:
      return "update key";
    case EventKind::kDelete:
      return "delete";
  }
  return "";
}

}  // namespace

Workload::Workload(int64_t rows)
    : live_(static_cast<size_t>(rows)), last_id_(rows), serial_(static_cast<uint64_t>(rows)) {
  std::iota(live_.begin(), live_.end(), 1);
}

std::vector<Batch> Workload::Round(int statements, bool by_event) {
  if (!by_event) return {Mixture(statements)};
  std::vector<Batch> batches;
  for (EventKind kind : kEventKinds) batches.push_back(OneKind(kind, statements));
  return batches;
}

Batch Workload::Mixture(int statements) {
  std::vector<EventKind> kinds;
  for (int i = 0; i < statements; ++i) kinds.push_back(kEventKinds[i % 4]);
  for (size_t i = kinds.size(); i > 1; --i) std::swap(kinds[i - 1], kinds[Random(i)]);
  Batch batch{"mixed", {}};
  for (EventKind kind : kinds) batch.list.push_back(Next(kind));
  return batch;
}

Batch Workload::OneKind(EventKind kind, int statements) {
  Batch batch{NameOf(kind), {}};
  for (int i = 0; i < statements; ++i) batch.list.push_back(Next(kind));
  return batch;
}

Event Workload::Next(EventKind kind) {
  if (kind == EventKind::kInsert) {
    live_.push_back(++last_id_);
    return {kind, RandomRow(last_id_, ++serial_)};
  }
  size_t chosen = Random(live_.size());
  Event event{kind, RandomRow(live_[chosen], ++serial_)};
  if (kind == EventKind::kDelete) {
    live_[chosen] = live_.back();
    live_.pop_back();
  }
  return event;
}

uint64_t Workload::Random(uint64_t below) { return Mixed(++serial_) % below; }

}  // namespace vieworm::bench
