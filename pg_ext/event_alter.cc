#include "common/names.h"
#include "pg_ext/alter_table.h"
#include "pg_ext/events.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/follow.h"
#include "pg_ext/maintenance.h"
#include "pg_ext/schedules.h"
#include "pg_ext/spi.h"
#include "pg_ext/switched_off.h"

extern "C" {
#include "commands/extension.h"
#include "nodes/parsenodes.h"
}

namespace vieworm {

namespace {

// Stores and definitions that belong to somebody else than their face does.
constexpr char kStrays[] =
    "SELECT pg_catalog.format('ALTER %s %I.%I OWNER TO %I', "
    "CASE inner_one.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, "
    "space.nspname, inner_one.relname, pg_catalog.pg_get_userbyid(face.relowner)) "
    "FROM vieworm.registry AS r "
    "JOIN pg_catalog.pg_class AS face "
    "ON face.oid OPERATOR(pg_catalog.=) r.view::pg_catalog.oid "
    "JOIN pg_catalog.pg_class AS inner_one "
    "ON inner_one.oid OPERATOR(pg_catalog.=) r.store::pg_catalog.oid "
    "OR inner_one.oid OPERATOR(pg_catalog.=) r.definition::pg_catalog.oid "
    "OR inner_one.oid OPERATOR(pg_catalog.=) r.state::pg_catalog.oid "
    "OR inner_one.oid OPERATOR(pg_catalog.=) r.bounds::pg_catalog.oid "
    "JOIN pg_catalog.pg_namespace AS space "
    "ON space.oid OPERATOR(pg_catalog.=) inner_one.relnamespace "
    "WHERE inner_one.relowner OPERATOR(pg_catalog.<>) face.relowner "
    "ORDER BY inner_one.oid";

// The statements below fire the event trigger again; there is nothing new for it then.
bool following = false;

class Following {
 public:
  Following() { following = true; }
  ~Following() { following = false; }
};

// A constraint more makes no view impossible to maintain. One that already is, because a dump is
// being restored and not all of its keys are there, must not be in the way of the next one.
bool OnlyAddsConstraints(Node* node) {
  if (node == nullptr || !IsA(node, AlterTableStmt)) return false;
  return !HasCommand(node, [](AlterTableType command) { return command != AT_AddConstraint; });
}

// Of all views' owners, that is: those who read an altered table are looked at anyway.
bool TakesRights(Node* node) {
  if (node == nullptr) return false;
  return IsA(node, GrantStmt) || IsA(node, DropOwnedStmt) || IsA(node, AlterOwnerStmt) ||
         HasCommand(node, [](AlterTableType command) { return command == AT_ChangeOwner; });
}

bool HasViews() {
  if (RelationId({names::kSchema, names::kRegistry}) == InvalidOid) return false;
  ActingAsExtension as_extension;
  return !RunSqlAsOfNow("SELECT FROM vieworm.registry LIMIT 1").rows.empty();
}

}  // namespace

// The script of an extension changes no view of ours, and pg_cron's leaves its catalog half done.
void AfterAlter(Node* statement) {
  if (creating_extension || following || RebuildingView::Any()) return;
  CheckKeepsSchema(statement);
  if (OnlyAddsConstraints(statement) || !HasViews()) return;
  Following now;
  WithoutJit without_jit;  // PostgreSQL takes what is asked below for costlier than it is
  CheckInternalRelations(statement);
  {
    ActingAsExtension as_extension;
    for (const Row& row : RunSqlAsOfNow(kStrays).rows) RunSql(row[0].value());
  }
  if (TakesRights(statement)) FollowLostRights();
  FollowRenames();
  FollowAlteredSources();
  if (DisablesTriggers(statement)) FollowDisabledTriggers();
}

}  // namespace vieworm
