// What the core asks PostgreSQL; see common/plan/catalog.h.
#ifndef VIEWORM_PG_EXT_PG_CATALOG_H_
#define VIEWORM_PG_EXT_PG_CATALOG_H_

#include "pg_ext/server.h"

#include "common/plan/catalog.h"

namespace vieworm {

// Answers for the current user and under the current search_path.
class PgCatalog : public Catalog {
 public:
  std::string DefaultSchema() override;
  DefinitionFacts Describe(const ViewSpec& spec) override;
  std::string FreeName(const RelationName& view, const std::string& suffix,
                       const std::string& schema) override;
};

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_PG_CATALOG_H_
