#include "pg_ext/maintain/followed.h"

#include "pg_ext/identity.h"
#include "pg_ext/spi.h"

namespace vieworm {

void RememberFollowed(Oid store, Oid table) {
  ActingAsExtension as_extension;
  RunSqlAsOfNow(
      "INSERT INTO vieworm.followed (store, source) "
      "VALUES ($1::pg_catalog.oid, $2::pg_catalog.oid) ON CONFLICT DO NOTHING",
      {std::to_string(store), std::to_string(table)});
}

void ForgetFollowed(Oid store, std::optional<Oid> table) {
  ActingAsExtension as_extension;
  RunSqlAsOfNow(
      "DELETE FROM vieworm.followed AS f "
      "WHERE f.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
      "AND ($2 IS NULL OR f.source::pg_catalog.oid OPERATOR(pg_catalog.=) $2::pg_catalog.oid)",
      {std::to_string(store), table ? Value(std::to_string(*table)) : Value()});
}

bool IsFollowed(Oid store, Oid table) {
  ActingAsExtension as_extension;
  return !RunSqlAsOfNow(
              "SELECT FROM vieworm.followed AS f "
              "WHERE f.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
              "AND f.source::pg_catalog.oid OPERATOR(pg_catalog.=) $2::pg_catalog.oid",
              {std::to_string(store), std::to_string(table)})
              .rows.empty();
}

}  // namespace vieworm
