-- Every method and every key of the spec.
\i sql/include/setup.sql

CREATE TABLE t (a int, b text, c numeric);
INSERT INTO t SELECT i % 10, 'x' || i % 3, i FROM generate_series(1, 100) AS i;

-- How "method" resolves.
SELECT quietly($$ SELECT vieworm_create('by_default', 'SELECT a, b FROM t') $$);
SELECT quietly($$ SELECT vieworm_create('auto_simple', 'SELECT a FROM t', '{"method": "auto"}') $$);
SELECT quietly($$ SELECT vieworm_create('auto_stored', 'SELECT a FROM t', '{"refresh": {}}') $$);
SELECT quietly($$ SELECT vieworm_create('simple', 'SELECT a FROM t', '{"method": "simple"}') $$);
SELECT quietly($$ SELECT vieworm_create('native', 'SELECT a FROM t', '{"method": "materialized"}') $$);
SELECT quietly($$ SELECT vieworm_create('stored', 'SELECT a FROM t', '{"method": "table"}') $$);
SELECT relname, relkind FROM pg_class
WHERE relnamespace IN ('test'::regnamespace, 'vieworm'::regnamespace) AND relkind IN ('r', 'v', 'm')
  AND relname ~ 'auto|simple|native|stored|default' ORDER BY 1;

