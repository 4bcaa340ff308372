#include "common/plan/stored_names.h"

#include <set>

#include "common/core_only.h"

namespace vieworm {

namespace {

// The column of the core that an output of the tree hands on as it is, or "".
std::string PassedOn(const RelationPtr& tree, const std::string& output) {
  const auto* present = std::get_if<Present>(&tree->node);
  if (present == nullptr) return output;
  for (const Output& each : present->outputs) {
    if (each.name != output) continue;
    const ColumnUse* use = each.value.AsColumn();
    return use == nullptr ? "" : PassedOn(present->input, use->column);
  }
  return "";
}

}  // namespace

void NameStored(const std::vector<std::string>& shown, const RelationPtr& tree,
                std::vector<StoredColumn>* columns) {
  std::vector<std::string> outputs = ColumnNames(*tree);
  std::set<std::string> taken;
  for (size_t i = 0; i < outputs.size() && i < shown.size(); ++i) {
    std::string core = PassedOn(tree, outputs[i]);
    for (StoredColumn& column : *columns) {
      if (column.name != core || !column.stored.empty()) continue;
      column.stored = shown[i];
      taken.insert(LowerAscii(column.stored));
    }
  }
  for (StoredColumn& column : *columns) {
    if (!column.stored.empty()) continue;
    column.stored = column.name;
    while (!taken.insert(LowerAscii(column.stored)).second) column.stored += "_";
  }
}

}  // namespace vieworm
