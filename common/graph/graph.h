// Which view reads what: the graph that a refresh walks and that vieworm_graph() draws.
#ifndef VIEWORM_COMMON_GRAPH_GRAPH_H_
#define VIEWORM_COMMON_GRAPH_GRAPH_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace vieworm {

enum class NodeKind {
  kSimple,        // a view of vieworm's: a plain one,
  kMaterialized,  // a native materialized view, or a store with a face that stands for one,
  kTable,         // a store with a face
  kSource,        // what is not vieworm's: a base table, or anything else that is read
};

struct GraphNode {
  std::string id;     // one of its own for each node; never shown
  std::string label;  // the name as users write it, in UTF-8
  NodeKind kind = NodeKind::kSource;
};

struct GraphEdge {
  std::string reader;  // id of the view that depends on ...
  std::string source;  // ... the node with this id
};

struct Graph {
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
};

// The edges as (source, reader), both as positions in graph.nodes; each pair once, where it first
// stands. Throws Error(kInternal) for an id that two nodes have or that none has.
std::vector<std::pair<size_t, size_t>> IndexedEdges(const Graph& graph);

// Positions in graph.nodes, every source before its readers. Of the nodes that could come next,
// the one that stands first in graph.nodes does, so the order is the same every time.
// Throws Error(kWrongState) that names the members of a circle.
std::vector<size_t> TopologicalOrder(const Graph& graph);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_GRAPH_GRAPH_H_
