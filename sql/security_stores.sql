-- What a view is made of is not taken away from it by ALTER TABLE, by its owner or by a superuser.
\i sql/include/setup.sql
SET client_min_messages = warning;
CREATE ROLE regress_keeper;
CREATE ROLE regress_other;
GRANT USAGE, CREATE ON SCHEMA test TO regress_keeper, regress_other;
CREATE TABLE t (id int PRIMARY KEY, g text, v int);
INSERT INTO t VALUES (1, 'a', 1);
GRANT SELECT, TRIGGER ON t TO regress_keeper, regress_other;
SET ROLE regress_keeper;
SELECT vieworm_create('live', 'SELECT g, sum(v) AS s FROM t GROUP BY g', '{"refresh": {"on": "statement"}}') -> 'strategy';
SELECT vieworm_create('stored', 'SELECT g, sum(v) AS s FROM t GROUP BY g', '{"method": "table"}') -> 'strategy';
CREATE TABLE parent (g text, rows bigint, count_1 bigint, integers_1 bigint);
CREATE TABLE parts (g text, rows bigint, count_1 bigint, integers_1 bigint) PARTITION BY LIST (g);
CREATE FUNCTION altered(commands text[]) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  command text;
BEGIN
  FOREACH command IN ARRAY commands LOOP
    RETURN NEXT command || ': ' || test.attempt(command);
  END LOOP;
END $$;

-- The owner could move his store; its triggers then found nothing, and said nothing.
SELECT altered('{ALTER TABLE vieworm.live_store SET SCHEMA test, ALTER TABLE vieworm.stored_store SET SCHEMA test}');
RESET ROLE;
\pset format unaligned
\pset tuples_only on
SELECT altered(ARRAY[
  'ALTER TABLE vieworm.live_store RENAME TO other',
  'ALTER TABLE vieworm.live_store RENAME COLUMN rows TO other',
  'ALTER TABLE vieworm.live_store ADD COLUMN w int',
  'ALTER TABLE vieworm.live_store DROP COLUMN rows',
  'ALTER TABLE vieworm.live_store ALTER COLUMN rows TYPE numeric',
  'ALTER TABLE vieworm.live_store ALTER COLUMN rows SET DEFAULT 5',
  'ALTER TABLE vieworm.live_store ALTER COLUMN rows DROP NOT NULL',
  'ALTER TABLE vieworm.live_store ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE vieworm.live_store SET UNLOGGED',
  'ALTER TABLE vieworm.live_store INHERIT test.parent',
  'CREATE TABLE test.child () INHERITS (vieworm.live_store)',
  'ALTER TABLE test.parts ATTACH PARTITION vieworm.live_store DEFAULT',
  'ALTER TABLE vieworm.stored_store RENAME TO other',
  'ALTER VIEW vieworm.live_definition RENAME TO other',
  'ALTER VIEW vieworm.live_definition SET SCHEMA test',
  'ALTER VIEW vieworm.live_definition RENAME COLUMN s TO other',
  'ALTER VIEW vieworm.live_state SET SCHEMA test',
  'ALTER SCHEMA vieworm RENAME TO other']);
\pset tuples_only off
\pset format aligned

-- How it is kept is its owner's affair; who owns it, the view's.
ALTER TABLE vieworm.live_store SET (fillfactor = 70);
ALTER TABLE vieworm.live_store ALTER COLUMN rows SET STATISTICS 10;
ALTER TABLE vieworm.live_store OWNER TO regress_other;
SELECT relowner::regrole, reloptions FROM pg_class WHERE oid = 'vieworm.live_store'::regclass;
ALTER VIEW live OWNER TO regress_other;
SELECT relowner::regrole FROM pg_class WHERE oid = 'vieworm.live_store'::regclass;
INSERT INTO t VALUES (2, 'a', 2), (3, 'b', 3);
SELECT * FROM live ORDER BY g;

-- Who disables the guard of a store is told that nobody answers for it.
ALTER TABLE vieworm.live_store DISABLE TRIGGER ALL;
SELECT name, stale, stale_reason FROM vieworm_views ORDER BY 1;
ALTER TABLE vieworm.live_store ENABLE TRIGGER ALL;
SELECT vieworm_repair('live') - 'milliseconds';
SELECT name, stale, stale_reason FROM vieworm_views ORDER BY 1;
INSERT INTO t VALUES (4, 'c', 4);
SELECT * FROM live ORDER BY g;
SELECT vieworm_drop('live'), vieworm_drop('stored');
SET client_min_messages = error;
DROP OWNED BY regress_keeper, regress_other CASCADE;
DROP ROLE regress_keeper, regress_other;
RESET client_min_messages;
\i sql/include/teardown.sql
