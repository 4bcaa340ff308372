// The one row that a statement has changed, for the program that takes it as parameters.
//
// C code: plain data, and errors jump out of it at any point.
#ifndef VIEWORM_PG_EXT_MAINTAIN_ONE_ROW_H_
#define VIEWORM_PG_EXT_MAINTAIN_ONE_ROW_H_

#include "pg_ext/server.h"

#include "pg_ext/maintain/rows_reader.h"
#include "pg_ext/maintain/session_programs.h"

extern "C" {
#include "commands/trigger.h"
#include "nodes/params.h"
}

namespace vieworm {

// The new row, if there is one, then the old one.
struct ChangedRow {
  RowsReader rows[2];
  int count;
  bool goes_up;  // of kMove: to a greater group than that it comes from
};

enum class OneRowUse {
  kNone,     // it takes the program for any number of rows
  kProgram,  // program->one_row->apply is for it
  kMove,     // program->one_row->moves are
  kNothing,  // the row looks as it did, as far as the view reads it
};

// Opens `row` where it returns kProgram or kMove.
OneRowUse OpenOneRow(const SessionProgram& program, const TriggerData* data, ChangedRow* row);
void CloseOneRow(const ChangedRow& row);

// $1, $2, ..., as long as the row is open.
ParamListInfo ParametersOf(const OneRowStatements& statements, const ChangedRow& row);

SPIPlanPtr PrepareForOneRow(const char* sql, OneRowStatements* statements);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_ONE_ROW_H_
