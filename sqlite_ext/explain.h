// vieworm_explain: how a view is kept, and why so.
#ifndef VIEWORM_SQLITE_EXT_EXPLAIN_H_
#define VIEWORM_SQLITE_EXT_EXPLAIN_H_

#include <string>

#include "common/json.h"
#include "common/sql/dialect.h"

struct sqlite3;

namespace vieworm {

// Text for people: what happens when a source changes, with the SQL that does it.
// Of a view that exists. Throws DoesNotExist and NotAView.
std::string ExplainView(sqlite3* db, const RelationName& name);

// Of a view that a spec would create; nothing is created. Throws what vieworm_create throws.
std::string ExplainSpec(sqlite3* db, const Json& spec);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_EXPLAIN_H_
