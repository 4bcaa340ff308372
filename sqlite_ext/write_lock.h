// A savepoint of what is going to write: it has the write lock, as after BEGIN IMMEDIATE, but of
// one database.
//
// SQLite waits for another writer, as long as the connection's busy timeout says, only on behalf
// of a transaction that has read nothing from the database yet: one that has might be what the
// other one waits for. So the lock comes before anything is read.
#ifndef VIEWORM_SQLITE_EXT_WRITE_LOCK_H_
#define VIEWORM_SQLITE_EXT_WRITE_LOCK_H_

#include <string>
#include <vector>

#include "common/sql/dialect.h"
#include "sqlite_ext/savepoint.h"

namespace vieworm {

class WriteSavepoint : public Savepoint {
 public:
  // With the lock of the database that holds the view `name`, or where one of that name would be
  // created. Throws what Savepoint and FindView do; EngineError where the lock is not to be had. A
  // database that is read-only has no lock: whoever writes to it will see.
  WriteSavepoint(sqlite3* db, const RelationName& name);

  // With the locks of all databases that have views.
  explicit WriteSavepoint(sqlite3* db);

 private:
  // With the locks of `schemas`, up to the first that has something called `name`, unless that is
  // empty.
  WriteSavepoint(sqlite3* db, const std::vector<std::string>& schemas, const std::string& name);
};

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_WRITE_LOCK_H_
