// Which view reads what, in this connection's databases.
#ifndef VIEWORM_SQLITE_EXT_VIEW_GRAPH_H_
#define VIEWORM_SQLITE_EXT_VIEW_GRAPH_H_

#include <vector>

#include "common/graph/graph.h"
#include "sqlite_ext/registry.h"

struct sqlite3;

namespace vieworm {

// Nodes: all views of vieworm's and the tables that they read; plain views are looked through. A
// view that cannot be read any more has no edges.
Graph ViewGraph(sqlite3* db);

// The stored views that still have their faces, each after those that it reads.
std::vector<RegistryEntry> StoredInOrder(sqlite3* db);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_VIEW_GRAPH_H_
