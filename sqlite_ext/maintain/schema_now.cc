#include "sqlite_ext/maintain/schema_now.h"

#include "sqlite_ext/prepared.h"
#include "sqlite_ext/registry.h"
#include "sqlite_ext/schemas.h"

namespace vieworm {

const std::set<std::string>& SchemaNow::OwnTriggers(const std::string& schema) {
  auto found = own_triggers_.find(schema);
  if (found == own_triggers_.end()) {
    found = own_triggers_.emplace(schema, vieworm::OwnTriggers(db_, schema)).first;
  }
  return found->second;
}

const ChangeGraph& SchemaNow::Graph(const std::string& schema) {
  auto found = graphs_.find(schema);
  if (found == graphs_.end()) found = graphs_.emplace(schema, ChangeGraph(db_, schema)).first;
  return found->second;
}

bool SchemaNow::HasForeignTriggers(const std::string& schema) {
  auto [found, is_new] = has_foreign_triggers_.try_emplace(schema, false);
  if (!is_new) return found->second;
  const std::set<std::string>& own = OwnTriggers(schema);
  Prepared query(db_, "SELECT name FROM " + SchemaTable(schema) + " WHERE type = 'trigger'");
  while (!found->second && query.Step()) found->second = own.count(LowerAscii(query.Text(0))) == 0;
  return found->second;
}

void SchemaNow::Forget() {
  has_foreign_triggers_.clear();
  own_triggers_.clear();
  graphs_.clear();
}

}  // namespace vieworm
