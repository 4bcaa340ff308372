// Has an UPDATE changed anything that a view reads?
#ifndef VIEWORM_PG_EXT_MAINTAIN_SAME_ROWS_H_
#define VIEWORM_PG_EXT_MAINTAIN_SAME_ROWS_H_

#include "pg_ext/server.h"

extern "C" {
#include "commands/trigger.h"
#include "executor/tuptable.h"
#include "nodes/bitmapset.h"
}

namespace vieworm {

// Do two rows look the same in `columns`, which are offset as those of tg_updatedcols? An error may
// jump out of it.
bool LooksTheSame(TupleTableSlot* left, TupleTableSlot* right, const Bitmapset* columns);

// Do the old and the new rows of an UPDATE look the same in `columns`, each beside the other?
// Throws PgError.
bool HasSameRows(const TriggerData* data, const Bitmapset* columns);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_SAME_ROWS_H_
