// A definition -> the relational tree of common/ir, or the reason why not.
//
// The definition is a plain view, so PostgreSQL has analyzed it already. Plain views that it reads
// are replaced by what they select; common table expressions, USING, stars and the like are gone.
#ifndef VIEWORM_PG_EXT_LOWER_LOWER_H_
#define VIEWORM_PG_EXT_LOWER_LOWER_H_

#include "pg_ext/server.h"

#include "common/ir/relation.h"
#include "common/plan/group_store.h"
#include "common/plan/sliding_window.h"

struct Query;

namespace vieworm::lower {

struct Lowered {
  RelationPtr tree;     // null where the definition is left to full refresh
  std::string reason;   // then: why, a clause without a full stop, e.g. "it uses an outer join"
  bool failed = false;  // and whether it is an error that the definition itself raised

  // Of the contributions to CoreOf(tree), in the order of ContributionColumns(*CoreOf(tree)); how
  // they are stored is not said yet.
  std::vector<StoredColumn> columns;

  SlidingWindow window;
};

// `definition` is a plain view whose owner is the current user, or what such a view is to be, with
// the names of its columns. Settings are pinned: expressions are written, and are to be read, with
// search_path = pg_catalog, pg_temp. `window` is the name of the table that holds, or is to hold,
// the bounds of a sliding window: the tree scans it.
Lowered Lower(Oid definition, const RelationName& window);
Lowered Lower(Query* definition, const std::vector<std::string>& names, const RelationName& window);

}  // namespace vieworm::lower

#endif  // VIEWORM_PG_EXT_LOWER_LOWER_H_
