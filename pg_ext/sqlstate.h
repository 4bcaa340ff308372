// ErrorKind -> SQLSTATE: the one table.
#ifndef VIEWORM_PG_EXT_SQLSTATE_H_
#define VIEWORM_PG_EXT_SQLSTATE_H_

#include "pg_ext/server.h"

#include "common/diagnostic.h"

namespace vieworm {

inline int SqlState(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kBadSpec:
      return ERRCODE_INVALID_PARAMETER_VALUE;
    case ErrorKind::kNullArgument:
      return ERRCODE_NULL_VALUE_NOT_ALLOWED;
    case ErrorKind::kSyntax:
      return ERRCODE_SYNTAX_ERROR;
    case ErrorKind::kNameTooLong:
      return ERRCODE_NAME_TOO_LONG;
    case ErrorKind::kDuplicateColumn:
      return ERRCODE_DUPLICATE_COLUMN;
    case ErrorKind::kUndefinedColumn:
      return ERRCODE_UNDEFINED_COLUMN;
    case ErrorKind::kDuplicateName:
      return ERRCODE_DUPLICATE_TABLE;
    case ErrorKind::kMissing:
      return ERRCODE_UNDEFINED_TABLE;
    case ErrorKind::kWrongObject:
      return ERRCODE_WRONG_OBJECT_TYPE;
    case ErrorKind::kNotSupported:
      return ERRCODE_FEATURE_NOT_SUPPORTED;
    case ErrorKind::kWrongState:
      return ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE;
    case ErrorKind::kNotAllowed:
      return ERRCODE_INSUFFICIENT_PRIVILEGE;
    case ErrorKind::kDependents:
      return ERRCODE_DEPENDENT_OBJECTS_STILL_EXIST;
    case ErrorKind::kInternal:
      return ERRCODE_INTERNAL_ERROR;
  }
  return ERRCODE_INTERNAL_ERROR;
}

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_SQLSTATE_H_
