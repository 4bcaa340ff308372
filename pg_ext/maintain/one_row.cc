#include "pg_ext/maintain/one_row.h"

#include "pg_ext/maintain/same_rows.h"

extern "C" {
#include "access/xact.h"
#include "nodes/makefuncs.h"
#include "parser/parse_node.h"
#include "utils/rel.h"
}

namespace vieworm {

namespace {

bool HasOneRow(Tuplestorestate* rows) {
  return rows == nullptr || tuplestore_tuple_count(rows) == 1;
}

// Less than, equal to or greater than 0, as the group of `left` comes before that of `right`, is
// the same, or comes behind it.
int CompareGroups(TupleTableSlot* left, TupleTableSlot* right, const OneRowStatements& statements) {
  for (int i = 0; i < statements.order_count; ++i) {
    OrderColumn* column = &statements.order[i];
    bool left_null = false;
    bool right_null = false;
    Datum left_value = slot_getattr(left, column->number, &left_null);
    Datum right_value = slot_getattr(right, column->number, &right_null);
    int order = ApplySortComparator(left_value, left_null, right_value, right_null, &column->sort);
    if (order != 0) return order;
  }
  return 0;
}

// A parameter is like the column whose value it has, with its collation.
Node* ReadParameter(ParseState* state, ParamRef* reference) {
  auto* statements = static_cast<OneRowStatements*>(state->p_ref_hook_state);
  if (reference->number < 1 || reference->number > statements->count * statements->rows) {
    return nullptr;
  }
  const RowParameter& column = statements->parameters[(reference->number - 1) % statements->count];
  Param* parameter = makeNode(Param);
  parameter->paramkind = PARAM_EXTERN;
  parameter->paramid = reference->number;
  parameter->paramtype = column.type;
  parameter->paramtypmod = column.modifier;
  parameter->paramcollid = column.collation;
  parameter->location = reference->location;
  return reinterpret_cast<Node*>(parameter);
}

void SetUpParser(ParseState* state, void* statements) {
  state->p_paramref_hook = ReadParameter;
  state->p_ref_hook_state = statements;
}

}  // namespace

// What locks is evaluated with the latest snapshot, which SPI takes with parameters only where the
// isolation level does so.
OneRowUse OpenOneRow(const SessionProgram& program, const TriggerData* data, ChangedRow* row) {
  const OneRowStatements* statements = program.one_row;
  if (statements == nullptr) return OneRowUse::kNone;
  if (program.locks != WriterLocks::kNone && IsolationUsesXactSnapshot()) return OneRowUse::kNone;
  if (!HasOneRow(data->tg_newtable) || !HasOneRow(data->tg_oldtable)) return OneRowUse::kNone;
  row->count = 0;
  Tuplestorestate* stores[] = {data->tg_newtable, data->tg_oldtable};
  for (Tuplestorestate* rows : stores) {
    if (rows == nullptr) continue;
    RowsReader& reader = row->rows[row->count++];
    reader = OpenRows(rows, RelationGetDescr(data->tg_relation));
    NextRow(reader);
  }
  if (row->count == 1) return OneRowUse::kProgram;
  TupleTableSlot* now = row->rows[0].slot;
  TupleTableSlot* before = row->rows[1].slot;
  OneRowUse use = OneRowUse::kNone;
  if (LooksTheSame(now, before, statements->same)) {
    bool same = LooksTheSame(now, before, program.columns);
    use = same ? OneRowUse::kNothing : OneRowUse::kProgram;
  } else if (int order = CompareGroups(now, before, *statements); order != 0) {
    use = OneRowUse::kMove;
    row->goes_up = order > 0;
  }
  if (use == OneRowUse::kNone || use == OneRowUse::kNothing) CloseOneRow(*row);
  return use;
}

void CloseOneRow(const ChangedRow& row) {
  for (int i = 0; i < row.count; ++i) CloseRows(row.rows[i]);
}

ParamListInfo ParametersOf(const OneRowStatements& statements, const ChangedRow& row) {
  ParamListInfo list = makeParamList(statements.count * row.count);
  for (int i = 0; i < list->numParams; ++i) {
    const RowParameter& column = statements.parameters[i % statements.count];
    ParamExternData* parameter = &list->params[i];
    TupleTableSlot* slot = row.rows[i / statements.count].slot;
    parameter->value = slot_getattr(slot, column.number, &parameter->isnull);
    parameter->pflags = 0;
    parameter->ptype = column.type;
  }
  return list;
}

// One plan for all values: making a new one takes longer than running it.
SPIPlanPtr PrepareForOneRow(const char* sql, OneRowStatements* statements) {
  return SPI_prepare_params(sql, SetUpParser, statements, CURSOR_OPT_GENERIC_PLAN);
}

}  // namespace vieworm
