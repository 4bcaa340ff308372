#include "pg_ext/reading_order.h"

#include "pg_ext/lookup.h"
#include "pg_ext/sources.h"

namespace vieworm {

namespace {

NodeKind KindOf(const RegisteredView& view) {
  switch (view.storage) {
    case Storage::kView:
      return NodeKind::kSimple;
    case Storage::kMaterializedView:
      return NodeKind::kMaterialized;
    case Storage::kStore:
      return NodeKind::kTable;
  }
  return NodeKind::kSource;
}

}  // namespace

Graph ReadingGraph(const std::vector<RegisteredView>& views) {
  Graph graph;
  std::set<Oid> known;
  for (const RegisteredView& view : views) {
    known.insert(view.view);
    graph.nodes.push_back({std::to_string(view.view), view.name.Display(), KindOf(view)});
  }
  std::set<Oid> is_view = known;
  auto stop = [&](Oid relation) { return is_view.count(relation) > 0; };
  for (const RegisteredView& view : views) {
    Oid select = view.definition == InvalidOid ? view.view : view.definition;
    for (Oid source : SourcesThroughViews(RelationsInView(select), stop)) {
      if (known.insert(source).second) {
        graph.nodes.push_back(
            {std::to_string(source), NameOf(source).Display(), NodeKind::kSource});
      }
      graph.edges.push_back({std::to_string(view.view), std::to_string(source)});
    }
  }
  return graph;
}

std::vector<RegisteredView> InReadingOrder(const std::vector<RegisteredView>& views) {
  std::vector<RegisteredView> ordered;
  for (size_t position : TopologicalOrder(ReadingGraph(views))) {
    if (position < views.size()) ordered.push_back(views[position]);
  }
  return ordered;
}

}  // namespace vieworm
