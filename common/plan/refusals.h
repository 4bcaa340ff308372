// The refusals that both engines raise, on one screen: the same words everywhere.
#ifndef VIEWORM_COMMON_PLAN_REFUSALS_H_
#define VIEWORM_COMMON_PLAN_REFUSALS_H_

#include <string>

#include "common/diagnostic.h"
#include "common/sql/dialect.h"

namespace vieworm {

// The argument `argument` of `function` is NULL.
Error NullArgument(const std::string& function, const std::string& argument);

// Something is there under the name of the view to be created.
Error AlreadyExists(const RelationName& relation);

// It is there, but it is not vieworm's, so or_replace leaves it alone.
Error NotReplaceable(const RelationName& relation);

// No such relation.
Error DoesNotExist(const RelationName& relation);

// A relation, but not one of vieworm's.
Error NotAView(const RelationName& relation);

// A simple view has nothing to refresh.
Error NotStored(const RelationName& relation);

// REFRESH MATERIALIZED VIEW CONCURRENTLY identifies rows by a unique index.
Error NeedsUniqueIndex(const RelationName& relation);

// Incremental refresh of a view that is maintained in full.
Error NotIncremental(const RelationName& relation, const std::string& reason);

// Creation of a view that must be maintained incrementally and cannot be.
Error CannotMaintain(const RelationName& relation, const std::string& reason);

// The definition is not exactly one SELECT. `found` says what it is, as a full sentence.
Error NotOneSelect(const std::string& found);

// The definition has parameters, such as $1 or ?.
Error HasParameters(const std::string& parameter);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_PLAN_REFUSALS_H_
