// A long computation says how far it is.
#ifndef VIEWORM_PG_EXT_PROGRESS_H_
#define VIEWORM_PG_EXT_PROGRESS_H_

#include "pg_ext/server.h"

#include "common/sql/dialect.h"
#include "pg_ext/stopwatch.h"

namespace vieworm {

// While it lives, a NOTICE every three seconds tells how many rows the statements of this session
// have read for `view`: from tables, indexes, and whatever else a plan begins with. Nothing is told
// while none is read, as in a long sort; what parallel workers read is not counted. Inside another
// one it does nothing.
class Progress {
 public:
  explicit Progress(const RelationName& view);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

 private:
  bool is_outermost_;
};

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_PROGRESS_H_
