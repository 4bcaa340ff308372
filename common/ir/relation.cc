#include "common/ir/relation.h"

#include <algorithm>
#include <set>

#include "common/core_only.h"

namespace vieworm {

namespace {

// One overload for each kind of node: what visits a tree handles all of them, or does not compile.
template <typename... Case>
struct Cases : Case... {
  using Case::operator()...;
};
template <typename... Case>
Cases(Case...) -> Cases<Case...>;

template <typename... Case>
auto Match(const Relation& relation, Case... cases) {
  return std::visit(Cases{cases...}, relation.node);
}

using Inputs = std::vector<RelationPtr>;

Inputs SourcesOf(const Block& block) {
  Inputs inputs;
  for (const Source& source : block.from) inputs.push_back(source.relation);
  return inputs;
}

Block WithSources(Block block, const Inputs& inputs) {
  for (size_t i = 0; i < inputs.size(); ++i) block.from[i].relation = inputs[i];
  return block;
}

template <typename Node>
Node WithInput(Node node, const RelationPtr& input) {
  node.input = input;
  return node;
}

std::vector<std::string> NamesOf(const std::vector<Output>& outputs) {
  std::vector<std::string> names;
  for (const Output& output : outputs) names.push_back(output.name);
  return names;
}

std::vector<std::string> NamesOf(const Aggregate& aggregate) {
  std::vector<std::string> names = aggregate.keys;
  for (const AggregateCall& call : aggregate.calls) names.push_back(call.output);
  return names;
}

void AddScalars(const Block& block, std::vector<Scalar>* scalars) {
  scalars->insert(scalars->end(), block.where.begin(), block.where.end());
  for (const Output& output : block.outputs) scalars->push_back(output.value);
}

void AddScalars(const Present& present, std::vector<Scalar>* scalars) {
  for (const Output& output : present.outputs) scalars->push_back(output.value);
  scalars->insert(scalars->end(), present.order_by.begin(), present.order_by.end());
  for (const auto* clause : {&present.filter, &present.limit, &present.offset}) {
    if (*clause) scalars->push_back(**clause);
  }
}

void AddOwnScalars(const Relation& relation, std::vector<Scalar>* scalars) {
  if (const auto* function = std::get_if<FunctionScan>(&relation.node)) {
    scalars->push_back(function->call);
  } else if (const auto* block = std::get_if<Block>(&relation.node)) {
    AddScalars(*block, scalars);
  } else if (const auto* present = std::get_if<Present>(&relation.node)) {
    AddScalars(*present, scalars);
  }
}

void AddTables(const Relation& relation, std::vector<RelationName>* tables) {
  if (const auto* scan = std::get_if<Scan>(&relation.node)) {
    if (std::find(tables->begin(), tables->end(), scan->table) == tables->end()) {
      tables->push_back(scan->table);
    }
  }
  for (const RelationPtr& input : InputsOf(relation)) AddTables(*input, tables);
}

}  // namespace

Inputs InputsOf(const Relation& relation) {
  return Match(
      relation, [](const Scan&) { return Inputs(); }, [](const Change&) { return Inputs(); },
      [](const FunctionScan&) { return Inputs(); },
      [](const Block& block) { return SourcesOf(block); },
      [](const UnionAll& all) { return all.branches; },
      [](const SetOperation& set) {
        return Inputs{set.left, set.right};
      },
      [](const Distinct& distinct) { return Inputs{distinct.input}; },
      [](const Aggregate& aggregate) { return Inputs{aggregate.input}; },
      [](const Present& present) { return Inputs{present.input}; },
      [](const Written&) { return Inputs(); });
}

RelationPtr WithInputs(const Relation& relation, const Inputs& inputs) {
  auto leaf = [&] { return std::make_shared<const Relation>(relation); };
  return Match(
      relation, [&](const Scan&) -> RelationPtr { return leaf(); },
      [&](const Change&) -> RelationPtr { return leaf(); },
      [&](const FunctionScan&) -> RelationPtr { return leaf(); },
      [&](const Block& block) { return MakeRelation(WithSources(block, inputs)); },
      [&](const UnionAll&) { return MakeRelation(UnionAll{inputs}); },
      [&](const SetOperation& set) {
        return MakeRelation(SetOperation{set.kind, inputs[0], inputs[1]});
      },
      [&](const Distinct&) { return MakeRelation(Distinct{inputs[0]}); },
      [&](const Aggregate& aggregate) { return MakeRelation(WithInput(aggregate, inputs[0])); },
      [&](const Present& present) { return MakeRelation(WithInput(present, inputs[0])); },
      [&](const Written&) -> RelationPtr { return leaf(); });
}

std::vector<std::string> ColumnNames(const Relation& relation) {
  using Names = std::vector<std::string>;
  return Match(
      relation, [](const Scan&) { return Names(); }, [](const Change&) { return Names(); },
      [](const FunctionScan&) { return Names(); },
      [](const Block& block) { return NamesOf(block.outputs); },
      [](const UnionAll& all) { return ColumnNames(*all.branches[0]); },
      [](const SetOperation& set) { return ColumnNames(*set.left); },
      [](const Distinct& distinct) { return ColumnNames(*distinct.input); },
      [](const Aggregate& aggregate) { return NamesOf(aggregate); },
      [](const Present& present) { return NamesOf(present.outputs); },
      [](const Written& written) { return written.columns; });
}

std::vector<RelationName> TablesOf(const Relation& relation) {
  std::vector<RelationName> tables;
  AddTables(relation, &tables);
  return tables;
}

int CountOccurrences(const Relation& relation, const RelationName& table) {
  const auto* scan = std::get_if<Scan>(&relation.node);
  int count = scan != nullptr && scan->table == table ? 1 : 0;
  for (const RelationPtr& input : InputsOf(relation)) count += CountOccurrences(*input, table);
  return count;
}

std::vector<Scalar> ScalarsOf(const Relation& relation) {
  std::vector<Scalar> scalars;
  AddOwnScalars(relation, &scalars);
  for (const RelationPtr& input : InputsOf(relation)) {
    for (Scalar& scalar : ScalarsOf(*input)) scalars.push_back(std::move(scalar));
  }
  return scalars;
}

std::vector<std::string> ColumnsRead(const Relation& relation, const std::string& alias) {
  std::set<std::string> columns;
  for (const Scalar& scalar : ScalarsOf(relation)) {
    for (const ColumnUse& use : scalar.Columns()) {
      if (use.relation == alias) columns.insert(use.column);
    }
  }
  return {columns.begin(), columns.end()};
}

}  // namespace vieworm
