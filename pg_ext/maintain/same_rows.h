// Has an UPDATE changed anything that a view reads?
#ifndef VIEWORM_PG_EXT_MAINTAIN_SAME_ROWS_H_
#define VIEWORM_PG_EXT_MAINTAIN_SAME_ROWS_H_

#include "pg_ext/server.h"

extern "C" {
#include "commands/trigger.h"
#include "nodes/bitmapset.h"
}

namespace vieworm {

// Do the old and the new rows of an UPDATE look the same in `columns`, each beside the other?
// `columns` are offset as those of tg_updatedcols. Throws PgError.
bool HasSameRows(const TriggerData* data, const Bitmapset* columns);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_SAME_ROWS_H_
