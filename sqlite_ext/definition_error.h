// SQLite's errors about a definition, said so that the user sees what to do.
#ifndef VIEWORM_SQLITE_EXT_DEFINITION_ERROR_H_
#define VIEWORM_SQLITE_EXT_DEFINITION_ERROR_H_

#include "common/spec/view_spec.h"
#include "sqlite_ext/engine_error.h"

namespace vieworm {

// Throws Error(kSyntax, kMissing or kNotSupported) for what is wrong with the text, and `error`
// itself for what is not about the text, such as a lock.
[[noreturn]] void ThrowDefinitionError(sqlite3* db, const ViewSpec& spec, const EngineError& error);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_DEFINITION_ERROR_H_
