// What is asked of a schema for each of its views, read once for all of them.
#ifndef VIEWORM_SQLITE_EXT_MAINTAIN_SCHEMA_NOW_H_
#define VIEWORM_SQLITE_EXT_MAINTAIN_SCHEMA_NOW_H_

#include <map>
#include <set>
#include <string>

#include "sqlite_ext/maintain/hazards.h"

struct sqlite3;

namespace vieworm {

// Good for as long as neither a schema nor a registry changes.
class SchemaNow {
 public:
  explicit SchemaNow(sqlite3* db) : db_(db) {}

  // See registry.h.
  const std::set<std::string>& OwnTriggers(const std::string& schema);
  const ChangeGraph& Graph(const std::string& schema);

  // Are there triggers that are not vieworm's?
  bool HasForeignTriggers(const std::string& schema);

  void Forget();

 private:
  sqlite3* db_;
  std::map<std::string, std::set<std::string>> own_triggers_;
  std::map<std::string, ChangeGraph> graphs_;
  std::map<std::string, bool> has_foreign_triggers_;
};

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_MAINTAIN_SCHEMA_NOW_H_
