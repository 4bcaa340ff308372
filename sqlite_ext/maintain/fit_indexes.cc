#include "sqlite_ext/maintain/fit_indexes.h"

#include <algorithm>

#include "common/ddl/create.h"

namespace vieworm {

namespace {

bool Has(const std::vector<std::string>& names, const std::string& name) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& each) { return SqliteDialect().SameName(each, name); });
}

// An expression may read any column, so it fits only where all of them are stored.
bool Fits(const IndexSpec& index, const std::vector<std::string>& stored, bool all_stored) {
  if (all_stored) return true;
  if (index.where) return false;
  return std::all_of(index.keys.begin(), index.keys.end(), [&](const IndexKey& key) {
    return !key.column.empty() && Has(stored, key.column);
  });
}

}  // namespace

std::vector<std::string> FitIndexes(const Maintenance& maintenance, ViewPlan* plan) {
  std::vector<std::string> ignored = IgnoredBySqlite(plan->spec);
  const std::vector<Column>& shown = plan->facts.columns;
  bool all_stored = std::all_of(shown.begin(), shown.end(), [&](const Column& column) {
    return Has(maintenance.stored, column.name);
  });
  std::vector<IndexSpec> fitting;
  for (size_t i = 0; i < plan->spec.indexes.size(); ++i) {
    IndexSpec index = plan->spec.indexes[i];
    std::string pointer = "/indexes/" + std::to_string(i);
    if (!Fits(index, maintenance.stored, all_stored)) {
      ignored.push_back(pointer);
      continue;
    }
    if (index.unique) ignored.push_back(pointer + "/unique");
    index.unique = false;
    fitting.push_back(std::move(index));
  }
  plan->spec.indexes = std::move(fitting);
  return ignored;
}

}  // namespace vieworm
