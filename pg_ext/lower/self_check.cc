#include "pg_ext/lower/self_check.h"

#include "common/ddl/select.h"
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

void CheckReadsTable(const Block& block) {
  bool reads = std::any_of(block.from.begin(), block.from.end(), [](const Source& source) {
    return std::holds_alternative<Scan>(source.relation->node);
  });
  if (!reads) throw Refused("it has a SELECT that reads no table");
}

bool Matches(const Relation& relation, const std::vector<ColumnInfo>& columns) {
  Query* query = AnalyzeSelect(SelectWriter(PostgresDialect(), {}).Write(relation));
  std::vector<std::string> names = NamesOf(query);
  std::vector<Node*> values = SelectedBy(query);
  if (values.size() != columns.size()) return false;
  for (size_t i = 0; i < values.size(); ++i) {
    if (names[i] != columns[i].column || TypeOf(values[i]) != columns[i].type) return false;
  }
  return true;
}

}  // namespace

void CheckReading(const RelationPtr& tree, const std::vector<ColumnInfo>& columns,
                  const std::vector<ColumnInfo>& contributions) {
  bool same = Matches(*tree, columns);
  for (const RelationPtr& input : LinearInputs(CoreOf(tree))) {
    if (CountBlocks(*input) > kMostBlocks)
      throw Refused("it has too many combinations of UNION ALL");
    for (const Block& block : Flatten(*input)) {
      CheckReadsTable(block);
      Block named = block;
      for (size_t i = 0; i < named.outputs.size(); ++i) {
        named.outputs[i].name = contributions.at(i).column;
      }
      same = same && Matches(*MakeRelation(std::move(named)), contributions);
    }
  }
  if (!same) throw Refused("vieworm may not have understood it");
}

}  // namespace vieworm::lower
