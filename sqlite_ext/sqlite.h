// SQLite's interface, as every file of sqlite_ext but module.cc includes it: in the loadable module
// the calls go through the table that .load hands over, with SQLITE_CORE straight to the library.
#ifndef VIEWORM_SQLITE_EXT_SQLITE_H_
#define VIEWORM_SQLITE_EXT_SQLITE_H_

#include <sqlite3ext.h>  // NOLINT(misc-include-cleaner)

SQLITE_EXTENSION_INIT3

#endif  // VIEWORM_SQLITE_EXT_SQLITE_H_
