#include "sqlite_ext/view_graph.h"

#include <map>
#include <set>

#include "common/names.h"
#include "common/plan/view_plan.h"
#include "common/spec/words.h"
#include "common/sql/sql.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/name_lookup.h"
#include "sqlite_ext/parse/analyze.h"
#include "sqlite_ext/parse/parser.h"
#include "sqlite_ext/sqlite_catalog.h"
#include "sqlite_ext/view_parts.h"

namespace vieworm {

namespace {

// Two names are one node if they are equal but for the case.
std::string Id(const RelationName& relation) {
  return LowerAscii(QuoteIdentifier(relation.schema) + "." + QuoteIdentifier(relation.name));
}

NodeKind KindOf(const RegistryEntry& entry) {
  if (!entry.IsStored()) return NodeKind::kSimple;
  return entry.method == Word(Method::kTable) ? NodeKind::kTable : NodeKind::kMaterialized;
}

// What a view names, itself or through plain views that are not vieworm's. Compiled, it would read
// what the face of another view looks at.
class NamedSources {
 public:
  NamedSources(sqlite3* db, const std::string& schema) : db_(db), names_(db, schema) {}

  // False where vieworm's parser cannot read all of it.
  bool Look(const std::string& select) {
    parse::ParseResult parsed = parse::ParseSelect(select);
    if (!parsed) return false;
    for (const parse::TableUse& use : parse::TableNames(*parsed.tree->select)) {
      if (use.function) continue;
      std::optional<resolve::TableFacts> facts = names_.Find(use.schema, use.name);
      if (facts && seen_.insert(Id(facts->name)).second && !Note(*facts)) return false;
    }
    return true;
  }

  const std::vector<RelationName>& found() const { return found_; }

 private:
  bool Note(const resolve::TableFacts& facts) {
    bool is_view = facts.kind == resolve::TableKind::kView;
    if (is_view && !LoadEntry(db_, facts.name)) return Look(SelectOfView(db_, facts.name));
    found_.push_back(facts.name);
    return true;
  }

  sqlite3* db_;
  resolve::SqliteSchema names_;
  std::set<std::string> seen_;
  std::vector<RelationName> found_;
};

std::vector<RelationName> SourcesOf(sqlite3* db, const RegistryEntry& entry) {
  NamedSources named(db, entry.view.schema);
  if (named.Look(CurrentDefinition(db, entry))) return named.found();
  try {
    return Sources(db, entry.IsStored() ? DefinitionSource(db, entry) : NameAsSource(entry.view));
  } catch (const EngineError&) {
    return {};
  }
}

class GraphBuilder {
 public:
  explicit GraphBuilder(sqlite3* db) : db_(db) {}

  Graph Build(const std::vector<RegistryEntry>& entries) {
    for (const RegistryEntry& entry : entries) Node(entry.view, KindOf(entry));
    for (const RegistryEntry& entry : entries) {
      for (const RelationName& source : SourcesOf(db_, entry)) {
        Node(source, NodeKind::kSource);
        graph_.edges.push_back({Id(entry.view), Id(source)});
      }
    }
    return std::move(graph_);
  }

 private:
  void Node(const RelationName& relation, NodeKind kind) {
    if (!known_.insert(Id(relation)).second) return;
    graph_.nodes.push_back({Id(relation), relation.Display(), kind});
  }

  sqlite3* db_;
  Graph graph_;
  std::set<std::string> known_;
};

}  // namespace

Graph ViewGraph(sqlite3* db) { return GraphBuilder(db).Build(LoadAllEntries(db)); }

std::vector<RegistryEntry> StoredInOrder(sqlite3* db) {
  std::map<std::string, RegistryEntry> stored;
  for (RegistryEntry& entry : LoadAllEntries(db)) {
    if (entry.IsStored() && HasFace(db, entry)) stored.emplace(Id(entry.view), std::move(entry));
  }
  Graph graph = ViewGraph(db);
  std::vector<RegistryEntry> ordered;
  for (size_t position : TopologicalOrder(graph)) {
    auto found = stored.find(graph.nodes[position].id);
    if (found != stored.end()) ordered.push_back(std::move(found->second));
  }
  return ordered;
}

}  // namespace vieworm
