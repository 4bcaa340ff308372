#include "pg_ext/module_version.h"

#include "common/diagnostic.h"
#include "pg_ext/server.h"
#include "pg_ext/spi.h"

namespace vieworm {

std::string ModuleVersion() { return VIEWORM_VERSION; }

void RequireSameVersion() {
  SqlResult found = RunSqlAsOfNow(
      "SELECT e.extversion FROM pg_catalog.pg_extension AS e "
      "WHERE e.extname OPERATOR(pg_catalog.=) 'vieworm'");
  std::string version = found.rows.empty() ? "" : found.rows[0][0].value_or("");
  if (version == ModuleVersion()) return;
  throw Error(ErrorKind::kWrongState,
              "extension vieworm is of version " + version +
                  " in this database, and its module of " + ModuleVersion(),
              "Views are maintained meanwhile, but none is created, refreshed or changed.",
              "Run ALTER EXTENSION vieworm UPDATE.");
}

}  // namespace vieworm
