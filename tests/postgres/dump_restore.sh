#!/bin/sh
# pg_dump and restore into a fresh database: the views, the registry and what can be done with them.
cd "$(dirname "$0")/../.." || exit 1
. scripts/lib/packages.sh
. scripts/lib/cluster.sh
. tests/postgres/lib.sh

directory=$(mktemp -d)
trap 'cluster_stop "$directory"' EXIT
trap 'exit 130' HUP INT TERM
cluster_start "$directory" || exit 1

createuser dump_owner
createdb original
sql original "
  SET client_min_messages = warning;
  CREATE EXTENSION vieworm;
  CREATE SCHEMA shop AUTHORIZATION dump_owner;
  GRANT CREATE ON SCHEMA public TO dump_owner;
  SET ROLE dump_owner;
  CREATE TABLE shop.sale (day date, item text, coins numeric);
  INSERT INTO shop.sale SELECT '2026-01-01'::date + i % 7, 'i' || i % 3, i FROM generate_series(1, 100) AS i;
  SELECT vieworm_create('plain', 'SELECT item FROM shop.sale');
  SELECT vieworm_create('native', 'SELECT item, sum(coins) AS coins FROM shop.sale GROUP BY item',
                        '{\"method\": \"materialized\", \"indexes\": [{\"columns\": [\"item\"], \"unique\": true}]}');
  SELECT vieworm_create('shop.\"Odd Table\"',
                        'SELECT day, item, sum(coins) AS coins, ''{}''::json AS j FROM shop.sale GROUP BY day, item',
                        '{\"method\": \"table\", \"comment\": \"per day\", \"refresh\": {\"schedule\": \"1 hour\"},
                          \"indexes\": [{\"columns\": [\"day\"]}]}');
  SELECT vieworm_create('live', 'SELECT item, count(*) AS n, sum(coins) AS coins, sum(coins::float8 / 7) AS sevenths FROM shop.sale GROUP BY item',
                        '{\"refresh\": {\"on\": \"statement\", \"mode\": \"incremental\"}}');
  CREATE TABLE shop.item (name text PRIMARY KEY, maker text);
  CREATE TABLE shop.stock (id int PRIMARY KEY, item text REFERENCES shop.item, n int) PARTITION BY RANGE (id);
  CREATE TABLE shop.stock_low PARTITION OF shop.stock FOR VALUES FROM (0) TO (10);
  CREATE TABLE shop.stock_high PARTITION OF shop.stock FOR VALUES FROM (10) TO (20);
  INSERT INTO shop.item VALUES ('i0', 'x'), ('i1', 'y');
  INSERT INTO shop.stock VALUES (1, 'i0', 5), (11, 'i1', 6);
  SELECT vieworm_create('made', 'SELECT s.id, s.n, i.maker FROM shop.stock AS s JOIN shop.item AS i ON i.name = s.item',
                        '{\"refresh\": {\"on\": \"statement\", \"mode\": \"incremental\"}}');
  SELECT vieworm_create('empty', 'SELECT 1 AS one', '{\"method\": \"table\", \"with_data\": false}');
  GRANT SELECT ON shop.\"Odd Table\" TO PUBLIC;" >/dev/null 2>"$directory/err"
check "the original is made" [ ! -s "$directory/err" ] || cat "$directory/err"

listing="SELECT schema, name, method, storage, schedule, populated, stale, last_inserted, rows, comment, definition
         FROM vieworm_views ORDER BY 1, 2"
sql original "$listing" >"$directory/views.original"
check "the original has six views" [ "$(wc -l <"$directory/views.original")" = 6 ] || exit 1

# restored DATABASE: everything that must hold there.
restored() {
  sql "$1" "$listing" >"$directory/views.$1"
  check "$1: the registry is the same" cmp "$directory/views.original" "$directory/views.$1"
  check "$1: the views have their rows" [ "$(sql "$1" "
    SELECT (SELECT count(*) FROM plain), (SELECT count(*) FROM native), (SELECT count(*) FROM shop.\"Odd Table\")")" \
    = "100|3|21" ]
  check "$1: the registry's OIDs are this database's" [ "$(sql "$1" "
    SELECT count(*) FROM vieworm.registry AS r JOIN pg_class AS c ON c.oid = r.view
    WHERE pg_get_userbyid(c.relowner) = 'dump_owner'")" = 6 ]
  sql "$1" "INSERT INTO shop.sale VALUES ('2026-03-01', 'new', 5); DELETE FROM shop.sale WHERE coins = 1"
  check "$1: a view that keeps itself right follows" [ "$(sql "$1" "
    SELECT (SELECT n FROM live WHERE item = 'new'), (SELECT n FROM live WHERE item = 'i1'), (r - 'samples')::text
    FROM vieworm_verify('live') AS r")" \
    = '1|33|{"name": "live", "extra": 0, "schema": "public", "missing": 0}' ]
  sql "$1" "INSERT INTO shop.stock_high VALUES (12, 'i0', 7); UPDATE shop.item SET maker = 'z' WHERE name = 'i0'"
  check "$1: so does one of joined rows, whose sources have their keys" [ "$(sql "$1" "
    SELECT (SELECT string_agg(id || maker, ',' ORDER BY id) FROM made), (SELECT count(*) FROM pg_index WHERE indisprimary
      AND indrelid IN ('shop.item'::regclass, 'shop.stock'::regclass)), (r - 'samples')::text FROM vieworm_verify('made') AS r")" \
    = '1z,11y,12z|2|{"name": "made", "extra": 0, "schema": "public", "missing": 0}' ]
  sql "$1" "DROP TABLE shop.stock_high"
  check "$1: rows go with the partition that is dropped" [ "$(sql "$1" "
    SELECT (SELECT string_agg(id || maker, ',' ORDER BY id) FROM made), (r - 'samples')::text FROM vieworm_verify('made') AS r")" \
    = '1z|{"name": "made", "extra": 0, "schema": "public", "missing": 0}' ]
  sql "$1" "SELECT vieworm_refresh_all()" >/dev/null
  check "$1: a refresh sees new rows" [ "$(sql "$1" "
    SELECT (SELECT count(*) FROM native), (SELECT count(*) FROM shop.\"Odd Table\"), (SELECT count(*) FROM empty)")" \
    = "4|22|1" ]
  check "$1: the store is guarded" \
    refused "$1" 55000 "DELETE FROM vieworm.\"Odd Table_store\""
  check "$1: the extension is guarded" refused "$1" 2BP01 "DROP EXTENSION vieworm"
  sql "$1" "SELECT vieworm_create('shop.\"Odd Table\"', 'SELECT 1 AS a',
    '{\"method\": \"table\", \"or_replace\": true}')" >/dev/null 2>&1
  check "$1: a view is replaced" [ "$(sql "$1" "SELECT * FROM shop.\"Odd Table\"")" = 1 ]
  sql "$1" "SELECT vieworm_drop('plain'); DROP MATERIALIZED VIEW native; DROP VIEW shop.\"Odd Table\", empty, live, made" \
    >/dev/null
  check "$1: all views are dropped, and nothing is left" [ "$(sql "$1" "
    SELECT (SELECT count(*) FROM vieworm.registry),
           (SELECT string_agg(relname, ',' ORDER BY oid) FROM pg_class WHERE relnamespace = 'vieworm'::regnamespace AND relkind IN ('r', 'v'))")" \
    = "0|registry,programs" ]
}

createdb by_psql
pg_dump original >"$directory/dump.sql" 2>"$directory/err"
psql -Xq -v ON_ERROR_STOP=1 -d by_psql -f "$directory/dump.sql" >/dev/null 2>>"$directory/err"
check "pg_dump | psql has no complaints" [ ! -s "$directory/err" ] || cat "$directory/err"
restored by_psql

createdb by_pg_restore
pg_dump -Fc -f "$directory/dump.custom" original 2>"$directory/err"
pg_restore -e -j2 -d by_pg_restore "$directory/dump.custom" 2>>"$directory/err"
check "pg_dump -Fc, pg_restore -j2 have no complaints" [ ! -s "$directory/err" ] || cat "$directory/err"
restored by_pg_restore

# Its programs do not tell how many partitions there were.
createdb of_older
sql original "UPDATE vieworm.programs SET program = program - 'family'"
pg_dump original 2>"$directory/err" | psql -Xq -v ON_ERROR_STOP=1 -d of_older >/dev/null 2>>"$directory/err"
check "the dump of an older version is restored without complaints" [ ! -s "$directory/err" ] || cat "$directory/err"
restored of_older

# The schema first, with all triggers, and the data by themselves: the tables get their rows, and a
# view that is wrong says that it is stale. `original` has not changed since it was made.
silently_wrong="SELECT count(*) FROM vieworm_views AS v, vieworm_verify(format('%I.%I', v.schema, v.name)) AS r
  WHERE v.storage = 'store' AND v.stale IS NOT TRUE AND v.name <> 'empty' AND (r->>'missing' <> '0' OR r->>'extra' <> '0')"
in_two_steps() {
  check "$1: has no complaints" [ ! -s "$directory/err" ] || cat "$directory/err"
  check "$1: the base tables have their rows" \
    [ "$(sql "$1" "SELECT (SELECT count(*) FROM shop.sale), (SELECT count(*) FROM shop.stock)")" = "100|2" ]
  check "$1: no view is wrong and says nothing" [ "$(sql "$1" "$silently_wrong")" = 0 ]
  sql "$1" "SELECT vieworm_repair(format('%I.%I', schema, name)) FROM vieworm_views WHERE stale;
    INSERT INTO shop.sale VALUES ('2026-03-01', 'new', 5); UPDATE shop.item SET maker = 'z'" >/dev/null
  check "$1: repaired, the views are right and follow" [ "$(sql "$1" "
    SELECT (SELECT n FROM live WHERE item = 'new'), (SELECT string_agg(id || maker, ',' ORDER BY id) FROM made),
      (SELECT count(*) FROM vieworm_views WHERE stale), count(*) FILTER (WHERE r->>'missing' = '0' AND r->>'extra' = '0')
    FROM vieworm_verify('live') AS r")" = "1|1z,11z|0|1" ]
}

for database in data_only disabled_triggers data_only_in_parallel disabled_in_parallel; do createdb $database; done
pg_dump --schema-only -f "$directory/schema.sql" original
pg_dump --data-only -f "$directory/data.sql" original 2>"$directory/circular"
pg_dump --data-only --disable-triggers -f "$directory/disabled.sql" original 2>>"$directory/circular"
restore() { PGOPTIONS="-c client_min_messages=error" psql -Xq -v ON_ERROR_STOP=1 "$@" >/dev/null 2>"$directory/err"; }
restore -d data_only -f "$directory/schema.sql" -f "$directory/data.sql"
in_two_steps data_only
restore -d disabled_triggers -f "$directory/schema.sql" -f "$directory/disabled.sql"
in_two_steps disabled_triggers
pg_restore -e --schema-only -d data_only_in_parallel "$directory/dump.custom" 2>"$directory/err"
# A foreign key needs the table that it names first, and several jobs promise no order.
sql data_only_in_parallel "ALTER TABLE shop.stock DROP CONSTRAINT stock_item_fkey" 2>>"$directory/err"
pg_restore -e --data-only -j2 -d data_only_in_parallel "$directory/dump.custom" 2>>"$directory/err"
in_two_steps data_only_in_parallel
pg_restore -e --schema-only -d disabled_in_parallel "$directory/dump.custom" 2>"$directory/err"
pg_restore -e --data-only --disable-triggers -j2 -d disabled_in_parallel "$directory/dump.custom" 2>>"$directory/err"
in_two_steps disabled_in_parallel

finish
