#include "common/ddl/trigger.h"

#include "common/ddl/sql_text.h"

#include "common/core_only.h"

namespace vieworm {

Trigger MakeTrigger(const RelationName& name, const std::string& table, const std::string& event,
                    const std::string& when, const std::vector<std::string>& body) {
  std::string sql = "CREATE TRIGGER " + RelationText(name) + " " + event + " ON " + Q(table);
  if (!when.empty()) sql += "\nWHEN " + when;
  sql += "\nBEGIN\n";
  for (const std::string& statement : body) sql += "  " + statement + ";\n";
  return {name.name, table, sql + "END"};
}

}  // namespace vieworm
