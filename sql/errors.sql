-- Bad input gets an error with its SQLSTATE, and leaves nothing behind.
\i sql/include/setup.sql
\pset format unaligned
\pset tuples_only on

CREATE TABLE t (a int, b text);
CREATE TABLE taken_store (x int);
CREATE INDEX t_a ON t (a);
CREATE VIEW plain AS SELECT a FROM t;
CREATE MATERIALIZED VIEW native AS SELECT a FROM t;
SELECT vieworm_create('simple', 'SELECT a FROM t') ->> 'created';
CREATE TEMPORARY TABLE temporary (a int);
SELECT remember_catalog();

-- The spec: not JSON, wrong types, unknown keys, contradictions.
SELECT attempt($$ SELECT vieworm_create('{"name": ') $$);
SELECT attempt(format('SELECT vieworm_create(%L)', spec)) FROM (VALUES
  ('[]'), ('1'), ('"v"'), ('null'), ('{}'),
  ('{"name": "v"}'),
  ('{"name": "", "definition": "SELECT 1 AS a"}'),
  ('{"name": 5, "definition": "SELECT 1 AS a"}'),
  ('{"name": "v", "definition": 5}'),
  ('{"name": "v", "definition": {"sqlite": "SELECT 1 AS a"}}'),
  ('{"name": "v", "definition": "SELECT 1 AS a", "methud": "table"}'),
  ('{"name": "v", "definiton": "SELECT 1 AS a"}'),
  ('{"name": "v", "definition": "SELECT 1 AS a", "method": "tabel"}'),
  ('{"name": "v", "definition": "SELECT 1 AS a", "refresh": true}'),
  ('{"name": "v", "definition": "SELECT 1 AS a", "refresh": {"mode": "ful"}}'),
  ('{"name": "v", "definition": "SELECT 1 AS a", "refresh": {"mode": "incremental"}}'),
  ('{"name": "v", "definition": "SELECT 1 AS a", "refresh": {"schedule": "61 * * * *"}}'),
  ('{"name": "v", "definition": "SELECT 1 AS a", "method": "simple", "refresh": {"concurrently": true}}'),
  ('{"name": "v", "definition": "SELECT 1 AS a", "columns": ["x", "y"]}'),
  ('{"name": "v", "definition": "SELECT a FROM t", "method": "table", "indexes": [{"columns": ["b"]}]}'),
  ('{"name": "v", "definition": "SELECT a FROM t", "method": "table", "indexes": [{"columns": []}]}')
  ) AS bad(spec);

-- The definition.
SELECT attempt(format('SELECT vieworm_create(''v'', %L, ''{"method": "table"}'')', definition))
FROM (VALUES
  (''), (';'), ('-- nothing'), ('SELEC 1'), ('SELECT (1'),
  ('SELECT 1 AS a; SELECT 2 AS a'),
  ('SELECT 1 AS a; DROP TABLE t'),
  ('DELETE FROM t RETURNING a'),
  ('CREATE TABLE u (a int)'),
  ('SELECT a INTO u FROM t'),
  ('SELECT a INTO u FROM t UNION ALL SELECT 1'),
  ('WITH gone AS (DELETE FROM t RETURNING a) SELECT a FROM gone'),
  ('SELECT a FROM missing'),
  ('SELECT missing FROM t'),
  ('SELECT missing(1) AS a'),
  ('SELECT a FROM nowhere.t'),
  ('SELECT 1 AS a, 2 AS a'),
  ('SELECT 1, 2'),
  ('SELECT'),
  ('SELECT $1 AS a'),
  ('SELECT a FROM t WHERE a = $2 OR b = $1'),
  ('SELECT ROW(1, 2) AS r')
  ) AS bad(definition);
-- The error points into the definition.
SELECT vieworm_create('v', 'SELECT missing FROM t');

-- What an index says is one piece of SQL.
SELECT attempt(format('SELECT vieworm_create(''v'', ''SELECT a FROM t'', %L)', options))
FROM (VALUES
  ('{"method": "table", "indexes": [{"columns": ["a"], "where": "true); DROP TABLE t; --"}]}'),
  ('{"method": "table", "indexes": [{"columns": ["a"], "where": "true); DROP TABLE t; SELECT (1"}]}'),
  ('{"method": "table", "indexes": [{"columns": [{"expression": "a)); DROP TABLE t; SELECT ((1"}]}]}'),
  ('{"method": "table", "indexes": [{"columns": ["a"], "using": "nosuch"}]}'),
  ('{"method": "table", "tablespace": "nosuch"}'),
  ('{"method": "table", "options": {"nosuch": 1}}'),
  ('{"method": "table", "options": {"fillfactor": 1000}}')
  ) AS bad(options);

