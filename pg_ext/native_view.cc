#include "pg_ext/native_view.h"

#include "common/plan/refusals.h"
#include "pg_ext/identity.h"
#include "pg_ext/spi.h"
#include "pg_ext/text.h"

namespace vieworm {

namespace {

// What REFRESH ... CONCURRENTLY itself asks: is it populated, and has it a unique index that is
// valid, immediate, on plain columns and not partial?
constexpr char kFacts[] =
    "SELECT c.relispopulated, EXISTS (SELECT FROM pg_catalog.pg_index AS i "
    "WHERE i.indrelid OPERATOR(pg_catalog.=) c.oid AND i.indisunique AND i.indisvalid "
    "AND i.indimmediate AND i.indpred IS NULL AND i.indexprs IS NULL) "
    "FROM pg_catalog.pg_class AS c WHERE c.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid";

bool SpecSaysConcurrently(const Json& spec) {
  auto refresh = spec.find("refresh");
  if (refresh == spec.end() || !refresh->is_object()) return false;
  return refresh->value("concurrently", Json()) == true;
}

// The first refresh of a view without contents cannot be concurrent, and needs not be: nobody can
// read it yet.
bool RefreshesConcurrently(const RegisteredView& view, const RefreshOptions& options) {
  bool wanted = options.concurrently.value_or(SpecSaysConcurrently(view.spec));
  if (!wanted || !options.with_data) return false;
  ActingAsExtension as_extension;
  Row facts = RunSql(kFacts, {std::to_string(view.view)}).rows.at(0);
  if (facts[1] != "t") throw NeedsUniqueIndex(view.name);
  return facts[0] == "t";
}

}  // namespace

void RefreshNative(const RegisteredView& view, const RefreshOptions& options,
                   RefreshResult* result) {
  result->concurrently = RefreshesConcurrently(view, options);
  std::string sql = "REFRESH MATERIALIZED VIEW ";
  if (result->concurrently) sql += "CONCURRENTLY ";
  sql += QualifiedSql(view.name);
  if (!options.with_data) sql += " WITH NO DATA";
  // Without the restricted mode, because CONCURRENTLY makes a temporary table. PostgreSQL enters
  // it by itself before it evaluates anything of the owner's.
  PinnedSettings settings;
  ActingAs as_owner(view.owner, Restriction::kLocal);
  RunSql(sql);
}

}  // namespace vieworm
