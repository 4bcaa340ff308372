#!/bin/sh
# A file whose views were made when stores and registry had other names (first_names.sql is its
# dump) is converted by the first call that changes something.
cd "$(dirname "$0")" || exit 1
. ./lib.sh

old() {
  rm -f "$work/$1"
  sqlite3 -batch "$work/$1" <first_names.sql
  echo "$work/$1"
}

db=$(old first.db)
check "until then reading says what to do" \
  "Runtime error near line 1: vieworm: the views in \"main\" are those of an earlier version of vieworm. Their tables had other names. Any call that changes something converts them, such as SELECT vieworm_refresh_all()." \
  "$(echo 'SELECT * FROM vieworm_views;' | shell "$db")"
check "a program without vieworm keeps the old views right until then" "south|2|65|35" \
  "$(sqlite3 -batch "$db" "INSERT INTO orders VALUES (4, 'south', 35, '2026-04-01', 'd');
     SELECT * FROM sales WHERE region = 'south'")"

shell "$db" >"$work/converted" <<'SQL'
.mode list
SELECT json_array_length(vieworm_refresh_all());
SELECT name, mode, coalesce(stale, '-'), coalesce(comment, '-'), coalesce(last_error, '-'), definition FROM vieworm_views;
SELECT 'left', name FROM sqlite_schema WHERE type IN ('table', 'trigger')
  AND name NOT LIKE '\_vieworm\_%' ESCAPE '\' AND name NOT IN ('orders', 'regions');
SELECT 'left', name FROM sqlite_schema WHERE name LIKE '%definition%' OR sql LIKE '% vieworm_registry%';
SQL
check "refresh_all converts every view" \
  "6
sales|incremental|0|-|-|SELECT region, count(*) AS n, sum(amount) AS amount, max(amount) AS best FROM orders GROUP BY region
Odd Name|incremental|0|-|-|SELECT o.id, r.boss FROM orders o JOIN regions r ON r.region = o.region
recent|incremental|0|-|-|SELECT id, amount FROM orders WHERE placed > date('now', '-30 days')
paused|incremental|1|-|-|SELECT DISTINCT region FROM orders
total|full|-|-|-|SELECT sum(n) AS n FROM sales
daily|full|-|kept|-|SELECT region, amount FROM orders ORDER BY amount
plain||0|-|-|SELECT id FROM orders" \
  "$(cat "$work/converted")"
check "they are maintained as before" \
  "north|3|35|20
south|2|65|35
5
Ann|3
Bob|2" \
  "$(sqlite3 -batch "$db" "PRAGMA trusted_schema = OFF;
     INSERT INTO orders VALUES (5, 'north', 5, date('now'), 'e');
     SELECT * FROM sales ORDER BY region; SELECT id FROM recent;
     SELECT boss, count(*) FROM \"Odd Name\" GROUP BY boss;")"
check "and dropped without a trace" "index,table,table" \
  "$(shell "$db" <<'SQL'
.output /dev/null
SELECT vieworm_drop('"Odd Name"'), vieworm_drop('recent'), vieworm_drop('paused'),
  vieworm_drop('total'), vieworm_drop('daily'), vieworm_drop('plain'), vieworm_drop('sales');
.output stdout
SELECT group_concat(type) FROM (SELECT type FROM sqlite_schema WHERE name NOT LIKE 'sqlite_autoindex_reg%' ORDER BY type);
SQL
)"

for call in "vieworm_drop('daily')" "vieworm_repair('sales')" "vieworm_pause('sales')" \
  "vieworm_run_due()" "vieworm_create('new', 'SELECT 1 AS one')"; do
  db=$(old each.db)
  check "$call converts, too" "0|1" \
    "$(shell "$db" <<SQL
.output /dev/null
SELECT $call;
.output stdout
SELECT count(*) FILTER (WHERE name = 'vieworm_registry'), count(*) FILTER (WHERE name = '_vieworm_registry')
  FROM sqlite_schema;
SQL
)"
done

check "a source that is gone keeps its view from it, and no other" "1
1|1" \
  "$(db=$(old gone.db); shell "$db" <<'SQL'
.output /dev/null
DROP TABLE regions;
SELECT vieworm_repair('sales');
.output stdout
SELECT count(*) FROM vieworm_views WHERE name = 'sales' AND stale = 0;
SELECT stale, last_error LIKE '%was dropped.%' FROM vieworm_views WHERE name = 'Odd Name';
SQL
)"
finish
