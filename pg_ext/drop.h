// vieworm_drop.
#ifndef VIEWORM_PG_EXT_DROP_H_
#define VIEWORM_PG_EXT_DROP_H_

#include "pg_ext/server.h"

#include "common/spec/view_spec.h"

namespace vieworm {

// Drops the view as plain DDL would, as the current user. Returns the views that went, as SQL
// names, the one that was asked for first.
std::vector<std::string> Drop(const std::string& name, const DropOptions& options);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_DROP_H_
