#include "pg_ext/lower/time_parts.h"

#include "pg_ext/compat.h"
#include "pg_ext/guard.h"

extern "C" {
#include "catalog/pg_namespace.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "nodes/primnodes.h"
#include "optimizer/optimizer.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
}

namespace vieworm::lower {

namespace {

// ------------------------------------------------- C: errors jump out of it at any point

bool IsClock(const SQLValueFunction* function) {
  switch (function->op) {
    case SVFOP_CURRENT_DATE:
    case SVFOP_CURRENT_TIME:
    case SVFOP_CURRENT_TIME_N:
    case SVFOP_CURRENT_TIMESTAMP:
    case SVFOP_CURRENT_TIMESTAMP_N:
    case SVFOP_LOCALTIME:
    case SVFOP_LOCALTIME_N:
    case SVFOP_LOCALTIMESTAMP:
    case SVFOP_LOCALTIMESTAMP_N:
      return true;
    default:
      return false;
  }
}

// transaction_timestamp() is another name of now() in the catalog, with a function of its own.
bool IsClock(Oid function) {
  if (get_func_namespace(function) != PG_CATALOG_NAMESPACE) return false;
  const char* name = get_func_name(function);
  return function == F_NOW || strcmp(name, "transaction_timestamp") == 0 ||
         strcmp(name, "statement_timestamp") == 0;
}

bool IsOfTime(Oid type) {
  return type == TIMESTAMPTZOID || type == TIMESTAMPOID || type == DATEOID || type == TIMEOID ||
         type == TIMETZOID || type == INTERVALOID;
}

// What depends on a setting although it is given a time can only depend on the time zone, as far as
// PostgreSQL's own functions go and their results have no text form.
bool ReadsClockAlone(Oid function) {
  if (get_func_namespace(function) != PG_CATALOG_NAMESPACE) return false;
  if (func_volatile(function) == PROVOLATILE_VOLATILE) return false;
  Oid* types = nullptr;
  int count = 0;
  Oid result = get_func_signature(function, &types, &count);
  if (type_is_collatable(result)) return false;
  for (int i = 0; i < count; ++i) {
    if (IsOfTime(types[i])) return true;
  }
  return false;
}

bool IsForeign(Oid function, void*) {
  if (func_volatile(function) == PROVOLATILE_IMMUTABLE) return false;
  return !IsClock(function) && !ReadsClockAlone(function);
}

struct Findings {
  bool clock;
  bool other;
};

bool HasClock(Oid function, void* findings) {
  if (IsClock(function)) static_cast<Findings*>(findings)->clock = true;
  return false;
}

bool Examine(Node* node, void* state) {
  if (node == nullptr) return false;
  auto* findings = static_cast<Findings*>(state);
  bool unknown = IsA(node, Var) || IsA(node, Aggref) || IsA(node, WindowFunc) ||
                 IsA(node, GroupingFunc) || IsA(node, SubLink) || IsA(node, Param) ||
                 IsA(node, NextValueExpr) || IsA(node, CoerceViaIO);
  if (IsA(node, SQLValueFunction)) {
    bool clock = IsClock(reinterpret_cast<SQLValueFunction*>(node));
    (clock ? findings->clock : unknown) = true;
  }
  check_functions_in_node(node, HasClock, findings);
  if (unknown || check_functions_in_node(node, IsForeign, nullptr)) {
    findings->other = true;
    return true;
  }
  return compat::WalkExpression(node, Examine, findings);
}

// A boolean is a condition, and no bound.
bool IsTimePart(Node* node) {
  Oid type = exprType(node);
  if (type == BOOLOID || OidIsValid(exprCollation(node)) || get_typtype(type) == TYPTYPE_PSEUDO) {
    return false;
  }
  Findings findings = {};
  Examine(node, &findings);
  return findings.clock && !findings.other;
}

bool Collect(Node* node, void* parts) {
  if (node == nullptr) return false;
  bool is_value = !IsA(node, List) && !IsA(node, CaseWhen);
  if (is_value && IsTimePart(node)) {
    auto** list = static_cast<List**>(parts);
    *list = list_append_unique(*list, node);
    return false;
  }
  return compat::WalkExpression(node, Collect, parts);
}

}  // namespace

List* TimeParts(Node* condition) {
  return PgCall([=] {
    List* parts = NIL;
    Collect(condition, &parts);
    return parts;
  });
}

}  // namespace vieworm::lower
