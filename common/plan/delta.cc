#include "common/plan/delta.h"

#include <algorithm>

#include "common/core_only.h"

namespace vieworm {

namespace {

// A block's sources up to some point: which relations they are in a term, and the term's sign.
struct PartialTerm {
  int sign;     // of the factors chosen so far
  int changed;  // how many of them are deltas
  std::vector<RelationPtr> sources;
};

PartialTerm Extended(const PartialTerm& term, int sign, int changed, const RelationPtr& source) {
  PartialTerm extended = term;
  extended.sign *= sign;
  extended.changed += changed;
  extended.sources.push_back(source);
  return extended;
}

// Each source either stays or is one of the terms of its own delta.
std::vector<DeltaTerm> DeltaOfBlock(const Relation& relation,
                                    const std::vector<RelationName>& tables) {
  std::vector<PartialTerm> terms = {{1, 0, {}}};
  for (const RelationPtr& source : InputsOf(relation)) {
    std::vector<DeltaTerm> deltas = DeltaOf(source, tables);
    std::vector<PartialTerm> extended;
    for (const PartialTerm& term : terms) {
      extended.push_back(Extended(term, 1, 0, source));
      for (const DeltaTerm& delta : deltas) {
        extended.push_back(Extended(term, delta.sign, 1, delta.relation));
      }
    }
    terms = std::move(extended);
  }
  std::vector<DeltaTerm> result;
  for (const PartialTerm& term : terms) {
    if (term.changed == 0) continue;
    int sign = term.changed % 2 == 1 ? term.sign : -term.sign;
    result.push_back({sign, WithInputs(relation, term.sources)});
  }
  return result;
}

// A branch without the tables drops out.
std::vector<DeltaTerm> DeltaOfUnion(const UnionAll& all, const std::vector<RelationName>& tables) {
  std::vector<DeltaTerm> terms;
  for (const RelationPtr& branch : all.branches) {
    for (DeltaTerm& term : DeltaOf(branch, tables)) terms.push_back(std::move(term));
  }
  return terms;
}

}  // namespace

bool IsLinear(const Relation& relation) {
  bool linear = std::holds_alternative<Scan>(relation.node) ||
                std::holds_alternative<FunctionScan>(relation.node) ||
                std::holds_alternative<Block>(relation.node) ||
                std::holds_alternative<UnionAll>(relation.node);
  std::vector<RelationPtr> inputs = InputsOf(relation);
  return linear && std::all_of(inputs.begin(), inputs.end(),
                               [](const RelationPtr& input) { return IsLinear(*input); });
}

std::vector<DeltaTerm> DeltaOf(const RelationPtr& relation,
                               const std::vector<RelationName>& tables) {
  if (const auto* scan = std::get_if<Scan>(&relation->node)) {
    bool changed = std::find(tables.begin(), tables.end(), scan->table) != tables.end();
    if (!changed) return {};
    return {{1, MakeRelation(Change{scan->table})}};
  }
  if (const auto* all = std::get_if<UnionAll>(&relation->node)) return DeltaOfUnion(*all, tables);
  if (std::holds_alternative<Block>(relation->node)) return DeltaOfBlock(*relation, tables);
  return {};
}

}  // namespace vieworm
