// The SELECT that compares, for an actual relation s and an expected one d of columns a and b:
//
//   WITH difference AS MATERIALIZED (
//     SELECT a, b, sum(weight) AS weight
//     FROM (SELECT a, b, 1 AS weight FROM d UNION ALL SELECT a, b, -1 FROM s) AS both_sides
//     GROUP BY a, b HAVING sum(weight) <> 0)
//   SELECT (the sum of the positive weights), (of the negative ones), (a sample)
//
// A column whose `=` is not identity goes through its text form, which every type has. That of a
// user's type comes from the type's output function: a cast to text could be his own function,
// which would then run as the owner of the view, and say something else.

#include "common/ddl/refresh.h"

#include "common/names.h"
#include "common/sql/sql.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

// Columns of the difference are called k1, k2, ...: a name of the user's could clash with ours.
Fragment Key(size_t i) { return {"k" + std::to_string(i + 1)}; }

class ComparisonWriter {
 public:
  ComparisonWriter(const RelationName& actual, const std::string& expected,
                   const std::vector<Column>& columns)
      : actual_(actual), expected_(expected), columns_(columns) {}

  // The sample's columns come as an array: jsonb has its keys in the order k1, k2, ..., k10, and a
  // call of jsonb_build_array() could not have more than a hundred of them.
  std::string Write() {
    WriteDifference();
    sql_ << "\nSELECT COALESCE((SELECT pg_catalog.sum(weight) FROM difference"
         << " WHERE weight OPERATOR(pg_catalog.>) 0), 0),"
         << "\n  COALESCE((SELECT OPERATOR(pg_catalog.-) pg_catalog.sum(weight) FROM difference"
         << " WHERE weight OPERATOR(pg_catalog.<) 0), 0),"
         << "\n  COALESCE((SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object("
         << "CASE WHEN weight OPERATOR(pg_catalog.>) 0 THEN 'missing' ELSE 'extra' END, "
         << "(SELECT pg_catalog.jsonb_agg(value) FROM "
            "pg_catalog.jsonb_each(pg_catalog.to_jsonb(sample)"
         << " OPERATOR(pg_catalog.-) 'weight'::pg_catalog.text))))"
         << " FROM (SELECT * FROM difference LIMIT 5) AS sample), '[]')";
    return sql_.str();
  }

 private:
  void WriteDifference() {
    sql_ << "WITH difference AS MATERIALIZED (\n  SELECT ";
    WriteKeys();
    sql_ << ", pg_catalog.sum(weight) AS weight\n  FROM (SELECT ";
    WriteComparables("d");
    sql_ << ", 1 AS weight FROM " << Fragment{expected_} << " AS d\n        UNION ALL\n"
         << "        SELECT ";
    WriteComparables("s");
    sql_ << ", -1 FROM " << actual_ << " AS s) AS both_sides\n  GROUP BY ";
    WriteKeys();
    sql_ << "\n  HAVING pg_catalog.sum(weight) OPERATOR(pg_catalog.<>) 0)";
  }

  void WriteKeys() {
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) sql_ << ", ";
      sql_ << Key(i);
    }
  }

  // The columns of the relation `alias` in the form in which they are compared.
  void WriteComparables(const char* alias) {
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) sql_ << ", ";
      WriteComparable(columns_[i], {alias + ("." + QuoteIdentifier(columns_[i].name))});
      sql_ << " AS " << Key(i);
    }
  }

  void WriteComparable(const Column& column, const Fragment& value) {
    if (column.equality_is_identity) {
      sql_ << value;
    } else if (column.is_users_type) {
      sql_ << "CASE WHEN " << value << " IS DISTINCT FROM NULL THEN pg_catalog.format('%s', "
           << value << ") COLLATE pg_catalog.\"C\" END";
    } else {
      sql_ << value << "::pg_catalog.text COLLATE pg_catalog.\"C\"";
    }
  }

  const RelationName& actual_;
  const std::string& expected_;  // an item of FROM
  const std::vector<Column>& columns_;
  Sql sql_{PostgresDialect()};
};

}  // namespace

PostgresDifference RefreshByDifferenceInPostgres(const RelationName& store,
                                                 const RelationName& contents, size_t columns) {
  Sql select(PostgresDialect());
  select << "SELECT * FROM " << contents;
  Sql remove(PostgresDialect());
  remove << "DELETE FROM " << store << " WHERE ctid IN (SELECT place FROM "
         << Identifier{names::kOldRows} << ")";
  Sql add(PostgresDialect());
  add << "INSERT INTO " << store << " SELECT ";
  for (size_t i = 0; i < columns; ++i) {
    if (i > 0) add << ", ";
    add << Key(i);
  }
  add << " FROM " << Identifier{names::kNewRows} << " ORDER BY number";
  return {select.str(), remove.str(), add.str()};
}

std::string CompareInPostgres(const RelationName& actual, const std::string& expected,
                              const std::vector<Column>& columns) {
  return ComparisonWriter(actual, expected, columns).Write();
}

}  // namespace vieworm