-- Names that are taken, and schemas that are not for views.
SELECT attempt(format('SELECT vieworm_create(%L, ''SELECT 1 AS a'', %L)', name, options))
FROM (VALUES
  ('t', '{}'), ('t_a', '{}'), ('plain', '{}'), ('native', '{}'), ('simple', '{}'),
  ('t', '{"or_replace": true}'), ('native', '{"or_replace": true}'),
  ('nowhere.v', '{}'), ('vieworm.v', '{}'), ('pg_catalog.v', '{}'),
  ('a.b.c', '{}'), ('', '{}'), ('"v', '{}'), ('v; DROP TABLE t', '{}'), ('1v', '{}'),
  (repeat('x', 64), '{}')
  ) AS bad(name, options);
SELECT attempt($$ SELECT vieworm_create('pg_temp.v', 'SELECT 1 AS a') $$);
SELECT attempt($$ SELECT vieworm_create('v', 'SELECT a FROM temporary', '{"method": "table"}') $$);

-- NULL, for every argument.
SELECT attempt('SELECT ' || call) FROM (VALUES
  ('vieworm_create(NULL::jsonb)'),
  ('vieworm_create(NULL, ''SELECT 1 AS a'')'),
  ('vieworm_create(''v'', NULL)'),
  ('vieworm_create(''v'', ''SELECT 1 AS a'', NULL)'),
  ('vieworm_compile(NULL)'),
  ('vieworm_refresh(NULL)'), ('vieworm_refresh(''simple'', NULL)'),
  ('vieworm_refresh_all(NULL)'),
  ('vieworm_drop(NULL)'), ('vieworm_drop(''simple'', NULL)'),
  ('vieworm_graph(NULL)'),
  ('vieworm.run_scheduled(NULL)')
  ) AS bad(call);

-- What is not vieworm's, and what it cannot do.
SELECT attempt('SELECT ' || call) FROM (VALUES
  ('vieworm_refresh(''t'')'), ('vieworm_refresh(''native'')'), ('vieworm_refresh(''missing'')'),
  ('vieworm_refresh(''nowhere.v'')'),
  ('vieworm_drop(''t'')'), ('vieworm_drop(''plain'')'), ('vieworm_drop(''missing'')'),
  ('vieworm_refresh(''simple'')'), ('vieworm_refresh(''simple'', concurrently => true)'),
  ('vieworm_refresh(''simple'', ''{"mode": "fast"}'')'),
  ('vieworm_refresh(''simple'', ''{"mode": "full"}'', mode => ''full'')'),
  ('vieworm_refresh(''simple'', ''[]'')'), ('vieworm_refresh_all(''{"x": 1}'')'),
  ('vieworm_drop(''simple'', ''{"if_exist": true}'')'),
  ('vieworm_graph(''png'')'),
  ('vieworm.guard_store()'), ('vieworm.after_drop()'), ('vieworm.before_drop_extension()')
  ) AS bad(call);

-- Size and depth.
SELECT attempt(format('SELECT vieworm_create(%L)', repeat('[', 3000) || repeat(']', 3000)));
SELECT attempt(format('SELECT vieworm_create(''v'', %L)', 'SELECT ' || repeat('1 + ', 60000) || '1 AS a'))
  ~ '^54001 stack depth limit exceeded';
SELECT attempt(format('SELECT vieworm_create(''v'', %L)', 'SELECT ' || repeat('(', 30000))) IS NOT NULL;

-- Nothing is left of all that.
SELECT catalog_changes();

SELECT count(*) > 0 AS remembered FROM catalog_before;

-- A definition of a megabyte is no error.
SELECT vieworm_create('large', 'SELECT length(' || quote_literal(repeat('x', 1000000)) || ') AS a',
  '{"method": "table"}') ->> 'created';
SELECT a FROM large;
\i sql/include/teardown.sql
