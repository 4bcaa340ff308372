// vieworm_create and vieworm_compile.
#ifndef VIEWORM_SQLITE_EXT_CREATE_H_
#define VIEWORM_SQLITE_EXT_CREATE_H_

#include <string>

#include "common/json.h"
#include "sqlite_ext/registry.h"

struct sqlite3;

namespace vieworm {

// Creates the view; returns the plan's summary and what was done. Throws what ParseSpec and
// PlanView throw, AlreadyExists, NotReplaceable, and Error(kDependents) where a view that reads the
// old one cannot read the new one.
Json CreateView(sqlite3* db, const Json& spec);

// The statements that CreateView would run, each ended by ";\n". Throws what CreateView throws
// before it runs them.
std::string CompileView(sqlite3* db, const Json& spec);

// What CreateView would enter into the registry, but for the history; nothing is created. Throws
// what CreateView throws before it creates anything.
RegistryEntry Foresee(sqlite3* db, const Json& spec);

// Creates the view of `entry` anew, from its definition as it is now: for a store that no longer
// fits. `entry` is dropped; returns its successor, without the history.
RegistryEntry Rebuild(sqlite3* db, const RegistryEntry& entry, bool with_data);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_CREATE_H_
