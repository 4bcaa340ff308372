// The versions of the module, which a package installs, and of the extension, which ALTER EXTENSION
// makes of it in each database. Between the two, views are maintained and nothing else is done.
#ifndef VIEWORM_PG_EXT_MODULE_VERSION_H_
#define VIEWORM_PG_EXT_MODULE_VERSION_H_

#include <string>

namespace vieworm {

// Such as "0.2.0".
std::string ModuleVersion();

// Throws a Diagnostic (55000) where this database has the extension in another version.
void RequireSameVersion();

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MODULE_VERSION_H_
