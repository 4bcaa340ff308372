// ViewPlan -> the statements that create the view, in order.
//
// Each statement that takes SQL text of the user's (a definition, an index's expression) has it at
// a place where the engine's own parser reads it; a back-end must see to it that each string is one
// statement and no more.
#ifndef VIEWORM_COMMON_DDL_CREATE_H_
#define VIEWORM_COMMON_DDL_CREATE_H_

#include <vector>

#include "common/ddl/maintenance.h"
#include "common/ddl/maintenance_postgres.h"
#include "common/ddl/statement.h"
#include "common/plan/view_plan.h"

namespace vieworm {

std::vector<Statement> CreateInPostgres(const ViewPlan& plan);
std::vector<Statement> CreateInSqlite(const ViewPlan& plan);

// A view that PostgreSQL maintains. Triggers come before the store is filled: they keep others from
// changing the sources until the end of the transaction. They are left out without data.
std::vector<Statement> CreateInPostgres(const ViewPlan& plan,
                                        const PostgresMaintenance& maintenance);

// A view that is maintained incrementally. Its triggers are on only if it has data.
std::vector<Statement> CreateInSqlite(const ViewPlan& plan, const Maintenance& maintenance);

// CREATE OR REPLACE of a face, or of a simple view, that exists: PostgreSQL keeps its privileges
// and what depends on it, and refuses columns that do not fit.
Statement ReplaceViewInPostgres(const ViewPlan& plan);

// The same view with other contents, where columns and kind let ReplaceViewInPostgres do it: what
// is new is built beside the old, the face is turned to it, `drop_old` runs, and only then do the
// new relations take their places, so that they may have indexes of the same names.
std::vector<Statement> ReplaceInPostgres(const ViewPlan& plan,
                                         const std::vector<Statement>& drop_old);

// COMMENT ON the view. Without a comment in the spec it removes the one that is there.
Statement CommentInPostgres(const ViewPlan& plan);

// SQLite: CREATE TABLE of a store that holds what a definition gives.
std::string CreateStore(const RelationName& store, const std::vector<Column>& columns);

// SQLite: CREATE VIEW of the face that shows such a store.
std::string CreateFace(const RelationName& view, const RelationName& store,
                       const std::vector<Column>& columns, const Json& spec);

// JSON pointers of the keys of the spec that SQLite has no use for, such as "/tablespace". The
// summary of vieworm_create lists them, so that nothing is ignored in silence.
std::vector<std::string> IgnoredBySqlite(const ViewSpec& spec);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_CREATE_H_
