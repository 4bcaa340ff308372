#include "pg_ext/lower/self_check.h"

#include "common/ddl/select.h"
#include "common/diagnostic.h"
#include "common/plan/flatten.h"
#include "common/plan/group_store.h"
#include "pg_ext/analyze.h"
#include "pg_ext/lower/refused.h"
#include "pg_ext/lower/select_lowering.h"
#include "pg_ext/text.h"

extern "C" {
#include "nodes/parsenodes.h"
}

namespace vieworm::lower {

namespace {

std::vector<std::string> NamesOf(const Query* query) {
  std::vector<std::string> names;
  ListCell* cell;
  foreach (cell, query->targetList) {
    auto* target = static_cast<TargetEntry*>(lfirst(cell));
    if (!target->resjunk) names.push_back(FromServer(target->resname));
  }
  return names;
}

// More blocks than this, and maintenance would cost more than it saves.
constexpr size_t kMostBlocks = 256;

// How many blocks Flatten would give, or some number above kMostBlocks.
size_t CountBlocks(const Relation& relation) {
  bool sum = std::holds_alternative<UnionAll>(relation.node);
  size_t count = sum ? 0 : 1;
  for (const RelationPtr& input : InputsOf(relation)) {
    size_t inner = CountBlocks(*input);
    count = std::min(kMostBlocks + 1, sum ? count + inner : count * inner);
  }
  return count;
}

void CheckReadsTable(const Block& block, const SlidingWindow& window) {
  bool reads = std::any_of(block.from.begin(), block.from.end(), [&](const Source& source) {
    const auto* scan = std::get_if<Scan>(&source.relation->node);
    return scan != nullptr && !(scan->table == window.table);
  });
  if (!reads) throw Refused("it has a SELECT that reads no table");
}

// The tree with a SELECT of the same columns in the place of the window's table.
RelationPtr WithoutTable(const RelationPtr& relation, const SlidingWindow& window) {
  const auto* scan = std::get_if<Scan>(&relation->node);
  if (scan != nullptr && scan->table == window.table) {
    Written bounds;
    for (const WindowBound& bound : window.bounds) {
      bounds.select += (bounds.select.empty() ? "SELECT NULL::" : ", NULL::") + bound.type +
                       " AS " + QuoteIdentifier(bound.column);
      bounds.columns.push_back(bound.column);
    }
    return MakeRelation(std::move(bounds));
  }
  std::vector<RelationPtr> inputs = InputsOf(*relation);
  if (inputs.empty()) return relation;
  for (RelationPtr& input : inputs) input = WithoutTable(input, window);
  return WithInputs(*relation, inputs);
}

[[noreturn]] void RefuseToGuess(const std::string& what) {
  throw Refused("vieworm may not have understood it: " + what);
}

// What was read is named, so that a construct of a newer PostgreSQL is found by the reason alone.
void CheckMatches(const Relation& relation, const std::vector<ColumnInfo>& columns) {
  Query* query = AnalyzeSelect(SelectWriter(PostgresDialect(), {}).Write(relation));
  std::vector<std::string> names = NamesOf(query);
  std::vector<Node*> values = SelectedBy(query);
  if (values.size() != columns.size()) RefuseToGuess("the number of its columns came out another");
  for (size_t i = 0; i < values.size(); ++i) {
    std::string column = "its column " + Quoted(columns[i].column);
    if (names[i] != columns[i].column) RefuseToGuess(column + " came out as " + Quoted(names[i]));
    if (TypeOf(values[i]) == columns[i].type) continue;
    RefuseToGuess(column + ", of type " + QualifiedTypeName(columns[i].type) + ", came out as " +
                  QualifiedTypeName(TypeOf(values[i])));
  }
}

}  // namespace

void CheckReading(const RelationPtr& tree, const SlidingWindow& window,
                  const std::vector<ColumnInfo>& columns,
                  const std::vector<ColumnInfo>& contributions) {
  CheckMatches(*WithoutTable(tree, window), columns);
  for (const RelationPtr& input : LinearInputs(CoreOf(tree))) {
    if (CountBlocks(*input) > kMostBlocks)
      throw Refused("it has too many combinations of UNION ALL");
    for (const Block& block : Flatten(*input)) {
      CheckReadsTable(block, window);
      Block named = block;
      for (size_t i = 0; i < named.outputs.size(); ++i) {
        named.outputs[i].name = contributions.at(i).column;
      }
      CheckMatches(*WithoutTable(MakeRelation(std::move(named)), window), contributions);
    }
  }
}

}  // namespace vieworm::lower
