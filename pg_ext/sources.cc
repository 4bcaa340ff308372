#include "pg_ext/sources.h"

#include "pg_ext/compat.h"
#include "pg_ext/guard.h"
#include "pg_ext/lookup.h"

extern "C" {
#include "access/relation.h"
#include "rewrite/prs2lock.h"
#include "utils/rel.h"
}

namespace vieworm {

namespace {

bool CollectRelations(Node* node, void* found) {
  if (node == nullptr) return false;
  if (IsA(node, RangeTblEntry)) {
    auto* entry = reinterpret_cast<RangeTblEntry*>(node);
    auto* relations = static_cast<List**>(found);
    if (entry->rtekind == RTE_RELATION) {
      *relations = list_append_unique_oid(*relations, entry->relid);
    }
    return false;
  }
  if (IsA(node, Query)) {
    auto* query = reinterpret_cast<Query*>(node);
    return compat::WalkQuery(query, CollectRelations, found, QTW_EXAMINE_RTES_BEFORE);
  }
  return compat::WalkExpression(node, CollectRelations, found);
}

List* Collect(Query* query) {
  List* relations = NIL;
  CollectRelations(reinterpret_cast<Node*>(query), &relations);
  return relations;
}

// The SELECT of a view is the action of its ON SELECT rule.
List* CollectFromView(Oid view) {
  List* relations = NIL;
  Relation relation = try_relation_open(view, AccessShareLock);
  if (relation == nullptr) return NIL;
  RuleLock* rules = relation->rd_rules;
  for (int i = 0; rules != nullptr && i < rules->numLocks; ++i) {
    if (rules->rules[i]->event != CMD_SELECT) continue;
    relations = list_copy(Collect(linitial_node(Query, rules->rules[i]->actions)));
  }
  relation_close(relation, AccessShareLock);
  return relations;
}

std::vector<Oid> ToVector(List* list) {
  std::vector<Oid> oids;
  ListCell* cell;
  foreach (cell, list) {
    oids.push_back(lfirst_oid(cell));
  }
  return oids;
}

}  // namespace

std::vector<Oid> RelationsIn(Query* query) {
  return ToVector(PgCall([=] { return Collect(query); }));
}

std::vector<Oid> RelationsInView(Oid view) {
  std::vector<Oid> relations = ToVector(PgCall([=] { return CollectFromView(view); }));
  // Up to PostgreSQL 15 a rule names its own view, as OLD and NEW.
  std::erase(relations, view);
  return relations;
}

std::vector<Oid> SourcesThroughViews(const std::vector<Oid>& relations,
                                     const std::function<bool(Oid)>& stop) {
  std::vector<Oid> sources;
  std::set<Oid> seen;
  std::vector<Oid> pending(relations.rbegin(), relations.rend());
  while (!pending.empty()) {
    Oid relation = pending.back();
    pending.pop_back();
    if (!seen.insert(relation).second) continue;
    if (stop(relation) || KindOf(relation) != RELKIND_VIEW) {
      sources.push_back(relation);
      continue;
    }
    std::vector<Oid> inside = RelationsInView(relation);
    pending.insert(pending.end(), inside.rbegin(), inside.rend());
  }
  return sources;
}

}  // namespace vieworm
