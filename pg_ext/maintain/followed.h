// The table vieworm.followed: on which tables vieworm has put the triggers of a store. A trigger
// anywhere else, whoever has put it there, counts for nothing.
#ifndef VIEWORM_PG_EXT_MAINTAIN_FOLLOWED_H_
#define VIEWORM_PG_EXT_MAINTAIN_FOLLOWED_H_

#include "pg_ext/server.h"

namespace vieworm {

// Takes a note of it, where there is none yet. Throws PgError.
void RememberFollowed(Oid store, Oid table);

// Forgets that table, or all of the store's.
void ForgetFollowed(Oid store, std::optional<Oid> table);

bool IsFollowed(Oid store, Oid table);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_FOLLOWED_H_
