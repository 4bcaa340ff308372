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
// A dump that is restored as a whole makes a table's triggers after its rows: then a view is what
// it was when the dump was made. (pg_restore with several jobs may come to the registry late, when
// the triggers of some or all tables are there.) Where the triggers came first (the schema was
// restored before, and the data come by themselves), nobody knows which rows of the sources have
// been followed: the view is stale. Until vieworm_repair its triggers do nothing and its store
// takes the rows of the dump. Where neither the store nor any source has a row, nothing tells the
// two apart, and the view is stale, too.
HeapTuple MarkRestored(TriggerData* data);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_RESTORED_H_
