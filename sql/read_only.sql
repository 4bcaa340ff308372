-- In a transaction that can change nothing: one error at once, and none of vieworm's own SQL about it.
\i sql/include/setup.sql
SET client_min_messages = warning;
\pset tuples_only on
\pset format unaligned

CREATE TABLE t (id int PRIMARY KEY, g int);
INSERT INTO t SELECT i, i % 3 FROM generate_series(1, 9) AS i;
SELECT vieworm_create('live', 'SELECT g, count(*) AS n FROM t GROUP BY g', '{"refresh": {"on": "statement"}}') ->> 'created';
SELECT vieworm_create('stored', 'SELECT g FROM t', '{"method": "table", "refresh": {"schedule": "1 second"}}') ->> 'created';
SELECT vieworm_create('native', 'SELECT g FROM t', '{"method": "materialized"}') ->> 'created';
SELECT vieworm_create('plain', 'SELECT g FROM t') ->> 'created';

-- What changes something, whether its view is there or not.
BEGIN READ ONLY;
SELECT attempt('SELECT ' || call) FROM (VALUES
  ('vieworm_create(''{"name": "w", "definition": "SELECT 1 AS a"}'')'),
  ('vieworm_create(''{"name": "w", "definition": "SELECT 1 AS a"}''::jsonb)'),
  ('vieworm_create(''plain'', ''SELECT 1 AS a'', ''{"if_not_exists": true}'')'),
  ('vieworm_create(''live'', ''SELECT 1 AS a'', ''{"or_replace": true}'')'),
  ('vieworm_refresh(''live'')'), ('vieworm_refresh(''stored'')'), ('vieworm_refresh(''native'')'),
  ('vieworm_refresh(''nosuch'')'), ('vieworm_refresh_all()'), ('vieworm_run_due()'),
  ('vieworm.run_scheduled(''stored'')'), ('vieworm_repair(''live'')'), ('vieworm_pause(''live'')'),
  ('vieworm_resume(''live'')'), ('vieworm_drop(''plain'')'), ('vieworm_drop(''live'')'),
  ('vieworm_drop(''nosuch'', if_exists => true)')) AS c(call);
-- What changes nothing.
SELECT attempt('SELECT ' || call) FROM (VALUES
  ('vieworm_compile(''{"name": "w", "definition": "SELECT 1 AS a", "method": "table"}'')'),
  ('vieworm_compile(''{"name": "w", "definition": "SELECT g, sum(id) FROM t GROUP BY g", "refresh": {"on": "statement"}}'')'),
  ('vieworm_explain(''live'')'), ('vieworm_explain(''{"name": "w", "definition": "SELECT g, sum(id) FROM t GROUP BY g", "refresh": {"on": "statement"}}'')'),
  ('vieworm_verify(''live'')'), ('vieworm_verify(''stored'')'), ('vieworm_graph()'), ('vieworm_version()'),
  ('count(*) FROM vieworm_views'), ('count(*) FROM live')) AS c(call);
ROLLBACK;

-- The context of such an error is the caller's.
\set SHOW_CONTEXT always
BEGIN READ ONLY;
SELECT vieworm_refresh('live');
ROLLBACK;
SET default_transaction_read_only = on;
SELECT vieworm_drop('live');
RESET default_transaction_read_only;
\set SHOW_CONTEXT never
SELECT count(*) FROM vieworm_views;
\i sql/include/teardown.sql
