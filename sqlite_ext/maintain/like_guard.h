// PRAGMA case_sensitive_like gives LIKE another meaning in one connection, in triggers, too. Where
// it is on while a view is created, LIKE is left to full refresh: SQLite calls it
// non-deterministic.
#ifndef VIEWORM_SQLITE_EXT_MAINTAIN_LIKE_GUARD_H_
#define VIEWORM_SQLITE_EXT_MAINTAIN_LIKE_GUARD_H_

#include <string_view>
#include <vector>

#include "common/ddl/trigger.h"
#include "common/sql/dialect.h"

struct sqlite3;

namespace vieworm {

// Does `sql` use LIKE, as an operator or a function?
bool UsesLike(std::string_view sql);

// The same of the statement that made a table: a generated column may.
bool TableUsesLike(sqlite3* db, const RelationName& table);

// Makes each trigger refuse the writes of a connection in which the pragma is on.
void GuardLike(const RelationName& view, std::vector<Trigger>* triggers);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_MAINTAIN_LIKE_GUARD_H_
