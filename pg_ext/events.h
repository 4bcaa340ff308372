// Ordinary DDL on vieworm's views keeps the registry right: what the event triggers do.
#ifndef VIEWORM_PG_EXT_EVENTS_H_
#define VIEWORM_PG_EXT_EVENTS_H_

#include "pg_ext/server.h"

struct Node;

namespace vieworm {

// sql_drop: a view takes what is behind it along. What is behind it cannot be dropped alone, but
// goes, and takes the view along, where a source is dropped with CASCADE.
void AfterDrop();

// ddl_command_end: store and definition follow the face to another owner, jobs to another name; and
// maintained views what is done to their sources.
void AfterAlter(Node* statement);

// Is it an ALTER TABLE that turns triggers off? A dump is restored like that, when it is told to.
bool DisablesTriggers(Node* statement);

// ddl_command_end: what would detach a store or a definition from its view (another name, another
// schema, other columns, inheritance) is refused; the view of a store that is not guarded any more
// is stale.
void CheckInternalRelations(Node* statement);

// ddl_command_end: nothing is found in schema vieworm any more when it has another name.
void CheckKeepsSchema(Node* statement);

// ddl_command_start of ALTER TABLE: nothing follows what DETACH PARTITION ... CONCURRENTLY does
// between its two transactions, so it is refused for a view's source.
void BeforeAlterTable(Node* statement);

// ddl_command_start of DROP EXTENSION and DROP SCHEMA: while there are views, the extension goes
// only with CASCADE, and they go with it.
void BeforeDropExtension(Node* statement);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_EVENTS_H_
