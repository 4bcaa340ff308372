#include "common/diagnostic.h"
#include "common/names.h"
#include "pg_ext/events.h"
#include "pg_ext/family.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/spi.h"
#include "pg_ext/text.h"

extern "C" {
#include "catalog/namespace.h"
#include "nodes/parsenodes.h"
}

namespace vieworm {

namespace {

bool DetachesConcurrently(const AlterTableStmt* statement) {
  ListCell* cell;
  foreach (cell, statement->cmds) {
    auto* command = static_cast<AlterTableCmd*>(lfirst(cell));
    if (command->subtype != AT_DetachPartition) continue;
    if (reinterpret_cast<PartitionCmd*>(command->def)->concurrent) return true;
  }
  return false;
}

// A view with triggers on `table`, or on a table above it; or "".
std::string ViewOver(Oid table) {
  constexpr char kViews[] =
      "SELECT r.view::pg_catalog.text FROM vieworm.registry AS r JOIN vieworm.programs AS p "
      "ON p.store OPERATOR(pg_catalog.=) r.store "
      "WHERE p.source::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
      "AND NOT r.paused ORDER BY 1 LIMIT 1";
  ActingAsExtension as_extension;
  for (Oid each : WithAncestors(table)) {
    std::vector<Row> rows = RunSqlAsOfNow(kViews, {std::to_string(each)}).rows;
    if (!rows.empty()) return rows[0][0].value();
  }
  return "";
}

}  // namespace

void BeforeAlterTable(Node* node) {
  if (node == nullptr || !IsA(node, AlterTableStmt)) return;
  auto* statement = reinterpret_cast<AlterTableStmt*>(node);
  if (!DetachesConcurrently(statement)) return;
  if (RelationId({names::kSchema, names::kRegistry}) == InvalidOid) return;
  Oid table = PgCall([=] { return RangeVarGetRelid(statement->relation, NoLock, true); });
  std::string view = table == InvalidOid ? "" : ViewOver(table);
  if (view.empty()) return;
  throw Error(ErrorKind::kWrongState,
              "cannot detach a partition of " + Quoted(NameOf(table).Display()) + " concurrently",
              "Maintained view " + Quoted(view) +
                  " reads it, and would show the partition's rows until the end.",
              "Use DETACH PARTITION without CONCURRENTLY, or pause the view.");
}

}  // namespace vieworm
