// Which view of vieworm's reads which.
#ifndef VIEWORM_PG_EXT_READING_ORDER_H_
#define VIEWORM_PG_EXT_READING_ORDER_H_

#include "pg_ext/server.h"

#include "common/graph/graph.h"
#include "pg_ext/registry.h"

namespace vieworm {

// The views, and the tables and other relations that they read; plain views between them are
// looked through.
Graph ReadingGraph(const std::vector<RegisteredView>& views);

// The views, sources before their readers.
std::vector<RegisteredView> InReadingOrder(const std::vector<RegisteredView>& views);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_READING_ORDER_H_
