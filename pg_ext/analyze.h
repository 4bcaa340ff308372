// Text of a definition -> PostgreSQL's analyzed Query, and what can be read off it.
#ifndef VIEWORM_PG_EXT_ANALYZE_H_
#define VIEWORM_PG_EXT_ANALYZE_H_

#include "pg_ext/server.h"

#include "common/plan/catalog.h"

struct Query;

namespace vieworm {

// `text` without what stands before or behind its one SELECT: a semicolon, say.
// Throws Error(kSyntax) unless it is one SELECT, and PgError where it does not parse.
std::string OneSelect(const std::string& text);

// Analyzes one SELECT under the current user's search_path; nothing is executed. Errors point into
// the text. Throws PgError (a missing table, a wrong type, ...), and Error(kSyntax) for parameters
// and for a WITH that changes data.
Query* AnalyzeSelect(const std::string& text);

std::vector<Column> ColumnsOf(Query* query);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_ANALYZE_H_
