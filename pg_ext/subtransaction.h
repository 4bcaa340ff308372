// Errors that are to be lived with: the work is rolled back, the transaction goes on.
#ifndef VIEWORM_PG_EXT_SUBTRANSACTION_H_
#define VIEWORM_PG_EXT_SUBTRANSACTION_H_

#include "pg_ext/server.h"

namespace vieworm {

// Does the error say by its SQLSTATE what it is? A function in a procedural language may raise one
// of any SQLSTATE.
bool IsFromServer(const ErrorData& error);

// A cancelled query, a shutdown, or a mistake of vieworm's own: what must end the whole statement.
bool EndsTheStatement(const ErrorData& error);

// What a second try would not meet, and so says nothing of what was tried: a deadlock, a timeout,
// lack of memory or space; and all that ends the statement.
bool PassesByItself(const ErrorData& error);

// Runs `work` in a subtransaction. Returns nothing where it succeeded; else its work is rolled back
// and the error's message returned. PostgreSQL's errors for which `is_thrown` is true are thrown.
std::optional<std::string> TryInSubtransaction(
    const std::function<void()>& work, bool (*is_thrown)(const ErrorData&) = EndsTheStatement);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_SUBTRANSACTION_H_
