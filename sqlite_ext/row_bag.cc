#include "sqlite_ext/row_bag.h"

#include <algorithm>
#include <utility>

namespace vieworm {

namespace {

// What the table and the vectors take for one row, beside its image.
constexpr size_t kOverhead = 128;

}  // namespace

void RowBag::AddOld(std::string image, int64_t rowid) {
  Add(std::move(image), rowid, &Copies::old_rowids, &Copies::new_positions);
}

void RowBag::AddNew(std::string image, int64_t position) {
  Add(std::move(image), position, &Copies::new_positions, &Copies::old_rowids);
}

void RowBag::Add(std::string image, int64_t number, std::vector<int64_t> Copies::*mine,
                 std::vector<int64_t> Copies::*others) {
  size_t memory = image.size() + kOverhead;
  auto [found, fresh] = pending_.try_emplace(std::move(image));
  std::vector<int64_t>& waiting = found->second.*others;
  if (waiting.empty()) {
    (found->second.*mine).push_back(number);
    memory_ += memory;
    return;
  }
  waiting.pop_back();
  memory_ -= memory;
  if (waiting.empty()) pending_.erase(found);
}

std::vector<int64_t> RowBag::OldRows() const {
  std::vector<int64_t> rowids;
  for (const auto& [image, copies] : pending_) {
    rowids.insert(rowids.end(), copies.old_rowids.begin(), copies.old_rowids.end());
  }
  std::sort(rowids.begin(), rowids.end());
  return rowids;
}

std::vector<NewRow> RowBag::NewRows() const {
  std::vector<NewRow> rows;
  for (const auto& [image, copies] : pending_) {
    for (int64_t position : copies.new_positions) rows.push_back({position, image});
  }
  std::sort(rows.begin(), rows.end(),
            [](const NewRow& a, const NewRow& b) { return a.position < b.position; });
  return rows;
}

}  // namespace vieworm
