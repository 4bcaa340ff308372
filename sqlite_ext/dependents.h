// Which views stop working when another one goes? SQLite keeps no list; but a view that has lost
// what it reads can no longer be prepared.
#ifndef VIEWORM_SQLITE_EXT_DEPENDENTS_H_
#define VIEWORM_SQLITE_EXT_DEPENDENTS_H_

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/sql/dialect.h"

struct sqlite3;

namespace vieworm {

// What was broken before a change, so that what the change breaks can be told.
class BrokenObjects {
 public:
  // Looks at the objects that may read from `schema`: those in it and those in temp.
  BrokenObjects(sqlite3* db, std::string schema);

  // The views that are broken now and were not before, in the order of their creation.
  std::vector<RelationName> NewViews() const;

  // The same for triggers: a statement on their table fails now, and did not before.
  std::vector<RelationName> NewTriggers() const;

 private:
  using Names = std::set<std::pair<std::string, std::string>>;

  std::vector<RelationName> BrokenViews() const;
  std::vector<RelationName> BrokenTriggers() const;
  static std::vector<RelationName> Without(const Names& known, std::vector<RelationName> found);

  sqlite3* db_;
  std::vector<std::string> schemas_;
  Names views_;
  Names triggers_;
};

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_DEPENDENTS_H_
