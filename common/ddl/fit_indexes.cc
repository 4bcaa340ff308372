#include "common/ddl/fit_indexes.h"

#include <algorithm>
#include <functional>

#include "common/core_only.h"

namespace vieworm {

namespace {

using Knows = std::function<bool(const std::string& column)>;

// An expression may read any column, so it fits only where all of them are stored.
bool Fits(const IndexSpec& index, const Knows& stored, bool all_stored) {
  if (all_stored) return true;
  if (index.where) return false;
  return std::all_of(index.keys.begin(), index.keys.end(), [&](const IndexKey& key) {
    return !key.column.empty() && stored(key.column);
  });
}

bool IsPlain(const IndexKey& key) {
  return key.expression.empty() && !key.descending && !key.nulls_first;
}

// Null where the store has none like it.
StoreIndex* FindSame(const IndexSpec& index, std::vector<StoreIndex>* own) {
  if (index.where || index.method.value_or("btree") != "btree") return nullptr;
  auto same = std::find_if(own->begin(), own->end(), [&](const StoreIndex& each) {
    return each.where.empty() &&
           std::equal(index.keys.begin(), index.keys.end(), each.columns.begin(),
                      each.columns.end(), [](const IndexKey& key, const std::string& column) {
                        return IsPlain(key) && key.column == column;
                      });
  });
  bool taken = same == own->end() || (index.name && !same->name.empty());
  return taken ? nullptr : &*same;
}

// What differs in some columns differs in these and others, too.
bool KeepsUnique(const StoreIndex& own, const IndexSpec& index) {
  if (!own.unique || !own.where.empty()) return false;
  return std::all_of(own.columns.begin(), own.columns.end(), [&](const std::string& column) {
    return std::any_of(index.keys.begin(), index.keys.end(),
                       [&](const IndexKey& key) { return key.column == column; });
  });
}

bool KeepUnique(const std::vector<StoreIndex>& own, const IndexSpec& index) {
  return std::any_of(own.begin(), own.end(),
                     [&](const StoreIndex& each) { return KeepsUnique(each, index); });
}

}  // namespace

std::vector<std::string> FitIndexes(const std::vector<std::string>& stored, const Dialect& dialect,
                                    std::vector<StoreIndex>* own, ViewPlan* plan) {
  Knows is_stored = [&](const std::string& column) {
    return std::any_of(stored.begin(), stored.end(),
                       [&](const std::string& each) { return dialect.SameName(each, column); });
  };
  std::vector<std::string> ignored;
  const std::vector<Column>& shown = plan->facts.columns;
  bool all_stored = std::all_of(shown.begin(), shown.end(),
                                [&](const Column& column) { return is_stored(column.name); });
  std::vector<IndexSpec> fitting;
  for (size_t i = 0; i < plan->spec.indexes.size(); ++i) {
    IndexSpec index = plan->spec.indexes[i];
    std::string pointer = "/indexes/" + std::to_string(i);
    if (!Fits(index, is_stored, all_stored)) {
      ignored.push_back(pointer);
      continue;
    }
    StoreIndex* same = FindSame(index, own);
    if (index.unique && !KeepUnique(*own, index)) ignored.push_back(pointer + "/unique");
    if (same) {
      if (index.name) same->name = *index.name;
      continue;
    }
    index.unique = false;
    fitting.push_back(std::move(index));
  }
  plan->spec.indexes = std::move(fitting);
  return ignored;
}

}  // namespace vieworm