-- A spec that says everything, as JSON.
SELECT quietly($$ SELECT vieworm_create('{
  "schema": "test", "name": "full", "method": "table",
  "definition": {"postgresql": "SELECT b, sum(c), count(*) FROM t GROUP BY b", "sqlite": "SELECT 1"},
  "columns": ["item", "total", "n"],
  "indexes": [
    {"columns": ["item"], "unique": true, "name": "full_item"},
    {"columns": [{"column": "total", "order": "desc", "nulls": "last"}], "where": "n > 1 -- most"},
    {"columns": [{"expression": "lower(item) -- folded"}], "using": "hash"}],
  "options": {"fillfactor": 70, "autovacuum_enabled": false, "toast.autovacuum_enabled": false},
  "tablespace": "pg_default", "comment": "Per item; it''s all here \\",
  "refresh": {"mode": "full", "on": "demand"}, "with_data": true}') $$);
SELECT * FROM test."full" ORDER BY item;
SELECT indexdef FROM pg_indexes WHERE tablename = 'full_store' ORDER BY 1;
SELECT reloptions FROM pg_class WHERE relname = 'full_store';
SELECT obj_description('test.full'::regclass);
SELECT attrelid::regclass, attname, atttypid::regtype FROM pg_attribute
WHERE attrelid IN ('test.full'::regclass, 'vieworm.full_definition'::regclass, 'vieworm.full_store'::regclass)
  AND attnum > 0 ORDER BY attrelid::regclass::text, attnum;

-- The same on a materialized view of PostgreSQL's own.
SELECT quietly($$ SELECT vieworm_create('native_full', 'SELECT b AS item, sum(c) AS total FROM t GROUP BY b;',
  '{"method": "materialized", "options": {"fillfactor": 80}, "comment": "native",
    "indexes": [{"columns": ["item"], "unique": true}], "columns": ["x", "y"], "with_data": false}') $$);
SELECT quietly($$ SELECT vieworm_create('native_full', 'SELECT b AS item, sum(c) AS total FROM t GROUP BY b;',
  '{"method": "materialized", "options": {"fillfactor": 80}, "comment": "native",
    "indexes": [{"columns": ["item"], "unique": true}], "with_data": false}') $$);
SELECT relispopulated, reloptions, obj_description(oid) FROM pg_class WHERE relname = 'native_full';

-- And on a plain view.
SELECT quietly($$ SELECT vieworm_create('barrier', 'SELECT a FROM t',
  '{"options": {"security_barrier": true}, "columns": ["z"]}') $$);
SELECT reloptions FROM pg_class WHERE relname = 'barrier';

-- Of a store and its face, security_barrier is the face's, and the rest is the store's; also when it is replaced.
CREATE TABLE k (id int PRIMARY KEY, g int);
CREATE FUNCTION put(spec jsonb) RETURNS TABLE (name name, kind "char", options text[]) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM vieworm_create(spec || '{"name": "opted", "definition": "SELECT g, count(*) AS n FROM test.k GROUP BY g", "or_replace": true}');
  RETURN QUERY SELECT relname, relkind, reloptions FROM pg_class WHERE relname ~ '^opted(_store\d*)?$' AND relkind IN ('v', 'm', 'r') ORDER BY 1;
END $$;
SELECT * FROM put('{"method": "table", "options": {"security_barrier": true, "fillfactor": 70}}');
SELECT * FROM put('{"method": "table", "options": {"fillfactor": 60}}');
SELECT * FROM put('{"refresh": {"on": "statement"}, "options": {"security_barrier": true, "autovacuum_enabled": false}}');
SELECT * FROM put('{"refresh": {"on": "statement"}, "options": {"autovacuum_enabled": false}}');
-- What the relation that is made does not have is refused.
SELECT attempt($$ SELECT put('{"refresh": {"on": "statement"}, "options": {"security_invoker": true}}') $$);
SELECT attempt($$ SELECT put('{"method": "table", "options": {"check_option": "local"}}') $$);
SELECT attempt($$ SELECT put('{"method": "materialized", "options": {"security_invoker": false}}') $$);
SELECT attempt($$ SELECT put('{"method": "materialized", "options": {"security_barrier": true}}') $$);
SELECT attempt($$ SELECT put('{"method": "simple", "options": {"fillfactor": 70}}') $$);

-- Definitions that end in a comment, a semicolon, or both; VALUES and TABLE are SELECTs, too.
SELECT quietly($$ SELECT vieworm_create('c1', E'SELECT 1 AS a -- one', '{"method": "table"}') $$) ->> 'created';
SELECT quietly($$ SELECT vieworm_create('c2', E'SELECT 1 AS a; -- one', '{"method": "materialized"}') $$) ->> 'created';
SELECT quietly($$ SELECT vieworm_create('c3', E'/* one */ (SELECT 1 AS a) /* two */ ;;', '{}') $$) ->> 'created';
SELECT quietly($$ SELECT vieworm_create('c4', E'VALUES (1, 2)', '{"method": "table"}') $$) ->> 'created';
SELECT quietly($$ SELECT vieworm_create('c5', E'TABLE t', '{"method": "table"}') $$) ->> 'strategy';
TABLE c4;

-- Names in the definition are read under the caller's search_path, once and for all.
CREATE SCHEMA elsewhere;
CREATE TABLE elsewhere.t (a int);
INSERT INTO elsewhere.t VALUES (42);
SET search_path = elsewhere, test, public;
SELECT quietly($$ SELECT vieworm_create('here', 'SELECT a FROM t', '{"method": "table"}') $$);
SET search_path = test, public;
SELECT quietly($$ SELECT vieworm_refresh('elsewhere.here') $$);
TABLE elsewhere.here;
SET client_min_messages = warning;
DROP SCHEMA elsewhere CASCADE;
RESET client_min_messages;
SET search_path = '';
SELECT test.attempt($$ SELECT public.vieworm_create('v', 'SELECT 1 AS a') $$);
SET search_path = test, public;

-- Sources through plain views; a store stands for itself.
CREATE VIEW between AS SELECT a FROM t WHERE a > (SELECT min(a) FROM simple);
SELECT quietly($$ SELECT vieworm_create('deep', 'SELECT b.a FROM between AS b JOIN stored USING (a), native',
  '{"method": "table"}') $$) -> 'strategy';

-- If not exists, or replace.
SELECT quietly($$ SELECT vieworm_create('stored', 'SELECT 1 AS other', '{"if_not_exists": true}') $$);
SELECT quietly($$ SELECT vieworm_create('t', 'SELECT 1 AS other', '{"if_not_exists": true}') $$);
SELECT quietly($$ SELECT vieworm_create('new', 'SELECT 1 AS one', '{"or_replace": true}') $$);

-- Taken names of internal relations are stepped around.
CREATE TABLE busy_store (x int);
CREATE TYPE busy_definition AS (x int);
SELECT quietly($$ SELECT vieworm_create('busy', 'SELECT 1 AS a', '{"method": "table"}') $$) ->> 'created';
SELECT store, definition FROM vieworm.registry WHERE view = 'busy'::regclass;

-- One function call is atomic: the second statement of create fails on the data.
SELECT remember_catalog();
SELECT attempt($$ SELECT vieworm_create('v', 'SELECT 1 / (a - 3) AS q FROM t', '{"method": "table"}') $$);
SELECT attempt($$ SELECT vieworm_create('v', 'SELECT a FROM t',
  '{"method": "table", "indexes": [{"columns": ["a"], "unique": true}]}') $$);
SELECT attempt($$ SELECT vieworm_create('v', 'SELECT a FROM t',
  '{"method": "materialized", "refresh": {"concurrently": true}, "indexes": [{"columns": ["a"]}]}') $$);
SELECT catalog_changes();
\i sql/include/teardown.sql
