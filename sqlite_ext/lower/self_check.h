// Did name resolution read the definition as SQLite does?
#ifndef VIEWORM_SQLITE_EXT_LOWER_SELF_CHECK_H_
#define VIEWORM_SQLITE_EXT_LOWER_SELF_CHECK_H_

#include <string>

#include "sqlite_ext/parse/ast.h"

struct sqlite3;

namespace vieworm::lower {

// SQLite must compile the text of a view in `schema` and what was made of it to the same program.
// Throws Refused where it does not.
void CheckReading(sqlite3* db, const std::string& schema, const std::string& select,
                  const parse::Select& resolved);

}  // namespace vieworm::lower

#endif  // VIEWORM_SQLITE_EXT_LOWER_SELF_CHECK_H_
