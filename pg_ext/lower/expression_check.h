// Which expressions a maintained view may have: those whose value depends on what they read alone,
// and whose text means the same wherever it is read.
#ifndef VIEWORM_PG_EXT_LOWER_EXPRESSION_CHECK_H_
#define VIEWORM_PG_EXT_LOWER_EXPRESSION_CHECK_H_

#include "pg_ext/server.h"

struct Node;
struct Aggref;

namespace vieworm::lower {

// Throws Refused for any other.
void CheckExpression(Node* expression);

// The same for an aggregate itself, without its arguments.
void CheckAggregate(const Aggref* call);

}  // namespace vieworm::lower

#endif  // VIEWORM_PG_EXT_LOWER_EXPRESSION_CHECK_H_
