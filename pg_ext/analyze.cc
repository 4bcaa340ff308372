#include "pg_ext/analyze.h"

#include "common/plan/refusals.h"
#include "pg_ext/column_identity.h"
#include "pg_ext/guard.h"
#include "pg_ext/parse.h"
#include "pg_ext/text.h"

extern "C" {
#include "nodes/nodeFuncs.h"
#include "parser/analyze.h"
#include "parser/parse_node.h"
#include "parser/parser.h"
#include "tcop/utility.h"
#include "utils/builtins.h"
#include "utils/ruleutils.h"
}

namespace vieworm {

namespace {

// Throws unless the statement is a SELECT that returns rows.
void CheckIsSelect(RawStmt* raw) {
  if (!IsA(raw->stmt, SelectStmt)) {
    const char* tag = PgCall([=] { return CreateCommandName(raw->stmt); });
    throw NotOneSelect("It is the command " + std::string(tag) + ".");
  }
  auto* leftmost = reinterpret_cast<SelectStmt*>(raw->stmt);
  while (leftmost->larg != nullptr) leftmost = leftmost->larg;
  if (leftmost->intoClause != nullptr) throw NotOneSelect("It is a SELECT INTO.");
}

// Parser hooks: a view has no parameters, whoever calls.
Node* NoteParameter(ParseState* state, ParamRef* reference) {
  *static_cast<int*>(state->p_ref_hook_state) = reference->number;
  ereport(ERROR, (errcode(ERRCODE_UNDEFINED_PARAMETER),
                  errmsg("there is no parameter $%d", reference->number)));
}

void SetParserHooks(ParseState* state, void* found) {
  state->p_paramref_hook = NoteParameter;
  state->p_ref_hook_state = found;
}

Query* Analyze(const char* text, int* parameter) {
  return PgCall([=] {
    return WithPosition(text, [=] {
      auto* raw = linitial_node(RawStmt, raw_parser(text, RAW_PARSE_DEFAULT));
      return parse_analyze_withcb(raw, text, SetParserHooks, parameter, nullptr);
    });
  });
}

Column ColumnOf(TargetEntry* entry) {
  Column column;
  auto* expression = reinterpret_cast<Node*>(entry->expr);
  Oid type = PgCall([=] { return exprType(expression); });
  int32 modifier = PgCall([=] { return exprTypmod(expression); });
  Oid collation = PgCall([=] { return exprCollation(expression); });
  column.name = FromServer(entry->resname);
  column.type = FromServer(PgCall([=] {
    return format_type_extended(type, modifier,
                                FORMAT_TYPE_TYPEMOD_GIVEN | FORMAT_TYPE_FORCE_QUALIFY);
  }));
  if (OidIsValid(collation)) {
    column.collation = FromServer(PgCall([=] { return generate_collation_name(collation); }));
  }
  column.is_users_type = IsUsersType(type);
  // Casts to JSON, and implicit ones, would come into a comparison by the type's own `=`, too.
  column.equality_is_identity = !column.is_users_type && EqualityIsIdentity(type, collation);
  return column;
}

}  // namespace

std::string OneSelect(const std::string& text) {
  char* source = ToServer(text);
  List* statements = ParseStatements(source);
  if (list_length(statements) != 1) {
    throw NotOneSelect("It has " + std::to_string(list_length(statements)) + " statements.");
  }
  auto* raw = static_cast<RawStmt*>(linitial(statements));
  CheckIsSelect(raw);
  int length =
      raw->stmt_len > 0 ? raw->stmt_len : static_cast<int>(strlen(source)) - raw->stmt_location;
  char* select = PgCall([=] { return pnstrdup(source + raw->stmt_location, length); });
  return FromServer(select);
}

Query* AnalyzeSelect(const std::string& text) {
  char* source = ToServer(text);
  auto* parameter = PgCall([=] { return static_cast<int*>(palloc0(sizeof(int))); });
  Query* query = nullptr;
  try {
    query = Analyze(source, parameter);
  } catch (const PgError&) {
    if (*parameter == 0) throw;
    throw HasParameters("$" + std::to_string(*parameter));
  }
  if (query->commandType != CMD_SELECT || query->utilityStmt != nullptr) {
    throw NotOneSelect("It is a SELECT INTO.");
  }
  if (query->hasModifyingCTE) throw NotOneSelect("Its WITH clause changes data.");
  return query;
}

std::vector<Column> ColumnsOf(Query* query) {
  std::vector<Column> columns;
  ListCell* cell;
  foreach (cell, query->targetList) {
    auto* entry = static_cast<TargetEntry*>(lfirst(cell));
    if (!entry->resjunk) columns.push_back(ColumnOf(entry));
  }
  return columns;
}

}  // namespace vieworm
