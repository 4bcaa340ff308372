// The statement, for a store s and a definition d of columns a and b:
//
//   WITH difference AS MATERIALIZED (
//     SELECT a, b, sum(weight) AS weight, hash_record_extended(ROW(a, b), 0) AS hash
//     FROM (SELECT a, b, 1 AS weight FROM d UNION ALL SELECT a, b, -1 FROM s) AS both
//     GROUP BY a, b HAVING sum(weight) <> 0),
//   removed AS (
//     DELETE FROM s WHERE ctid IN (
//       SELECT at FROM (copies of the rows with negative weight, numbered) WHERE n <= -weight)
//     RETURNING 1),
//   added AS (INSERT INTO s SELECT a, b FROM difference, generate_series(1, weight) RETURNING 1)
//   SELECT (SELECT count(*) FROM removed), (SELECT count(*) FROM added)
//
// A column whose `=` is not identity goes through its text form, which every type has, and comes
// back from it when it is inserted. The hash only finds candidates fast; the columns decide.
//
// A type of a user's is different: a cast to text could be his own function, which would then run
// as the owner of the view, and say something else; and so could what makes a value out of text (a
// CHECK). Its text comes from the type's output function, and what is inserted is the row of d as
// it is: the rows of d are numbered, and the difference keeps the number of one that looks like it.

#include "common/ddl/refresh.h"

#include <algorithm>

#include "common/sql/sql.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

// Columns of the difference are called k1, k2, ...: a name of the user's could clash with ours.
Fragment Key(size_t i) { return {"k" + std::to_string(i + 1)}; }

class DifferenceWriter {
 public:
  DifferenceWriter(const RelationName& store, std::string definition,
                   const std::vector<Column>& columns)
      : store_(store), definition_(std::move(definition)), columns_(columns) {}

  std::string Write() {
    carries_ = std::any_of(columns_.begin(), columns_.end(),
                           [](const Column& column) { return column.is_users_type; });
    WriteDifference();
    sql_ << ",\n";
    WriteRemoved();
    WriteAdded();
    sql_ << "SELECT (SELECT pg_catalog.count(*) FROM removed), "
         << "(SELECT pg_catalog.count(*) FROM added)";
    return sql_.str();
  }

  // The sample's columns come as an array: jsonb has its keys in the order k1, k2, ..., k10, and a
  // call of jsonb_build_array() could not have more than a hundred of them.
  std::string WriteComparison() {
    WriteDifference();
    sql_ << "\nSELECT COALESCE((SELECT pg_catalog.sum(weight) FROM difference"
         << " WHERE weight OPERATOR(pg_catalog.>) 0), 0),"
         << "\n  COALESCE((SELECT OPERATOR(pg_catalog.-) pg_catalog.sum(weight) FROM difference"
         << " WHERE weight OPERATOR(pg_catalog.<) 0), 0),"
         << "\n  COALESCE((SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object("
         << "CASE WHEN weight OPERATOR(pg_catalog.>) 0 THEN 'missing' ELSE 'extra' END, "
         << "(SELECT pg_catalog.jsonb_agg(value) FROM "
            "pg_catalog.jsonb_each(pg_catalog.to_jsonb(sample)"
         << " OPERATOR(pg_catalog.-) '{weight,hash}'::pg_catalog.text[]))))"
         << " FROM (SELECT * FROM difference LIMIT 5) AS sample), '[]')";
    return sql_.str();
  }

