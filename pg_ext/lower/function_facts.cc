#include "pg_ext/lower/function_facts.h"

#include "pg_ext/column_identity.h"
#include "pg_ext/guard.h"
#include "pg_ext/lower/expression.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/htup_details.h"
#include "catalog/pg_aggregate.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "nodes/primnodes.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"
}

namespace vieworm::lower {

namespace {

RelationName NameOfFunction(Oid function) {
  const char* name = PgCall([=] { return get_func_name(function); });
  const char* schema = PgCall([=] { return get_namespace_name(get_func_namespace(function)); });
  return {schema == nullptr ? "" : FromServer(schema), name == nullptr ? "" : FromServer(name)};
}

// The one argument of an aggregate that has one, or null.
Node* SingleArgument(const Aggref* call) {
  if (list_length(call->args) != 1) return nullptr;
  return reinterpret_cast<Node*>(static_cast<TargetEntry*>(linitial(call->args))->expr);
}

// Sums of these have the same digits in whatever order they came about: a numeric with a modifier
// has a fixed number of them behind the point, and floats are added up without rounding.
bool IsSummed(const ValueType& value) {
  switch (value.type) {
    case INT2OID:
    case INT4OID:
    case INT8OID:
    case FLOAT4OID:
    case FLOAT8OID:
      return true;
    case NUMERICOID:
      return value.modifier >= 0;
    default:
      return false;
  }
}

AggregateKind KindOfSingle(const std::string& name, const Aggref* call, const ValueType& value) {
  if (name == "count") return AggregateKind::kCount;
  if (name == "sum" && IsSummed(value)) return AggregateKind::kSum;
  if (name == "avg" && IsSummed(value)) return AggregateKind::kAverage;
  bool same_order = value.collation == call->inputcollid &&
                    EqualityIsIdentity(value.type, value.modifier, value.collation);
  if (name == "min" && same_order) return AggregateKind::kMinimum;
  if (name == "max" && same_order) return AggregateKind::kMaximum;
  return AggregateKind::kOther;
}

}  // namespace

std::string FunctionName(Oid function) {
  RelationName name = NameOfFunction(function);
  if (name.schema == "pg_catalog") name.schema = "";
  return name.Display();
}

std::string QualifiedFunctionName(Oid function) { return QualifiedSql(NameOfFunction(function)); }

bool HasMutableSteps(Oid aggregate) {
  HeapTuple tuple = SearchSysCache1(AGGFNOID, ObjectIdGetDatum(aggregate));
  if (!HeapTupleIsValid(tuple)) return true;
  auto* facts = reinterpret_cast<Form_pg_aggregate>(GETSTRUCT(tuple));
  Oid steps[] = {facts->aggtransfn, facts->aggfinalfn, facts->aggcombinefn};
  ReleaseSysCache(tuple);
  for (Oid step : steps) {
    if (OidIsValid(step) && func_volatile(step) != PROVOLATILE_IMMUTABLE) return true;
  }
  return false;
}

AggregateKind KindOfAggregate(const Aggref* call) {
  Oid function = call->aggfnoid;
  bool plain = call->aggkind == AGGKIND_NORMAL && call->aggdistinct == NIL && call->aggorder == NIL;
  if (!plain || NameOfFunction(function).schema != "pg_catalog") return AggregateKind::kOther;
  if (call->aggstar) return AggregateKind::kCount;
  Node* argument = SingleArgument(call);
  if (argument == nullptr) return AggregateKind::kOther;
  return KindOfSingle(NameOfFunction(function).name, call, TypeOf(argument));
}

}  // namespace vieworm::lower
