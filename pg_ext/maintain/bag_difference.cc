#include "pg_ext/maintain/bag_difference.h"

#include "pg_ext/compat.h"

extern "C" {
#include "access/detoast.h"
#include "catalog/pg_type.h"
#include "common/hashfn.h"
#include "executor/executor.h"
#include "storage/buffile.h"
#include "storage/itemptr.h"
#include "utils/builtins.h"
}

namespace vieworm {

namespace {

struct Row {
  Row* next;  // in its bucket
  uint64 hash;
  Side side;
  ItemPointerData place;  // of an old one
  int64 number;           // of a new one
  MinimalTuple image;
};

constexpr int kFileBits = 5;
constexpr int kFiles = 1 << kFileBits;
constexpr size_t kFewestBuckets = 1024;

// Rows that files cannot tell apart after so many passes are mostly copies of one row.
constexpr int kLastPass = 6;

}  // namespace

// Those of one pass: the first one goes through the streams, each later one through one file.
struct WaitingRows {
  int pass;
  Row** buckets;
  size_t bucket_count;  // a power of two
  size_t row_count;
  size_t bytes;
  int64 matched;  // since rows last went to the files
  BufFile* files[kFiles];
  bool uses_files;
  bool only_files;  // the two sides come in different orders: to wait in memory is of no use
};

namespace {

Side Other(Side side) { return side == Side::kOld ? Side::kNew : Side::kOld; }

int64& Waiting(BagDifference* difference, Side side) {
  return difference->waiting[static_cast<int>(side)];
}

size_t SizeOf(Row* row) { return GetMemoryChunkSpace(row) + GetMemoryChunkSpace(row->image); }

Row** NewBuckets(BagDifference* difference, size_t count) {
  return static_cast<Row**>(MemoryContextAllocExtended(difference->rows, count * sizeof(Row*),
                                                       MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO));
}

WaitingRows* BeginPass(BagDifference* difference, int pass) {
  auto* waiting =
      static_cast<WaitingRows*>(MemoryContextAllocZero(difference->rows, sizeof(WaitingRows)));
  waiting->pass = pass;
  waiting->bucket_count = kFewestBuckets;
  waiting->buckets = NewBuckets(difference, kFewestBuckets);
  return waiting;
}

Row** BucketOf(const WaitingRows* waiting, uint64 hash) {
  return &waiting->buckets[hash & (waiting->bucket_count - 1)];
}

void Insert(WaitingRows* waiting, Row* row) {
  Row** bucket = BucketOf(waiting, row->hash);
  row->next = *bucket;
  *bucket = row;
}

void DoubleBuckets(BagDifference* difference, WaitingRows* waiting) {
  Row** old = waiting->buckets;
  size_t old_count = waiting->bucket_count;
  waiting->buckets = NewBuckets(difference, old_count * 2);
  waiting->bucket_count = old_count * 2;
  for (size_t i = 0; i < old_count; ++i) {
    for (Row* row = old[i]; row != nullptr;) {
      Row* next = row->next;
      Insert(waiting, row);
      row = next;
    }
  }
  pfree(old);
}

void Free(Row* row) {
  pfree(row->image);
  pfree(row);
}

// What keeps the row in its bucket, or null: a row like `row` that waits on the other side.
Row** FindPartner(const WaitingRows* waiting, const Row* row) {
  if (waiting->row_count == 0) return nullptr;
  for (Row** link = BucketOf(waiting, row->hash); *link != nullptr; link = &(*link)->next) {
    const Row* other = *link;
    if (other->hash == row->hash && other->side != row->side &&
        other->image->t_len == row->image->t_len &&
        memcmp(other->image, row->image, row->image->t_len) == 0) {
      return link;
    }
  }
  return nullptr;
}

void Remove(BagDifference* difference, WaitingRows* waiting, Row** link) {
  Row* row = *link;
  *link = row->next;
  waiting->bytes -= SizeOf(row);
  --waiting->row_count;
  --Waiting(difference, row->side);
  Free(row);
}

void EmitOld(BagDifference* difference, const Row* row) {
  ItemPointerData place = row->place;
  Datum value = PointerGetDatum(&place);
  bool is_null = false;
  tuplestore_putvalues(difference->only_old, difference->old_columns, &value, &is_null);
}

void EmitNew(BagDifference* difference, const Row* row) {
  TupleTableSlot* kept = difference->kept;
  TupleTableSlot* numbered = difference->numbered;
  ExecStoreMinimalTuple(row->image, kept, false);
  slot_getallattrs(kept);
  ExecClearTuple(numbered);
  int count = kept->tts_tupleDescriptor->natts;
  memcpy(numbered->tts_values, kept->tts_values, count * sizeof(Datum));
  memcpy(numbered->tts_isnull, kept->tts_isnull, count * sizeof(bool));
  numbered->tts_values[count] = Int64GetDatum(row->number);
  numbered->tts_isnull[count] = false;
  ExecStoreVirtualTuple(numbered);
  tuplestore_puttupleslot(difference->only_new, numbered);
}

// It has no partner, and none will come.
void Emit(BagDifference* difference, const Row* row) {
  row->side == Side::kNew ? EmitNew(difference, row) : EmitOld(difference, row);
}

void WriteToFile(WaitingRows* waiting, Row* row) {
  int shift = 64 - kFileBits * (waiting->pass + 1);
  BufFile** file = &waiting->files[(row->hash >> shift) & (kFiles - 1)];
  if (*file == nullptr) *file = BufFileCreateTemp(false);
  BufFileWrite(*file, row, sizeof(Row));
  BufFileWrite(*file, row->image, row->image->t_len);
}

// Null at the end of the file.
Row* ReadFromFile(BagDifference* difference, BufFile* file) {
  Row header;
  if (!compat::ReadOrEnd(file, &header, sizeof(Row))) return nullptr;
  uint32 size = 0;
  compat::ReadExactly(file, &size, sizeof(size));
  auto* row = static_cast<Row*>(MemoryContextAlloc(difference->rows, sizeof(Row)));
  *row = header;
  row->image = static_cast<MinimalTuple>(MemoryContextAlloc(difference->rows, size));
  row->image->t_len = size;
  compat::ReadExactly(file, reinterpret_cast<char*>(row->image) + sizeof(size),
                      size - sizeof(size));
  return row;
}

// Takes every row out of the table.
template <typename Take>
void Drain(WaitingRows* waiting, Take take) {
  for (size_t i = 0; i < waiting->bucket_count; ++i) {
    while (waiting->buckets[i] != nullptr) {
      Row* row = waiting->buckets[i];
      waiting->buckets[i] = row->next;
      take(row);
      Free(row);
    }
  }
  waiting->row_count = 0;
  waiting->bytes = 0;
}

void DrainToFiles(WaitingRows* waiting) {
  waiting->uses_files = true;
  waiting->only_files = static_cast<size_t>(waiting->matched) < waiting->row_count;
  waiting->matched = 0;
  Drain(waiting, [=](Row* row) { WriteToFile(waiting, row); });
}

bool MayFindPartner(BagDifference* difference, const Row* row) {
  Side other = Other(row->side);
  return Waiting(difference, other) > 0 || !difference->ended[static_cast<int>(other)];
}

// Takes the row over.
void Wait(BagDifference* difference, WaitingRows* waiting, Row* row) {
  ++Waiting(difference, row->side);
  if (waiting->only_files) {
    WriteToFile(waiting, row);
    Free(row);
    return;
  }
  Insert(waiting, row);
  waiting->bytes += SizeOf(row);
  if (++waiting->row_count > waiting->bucket_count) DoubleBuckets(difference, waiting);
  if (waiting->bytes > difference->memory_limit && waiting->pass < kLastPass) {
    DrainToFiles(waiting);
  }
}

// True if a partner has been waiting. Takes the row over.
bool Match(BagDifference* difference, WaitingRows* waiting, Row* row) {
  if (Row** partner = FindPartner(waiting, row)) {
    ++waiting->matched;
    Remove(difference, waiting, partner);
    Free(row);
    return true;
  }
  if (MayFindPartner(difference, row)) {
    Wait(difference, waiting, row);
  } else {
    Emit(difference, row);
    Free(row);
  }
  return false;
}

void EndPass(BagDifference* difference, WaitingRows* waiting);

void GoThroughFile(BagDifference* difference, BufFile* file, int pass) {
  WaitingRows* waiting = BeginPass(difference, pass);
  if (BufFileSeek(file, 0, 0, SEEK_SET) != 0) {
    ereport(ERROR, (errcode_for_file_access(), errmsg("could not rewind temporary file")));
  }
  while (Row* row = ReadFromFile(difference, file)) {
    CHECK_FOR_INTERRUPTS();
    --Waiting(difference, row->side);
    Match(difference, waiting, row);
  }
  BufFileClose(file);
  EndPass(difference, waiting);
}

void EndPass(BagDifference* difference, WaitingRows* waiting) {
  if (waiting->uses_files) {
    DrainToFiles(waiting);
    pfree(waiting->buckets);
    for (BufFile* file : waiting->files) {
      if (file != nullptr) GoThroughFile(difference, file, waiting->pass + 1);
    }
  } else {
    Drain(waiting, [=](Row* row) {
      --Waiting(difference, row->side);
      Emit(difference, row);
    });
    pfree(waiting->buckets);
  }
  pfree(waiting);
}

Datum Flat(BagDifference* difference, Datum value) {
  auto* data = reinterpret_cast<struct varlena*>(DatumGetPointer(value));
  if (!VARATT_IS_EXTERNAL(data) && !VARATT_IS_COMPRESSED(data)) return value;
  MemoryContext old = MemoryContextSwitchTo(difference->scratch);
  Datum flat = PointerGetDatum(detoast_attr(data));
  MemoryContextSwitchTo(old);
  return flat;
}

// The same bytes for the same values.
MinimalTuple ImageOf(BagDifference* difference, TupleTableSlot* row) {
  TupleTableSlot* flat = difference->flat;
  TupleDesc columns = flat->tts_tupleDescriptor;
  slot_getallattrs(row);
  ExecClearTuple(flat);
  for (int i = 0; i < columns->natts; ++i) {
    bool is_flat = row->tts_isnull[i] || TupleDescAttr(columns, i)->attlen != -1;
    flat->tts_isnull[i] = row->tts_isnull[i];
    flat->tts_values[i] = is_flat ? row->tts_values[i] : Flat(difference, row->tts_values[i]);
  }
  ExecStoreVirtualTuple(flat);
  return ExecCopySlotMinimalTuple(flat);
}

// k1, k2, ..., of the types of `columns`, and a number.
TupleDesc NumberedColumns(TupleDesc columns) {
  TupleDesc numbered = CreateTemplateTupleDesc(columns->natts + 1);
  for (int i = 1; i <= columns->natts; ++i) {
    TupleDescCopyEntry(numbered, static_cast<AttrNumber>(i), columns, static_cast<AttrNumber>(i));
    namestrcpy(&TupleDescAttr(numbered, i - 1)->attname, psprintf("k%d", i));
  }
  TupleDescInitEntry(numbered, numbered->natts, "number", INT8OID, -1, 0);
  return numbered;
}

}  // namespace

BagDifference* BeginDifference(TupleDesc columns) {
  auto* difference = static_cast<BagDifference*>(palloc0(sizeof(BagDifference)));
  difference->only_new = tuplestore_begin_heap(false, false, work_mem);
  difference->only_old = tuplestore_begin_heap(false, false, work_mem);
  difference->new_columns = NumberedColumns(columns);
  difference->old_columns = CreateTemplateTupleDesc(1);
  TupleDescInitEntry(difference->old_columns, 1, "place", TIDOID, -1, 0);
  difference->flat = MakeSingleTupleTableSlot(columns, &TTSOpsVirtual);
  difference->kept = MakeSingleTupleTableSlot(columns, &TTSOpsMinimalTuple);
  difference->numbered = MakeSingleTupleTableSlot(difference->new_columns, &TTSOpsVirtual);
  difference->rows =
      AllocSetContextCreate(CurrentMemoryContext, "vieworm waiting rows", ALLOCSET_DEFAULT_SIZES);
  difference->scratch =
      AllocSetContextCreate(CurrentMemoryContext, "vieworm row", ALLOCSET_DEFAULT_SIZES);
  difference->memory_limit = get_hash_memory_limit();
  difference->first_pass = BeginPass(difference, 0);
  return difference;
}

bool AddRow(BagDifference* difference, Side side, TupleTableSlot* row,
            const ItemPointerData* place) {
  MemoryContext old = MemoryContextSwitchTo(difference->rows);
  auto* kept = static_cast<Row*>(palloc0(sizeof(Row)));
  kept->side = side;
  if (side == Side::kNew) kept->number = difference->new_rows++;
  if (place != nullptr) kept->place = *place;
  kept->image = ImageOf(difference, row);
  kept->hash = hash_bytes_extended(reinterpret_cast<const unsigned char*>(kept->image),
                                   static_cast<int>(kept->image->t_len), 0);
  bool matched = Match(difference, difference->first_pass, kept);
  MemoryContextSwitchTo(old);
  MemoryContextReset(difference->scratch);
  return matched;
}

void EndSide(BagDifference* difference, Side side) {
  difference->ended[static_cast<int>(side)] = true;
}

void FinishDifference(BagDifference* difference) {
  MemoryContext old = MemoryContextSwitchTo(difference->rows);
  EndPass(difference, difference->first_pass);
  MemoryContextSwitchTo(old);
  ExecDropSingleTupleTableSlot(difference->flat);
  ExecDropSingleTupleTableSlot(difference->kept);
  ExecDropSingleTupleTableSlot(difference->numbered);
  MemoryContextDelete(difference->rows);
  MemoryContextDelete(difference->scratch);
}

}  // namespace vieworm
