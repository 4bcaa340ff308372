// SQL from C++: text in, text out.
#ifndef VIEWORM_PG_EXT_SPI_H_
#define VIEWORM_PG_EXT_SPI_H_

#include "pg_ext/server.h"

namespace vieworm {

// A value in its text form; nothing is NULL.
using Value = std::optional<std::string>;
using Row = std::vector<Value>;

struct SqlResult {
  std::vector<Row> rows;
  uint64_t processed = 0;  // rows returned or changed
};

// Runs one statement with a snapshot of its own, as the current user and under the current
// settings. Parameters $1, $2, ... are bound as text. Throws PgError; throws Error(kSyntax) where
// `sql` is not exactly one statement.
SqlResult RunSql(const std::string& sql, const std::vector<Value>& parameters = {});

// The same, and it sees what is committed by now, though the transaction may look at an older
// snapshot: what the registry says counts as PostgreSQL's own catalogs do.
SqlResult RunSqlAsOfNow(const std::string& sql, const std::vector<Value>& parameters = {});

// The first column of the first row; nothing where there is no row or the value is NULL.
Value FirstValue(const SqlResult& result);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_SPI_H_
