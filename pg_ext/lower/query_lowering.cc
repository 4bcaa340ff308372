#include "pg_ext/lower/query_lowering.h"

#include "pg_ext/column_identity.h"
#include "pg_ext/compat.h"
#include "pg_ext/guard.h"
#include "pg_ext/lower/expression.h"
#include "pg_ext/lower/refused.h"
#include "pg_ext/lower/select_lowering.h"
#include "pg_ext/lower/set_lowering.h"

extern "C" {
#include "nodes/parsenodes.h"
#include "utils/typcache.h"
}

namespace vieworm::lower {

namespace {

void CheckQuery(const Query* query) {
  if (query->hasSubLinks) throw Refused("it has a subquery in an expression");
  if (query->hasDistinctOn) throw Refused("it has DISTINCT ON");
  if (query->groupingSets != NIL) throw Refused("it has grouping sets");
  if (query->rowMarks != NIL) throw Refused("it has FOR UPDATE or FOR SHARE");
  if (query->hasTargetSRFs) throw Refused("it has a set-returning function in its select list");
  if (query->limitOption == LIMIT_OPTION_WITH_TIES) throw Refused("it has WITH TIES");
}

// Without aliases of joins and the like, expressions are equal if they mean the same.
void RemoveAliases(Query* query) {
  auto plain = [query](Node* node) { return compat::WithoutAliases(query, node); };
  query->targetList = reinterpret_cast<List*>(plain(reinterpret_cast<Node*>(query->targetList)));
  query->jointree = reinterpret_cast<FromExpr*>(plain(reinterpret_cast<Node*>(query->jointree)));
  query->havingQual = plain(query->havingQual);
  ListCell* cell;
  foreach (cell, query->rtable) {
    auto* entry = static_cast<RangeTblEntry*>(lfirst(cell));
    if (entry->rtekind != RTE_FUNCTION) continue;
    entry->functions = reinterpret_cast<List*>(plain(reinterpret_cast<Node*>(entry->functions)));
  }
}

Lowering Lower(Query* query, const QueryScope* outer, const ColumnNamer& name, bool top,
               LoweringContext* context) {
  CheckStack();
  CheckQuery(query);
  PgCall([=] { RemoveAliases(query); });
  QueryScope scope{outer, query};
  if (query->setOperations == nullptr) return LowerSelect(scope, name, top, context);
  PartLowering lower = [&](Query* part) { return Lower(part, &scope, name, false, context); };
  return Ordered(LowerSets(query, name, lower, context), query, top, context);
}

bool HasOrder(Oid type) {
  return PgCall(
      [=] { return OidIsValid(lookup_type_cache(type, TYPECACHE_BTREE_OPFAMILY)->btree_opf); });
}

}  // namespace

RelationPtr LoweringContext::Note(RelationPtr relation, const std::vector<ColumnInfo>& columns) {
  noted_.emplace_back(relation, columns);
  return relation;
}

// Its parts have been examined: they depend on the time alone.
std::string LoweringContext::BoundFor(Node* expression) {
  Reading reading;
  reading.checked = true;
  std::string value = ToScalar(expression, reading).Render({});
  for (const WindowBound& bound : window_.bounds) {
    if (bound.value == value) return bound.column;
  }
  std::string column = "bound_" + std::to_string(window_.bounds.size() + 1);
  window_.bounds.push_back({column, value, QualifiedTypeName(TypeOf(expression))});
  return column;
}

const std::vector<ColumnInfo>& LoweringContext::ColumnsOf(const RelationPtr& relation) const {
  for (const auto& [noted, columns] : noted_) {
    if (noted == relation) return columns;
  }
  throw Refused("vieworm may not have understood it");
}

Lowering LowerQuery(Query* query, const std::vector<std::string>& names, LoweringContext* context) {
  return Lower(
      query, nullptr, [&names](size_t i) { return names.at(i); }, true, context);
}

Lowering LowerSubquery(Query* query, const QueryScope* outer, LoweringContext* context) {
  auto name = [](size_t i) { return "c" + std::to_string(i + 1); };
  return Lower(query, outer, name, false, context);
}

void CheckKey(const ValueType& type) {
  if (EqualityIsIdentity(type.type, type.modifier, type.collation)) return;
  std::string what = "it groups by a value of type " + TypeName(type.type);
  if (!HasOrder(type.type)) throw Refused(what + ", which has no order");
  throw Refused(what + ", where equal values may look different");
}

}  // namespace vieworm::lower
