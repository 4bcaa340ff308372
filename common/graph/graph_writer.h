// The dependency graph as text, for people and for drawing programs. Everything points from a
// source to the view that reads it. Nodes are named n0, n1 and so on in the order of graph.nodes.
#ifndef VIEWORM_COMMON_GRAPH_GRAPH_WRITER_H_
#define VIEWORM_COMMON_GRAPH_GRAPH_WRITER_H_

#include <string>
#include <string_view>

#include "common/graph/graph.h"
#include "common/json.h"

namespace vieworm {

// A Mermaid flowchart, as Markdown viewers draw it. Views show their kind below the name.
std::string ToMermaid(const Graph& graph);

// A digraph in Graphviz's DOT.
std::string ToDot(const Graph& graph);

// {"nodes": [{"id": "n0", "name": "users", "kind": "source"}, ...],
//  "edges": [{"source": "n0", "target": "n1"}, ...]}
// Kinds: "simple", "materialized", "table", "source".
Json ToJson(const Graph& graph);

// The graph in the format of that name: "mermaid", "dot" or "json". Each line ends with a line
// feed. Throws Error(kBadSpec) for any other name.
std::string RenderGraph(const Graph& graph, std::string_view format);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_GRAPH_GRAPH_WRITER_H_
