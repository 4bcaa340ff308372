// Which parts of a condition are computed from the current time alone: the bounds of a sliding
// window.
#ifndef VIEWORM_PG_EXT_LOWER_TIME_PARTS_H_
#define VIEWORM_PG_EXT_LOWER_TIME_PARTS_H_

#include "pg_ext/server.h"

struct Node;
struct List;

namespace vieworm::lower {

// The largest parts of `condition` that read no column and depend on nothing but the current time
// and the time zone: now(), CURRENT_DATE, now() - interval '30 days', date_trunc('day', now()).
List* TimeParts(Node* condition);

}  // namespace vieworm::lower

#endif  // VIEWORM_PG_EXT_LOWER_TIME_PARTS_H_
