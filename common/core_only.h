// Include this last in every .cc file of common/: it stops the build if an engine's header came in.
// The core knows neither engine, which is what keeps it testable without one.
//
// No include guard on purpose: every inclusion checks again.

#if defined(POSTGRES_H)
#error "common/ must not include postgres.h"
#endif

#if defined(SQLITE3_H) || defined(SQLITE3EXT_H)
#error "common/ must not include sqlite3.h"
#endif
