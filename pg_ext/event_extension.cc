#include "common/diagnostic.h"
#include "common/names.h"
#include "pg_ext/events.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/registry.h"
#include "pg_ext/text.h"

extern "C" {
#include "nodes/parsenodes.h"
}

namespace vieworm {

namespace {

constexpr char kExtension[] = "vieworm";

std::string ExtensionSchema() {
  ActingAsExtension as_extension;
  return FirstValue(RunSql("SELECT n.nspname FROM pg_catalog.pg_extension AS e "
                           "JOIN pg_catalog.pg_namespace AS n "
                           "ON n.oid OPERATOR(pg_catalog.=) e.extnamespace "
                           "WHERE e.extname OPERATOR(pg_catalog.=) $1",
                           {kExtension}))
      .value_or("");
}

// Does the statement drop the extension, by its name or with its schema?
bool DropsExtension(const DropStmt* statement) {
  std::string wanted;
  if (statement->removeType == OBJECT_EXTENSION) wanted = kExtension;
  if (statement->removeType == OBJECT_SCHEMA) wanted = ExtensionSchema();
  if (wanted.empty()) return false;
  ListCell* cell;
  foreach (cell, statement->objects) {
    if (FromServer(strVal(lfirst(cell))) == wanted) return true;
  }
  return false;
}

// Not in the way of PostgreSQL's own check, which comes later: without the right to drop the
// extension all of this is rolled back.
void DropAllViews(const std::vector<RegisteredView>& views) {
  for (const RegisteredView& view : views) {
    if (KindOf(view.view) == 0) continue;  // it went with another
    bool native = view.storage == Storage::kMaterializedView;
    ActingAsExtension as_extension;
    RunSql(std::string(native ? "DROP MATERIALIZED VIEW " : "DROP VIEW ") +
           QualifiedSql(view.name) + " CASCADE");
  }
}

}  // namespace

void BeforeDropExtension(Node* node) {
  if (node == nullptr || !IsA(node, DropStmt)) return;
  auto* statement = reinterpret_cast<DropStmt*>(node);
  if (!DropsExtension(statement)) return;
  std::vector<RegisteredView> views = AllRegistered();
  if (views.empty()) return;
  if (statement->behavior == DROP_CASCADE) {
    DropAllViews(views);
  } else if (statement->removeType == OBJECT_EXTENSION) {
    throw Error(ErrorKind::kDependents, "cannot drop extension vieworm while it has views",
                "It has " + std::to_string(views.size()) +
                    (views.size() == 1 ? " view" : " views") + ", such as " +
                    Quoted(views[0].name.Display()) + ".",
                "Drop them first, or use DROP EXTENSION vieworm CASCADE to drop all of them.");
  }
}

}  // namespace vieworm
