// Which of the indexes that following a change wants are not there.
#ifndef VIEWORM_PG_EXT_MAINTAIN_MISSING_INDEXES_H_
#define VIEWORM_PG_EXT_MAINTAIN_MISSING_INDEXES_H_

#include "pg_ext/server.h"

#include "common/plan/wanted_indexes.h"

namespace vieworm {

// One text for each, such as "Missing index on public.t (d): without it, a change of public.d reads
// all of public.t." Acts as the extension's owner.
std::vector<std::string> MissingIndexes(const std::vector<WantedIndex>& wanted);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_MISSING_INDEXES_H_
