// Which maintained views a command concerns.
#ifndef VIEWORM_PG_EXT_MAINTAIN_CONCERNED_H_
#define VIEWORM_PG_EXT_MAINTAIN_CONCERNED_H_

#include "pg_ext/server.h"

#include <map>

namespace vieworm {

struct Concern {
  bool refills;       // rows may be others now: a function or a view was altered, no mere table
  bool names_source;  // a relation or a function was altered, and not only what it is made of
};

// In an event trigger at the end of a command: the views, by their OID, that depend on what it has
// altered. Locks nothing but the catalogs. Throws PgError.
std::map<Oid, Concern> FindConcerned();

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_CONCERNED_H_