 private:
  void WriteDifference() {
    sql_ << "WITH ";
    if (carries_) WriteFresh();
    sql_ << "difference AS MATERIALIZED (\n  SELECT ";
    EachKey("", ", ");
    sql_ << ", pg_catalog.sum(weight) AS weight, ";
    WriteHash("");
    sql_ << " AS hash";
    if (carries_) sql_ << ", pg_catalog.min(number) AS number";
    sql_ << "\n  FROM (SELECT ";
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) sql_ << ", ";
      WriteComparable(columns_[i], carries_ ? Text("d", Value(i)) : Text("d", Name(i)));
      sql_ << " AS " << Key(i);
    }
    sql_ << ", 1 AS weight";
    if (carries_) sql_ << ", d.number";
    sql_ << " FROM ";
    carries_ ? sql_ << "fresh" : sql_ << Fragment{definition_};
    sql_ << " AS d\n        UNION ALL\n        SELECT ";
    ConvertedColumns("s");
    sql_ << ", -1";
    if (carries_) sql_ << ", NULL";
    sql_ << " FROM " << store_ << " AS s) AS both_sides\n  GROUP BY ";
    EachKey("", ", ");
    sql_ << "\n  HAVING pg_catalog.sum(weight) OPERATOR(pg_catalog.<>) 0)";
  }

  // The rows of d, numbered, with names of our own for the columns.
  void WriteFresh() {
    sql_ << "fresh AS MATERIALIZED (\n  SELECT pg_catalog.row_number() OVER () AS number";
    for (size_t i = 0; i < columns_.size(); ++i) {
      sql_ << ", " << Text("d", Name(i)) << " AS " << Fragment{Value(i)};
    }
    sql_ << " FROM " << Fragment{definition_} << " AS d),\n";
  }

  void WriteRemoved() {
    sql_ << "removed AS (\n  DELETE FROM " << store_
         << " WHERE ctid IN (\n    SELECT place FROM (\n"
         << "      SELECT s.place, difference.weight, pg_catalog.row_number() OVER (PARTITION BY ";
    EachKey("difference.", ", ");
    sql_ << ") AS copy\n      FROM difference JOIN (SELECT ctid AS place, ";
    ConvertedColumns("s");
    sql_ << " FROM " << store_ << " AS s) AS s\n        ON difference.hash OPERATOR(pg_catalog.=) ";
    WriteHash("s.");
    for (size_t i = 0; i < columns_.size(); ++i) {
      sql_ << "\n        AND NOT (difference." << Key(i) << " IS DISTINCT FROM s." << Key(i) << ")";
    }
    sql_ << "\n      WHERE difference.weight OPERATOR(pg_catalog.<) 0) AS copies\n"
         << "    WHERE copy OPERATOR(pg_catalog.<=) (OPERATOR(pg_catalog.-) weight))\n"
         << "  RETURNING 1),\n";
  }

  void WriteAdded() {
    sql_ << "added AS (\n  INSERT INTO " << store_ << "\n  SELECT ";
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) sql_ << ", ";
      carries_ ? sql_ << Text("fresh", Value(i)) : sql_ << Key(i);
      if (!carries_ && !columns_[i].equality_is_identity) {
        sql_ << "::" << Fragment{columns_[i].type};
      }
    }
    sql_ << "\n  FROM difference";
    if (carries_) sql_ << " JOIN fresh ON fresh.number OPERATOR(pg_catalog.=) difference.number";
    sql_ << ", pg_catalog.generate_series(1, weight::pg_catalog.int8)\n"
         << "  RETURNING 1)\n";
  }

  // ", "-separated keys, each with the prefix.
  void EachKey(Keywords prefix, Keywords separator) {
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) sql_ << separator;
      sql_ << prefix << Key(i);
    }
  }

  // The columns of the relation `alias` in the form in which they are compared.
  void ConvertedColumns(const char* alias) {
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) sql_ << ", ";
      WriteComparable(columns_[i], Text(alias, Name(i)));
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

  // The column in the definition and the store.
  std::string Name(size_t i) const { return QuoteIdentifier(columns_[i].name); }

  // The column in `fresh`.
  static std::string Value(size_t i) { return "v" + std::to_string(i + 1); }

  static Fragment Text(const char* alias, const std::string& column) {
    return {std::string(alias) + "." + column};
  }

  void WriteHash(Keywords prefix) {
    sql_ << "pg_catalog.hash_record_extended(ROW(";
    EachKey(prefix, ", ");
    sql_ << "), 0)";
  }

  const RelationName& store_;
  std::string definition_;  // an item of FROM
  const std::vector<Column>& columns_;
  bool carries_ = false;  // does `fresh` hold the values to insert?
  Sql sql_{PostgresDialect()};
};

}  // namespace

std::string RefreshByDifferenceInPostgres(const RelationName& store, const RelationName& definition,
                                          const std::vector<Column>& columns) {
  Sql from(PostgresDialect());
  from << definition;
  return DifferenceWriter(store, from.str(), columns).Write();
}

std::string CompareInPostgres(const RelationName& actual, const std::string& expected,
                              const std::vector<Column>& columns) {
  return DifferenceWriter(actual, expected, columns).WriteComparison();
}

}  // namespace vieworm
