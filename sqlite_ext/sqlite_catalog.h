// What the core asks, answered by one connection.
#ifndef VIEWORM_SQLITE_EXT_SQLITE_CATALOG_H_
#define VIEWORM_SQLITE_EXT_SQLITE_CATALOG_H_

#include <string>
#include <vector>

#include "common/plan/catalog.h"

struct sqlite3;

namespace vieworm {

class SqliteCatalog : public Catalog {
 public:
  explicit SqliteCatalog(sqlite3* db) : db_(db) {}

  std::string DefaultSchema() override { return "main"; }

  // Creates the definition as a view for a moment, for only inside a view are names looked up as
  // the view will look them up. Must be called in a Savepoint, which takes the view away if
  // Describe throws.
  DefinitionFacts Describe(const ViewSpec& spec) override;

  std::string FreeName(const RelationName& view, const std::string& suffix,
                       const std::string& schema) override;

 private:
  sqlite3* db_;
};

// The names of a relation's columns. Throws EngineError, for a view also where it cannot be read.
std::vector<std::string> RelationColumns(sqlite3* db, const RelationName& relation);

// Tables and stores that `source`, an item of FROM, reads, stores under the names of their faces.
std::vector<RelationName> Sources(sqlite3* db, const std::string& source);

// A relation's name as an item of FROM.
std::string NameAsSource(const RelationName& relation);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_SQLITE_CATALOG_H_
