// A sliding window moves to now.
#ifndef VIEWORM_PG_EXT_MAINTAIN_MOVE_WINDOW_H_
#define VIEWORM_PG_EXT_MAINTAIN_MOVE_WINDOW_H_

#include "pg_ext/server.h"

#include "pg_ext/registry.h"

namespace vieworm {

// Computes the bounds anew, if the view is a window; its contents are then to be computed anew,
// too, and writers of its sources be kept out meanwhile.
void MoveBounds(const RegisteredView& view);

// The bounds and the contents: the rows that leave go, and those that enter come. Writers of the
// sources wait until the end of the transaction where they come to the view, which is behind their
// own change. Throws Error(kWrongState) where the transaction looks at an older snapshot.
void MoveWindow(const RegisteredView& view, RefreshResult* result);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_MOVE_WINDOW_H_
