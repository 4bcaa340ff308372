// What one of two streams of rows has and the other has not, as bags: copies count.
//
// Two rows are the same if each of their values is the same bit for bit, decompressed; what is
// inside a composite value, as it is stored there. So nothing of a type's own is asked, neither its
// `=` nor its text form, and json is compared as an int is.
//
// A row waits in a hash table until the same row comes on the other side; then both are forgotten.
// Where the two streams come in about the same order, as those of a view and of its definition
// mostly do, few rows wait at any time. If those that wait outgrow the memory of a hash join, they
// go to files, by their hash, and each file is gone through by itself when the streams have ended.
// So the difference comes out in no order; but its new rows say which came first: a store that is
// written in that order is compared faster the next time.
//
// C code: plain data, and errors jump out of it at any point.
#ifndef VIEWORM_PG_EXT_MAINTAIN_BAG_DIFFERENCE_H_
#define VIEWORM_PG_EXT_MAINTAIN_BAG_DIFFERENCE_H_

#include "pg_ext/server.h"

extern "C" {
#include "executor/tuptable.h"
#include "utils/tuplestore.h"
}

namespace vieworm {

enum class Side { kOld, kNew };

struct WaitingRows;

struct BagDifference {
  Tuplestorestate* only_new;  // k1, k2, ...: the columns of the row; number (bigint)
  Tuplestorestate* only_old;  // place (tid)
  TupleDesc new_columns;
  TupleDesc old_columns;

  TupleTableSlot* flat;      // the row at hand, decompressed
  TupleTableSlot* kept;      // a row that has waited
  TupleTableSlot* numbered;  // the same, for only_new
  int64 new_rows;            // so far
  MemoryContext rows;        // of what waits
  MemoryContext scratch;
  size_t memory_limit;
  int64 waiting[2];  // in memory and in files
  bool ended[2];
  WaitingRows* first_pass;
};

// In the current memory context, which keeps what the difference is. `columns` are those of both
// streams, and outlive it.
BagDifference* BeginDifference(TupleDesc columns);

// The next row of one of the streams; `place` is that of an old one. True if the same row has been
// waiting on the other side.
bool AddRow(BagDifference* difference, Side side, TupleTableSlot* row,
            const ItemPointerData* place);

// No more rows come on that side.
void EndSide(BagDifference* difference, Side side);

// Behind the end of both sides: only_new and only_old are complete, and nothing else is kept.
void FinishDifference(BagDifference* difference);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_BAG_DIFFERENCE_H_
