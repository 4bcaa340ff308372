// What name resolution asks of the database. The unit tests fake it.
#ifndef VIEWORM_SQLITE_EXT_RESOLVE_SCHEMA_H_
#define VIEWORM_SQLITE_EXT_RESOLVE_SCHEMA_H_

#include <optional>
#include <string>
#include <vector>

#include "common/sql/dialect.h"

namespace vieworm::resolve {

enum class TableKind { kTable, kView, kVirtual };

struct TableColumn {
  std::string name;
  bool hidden = false;  // of a virtual table: * leaves it out
};

struct TableFacts {
  RelationName name;  // with schema
  TableKind kind = TableKind::kTable;
  std::vector<TableColumn> columns;
  bool has_rowid = false;  // rowid, _rowid_ and oid mean the rowid where no column has that name
};

class Schema {
 public:
  virtual ~Schema() = default;

  // The table, view or table-valued function of that name, as a view in the definition's schema
  // would find it. Nothing where there is none.
  virtual std::optional<TableFacts> Find(const std::optional<std::string>& schema,
                                         const std::string& name) const = 0;
};

}  // namespace vieworm::resolve

#endif  // VIEWORM_SQLITE_EXT_RESOLVE_SCHEMA_H_
