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

// ddl_command_start of ALTER TABLE: nothing follows what DETACH PARTITION ... CONCURRENTLY does
// between its two transactions, so it is refused for a view's source.
void BeforeAlterTable(Node* statement);

// ddl_command_start of DROP EXTENSION and DROP SCHEMA: while there are views, the extension goes
// only with CASCADE, and they go with it.
void BeforeDropExtension(Node* statement);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_EVENTS_H_
