// Rows of the registry that no function of vieworm's has put there: a dump is being restored.
#ifndef VIEWORM_PG_EXT_RESTORED_H_
#define VIEWORM_PG_EXT_RESTORED_H_

#include "pg_ext/server.h"

extern "C" {
#include "access/htup.h"
}

struct TriggerData;

namespace vieworm {

// BEFORE INSERT on vieworm.registry, FOR EACH ROW. Returns the row to insert.
//
// A dump that is restored as a whole has its triggers last: then a view is what it was when the
// dump was made. Where they are there already (the schema was restored before, and the data come by
// themselves), nobody knows which rows of the sources have been followed: the view is stale. Until
// vieworm_repair its triggers do nothing and its store takes the rows of the dump.
HeapTuple MarkRestored(TriggerData* data);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_RESTORED_H_
