#include "common/graph/graph.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <set>
#include <string_view>
#include <unordered_map>

#include "common/diagnostic.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

using Positions = std::vector<size_t>;

[[noreturn]] void ThrowBadGraph(std::string detail) {
  throw Error(ErrorKind::kInternal, "inconsistent dependency graph", std::move(detail));
}

// A circle among the nodes of which each waits for another one of them: from any, go to a source
// that waits as well, until a node comes a second time. Every step goes from a reader to a source.
Positions FindCircle(const std::vector<Positions>& sources, const std::vector<size_t>& waiting) {
  auto waits = [&](size_t node) { return waiting[node] > 0; };
  size_t node = std::find_if(waiting.begin(), waiting.end(), std::identity()) - waiting.begin();
  Positions path;
  std::vector<bool> seen(waiting.size());
  while (!seen[node]) {
    seen[node] = true;
    path.push_back(node);
    node = *std::find_if(sources[node].begin(), sources[node].end(), waits);
  }
  path.erase(path.begin(), std::find(path.begin(), path.end(), node));
  return path;
}

[[noreturn]] void ThrowCircle(const Graph& graph, const Positions& circle) {
  constexpr size_t kMostNames = 10;
  std::string chain;
  for (size_t i = 0; i < circle.size() && i < kMostNames; ++i) {
    chain += Quoted(graph.nodes[circle[i]].label) + " reads ";
  }
  if (circle.size() > kMostNames) {
    chain += std::to_string(circle.size() - kMostNames) + " others, the last of which reads ";
  }
  throw Error(ErrorKind::kWrongState, "views depend on each other in a circle",
              chain + Quoted(graph.nodes[circle.front()].label) + ".",
              "Define one of them so that it does not read the others.");
}

}  // namespace

std::vector<std::pair<size_t, size_t>> IndexedEdges(const Graph& graph) {
  std::unordered_map<std::string_view, size_t> positions;
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    if (!positions.emplace(graph.nodes[i].id, i).second) {
      ThrowBadGraph("Two nodes have the id " + Quoted(graph.nodes[i].id) + ".");
    }
  }
  auto position = [&](const std::string& id) {
    auto found = positions.find(id);
    if (found == positions.end()) ThrowBadGraph("No node has the id " + Quoted(id) + ".");
    return found->second;
  };
  std::vector<std::pair<size_t, size_t>> edges;
  std::set<std::pair<size_t, size_t>> seen;
  for (const GraphEdge& edge : graph.edges) {
    std::pair<size_t, size_t> indexed(position(edge.source), position(edge.reader));
    if (seen.insert(indexed).second) edges.push_back(indexed);
  }
  return edges;
}

// Kahn, "Topological sorting of large networks" (1962), with a heap for the nodes that are ready.
std::vector<size_t> TopologicalOrder(const Graph& graph) {
  std::vector<Positions> readers(graph.nodes.size());
  std::vector<Positions> sources(graph.nodes.size());
  std::vector<size_t> waiting(graph.nodes.size());  // sources that have not come yet
  for (auto [source, reader] : IndexedEdges(graph)) {
    readers[source].push_back(reader);
    sources[reader].push_back(source);
    ++waiting[reader];
  }
  std::priority_queue<size_t, Positions, std::greater<>> ready;
  for (size_t i = 0; i < waiting.size(); ++i) {
    if (waiting[i] == 0) ready.push(i);
  }
  Positions order;
  while (!ready.empty()) {
    order.push_back(ready.top());
    ready.pop();
    for (size_t reader : readers[order.back()]) {
      if (--waiting[reader] == 0) ready.push(reader);
    }
  }
  if (order.size() < waiting.size()) ThrowCircle(graph, FindCircle(sources, waiting));
  return order;
}

}  // namespace vieworm
