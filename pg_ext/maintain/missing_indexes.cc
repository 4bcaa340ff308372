#include "pg_ext/maintain/missing_indexes.h"

#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/spi.h"

namespace vieworm {

namespace {

// The first columns of the indexes that hold all rows.
constexpr char kFirstColumns[] =
    "SELECT a.attname FROM pg_catalog.pg_index AS i JOIN pg_catalog.pg_attribute AS a "
    "ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid "
    "AND a.attnum OPERATOR(pg_catalog.=) (i.indkey::pg_catalog.int2[])[0] "
    "WHERE i.indrelid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
    "AND i.indisvalid AND i.indpred IS NULL";

bool IsThere(const WantedIndex& wanted) {
  Oid table = RelationId(wanted.table);
  for (const Row& row : RunSql(kFirstColumns, {std::to_string(table)}).rows) {
    const std::string& first = row[0].value();
    bool wants =
        std::find(wanted.columns.begin(), wanted.columns.end(), first) != wanted.columns.end();
    if (wants) return true;
  }
  return false;
}

std::string Message(const WantedIndex& wanted) {
  std::string columns;
  for (const std::string& column : wanted.columns) {
    columns += (columns.empty() ? "" : " or ") + column;
  }
  std::string table = wanted.table.Display();
  return "Missing index on " + table + " (" + columns + "): without it, " + wanted.why +
         " reads all of " + table + ".";
}

}  // namespace

std::vector<std::string> MissingIndexes(const std::vector<WantedIndex>& wanted) {
  ActingAsExtension as_extension;
  std::vector<std::string> missing;
  for (const WantedIndex& index : wanted) {
    if (!IsThere(index)) missing.push_back(Message(index));
  }
  return missing;
}

}  // namespace vieworm
