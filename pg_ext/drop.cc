#include "pg_ext/drop.h"

#include "common/plan/refusals.h"
#include "pg_ext/find_view.h"
#include "pg_ext/guard.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintenance.h"
#include "pg_ext/notice.h"
#include "pg_ext/text.h"

extern "C" {
#include "utils/builtins.h"
}

namespace vieworm {

namespace {

// As pg_event_trigger_dropped_objects() names it.
std::string Identity(const RelationName& name) {
  char* schema = ToServer(name.schema);
  char* relation = ToServer(name.name);
  return FromServer(PgCall([=] { return quote_qualified_identifier(schema, relation); }));
}

void MoveToFront(const std::string& name, std::vector<std::string>* names) {
  auto found = std::find(names->begin(), names->end(), name);
  if (found != names->end()) std::rotate(names->begin(), found, found + 1);
}

}  // namespace

// The event trigger on sql_drop (event_drop.cc) does the rest: it removes what is behind the view.
std::vector<std::string> Drop(const std::string& name, const DropOptions& options) {
  std::optional<RegisteredView> view = FindViewIfExists(name);
  if (!view && !options.if_exists) throw DoesNotExist(ParseRelationName(name, PostgresDialect()));
  std::vector<std::string> dropped;
  if (!view) {
    Notice("view " + Quoted(name) + " does not exist, skipping");
    return dropped;
  }
  // In the order in which a refresh takes its locks, so that the two do not wait for each other.
  if (ActsAsOwner(view->view)) LockRegistered(view->view, RowLock::kWait);
  bool native = view->storage == Storage::kMaterializedView;
  std::string sql = native ? "DROP MATERIALIZED VIEW " : "DROP VIEW ";
  sql += QualifiedSql(view->name);
  if (options.cascade) sql += " CASCADE";
  {
    DropLog log(&dropped);
    RunSql(sql);
  }
  MoveToFront(Identity(view->name), &dropped);
  return dropped;
}

}  // namespace vieworm
