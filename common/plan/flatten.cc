#include "common/plan/flatten.h"

#include <map>
#include <string>

#include "common/core_only.h"

namespace vieworm {

namespace {

// What stands for the columns of the sources that have been dissolved, by alias and column.
using Bindings = std::map<std::string, std::map<std::string, Scalar>>;

Scalar Substituted(const Scalar& scalar, const Bindings& bindings) {
  const ColumnUse* column = scalar.AsColumn();
  std::vector<Scalar::Piece> pieces;
  for (const Scalar::Piece& piece : scalar.pieces()) {
    const auto* use = std::get_if<ColumnUse>(&piece);
    auto source = use == nullptr ? bindings.end() : bindings.find(use->relation);
    if (source == bindings.end()) {
      pieces.push_back(piece);
      continue;
    }
    const Scalar& value = source->second.at(use->column);
    bool enclose = column == nullptr && value.AsColumn() == nullptr;
    if (enclose) pieces.emplace_back(std::string("("));
    pieces.insert(pieces.end(), value.pieces().begin(), value.pieces().end());
    if (enclose) pieces.emplace_back(std::string(")"));
  }
  return Scalar(std::move(pieces), scalar.volatility());
}

// A block as far as its sources have been dealt with.
struct Partial {
  Block block;
  Bindings bindings;
};

void KeepSource(const Source& source, Partial* partial) {
  Source kept = source;
  if (const auto* function = std::get_if<FunctionScan>(&source.relation->node)) {
    kept.relation = MakeRelation(
        FunctionScan{Substituted(function->call, partial->bindings), function->columns});
  }
  partial->block.from.push_back(std::move(kept));
}

void Dissolve(const Source& source, const Block& inner, Partial* partial) {
  Block& block = partial->block;
  block.from.insert(block.from.end(), inner.from.begin(), inner.from.end());
  block.where.insert(block.where.end(), inner.where.begin(), inner.where.end());
  for (const Output& output : inner.outputs) {
    partial->bindings[source.alias][output.name] = output.value;
  }
}

std::vector<Block> FlattenBlock(const Block& block) {
  std::vector<Partial> partials(1);
  for (const Source& source : block.from) {
    bool leaf = std::holds_alternative<Scan>(source.relation->node) ||
                std::holds_alternative<FunctionScan>(source.relation->node);
    if (leaf) {
      for (Partial& partial : partials) KeepSource(source, &partial);
      continue;
    }
    std::vector<Partial> extended;
    for (const Block& inner : Flatten(*source.relation)) {
      for (const Partial& partial : partials) {
        extended.push_back(partial);
        Dissolve(source, inner, &extended.back());
      }
    }
    partials = std::move(extended);
  }
  std::vector<Block> blocks;
  for (Partial& partial : partials) {
    for (const Scalar& condition : block.where) {
      partial.block.where.push_back(Substituted(condition, partial.bindings));
    }
    for (const Output& output : block.outputs) {
      partial.block.outputs.push_back({output.name, Substituted(output.value, partial.bindings)});
    }
    blocks.push_back(std::move(partial.block));
  }
  return blocks;
}

}  // namespace

std::vector<Block> Flatten(const Relation& relation) {
  if (const auto* block = std::get_if<Block>(&relation.node)) return FlattenBlock(*block);
  std::vector<Block> blocks;
  std::vector<std::string> names = ColumnNames(relation);
  for (const RelationPtr& branch : InputsOf(relation)) {
    for (Block& block : Flatten(*branch)) {
      for (size_t i = 0; i < names.size(); ++i) block.outputs[i].name = names[i];
      blocks.push_back(std::move(block));
    }
  }
  return blocks;
}

}  // namespace vieworm
