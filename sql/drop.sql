-- vieworm_drop, and plain DDL that drops.
\i sql/include/setup.sql
CREATE TABLE t (a int, b int);
INSERT INTO t VALUES (1, 2);
CREATE FUNCTION make(name text, definition text DEFAULT 'SELECT a FROM t', method text DEFAULT 'table') RETURNS void
LANGUAGE sql AS $$ SELECT vieworm_create(name, definition, jsonb_build_object('method', method)) $$;
CREATE VIEW state AS
  SELECT (SELECT string_agg(r.view::text, ' ' ORDER BY r.view::text) FROM vieworm.registry AS r) AS registered,
         (SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class
          WHERE relnamespace = 'vieworm'::regnamespace AND relkind IN ('r', 'v') AND relname NOT IN ('registry', 'programs', 'followed')) AS internal;

SELECT make('one'), make('two', 'SELECT a FROM t', 'materialized'), make('three', 'SELECT a FROM t', 'simple');
SELECT vieworm_drop('one'), vieworm_drop('test.two'), vieworm_drop('three');
SELECT vieworm_drop('one', if_exists => true), vieworm_drop('one', '{"if_exists": true}');
TABLE state;

-- Dependents, vieworm's and others.
SELECT make('base'), make('upper', 'SELECT a FROM base'), make('"Top, most"', 'SELECT a FROM upper', 'materialized');
CREATE VIEW plain AS SELECT a FROM base;
SELECT attempt($$ SELECT vieworm_drop('base') $$);
TABLE state;
SET client_min_messages = warning;
SELECT names[1] AS first, (SELECT array_agg(n ORDER BY n) FROM unnest(names) AS n) AS names
FROM vieworm_drop('base', "cascade" => true) AS names;
TABLE state;

-- Plain DROP does the same.
SELECT make('one'), make('two', 'SELECT a FROM one', 'materialized'), make('three', 'SELECT a FROM two', 'simple'), make('four');
DROP VIEW three;
DROP MATERIALIZED VIEW two;
TABLE state;
DROP VIEW one, four;
TABLE state;

-- What is behind a view does not go alone.
SELECT make('one');
SELECT attempt('DROP VIEW vieworm.one_definition');
SELECT attempt('DROP VIEW vieworm.one_definition CASCADE');
SELECT attempt('DROP TABLE vieworm.one_store');
SELECT attempt('DROP SCHEMA vieworm');
TABLE state;
DROP TABLE vieworm.one_store CASCADE;
TABLE state;

-- A source that goes takes its views along.
SELECT make('one'), make('two', 'SELECT a FROM one'), make('other', 'SELECT b FROM t');
SELECT attempt('DROP TABLE t');
SELECT attempt('ALTER TABLE t DROP COLUMN a');
RESET client_min_messages;
ALTER TABLE t DROP COLUMN a CASCADE;
TABLE state;
DROP TABLE t CASCADE;
TABLE state;
CREATE TABLE t (a int);

-- DROP SCHEMA, DROP OWNED.
SET client_min_messages = warning;
CREATE SCHEMA shop;
SELECT make('shop.one'), make('shop.two', 'SELECT a FROM shop.one', 'materialized'), make('kept');
DROP SCHEMA shop CASCADE;
TABLE state;
CREATE ROLE regress_owner;
GRANT ALL ON SCHEMA test, public TO regress_owner;
GRANT SELECT ON t TO regress_owner;
SET ROLE regress_owner;
SELECT vieworm_create('owned', 'SELECT a FROM t', '{"method": "table"}') ->> 'created' AS created;
SELECT vieworm_create('owned_too', 'SELECT a FROM owned', '{"method": "materialized"}') ->> 'created' AS created;
RESET ROLE;
DROP OWNED BY regress_owner;
DROP ROLE regress_owner;
TABLE state;

-- A drop that is rolled back.
BEGIN;
SELECT vieworm_drop('kept');
TABLE state;
ROLLBACK;
TABLE state;
SELECT quietly($$ SELECT vieworm_refresh('kept') $$);

-- The extension.
SELECT make('native', 'SELECT a FROM t', 'materialized'), make('simple', 'SELECT a FROM t', 'simple');
RESET client_min_messages;
DROP EXTENSION vieworm;
SET client_min_messages = warning;
DROP EXTENSION vieworm CASCADE;
SELECT relname FROM pg_class WHERE relname IN ('native', 'simple', 'kept');
CREATE EXTENSION vieworm;
CREATE SCHEMA ext;
DROP EXTENSION vieworm;
CREATE EXTENSION vieworm SCHEMA ext;
SELECT ext.vieworm_create('kept', 'SELECT a FROM t', '{"method": "materialized"}') ->> 'created' AS created;
DROP SCHEMA ext CASCADE;
SELECT relname FROM pg_class WHERE relname IN ('native', 'simple', 'kept');
CREATE EXTENSION vieworm SCHEMA public;
\i sql/include/teardown.sql
