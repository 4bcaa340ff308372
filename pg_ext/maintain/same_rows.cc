#include "pg_ext/maintain/same_rows.h"

#include "pg_ext/guard.h"

extern "C" {
#include "access/sysattr.h"
#include "executor/executor.h"
#include "utils/datum.h"
#include "utils/rel.h"
#include "utils/tuplestore.h"
}

namespace vieworm {

namespace {

// ------------------------------------------------- C: errors jump out of it at any point

// Reads a tuplestore from its beginning, beside others who read it.
struct Reader {
  Tuplestorestate* rows;
  TupleTableSlot* slot;
  int place;
};

Reader Open(Tuplestorestate* rows, TupleDesc columns) {
  Reader reader = {rows, MakeSingleTupleTableSlot(columns, &TTSOpsMinimalTuple),
                   tuplestore_alloc_read_pointer(rows, EXEC_FLAG_REWIND)};
  tuplestore_select_read_pointer(rows, reader.place);
  tuplestore_rescan(rows);
  return reader;
}

bool Next(const Reader& reader) {
  tuplestore_select_read_pointer(reader.rows, reader.place);
  return tuplestore_gettupleslot(reader.rows, true, false, reader.slot);
}

bool LooksTheSame(TupleTableSlot* left, TupleTableSlot* right, const Bitmapset* columns) {
  int member = -1;
  while ((member = bms_next_member(columns, member)) >= 0) {
    int number = member + FirstLowInvalidHeapAttributeNumber;
    bool left_null = false;
    bool right_null = false;
    Datum left_value = slot_getattr(left, number, &left_null);
    Datum right_value = slot_getattr(right, number, &right_null);
    if (left_null != right_null) return false;
    if (left_null) continue;
    Form_pg_attribute column = TupleDescAttr(left->tts_tupleDescriptor, number - 1);
    if (!datum_image_eq(left_value, right_value, column->attbyval, column->attlen)) return false;
  }
  return true;
}

bool AllLookTheSame(const TriggerData* data, const Bitmapset* columns) {
  Tuplestorestate* old_rows = data->tg_oldtable;
  Tuplestorestate* new_rows = data->tg_newtable;
  if (tuplestore_tuple_count(old_rows) != tuplestore_tuple_count(new_rows)) return false;
  TupleDesc description = RelationGetDescr(data->tg_relation);
  Reader before = Open(old_rows, description);
  Reader after = Open(new_rows, description);
  bool same = true;
  while (same && Next(before) && Next(after)) {
    same = LooksTheSame(before.slot, after.slot, columns);
  }
  ExecDropSingleTupleTableSlot(before.slot);
  ExecDropSingleTupleTableSlot(after.slot);
  return same;
}

}  // namespace

bool HasSameRows(const TriggerData* data, const Bitmapset* columns) {
  return PgCall([=] { return AllLookTheSame(data, columns); });
}

}  // namespace vieworm
