// Refreshing a store by difference: only the rows that changed are written.
//
// Old and new rows are compared as bags: copies count. The engine's back-end reads both side by
// side; in SQL, store and definition are added up with opposite weights, row by row, and what does
// not cancel out is the difference.
#ifndef VIEWORM_COMMON_DDL_REFRESH_H_
#define VIEWORM_COMMON_DDL_REFRESH_H_

#include <string>
#include <vector>

#include "common/plan/view_plan.h"

namespace vieworm {

// The caller compares what `select` gives with the rows of the store, and writes the difference.
struct PostgresDifference {
  std::string select;  // the rows that the store ought to have
  std::string remove;  // takes out those whose places are in names::kOldRows (place tid)
  std::string add;     // puts in those of names::kNewRows (k1, k2, ..., number bigint), in order
};

// `contents` has the columns of the store, and there are that many.
PostgresDifference RefreshByDifferenceInPostgres(const RelationName& store,
                                                 const RelationName& contents, size_t columns);

// One SELECT that compares two relations as bags. It returns one row: the number of rows that only
// `expected`, an item of FROM, has, that of rows that only `actual` has, and a few of both, each
// {"missing": [...]} or {"extra": [...]} (bigint, bigint, jsonb). Precondition:
// equality_is_identity is right for every column.
std::string CompareInPostgres(const RelationName& actual, const std::string& expected,
                              const std::vector<Column>& columns);

// SQLite has no data-modifying WITH, so the caller carries the rows over. There are two ways to
// find the difference: `select` computes it in SQL, by sorting everything; or the caller reads
// `old_rows` and `new_rows` side by side, which is much faster where they come in about the same
// order. In a row of the caller's own, the columns are the parameters.
struct SqliteDifference {
  // The difference, deletions first, complete before its first row comes out: the columns, then
  // the weight (copies to insert if positive, to delete if negative), then the rowids of all stored
  // copies as a JSON array.
  std::string select;
  std::string old_rows;  // the store in the order of its rowids: the columns, then the rowid
  std::string new_rows;  // the definition: the columns
  std::string insert;    // one row
  std::string place;     // one row under a given rowid, which is the last parameter
  std::string remove;    // one row; its parameter is the rowid
};

// `definition` is an item of FROM. `columns` are the store's; `sources` are the names of the
// definition's columns that belong to them. Throws Error(kNotSupported) where the columns hide all
// names of the rowid.
SqliteDifference RefreshByDifferenceInSqlite(const RelationName& store,
                                             const std::string& definition,
                                             const std::vector<Column>& columns,
                                             const std::vector<std::string>& sources);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_REFRESH_H_
