#include "pg_ext/lower/expression_check.h"

#include "pg_ext/compat.h"
#include "pg_ext/guard.h"
#include "pg_ext/lower/expression.h"
#include "pg_ext/lower/function_facts.h"
#include "pg_ext/lower/refused.h"
#include "pg_ext/text.h"

extern "C" {
#include "catalog/pg_namespace.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "optimizer/optimizer.h"
#include "utils/lsyscache.h"
#include "utils/regproc.h"
}

namespace vieworm::lower {

namespace {

// The first part of an expression that is at fault.
struct Fault {
  Node* node;
  Oid function;  // the one that is not immutable, or InvalidOid
};

bool IsMutable(Oid function, void* fault) {
  if (func_volatile(function) == PROVOLATILE_IMMUTABLE) return false;
  static_cast<Fault*>(fault)->function = function;
  return true;
}

// PostgreSQL writes these without the names of their operators; who reads the text finds operators
// by name, on the pinned search_path.
bool HasNamelessOperator(Oid operator_id) {
  return get_func_namespace(get_opcode(operator_id)) != PG_CATALOG_NAMESPACE;
}

bool HasForeignOperator(Node* node) {
  if (IsA(node, DistinctExpr) || IsA(node, NullIfExpr)) {
    return HasNamelessOperator(reinterpret_cast<OpExpr*>(node)->opno);
  }
  if (IsA(node, RowCompareExpr)) {
    ListCell* cell;
    foreach (cell, reinterpret_cast<RowCompareExpr*>(node)->opnos) {
      if (HasNamelessOperator(lfirst_oid(cell))) return true;
    }
  }
  if (IsA(node, CaseExpr) && reinterpret_cast<CaseExpr*>(node)->arg != nullptr) {
    ListCell* cell;
    foreach (cell, reinterpret_cast<CaseExpr*>(node)->args) {
      auto* condition = reinterpret_cast<Node*>(static_cast<CaseWhen*>(lfirst(cell))->expr);
      bool simple = IsA(condition, OpExpr);
      if (simple && HasNamelessOperator(reinterpret_cast<OpExpr*>(condition)->opno)) return true;
    }
  }
  return false;
}

bool IsMoney(Node* node) {
  return IsA(node, Const) && reinterpret_cast<Const*>(node)->consttype == MONEYOID;
}

bool FindFault(Node* node, void* state) {
  if (node == nullptr) return false;
  // What is inside tells more: it is now() that is at fault in now() - '1 day', not the minus.
  if (!IsA(node, SubLink) && compat::WalkExpression(node, FindFault, state)) return true;
  auto* fault = static_cast<Fault*>(state);
  fault->node = node;
  bool forbidden = IsA(node, SubLink) || IsA(node, GroupingFunc) || IsA(node, XmlExpr) ||
                   IsA(node, SQLValueFunction) || IsA(node, NextValueExpr) || IsMoney(node);
  if (forbidden || HasForeignOperator(node)) return true;
  return check_functions_in_node(node, IsMutable, fault);
}

Fault* FirstFault(Node* expression) {
  auto* fault = static_cast<Fault*>(palloc0(sizeof(Fault)));
  if (FindFault(expression, fault)) return fault;
  fault->node = nullptr;
  return contain_mutable_functions(expression) ? fault : nullptr;
}

bool IsCast(const Node* node) {
  if (IsA(node, CoerceViaIO)) return true;
  if (!IsA(node, FuncExpr)) return false;
  CoercionForm form = reinterpret_cast<const FuncExpr*>(node)->funcformat;
  return form == COERCE_EXPLICIT_CAST || form == COERCE_IMPLICIT_CAST;
}

Node* OperandOf(Node* cast) {
  if (IsA(cast, CoerceViaIO)) {
    return reinterpret_cast<Node*>(reinterpret_cast<CoerceViaIO*>(cast)->arg);
  }
  return static_cast<Node*>(linitial(reinterpret_cast<FuncExpr*>(cast)->args));
}

Oid OperatorOf(Node* node) {
  if (IsA(node, ScalarArrayOpExpr)) return reinterpret_cast<ScalarArrayOpExpr*>(node)->opno;
  bool is_operator = IsA(node, OpExpr) || IsA(node, DistinctExpr) || IsA(node, NullIfExpr);
  return is_operator ? reinterpret_cast<OpExpr*>(node)->opno : InvalidOid;
}

std::string NameOfMutable(const Fault& fault) {
  Node* node = fault.node;
  if (IsCast(node)) {
    return "a cast from " + TypeName(TypeOf(OperandOf(node)).type) + " to " +
           TypeName(TypeOf(node).type);
  }
  if (Oid id = OperatorOf(node); OidIsValid(id)) {
    return "the operator " + FromServer(PgCall([=] { return format_operator(id); }));
  }
  return FunctionName(fault.function) + "()";
}

const char* NameOf(const SQLValueFunction* function) {
  switch (function->op) {
    case SVFOP_CURRENT_DATE:
      return "CURRENT_DATE";
    case SVFOP_CURRENT_TIME:
    case SVFOP_CURRENT_TIME_N:
      return "CURRENT_TIME";
    case SVFOP_CURRENT_TIMESTAMP:
    case SVFOP_CURRENT_TIMESTAMP_N:
      return "CURRENT_TIMESTAMP";
    case SVFOP_LOCALTIME:
    case SVFOP_LOCALTIME_N:
      return "LOCALTIME";
    case SVFOP_LOCALTIMESTAMP:
    case SVFOP_LOCALTIMESTAMP_N:
      return "LOCALTIMESTAMP";
    case SVFOP_CURRENT_ROLE:
      return "CURRENT_ROLE";
    case SVFOP_CURRENT_USER:
    case SVFOP_USER:
      return "CURRENT_USER";
    case SVFOP_SESSION_USER:
      return "SESSION_USER";
    case SVFOP_CURRENT_CATALOG:
      return "CURRENT_CATALOG";
    case SVFOP_CURRENT_SCHEMA:
      return "CURRENT_SCHEMA";
  }
  return "";
}

[[noreturn]] void RefuseMutable(const std::string& what) {
  throw Refused("it uses " + what + ", whose value does not depend on its arguments alone");
}

}  // namespace

void CheckExpression(Node* expression) {
  const Fault* fault = PgCall([=] { return FirstFault(expression); });
  if (fault == nullptr) return;
  Node* node = fault->node;
  if (node == nullptr) RefuseMutable("an expression");
  if (IsA(node, SubLink)) throw Refused("it has a subquery in an expression");
  if (IsA(node, GroupingFunc)) throw Refused("it has GROUPING()");
  if (IsA(node, XmlExpr)) RefuseMutable("an XML expression");
  if (IsA(node, NextValueExpr)) RefuseMutable("nextval()");
  if (IsA(node, SQLValueFunction)) {
    RefuseMutable(NameOf(reinterpret_cast<SQLValueFunction*>(node)));
  }
  if (IsMoney(node)) {
    throw Refused("it has a constant of type money, whose text depends on a setting");
  }
  if (OidIsValid(fault->function)) RefuseMutable(NameOfMutable(*fault));
  throw Refused("it compares by an operator that is not one of PostgreSQL's own");
}

namespace {

// The text of these as JSON does not depend on any setting.
bool HasFixedJson(Oid type) {
  switch (getBaseType(type)) {
    case BOOLOID:
    case INT2OID:
    case INT4OID:
    case INT8OID:
    case NUMERICOID:
    case TEXTOID:
    case VARCHAROID:
    case BPCHAROID:
    case JSONOID:
    case JSONBOID:
    case UUIDOID:
    case DATEOID:
    case TIMESTAMPOID:
      return true;
  }
  return false;
}

// These are stable, for what other types look like as text.
bool IsFixedJsonAggregate(const Aggref* call) {
  constexpr const char* kNames[] = {"json_agg", "jsonb_agg", "json_object_agg", "jsonb_object_agg"};
  if (get_func_namespace(call->aggfnoid) != PG_CATALOG_NAMESPACE) return false;
  const char* name = get_func_name(call->aggfnoid);
  bool known = std::any_of(std::begin(kNames), std::end(kNames),
                           [=](const char* each) { return strcmp(each, name) == 0; });
  if (!known) return false;
  ListCell* cell;
  foreach (cell, call->aggargtypes) {
    if (!HasFixedJson(lfirst_oid(cell))) return false;
  }
  return true;
}

bool IsMutableAggregate(const Aggref* call) {
  if (IsFixedJsonAggregate(call)) return false;
  if (func_volatile(call->aggfnoid) != PROVOLATILE_IMMUTABLE) return true;
  return HasMutableSteps(call->aggfnoid);
}

}  // namespace

void CheckAggregate(const Aggref* call) {
  Oid function = call->aggfnoid;
  if (PgCall([=] { return IsMutableAggregate(call); })) {
    RefuseMutable(FunctionName(function) + "()");
  }
}

}  // namespace vieworm::lower
