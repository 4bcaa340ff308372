#include "pg_ext/maintain/table_facts.h"

#include "common/plan/refusals.h"
#include "pg_ext/column_identity.h"
#include "pg_ext/family.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/spi.h"

namespace vieworm {

namespace {

constexpr char kColumns[] =
    "SELECT a.attname, a.attnotnull, EXISTS (SELECT FROM pg_catalog.pg_collation AS c "
    "WHERE c.oid OPERATOR(pg_catalog.=) a.attcollation AND NOT c.collisdeterministic) "
    "FROM pg_catalog.pg_attribute AS a "
    "WHERE a.attrelid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
    "AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped ORDER BY a.attnum";

constexpr char kPrimaryKey[] =
    "SELECT a.attname, a.atttypid FROM pg_catalog.pg_index AS i, "
    "LATERAL pg_catalog.unnest(i.indkey) WITH ORDINALITY AS k(attnum, n) "
    "JOIN pg_catalog.pg_attribute AS a ON a.attnum OPERATOR(pg_catalog.=) k.attnum "
    "WHERE i.indrelid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
    "AND a.attrelid OPERATOR(pg_catalog.=) i.indrelid "
    "AND i.indisprimary AND i.indimmediate AND i.indisvalid "
    "AND k.n OPERATOR(pg_catalog.<=) i.indnkeyatts ORDER BY k.n";

std::vector<std::string> PrimaryKey(const Value& table) {
  std::vector<std::string> columns;
  for (const Row& row : RunSqlAsOfNow(kPrimaryKey, {table}).rows) {
    if (!HasBuiltinEquality(static_cast<Oid>(std::stoul(row[1].value())))) return {};
    columns.push_back(row[0].value());
  }
  return columns;
}

}  // namespace

TableFacts DescribeTable(const RelationName& table) {
  Oid relation = RelationId(table);
  if (relation == InvalidOid) throw DoesNotExist(table);
  TableFacts facts;
  facts.name = table;
  Value id = std::to_string(relation);
  bool has_heirs = HasHeirs(relation);
  ActingAsExtension as_extension;
  for (const Row& row : RunSqlAsOfNow(kColumns, {id}).rows) {
    ColumnFacts column;
    column.name = row[0].value();
    column.not_null = row[1] == "t" && !has_heirs;
    column.folded = row[2] == "t";
    facts.columns.push_back(std::move(column));
  }
  if (!has_heirs) facts.identity = PrimaryKey(id);
  return facts;
}

}  // namespace vieworm
