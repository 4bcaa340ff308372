#include "common/plan/refusals.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

std::string View(const RelationName& relation) { return "view " + Quoted(relation.Display()); }

std::string Relation(const RelationName& relation) {
  return "relation " + Quoted(relation.Display());
}

}  // namespace

Error NullArgument(const std::string& function, const std::string& argument) {
  return Error(ErrorKind::kNullArgument,
               "argument " + Quoted(argument) + " of " + function + " must not be null");
}

Error AlreadyExists(const RelationName& relation) {
  return Error(
      ErrorKind::kDuplicateName, Relation(relation) + " already exists", "",
      "Use \"or_replace\" to replace a view of vieworm's, or \"if_not_exists\" to leave it "
      "as it is.");
}

Error NotReplaceable(const RelationName& relation) {
  return Error(ErrorKind::kWrongObject, "cannot replace " + Relation(relation),
               "It was not created by vieworm.", "Drop it first, or choose another name.");
}

Error DoesNotExist(const RelationName& relation) {
  return Error(ErrorKind::kMissing, View(relation) + " does not exist", "",
               "The relation vieworm_views lists all views.");
}

Error NotAView(const RelationName& relation) {
  return Error(ErrorKind::kWrongObject, Relation(relation) + " is not a view of vieworm's",
               "It was not created by vieworm_create.",
               "The relation vieworm_views lists all views.");
}

Error NotStored(const RelationName& relation) {
  return Error(ErrorKind::kWrongObject, "cannot refresh " + View(relation),
               "It is a simple view: it stores no rows and is always fresh.",
               "Create it with \"method\": \"materialized\" to store its rows.");
}

Error NeedsUniqueIndex(const RelationName& relation) {
  return Error(ErrorKind::kWrongState,
               "cannot refresh materialized " + View(relation) + " concurrently",
               "It has no unique index on plain columns that covers all rows.",
               "Add one to \"indexes\", or use \"method\": \"table\", which never blocks readers.");
}

Error NotIncremental(const RelationName& relation, const std::string& reason) {
  return Error(ErrorKind::kNotSupported, "cannot refresh " + View(relation) + " incrementally",
               "The reason is: " + reason + ".", "Leave out \"mode\", or set it to \"full\".");
}

Error CannotMaintain(const RelationName& relation, const std::string& reason) {
  return Error(ErrorKind::kNotSupported,
               "cannot maintain " + View(relation) + " incrementally: " + reason, "",
               "Without \"mode\": \"incremental\" it is refreshed in full, by vieworm_refresh.");
}

Error NotOneSelect(const std::string& found) {
  return Error(ErrorKind::kSyntax, "the definition must be one SELECT", found);
}

Error HasParameters(const std::string& parameter) {
  return Error(ErrorKind::kSyntax, "the definition must not have parameters",
               "It has " + Quoted(parameter) + ".", "Write the value itself.");
}

}  // namespace vieworm
