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

  // A name for an index on `columns` of `table`, as PostgreSQL would choose it: free in its schema,
  // in `schema` and among `used`, where it is added.
  std::string FreeIndexName(const RelationName& table, const std::vector<std::string>& columns,
                            const std::string& schema, std::set<std::string>* used);

  // The name that the spec gives to an index; with a number behind where another view's store has
  // an index of that name in `schema`. Those of `old_store`, which is to go, are free.
  std::string FreeGivenName(const std::string& given, const std::string& schema, Oid old_store,
                            std::set<std::string>* used);
};

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_PG_CATALOG_H_
