// The difference of two bags of rows that are read side by side.
#ifndef VIEWORM_SQLITE_EXT_ROW_BAG_H_
#define VIEWORM_SQLITE_EXT_ROW_BAG_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace vieworm {

struct NewRow {
  int64_t position = 0;  // among all new rows
  std::string image;     // see row_image.h
};

// Rows that have been read on one side and not yet on the other. An old row and a new row with the
// same image cancel out as soon as both have been seen.
class RowBag {
 public:
  void AddOld(std::string image, int64_t rowid);
  void AddNew(std::string image, int64_t position);

  // Roughly, in bytes.
  size_t Memory() const { return memory_; }

  // What did not cancel out: the rowids of the old rows, ascending, and the new rows in the order
  // in which they were read.
  std::vector<int64_t> OldRows() const;
  std::vector<NewRow> NewRows() const;

 private:
  // All of one image, and therefore of one side.
  struct Copies {
    std::vector<int64_t> old_rowids;
    std::vector<int64_t> new_positions;
  };

  void Add(std::string image, int64_t number, std::vector<int64_t> Copies::*mine,
           std::vector<int64_t> Copies::*others);

  std::unordered_map<std::string, Copies> pending_;
  size_t memory_ = 0;
};

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_ROW_BAG_H_
