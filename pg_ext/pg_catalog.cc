#include "pg_ext/pg_catalog.h"

#include "pg_ext/analyze.h"
#include "pg_ext/guard.h"
#include "pg_ext/lookup.h"
#include "pg_ext/registry.h"
#include "pg_ext/sources.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/genam.h"
#include "access/table.h"
#include "catalog/index.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "commands/defrem.h"
#include "mb/pg_wchar.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/snapmgr.h"
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

// A catalog whose unique index is over the name and the schema of what it has.
struct NamedCatalog {
  Oid catalog;
  Oid index;
  AttrNumber name;
  AttrNumber schema;
};

constexpr NamedCatalog kRelations = {RelationRelationId, ClassNameNspIndexId, Anum_pg_class_relname,
                                     Anum_pg_class_relnamespace};
constexpr NamedCatalog kTypes = {TypeRelationId, TypeNameNspIndexId, Anum_pg_type_typname,
                                 Anum_pg_type_typnamespace};

// A name that somebody takes in a transaction that is still open is not free: to create something
// of that name would wait for the end of it.
bool IsTaken(const NamedCatalog& in, const char* name, Oid schema) {
  SnapshotData dirty;
  InitDirtySnapshot(dirty);
  ScanKeyData keys[2];
  ScanKeyInit(&keys[0], in.name, BTEqualStrategyNumber, F_NAMEEQ, CStringGetDatum(name));
  ScanKeyInit(&keys[1], in.schema, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(schema));
  ::Relation catalog = table_open(in.catalog, AccessShareLock);
  SysScanDesc scan = systable_beginscan(catalog, in.index, true, &dirty, 2, keys);
  bool taken = HeapTupleIsValid(systable_getnext(scan));
  systable_endscan(scan);
  table_close(catalog, AccessShareLock);
  return taken;
}

bool IsFreeForIndex(const char* name, Oid schema) {
  return !OidIsValid(schema) || !IsTaken(kRelations, name, schema);
}

// Is the name free for a table, which also takes the name of a type, and that of the type's arrays?
// PostgreSQL calls the second one `_name`, cut to the length of names.
bool IsFree(const char* name, Oid schema) {
  if (!OidIsValid(schema)) return true;
  char* array = makeObjectName("", name, nullptr);
  bool is_free = IsFreeForIndex(name, schema) && !IsTaken(kTypes, name, schema) &&
                 !IsTaken(kTypes, array, schema);
  pfree(array);
  return is_free;
}

// As PostgreSQL's ChooseRelationName, in two schemas.
char* ChooseIndexName(const char* table, const char* columns, int attempt, Oid first, Oid second) {
  char label[32];
  if (attempt == 0) {
    snprintf(label, sizeof(label), "idx");
  } else {
    snprintf(label, sizeof(label), "idx%d", attempt);
  }
  char* name = makeObjectName(table, columns, label);
  if (IsFreeForIndex(name, first) && IsFreeForIndex(name, second)) return name;
  pfree(name);
  return nullptr;
}

// As much of the given name as leaves room for the number, and the number. Null where it is taken.
char* NumberGivenName(const char* given, int attempt, Oid schema, Oid old_store) {
  char* number = attempt == 0 ? pstrdup("") : psprintf("%d", attempt);
  int room = NAMEDATALEN - 1 - static_cast<int>(strlen(number));
  int length = pg_mbcliplen(given, static_cast<int>(strlen(given)), room);
  char* name = psprintf("%s%s", pnstrdup(given, length), number);
  if (IsFreeForIndex(name, schema)) return name;
  Oid index = get_relname_relid(name, schema);
  return OidIsValid(old_store) && IndexGetRelation(index, true) == old_store ? name : nullptr;
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

std::string PgCatalog::FreeIndexName(const RelationName& table,
                                     const std::vector<std::string>& columns,
                                     const std::string& schema, std::set<std::string>* used) {
  std::string joined;
  for (const std::string& column : columns) joined += (joined.empty() ? "" : "_") + column;
  char* name = ToServer(table.name);
  char* addition = ToServer(joined);
  char* own = ToServer(table.schema);
  char* other = ToServer(schema);
  for (int attempt = 0;; ++attempt) {
    char* chosen = PgCall([=] {
      return ChooseIndexName(name, addition, attempt, get_namespace_oid(own, true),
                             get_namespace_oid(other, true));
    });
    if (chosen != nullptr && used->insert(FromServer(chosen)).second) return FromServer(chosen);
  }
}

std::string PgCatalog::FreeGivenName(const std::string& given, const std::string& schema,
                                     Oid old_store, std::set<std::string>* used) {
  char* name = ToServer(given);
  char* home = ToServer(schema);
  for (int attempt = 0;; ++attempt) {
    char* chosen = PgCall(
        [=] { return NumberGivenName(name, attempt, get_namespace_oid(home, true), old_store); });
    if (chosen == nullptr) continue;
    used->insert(FromServer(chosen));
    return FromServer(chosen);
  }
}

}  // namespace vieworm
