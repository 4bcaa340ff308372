#include "sqlite_ext/sqlite_catalog.h"

#include <optional>

#include "common/sql/sql.h"
#include "sqlite_ext/definition_error.h"
#include "sqlite_ext/definition_query.h"
#include "sqlite_ext/definition_text.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/probe.h"
#include "sqlite_ext/program.h"
#include "sqlite_ext/registry.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/store_types.h"

namespace vieworm {

namespace {

Sql Sqlite() { return Sql(SqliteDialect()); }

// Everything in it is looked up, functions too.
void CheckReadable(sqlite3* db, const RelationName& probe) {
  Sql select = Sqlite();
  select << "SELECT * FROM " << probe;
  Prepared(db, select.str());
}

}  // namespace

std::vector<std::string> RelationColumns(sqlite3* db, const RelationName& relation) {
  std::vector<std::string> names;
  Sql pragma = Sqlite();
  pragma << "PRAGMA " << Identifier{relation.schema} << ".table_info(" << Identifier{relation.name}
         << ")";
  Prepared info(db, pragma.str());
  while (info.Step()) names.push_back(info.Text(1));
  return names;
}

std::string NameAsSource(const RelationName& relation) {
  Sql sql = Sqlite();
  sql << relation;
  return sql.str();
}

std::vector<RelationName> Sources(sqlite3* db, const std::string& source) {
  std::vector<RelationName> sources = TablesRead(db, source).tables;
  for (const RegistryEntry& entry : LoadAllEntries(db)) {
    for (RelationName& table : sources) {
      if (entry.IsStored() && table == entry.Store()) table = entry.view;
    }
  }
  return sources;
}

DefinitionFacts SqliteCatalog::Describe(const ViewSpec& spec) {
  std::optional<Probe> probe;
  DefinitionFacts facts;
  try {
    probe.emplace(db_, spec.schema, spec.definition);
    for (std::string& name : RelationColumns(db_, probe->name())) {
      facts.columns.emplace_back().name = std::move(name);
    }
    CheckReadable(db_, probe->name());
  } catch (const EngineError& error) {
    ThrowDefinitionError(db_, spec, error);
  }
  facts.may_name_columns = !HasStar(spec.definition) && !IsCompound(spec.definition);
  facts.sources = Sources(db_, NameAsSource(probe->name()));
  facts.select = Qualified(spec.definition, spec.schema);
  SetStoreTypes(db_, NameAsSource(probe->name()), spec.schema, spec.definition, &facts.columns);
  probe->Drop();
  return facts;
}

std::string SqliteCatalog::FreeName(const RelationName& view, const std::string& suffix,
                                    const std::string& schema) {
  return vieworm::FreeName(db_, {schema, view.name}, suffix);
}

}  // namespace vieworm
