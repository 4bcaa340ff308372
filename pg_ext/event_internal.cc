#include "common/diagnostic.h"
#include "common/names.h"
#include "pg_ext/alter_table.h"
#include "pg_ext/events.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/stale.h"
#include "pg_ext/registry.h"
#include "pg_ext/spi.h"

namespace vieworm {

namespace {

// The internal relations that the command names, and those that it has made part of a table
// inheritance; with their views.
constexpr char kTouched[] =
    "WITH inner_ones(view, id) AS ("
    "SELECT r.view, each.id FROM vieworm.registry AS r, LATERAL (VALUES (r.store), "
    "(r.definition), (r.state), (r.bounds)) AS each(id) WHERE each.id IS NOT NULL) "
    "SELECT o.view::pg_catalog.oid, "
    "c.objid OPERATOR(pg_catalog.<>) o.id::pg_catalog.oid OR EXISTS ("
    "SELECT FROM pg_catalog.pg_inherits AS i "
    "WHERE i.inhrelid OPERATOR(pg_catalog.=) o.id::pg_catalog.oid) "
    "FROM pg_catalog.pg_event_trigger_ddl_commands() AS c JOIN inner_ones AS o "
    "ON c.objid OPERATOR(pg_catalog.=) o.id::pg_catalog.oid OR EXISTS ("
    "SELECT FROM pg_catalog.pg_inherits AS i WHERE "
    "(i.inhrelid OPERATOR(pg_catalog.=) o.id::pg_catalog.oid "
    "AND i.inhparent OPERATOR(pg_catalog.=) c.objid) OR "
    "(i.inhparent OPERATOR(pg_catalog.=) o.id::pg_catalog.oid "
    "AND i.inhrelid OPERATOR(pg_catalog.=) c.objid)) "
    "WHERE c.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass "
    "ORDER BY 1, 2";

// What leaves the rows and the columns of a store as they are: how it is kept, what restoring a
// dump adds to it, and its owner, who is put right.
bool IsHarmless(AlterTableType command) {
  switch (command) {
    case AT_AddConstraint:
    case AT_AddIndex:
    case AT_AddIndexConstraint:
    case AT_ChangeOwner:
    case AT_ClusterOn:
    case AT_DropCluster:
    case AT_EnableTrig:
    case AT_EnableTrigAll:
    case AT_EnableTrigUser:
    case AT_ReplaceRelOptions:
    case AT_ReplicaIdentity:
    case AT_ResetOptions:
    case AT_ResetRelOptions:
    case AT_SetCompression:
    case AT_SetLogged:
    case AT_SetOptions:
    case AT_SetRelOptions:
    case AT_SetStatistics:
    case AT_SetStorage:
    case AT_SetTableSpace:
    case AT_ValidateConstraint:
      return true;
    default:
      return false;
  }
}

enum class Harm { kNone, kUnguarded, kDetached };

bool Disables(AlterTableType command) {
  return command == AT_DisableTrig || command == AT_DisableTrigAll ||
         command == AT_DisableTrigUser || command == AT_EnableReplicaTrig;
}

Harm HarmOf(Node* statement) {
  if (statement == nullptr) return Harm::kNone;
  if (IsA(statement, RenameStmt) || IsA(statement, AlterObjectSchemaStmt)) return Harm::kDetached;
  auto detaches = [](AlterTableType command) { return !IsHarmless(command) && !Disables(command); };
  if (HasCommand(statement, detaches)) return Harm::kDetached;
  return DisablesTriggers(statement) ? Harm::kUnguarded : Harm::kNone;
}

// Most commands cannot, and are spared the question.
bool MayTouchInternal(Node* statement, Harm harm) {
  if (harm != Harm::kNone) return true;
  return statement != nullptr && IsA(statement, CreateStmt) &&
         reinterpret_cast<CreateStmt*>(statement)->inhRelations != NIL;
}

[[noreturn]] void Refuse(Oid view) {
  throw Error(ErrorKind::kDependents,
              "cannot alter like that what view " + Quoted(NameOf(view).Display()) + " is made of",
              "", "Alter the view itself, or create it anew with \"or_replace\".");
}

}  // namespace

bool DisablesTriggers(Node* statement) { return HasCommand(statement, Disables); }

void CheckKeepsSchema(Node* statement) {
  if (statement == nullptr || !IsA(statement, RenameStmt)) return;
  auto* rename = reinterpret_cast<RenameStmt*>(statement);
  if (rename->renameType != OBJECT_SCHEMA || strcmp(rename->subname, names::kSchema) != 0) return;
  throw Error(ErrorKind::kDependents, "cannot rename schema " + std::string(names::kSchema) +
                                          " because extension vieworm keeps its views in it");
}

void CheckInternalRelations(Node* statement) {
  Harm harm = HarmOf(statement);
  if (!MayTouchInternal(statement, harm)) return;
  std::vector<Row> touched;
  {
    ActingAsExtension as_extension;
    touched = RunSqlAsOfNow(kTouched).rows;
  }
  for (const Row& row : touched) {
    Oid view = static_cast<Oid>(std::stoul(row[0].value()));
    if (harm == Harm::kDetached || row[1] == "t") Refuse(view);
    if (harm == Harm::kNone) continue;
    std::optional<RegisteredView> registered = FindRegistered(view);
    if (registered && registered->IsMaintained()) {
      MarkStale(*registered, "the triggers of its store have been disabled");
    }
  }
}

}  // namespace vieworm
