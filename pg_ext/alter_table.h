// What is in an ALTER TABLE (ALTER VIEW, ...) that an event trigger is told of.
#ifndef VIEWORM_PG_EXT_ALTER_TABLE_H_
#define VIEWORM_PG_EXT_ALTER_TABLE_H_

#include "pg_ext/server.h"

extern "C" {
#include "nodes/parsenodes.h"
}

namespace vieworm {

// Is it one, and is `predicate` true of the type of one of its commands?
template <typename Predicate>
bool HasCommand(Node* statement, Predicate predicate) {
  if (statement == nullptr || !IsA(statement, AlterTableStmt)) return false;
  ListCell* cell;
  foreach (cell, reinterpret_cast<AlterTableStmt*>(statement)->cmds) {
    if (predicate(static_cast<AlterTableCmd*>(lfirst(cell))->subtype)) return true;
  }
  return false;
}

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_ALTER_TABLE_H_
