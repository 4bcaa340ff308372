// A view that is there for a moment, so that SQLite tells what it makes of a SELECT.
#ifndef VIEWORM_SQLITE_EXT_PROBE_H_
#define VIEWORM_SQLITE_EXT_PROBE_H_

#include <string>

#include "common/sql/dialect.h"

struct sqlite3;

namespace vieworm {

// Where the transaction writes to `schema` anyway, the view stands there, and everything in it is
// looked up as in a view that stays. Where it does not, as when somebody only asks what a view
// would be like, nobody is to be kept waiting and nobody waited for: then it stands in temp, with
// the names qualified as far as that makes a difference.
class Probe {
 public:
  // Throws EngineError where SQLite does not take the SELECT for a view in `schema`. Must be
  // called in a Savepoint, which takes the view away where an error does not let Drop be called.
  Probe(sqlite3* db, const std::string& schema, const std::string& select);

  const RelationName& name() const { return name_; }

  void Drop();

 private:
  sqlite3* db_;
  RelationName name_;
};

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_PROBE_H_
