#include "pg_ext/view_query.h"

#include "pg_ext/guard.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/relation.h"
#include "access/xact.h"
#include "commands/view.h"
#include "rewrite/rewriteHandler.h"
#include "rewrite/rewriteManip.h"
#include "utils/rel.h"
#include "utils/ruleutils.h"
}

namespace vieworm {

namespace {

// Up to PostgreSQL 15 a rule names its own view, as OLD and NEW, before all others; and columns are
// written differently where there are more names.
Query* WithoutOldAndNew(Query* query, Oid view) {
  int count = 0;
  ListCell* cell;
  foreach (cell, query->rtable) {
    if (lfirst_node(RangeTblEntry, cell)->relid != view) break;
    ++count;
  }
  query->rtable = list_delete_first_n(query->rtable, count);
  OffsetVarNodes(reinterpret_cast<Node*>(query), -count, 0);
  return query;
}

}  // namespace

std::string TextOf(Query* query) {
  return FromServer(PgCall([=] { return pg_get_querydef(query, false); }));
}

std::string TextOfView(Oid view) {
  return TextOf(PgCall([=] {
    ::Relation relation = relation_open(view, AccessShareLock);
    auto* copy = static_cast<Query*>(copyObjectImpl(get_view_query(relation)));
    relation_close(relation, NoLock);
    return WithoutOldAndNew(copy, view);
  }));
}

void ReplaceQuery(Oid view, Query* query) {
  PgCall([=] {
    StoreViewQuery(view, query, true);
    CommandCounterIncrement();
  });
}

}  // namespace vieworm
