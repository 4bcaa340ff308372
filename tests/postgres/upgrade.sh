#!/bin/sh
# ALTER EXTENSION vieworm UPDATE from each version that there was: what comes out is what CREATE
# EXTENSION makes, and the views that were there go on. upgrade/ has the old versions' scripts and,
# as pg_dump wrote it, a database with their views.
cd "$(dirname "$0")/../.." || exit 1
. scripts/lib/packages.sh
. tests/postgres/lib.sh

extension=$(pg_config --sharedir)/extension
directory=$(mktemp -d)
cleanup() {
  rm -rf "$directory"
  as_root rm -f "$extension"/vieworm--0.1.0.sql
  dropdb --if-exists upgraded
  dropdb --if-exists fresh
}
trap cleanup EXIT
trap 'exit 130' HUP INT TERM

# Everything that belongs to the extension, and what may be done with it. Columns in their order.
contents="
SELECT 'object', pg_describe_object(d.classid, d.objid, 0) AS what, '', ''
FROM pg_depend AS d JOIN pg_extension AS e ON d.refobjid = e.oid AND d.refclassid = 'pg_extension'::regclass
WHERE e.extname = 'vieworm' AND d.deptype = 'e'
UNION ALL SELECT 'function', p.oid::regprocedure::text, pg_get_functiondef(p.oid),
  concat(p.proacl, obj_description(p.oid, 'pg_proc'))
FROM pg_proc AS p WHERE p.prokind = 'f' AND p.probin LIKE '%vieworm%'
UNION ALL SELECT 'column', c.oid::regclass || '.' || a.attname, format_type(a.atttypid, a.atttypmod),
  concat(row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum), a.attnotnull,
         pg_get_expr(f.adbin, f.adrelid))
FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
  LEFT JOIN pg_attrdef AS f ON f.adrelid = c.oid AND f.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped
  AND c.oid::regclass::text IN ('vieworm.registry', 'vieworm.programs', 'vieworm_views')
UNION ALL SELECT 'relation', c.oid::regclass::text, pg_get_viewdef(c.oid),
  concat(c.relacl, obj_description(c.oid, 'pg_class'))
FROM pg_class AS c WHERE c.oid::regclass::text IN ('vieworm.registry', 'vieworm.programs', 'vieworm_views')
UNION ALL SELECT 'trigger', pg_get_triggerdef(oid), '', '' FROM pg_trigger
  WHERE tgrelid IN ('vieworm.registry'::regclass, 'vieworm.programs'::regclass)
UNION ALL SELECT 'event trigger', evtname, array_to_string(evttags, ' '), evtenabled::text FROM pg_event_trigger
ORDER BY 1, 2, 3"

same_as_fresh() {
  sql upgraded "$contents" >"$directory/upgraded"
  sql fresh "$contents" >"$directory/fresh"
  [ -s "$directory/fresh" ] && diff "$directory/fresh" "$directory/upgraded"
}
wrong="SELECT count(*) FROM vieworm_views AS v, vieworm_verify(format('%I.%I', v.schema, v.name)) AS r
  WHERE v.storage = 'store' AND v.stale IS NOT TRUE AND (r->>'missing' <> '0' OR r->>'extra' <> '0')"

createdb upgraded
createdb fresh
sql fresh "SET client_min_messages = warning; CREATE EXTENSION vieworm"
as_root cp tests/postgres/upgrade/vieworm--0.1.0.sql "$extension"
# As pg_upgrade leaves it: no event trigger has seen the views come.
PGOPTIONS="-c session_replication_role=replica" psql -XqAt -v ON_ERROR_STOP=1 upgraded \
  <tests/postgres/upgrade/views-0.1.0.sql >"$directory/log" 2>&1 || cat "$directory/log"
check "views of 0.1.0 are there" [ "$(sql upgraded 'SELECT count(*) FROM vieworm.registry')" = 7 ]
# A package is installed first, and ALTER EXTENSION comes in each database when somebody thinks of it.
old() { sql upgraded "$1" 2>&1; }
check "a new module maintains the views of an old extension" \
  [ "$(old "BEGIN; INSERT INTO orders VALUES (9, 'east', 5); DELETE FROM orders WHERE id = 1;
            SELECT * FROM sales ORDER BY 1; ROLLBACK")" = "east|1|5.00
$(old "SELECT region, count(*), sum(amount) FROM orders WHERE id <> 1 GROUP BY region ORDER BY 1")" ]
check "other people's DDL goes on under an old extension" \
  [ -z "$(old "BEGIN; CREATE TABLE unrelated (a int); ALTER TABLE unrelated RENAME a TO b; ROLLBACK")" ]
refused="ERROR:  extension vieworm is of version 0.1.0 in this database, and its module of $(cat VERSION)
DETAIL:  Views are maintained meanwhile, but none is created, refreshed or changed.
HINT:  Run ALTER EXTENSION vieworm UPDATE."
for call in "vieworm_refresh('sales')" "vieworm_repair('sales')" "vieworm_drop('sales')" \
  "vieworm_pause('sales')" "vieworm_create('x', 'SELECT 1 AS a', '{}'::jsonb)"; do
  check "$call under an old extension says what to do" [ "$(old "SELECT $call")" = "$refused" ]
done
update() { sql upgraded "ALTER EXTENSION vieworm UPDATE" 2>&1; }
check "ALTER EXTENSION UPDATE has no complaints" [ -z "$(update)" ]
check "an updated extension is the same as a new one" same_as_fresh
sql upgraded "INSERT INTO orders VALUES (4, 'west', 5); UPDATE orders SET amount = 41 WHERE id = 1;
  UPDATE regions SET boss = 'Cid' WHERE region = 'north'; DELETE FROM orders WHERE id = 2"
check "the views are followed after the update" \
  [ "$(sql upgraded 'SELECT * FROM sales ORDER BY 1')" = "north|2|51.00
west|1|5.00" ]
check "views of joined rows and over views are followed, too" \
  [ "$(sql upgraded "SELECT string_agg(concat(id, boss), ' ' ORDER BY id) FROM bosses")$(
       sql upgraded 'SELECT * FROM sizes ORDER BY 1')" = "1Cid 3Cid1|1
2|1" ]
check "no view is wrong after the update" \
  [ "$(sql upgraded "$wrong AND v.mode = 'incremental'")" = 0 ]
sql upgraded "SELECT vieworm_resume('paused'); SELECT vieworm_refresh_all()" >"$directory/log" 2>&1
check "a paused view is resumed, and all are refreshed" [ "$(sql upgraded "$wrong")" = 0 ]
sql upgraded "ALTER TABLE orders RENAME amount TO price; INSERT INTO orders VALUES (5, 'west', 7)"
check "DDL is followed" [ "$(sql upgraded "SELECT amount FROM sales WHERE region = 'west'")" = 12.00 ]
sql upgraded "SELECT vieworm_drop(format('%I.%I', schema, name), cascade => true) FROM vieworm_views
  WHERE name <> 'sizes'; DROP EXTENSION vieworm" >"$directory/log" 2>&1
check "the views are dropped, and then the extension" \
  [ "$(sql upgraded "SELECT count(*) FROM pg_namespace WHERE nspname = 'vieworm'")" = 0 ]
finish
