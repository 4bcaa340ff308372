// vieworm_views: the list of all views, as a read-only virtual table that is there without being
// created.
#ifndef VIEWORM_SQLITE_EXT_VIEWS_TABLE_H_
#define VIEWORM_SQLITE_EXT_VIEWS_TABLE_H_

struct sqlite3;

namespace vieworm {

// Registers it; returns SQLite's code.
int RegisterViewsTable(sqlite3* db);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_VIEWS_TABLE_H_
