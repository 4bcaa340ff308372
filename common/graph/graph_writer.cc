#include "common/graph/graph_writer.h"

#include "common/diagnostic.h"
#include "common/graph/label.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

const char* KindName(NodeKind kind) {
  switch (kind) {
    case NodeKind::kSimple:
      return "simple";
    case NodeKind::kMaterialized:
      return "materialized";
    case NodeKind::kTable:
      return "table";
    case NodeKind::kSource:
      break;
  }
  return "source";
}

std::string NodeName(size_t position) { return "n" + std::to_string(position); }

std::string MermaidNode(const GraphNode& node) {
  std::string label = MermaidLabel(node.label);
  if (node.kind == NodeKind::kSource) return "[(\"" + label + "\")]";
  return "[\"" + label + "<br/>" + KindName(node.kind) + "\"]";
}

std::string DotNode(const GraphNode& node) {
  std::string label = DotLabel(node.label);
  if (node.kind == NodeKind::kSource) return "[shape=cylinder, label=\"" + label + "\"]";
  return "[shape=box, label=\"" + label + "\\n" + KindName(node.kind) + "\"]";
}

}  // namespace

std::string ToMermaid(const Graph& graph) {
  std::string text = "flowchart LR\n";
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    text += "  " + NodeName(i) + MermaidNode(graph.nodes[i]) + "\n";
  }
  for (auto [source, reader] : IndexedEdges(graph)) {
    text += "  " + NodeName(source) + " --> " + NodeName(reader) + "\n";
  }
  return text;
}

std::string ToDot(const Graph& graph) {
  std::string text = "digraph vieworm {\n  rankdir=LR;\n";
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    text += "  " + NodeName(i) + " " + DotNode(graph.nodes[i]) + ";\n";
  }
  for (auto [source, reader] : IndexedEdges(graph)) {
    text += "  " + NodeName(source) + " -> " + NodeName(reader) + ";\n";
  }
  return text + "}\n";
}

Json ToJson(const Graph& graph) {
  Json nodes = Json::array();
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    const GraphNode& node = graph.nodes[i];
    nodes.push_back(
        {{"id", NodeName(i)}, {"name", ValidUtf8(node.label)}, {"kind", KindName(node.kind)}});
  }
  Json edges = Json::array();
  for (auto [source, reader] : IndexedEdges(graph)) {
    edges.push_back({{"source", NodeName(source)}, {"target", NodeName(reader)}});
  }
  return {{"nodes", std::move(nodes)}, {"edges", std::move(edges)}};
}

std::string RenderGraph(const Graph& graph, std::string_view format) {
  if (format == "mermaid") return ToMermaid(graph);
  if (format == "dot") return ToDot(graph);
  if (format == "json") return ToJson(graph).dump(2) + "\n";
  std::vector<std::string> known = {"mermaid", "dot", "json"};
  throw Error(ErrorKind::kBadSpec, "unknown graph format " + Quoted(format),
              "Allowed are " + Alternatives(known) + ".", DidYouMean(format, known));
}

}  // namespace vieworm
