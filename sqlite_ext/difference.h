// Makes a store equal to its definition by writing only what differs.
#ifndef VIEWORM_SQLITE_EXT_DIFFERENCE_H_
#define VIEWORM_SQLITE_EXT_DIFFERENCE_H_

#include <string>
#include <vector>

#include "common/plan/catalog.h"
#include "sqlite_ext/registry.h"

struct sqlite3;

namespace vieworm {

// `definition` is an item of FROM; `columns` are the store's, `sources` the names of the
// definition's columns that belong to them. Must be called in a Savepoint. Returns the numbers of
// rows deleted and inserted.
RefreshResult ApplyDifference(sqlite3* db, const RelationName& store, const std::string& definition,
                              const std::vector<Column>& columns,
                              const std::vector<std::string>& sources);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_DIFFERENCE_H_
