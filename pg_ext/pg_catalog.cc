#include "pg_ext/pg_catalog.h"

#include "pg_ext/analyze.h"
#include "pg_ext/guard.h"
#include "pg_ext/lookup.h"
#include "pg_ext/registry.h"
#include "pg_ext/sources.h"
#include "pg_ext/text.h"

extern "C" {
#include "catalog/namespace.h"
#include "commands/defrem.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"
}

namespace vieworm {

namespace {

// The schema in which CREATE without a schema creates, as PostgreSQL itself finds it.
char* CreationSchema() {
  List* path = fetch_search_path(false);
  if (path == NIL) {
    ereport(ERROR, (errcode(ERRCODE_UNDEFINED_SCHEMA),
                    errmsg("no schema has been selected to create in")));
  }
  return get_namespace_name(linitial_oid(path));
}

// Is the name free for a relation, which also takes a type's name?
bool IsFree(const char* name, Oid schema) {
  return !OidIsValid(schema) ||
         (!OidIsValid(get_relname_relid(name, schema)) &&
          !SearchSysCacheExists2(TYPENAMENSP, CStringGetDatum(name), ObjectIdGetDatum(schema)));
}

// The name with a number behind the suffix, from the first one on that is free in both schemas.
char* ChooseName(const char* view, const char* suffix, Oid first, Oid second) {
  char label[NAMEDATALEN];
  snprintf(label, sizeof(label), "%s", suffix);
  for (int n = 1;; ++n) {
    char* name = makeObjectName(view, nullptr, label);
    if (IsFree(name, first) && IsFree(name, second)) return name;
    pfree(name);
    snprintf(label, sizeof(label), "%s%d", suffix, n);
  }
}

// The face or materialized view that users know, where `relation` is a store.
bool IsStoredView(Oid relation) {
  std::optional<RegisteredView> view = FindRegistered(relation);
  return view && view->storage != Storage::kView;
}

}  // namespace

std::string PgCatalog::DefaultSchema() {
  return FromServer(PgCall([] { return CreationSchema(); }));
}

DefinitionFacts PgCatalog::Describe(const ViewSpec& spec) {
  Query* query = AnalyzeSelect(spec.definition);
  DefinitionFacts facts;
  facts.columns = ColumnsOf(query);
  for (Oid source : SourcesThroughViews(RelationsIn(query), IsStoredView)) {
    facts.sources.push_back(NameOf(source));
  }
  return facts;
}

std::string PgCatalog::FreeName(const RelationName& view, const std::string& suffix,
                                const std::string& schema) {
  char* name = ToServer(view.name);
  char* label = ToServer(suffix);
  char* own = ToServer(view.schema);
  char* other = ToServer(schema);
  return FromServer(PgCall([=] {
    return ChooseName(name, label, get_namespace_oid(own, true), get_namespace_oid(other, true));
  }));
}

}  // namespace vieworm
