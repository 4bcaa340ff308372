// Reads the rows of a tuplestore from the first one on, beside others who read it.
//
// C code: plain data, and errors jump out of it at any point.
#ifndef VIEWORM_PG_EXT_MAINTAIN_ROWS_READER_H_
#define VIEWORM_PG_EXT_MAINTAIN_ROWS_READER_H_

#include "pg_ext/server.h"

extern "C" {
#include "executor/executor.h"
#include "utils/tuplestore.h"
}

namespace vieworm {

struct RowsReader {
  Tuplestorestate* rows;
  TupleTableSlot* slot;  // the row at hand
  int place;
};

inline RowsReader OpenRows(Tuplestorestate* rows, TupleDesc columns) {
  RowsReader reader = {rows, MakeSingleTupleTableSlot(columns, &TTSOpsMinimalTuple),
                       tuplestore_alloc_read_pointer(rows, EXEC_FLAG_REWIND)};
  tuplestore_select_read_pointer(rows, reader.place);
  tuplestore_rescan(rows);
  return reader;
}

// False behind the last row.
inline bool NextRow(const RowsReader& reader) {
  tuplestore_select_read_pointer(reader.rows, reader.place);
  return tuplestore_gettupleslot(reader.rows, true, false, reader.slot);
}

inline void CloseRows(const RowsReader& reader) { ExecDropSingleTupleTableSlot(reader.slot); }

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_ROWS_READER_H_
