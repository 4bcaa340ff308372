// ORDER BY, PARTITION BY and frames as SQL text.
#ifndef VIEWORM_PG_EXT_LOWER_ORDERING_H_
#define VIEWORM_PG_EXT_LOWER_ORDERING_H_

#include "pg_ext/lower/expression.h"

struct Query;
struct SortGroupClause;
struct TargetEntry;
struct WindowFunc;

namespace vieworm::lower {

// Turns an expression into text, as the SELECT around it does.
using Writer = std::function<Scalar(Node* expression)>;

// " DESC", " NULLS FIRST" and so on; may be empty. Throws Refused for ORDER BY ... USING.
std::string DirectionOf(const SortGroupClause* order, Node* expression);

// What the clause is about.
TargetEntry* TargetOf(const SortGroupClause* clause, const Query* query);

// The call of a window function of the query, with its window written out. `write` is for what it
// reads, and for `parts`, see Reading, wherever they occur.
Scalar WindowCall(WindowFunc* call, const Query* query, List* parts, const Writer& write);

}  // namespace vieworm::lower

#endif  // VIEWORM_PG_EXT_LOWER_ORDERING_H_
