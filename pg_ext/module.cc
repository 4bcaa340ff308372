// What makes the library a module of PostgreSQL's.

#include "pg_ext/server.h"

extern "C" {
PG_MODULE_MAGIC;
}
