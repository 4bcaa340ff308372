// A definition in SQLite's SQL -> the relational tree of common/ir, or the reason why not.
//
// Text is parsed and its names are resolved; plain views, and views of vieworm's that are
// maintained incrementally, are replaced by what they select; stars, USING, aliases and positions
// in GROUP BY and ORDER BY are gone. In the tree tables have no schema: all are of the view's own
// file.
#ifndef VIEWORM_SQLITE_EXT_LOWER_LOWER_H_
#define VIEWORM_SQLITE_EXT_LOWER_LOWER_H_

#include <map>
#include <set>
#include <string>

#include "common/ir/relation.h"

struct sqlite3;

namespace vieworm::lower {

struct Lowered {
  RelationPtr tree;    // null where the definition is left to full refresh
  std::string reason;  // then: why, a clause without a full stop

  // Occurrences of tables, by alias, that NEW and OLD cannot stand for in comparisons.
  std::set<std::string> affinity_traps;

  // The views that were looked through, plain ones and vieworm's, by name: if the definition of one
  // is changed, the tree is no longer right.
  std::set<std::string> views;

  bool uses_time = false;  // it compares with the current time: see `moment`
  bool uses_like = false;  // LIKE is in it, or in a view that was looked through
};

// `view` is where the definition stands. `moment` is an SQL expression that gives the time at which
// the view is to be seen: it replaces the current time in comparisons.
Lowered Lower(sqlite3* db, const RelationName& view, const std::string& select,
              const std::string& moment);

}  // namespace vieworm::lower

#endif  // VIEWORM_SQLITE_EXT_LOWER_LOWER_H_
