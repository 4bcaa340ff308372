#include "pg_ext/maintain/same_rows.h"

#include "pg_ext/guard.h"
#include "pg_ext/maintain/rows_reader.h"

extern "C" {
#include "access/sysattr.h"
#include "utils/datum.h"
#include "utils/rel.h"
}

namespace vieworm {

// ------------------------------------------------- C: errors jump out of it at any point

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

namespace {

bool AllLookTheSame(const TriggerData* data, const Bitmapset* columns) {
  Tuplestorestate* old_rows = data->tg_oldtable;
  Tuplestorestate* new_rows = data->tg_newtable;
  if (tuplestore_tuple_count(old_rows) != tuplestore_tuple_count(new_rows)) return false;
  TupleDesc description = RelationGetDescr(data->tg_relation);
  RowsReader before = OpenRows(old_rows, description);
  RowsReader after = OpenRows(new_rows, description);
  bool same = true;
  while (same && NextRow(before) && NextRow(after)) {
    same = LooksTheSame(before.slot, after.slot, columns);
  }
  CloseRows(before);
  CloseRows(after);
  return same;
}

}  // namespace

bool HasSameRows(const TriggerData* data, const Bitmapset* columns) {
  return PgCall([=] { return AllLookTheSame(data, columns); });
}

}  // namespace vieworm
