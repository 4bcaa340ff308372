// CREATE TRIGGER, in SQLite's dialect.
#ifndef VIEWORM_COMMON_DDL_TRIGGER_H_
#define VIEWORM_COMMON_DDL_TRIGGER_H_

#include <string>
#include <vector>

#include "common/sql/dialect.h"

namespace vieworm {

struct Trigger {
  std::string name;
  std::string table;
  std::string sql;  // CREATE TRIGGER
};

// `event` is such as AFTER INSERT; `when`, a condition, may be empty; `body` are statements.
Trigger MakeTrigger(const RelationName& name, const std::string& table, const std::string& event,
                    const std::string& when, const std::vector<std::string>& body);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_TRIGGER_H_
