#include "common/plan/group_store.h"

#include <algorithm>

#include "common/plan/flatten.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

GroupKey KeyOf(const StoredColumn& column, bool whole_rows) {
  return {column, !whole_rows && !column.exact};
}

const StoredColumn& Find(const std::vector<StoredColumn>& columns, const std::string& name) {
  return *std::find_if(columns.begin(), columns.end(),
                       [&](const StoredColumn& column) { return column.name == name; });
}

size_t NumberStateFor(const AggregateCall& call, SumKind sums, bool not_null, GroupStore* store) {
  for (size_t i = 0; i < store->numbers.size(); ++i) {
    NumberState& state = store->numbers[i];
    if (state.argument != call.arguments[0] || state.filter != call.filter) continue;
    if (sums != SumKind::kNone) state.sums = sums;
    return i;
  }
  std::string id = "_" + std::to_string(store->numbers.size() + 1);
  auto name = [&](const char* what) { return store->prefix + what + id; };
  store->numbers.push_back({call.arguments[0], call.filter, sums, not_null, name("count"),
                            name("others"), name("integers"), name("reals"), name("errors")});
  return store->numbers.size() - 1;
}

std::string NewState(const char* what, size_t known, const GroupStore& store) {
  return store.prefix + what + std::to_string(known + 1);
}

ShownCall Show(const AggregateCall& call, const std::vector<StoredColumn>& columns,
               GroupStore* store) {
  using Kind = ShownCall::Kind;
  auto argument = [&]() -> const StoredColumn& { return Find(columns, call.arguments[0]); };
  auto sum = [&](Kind kind) {
    return ShownCall{kind, NumberStateFor(call, argument().sums, argument().not_null, store),
                     call.output};
  };
  switch (call.kind) {
    case AggregateKind::kCount:
      if (call.arguments.empty()) return {Kind::kCountRows, 0, call.output};
      return {Kind::kCount, NumberStateFor(call, SumKind::kNone, argument().not_null, store),
              call.output};
    case AggregateKind::kSum:
      return sum(Kind::kSum);
    case AggregateKind::kTotal:
      return sum(Kind::kTotal);
    case AggregateKind::kAverage:
      return sum(Kind::kAverage);
    case AggregateKind::kMinimum:
    case AggregateKind::kMaximum:
      store->extremes.push_back({call.kind == AggregateKind::kMaximum, call.arguments[0],
                                 call.filter, argument().collation,
                                 NewState("extreme_", store->extremes.size(), *store)});
      return {Kind::kExtreme, store->extremes.size() - 1, call.output};
    case AggregateKind::kRead:
      store->read.push_back(call);
      return {Kind::kRead, store->read.size() - 1, call.output};
    case AggregateKind::kOther:
      store->recomputed.push_back({call, NewState("value_", store->recomputed.size(), *store)});
      return {Kind::kRecomputed, store->recomputed.size() - 1, call.output};
  }
  return {};
}

// As many underscores as it takes.
std::string FreePrefix(const std::vector<StoredColumn>& columns) {
  static constexpr const char* kOurs[] = {"rows",    "one",       "same",   "dirty",   "count_",
                                          "others_", "integers_", "reals_", "errors_", "extreme_",
                                          "value_",  "side_",     "added",  "weight",  "current"};
  std::string prefix;
  auto taken = [&prefix](const StoredColumn& column) {
    return std::any_of(std::begin(kOurs), std::end(kOurs), [&](const char* ours) {
      return LowerAscii(column.stored).starts_with(prefix + ours);
    });
  };
  while (std::any_of(columns.begin(), columns.end(), taken)) prefix += "_";
  return prefix;
}

// count(*) FILTER (WHERE f): the rows for which f is true, counted as count(CASE WHEN f THEN 1
// END).
AggregateCall WithArgument(AggregateCall call) {
  if (call.kind == AggregateKind::kCount && call.arguments.empty() && call.filter) {
    call.arguments.push_back(*call.filter);
  }
  return call;
}

void AddContributions(const Relation& linear, const std::string& count, GroupDesign* design) {
  for (Block& block : Flatten(linear)) {
    design->contributions.push_back({std::move(block), count});
  }
}

GroupStore::Side AddSides(const Relation& relation, GroupDesign* design, int* leaves) {
  if (const auto* set = std::get_if<SetOperation>(&relation.node)) {
    GroupStore::Side side{set->kind, "", {}};
    side.sides.push_back(AddSides(*set->left, design, leaves));
    side.sides.push_back(AddSides(*set->right, design, leaves));
    return side;
  }
  std::string count = design->store.prefix + "side_" + std::to_string(++*leaves);
  AddContributions(relation, count, design);
  return {std::nullopt, count, {}};
}

}  // namespace

bool GroupStore::HasVarying() const {
  return std::any_of(keys.begin(), keys.end(), [](const GroupKey& key) { return key.varies; });
}

bool GroupStore::HasExactSums() const {
  return std::any_of(numbers.begin(), numbers.end(),
                     [](const NumberState& state) { return IsExactSum(state.sums); });
}

GroupDesign DesignGroups(const Relation& core, const std::vector<StoredColumn>& columns) {
  GroupDesign design;
  GroupStore& store = design.store;
  store.prefix = FreePrefix(columns);
  if (const auto* aggregate = std::get_if<Aggregate>(&core.node)) {
    for (const std::string& key : aggregate->keys) {
      store.keys.push_back(KeyOf(Find(columns, key), false));
    }
    for (const AggregateCall& call : aggregate->calls) {
      store.shown.push_back(Show(WithArgument(call), columns, &store));
    }
    AddContributions(*aggregate->input, "", &design);
    return design;
  }
  const auto* distinct = std::get_if<Distinct>(&core.node);
  bool set = std::holds_alternative<SetOperation>(core.node);
  store.whole_rows = distinct == nullptr && !set;
  for (const StoredColumn& column : columns) {
    store.keys.push_back(KeyOf(column, store.whole_rows));
  }
  int leaves = 0;
  if (set) {
    store.presence = AddSides(core, &design, &leaves);
  } else {
    AddContributions(distinct != nullptr ? *distinct->input : core, "", &design);
  }
  return design;
}

const RelationPtr& CoreOf(const RelationPtr& tree) {
  const auto* present = std::get_if<Present>(&tree->node);
  return present == nullptr ? tree : CoreOf(present->input);
}

RelationPtr WithCore(const RelationPtr& tree, const RelationPtr& core) {
  const auto* present = std::get_if<Present>(&tree->node);
  if (present == nullptr) return core;
  return WithInputs(*tree, {WithCore(present->input, core)});
}

std::vector<std::string> ContributionColumns(const Relation& core) {
  const auto* aggregate = std::get_if<Aggregate>(&core.node);
  return ColumnNames(aggregate != nullptr ? *aggregate->input : core);
}

std::vector<RelationPtr> LinearInputs(const RelationPtr& core) {
  if (const auto* aggregate = std::get_if<Aggregate>(&core->node)) return {aggregate->input};
  if (const auto* distinct = std::get_if<Distinct>(&core->node)) return {distinct->input};
  if (!std::holds_alternative<SetOperation>(core->node)) return {core};
  std::vector<RelationPtr> inputs;
  for (const RelationPtr& side : InputsOf(*core)) {
    for (RelationPtr& input : LinearInputs(side)) inputs.push_back(std::move(input));
  }
  return inputs;
}

}  // namespace vieworm
