-- A refresh writes the difference and nothing else, however it has to go about it.
\i sql/include/setup.sql

-- How many rows the last refresh has deleted and inserted, and how the view then differs from
-- `query`.
CREATE FUNCTION refreshed(view text, query text, OUT deleted text, OUT inserted text, OUT extra bigint, OUT missing bigint)
LANGUAGE plpgsql AS $$
DECLARE
  result jsonb := vieworm_refresh(view, mode => 'full');
BEGIN
  deleted := result ->> 'deleted';
  inserted := result ->> 'inserted';
  SELECT * FROM difference(view, query) INTO extra, missing;
END $$;

-- More rows than the memory holds, in any order: as they are stored, backwards, at random.
SET work_mem = '64kB';
CREATE TABLE t (id int PRIMARY KEY, g int, num numeric, txt text);
INSERT INTO t SELECT i, i % 7, i % 11, 'row ' || i FROM generate_series(1, 20000) AS i;
\set query 'SELECT id, g, num, txt FROM t'
SELECT vieworm_create('v', :'query', '{"method": "table"}') ->> 'created' AS created;
SELECT * FROM refreshed('v', :'query');
CREATE TABLE copy AS TABLE t;
TRUNCATE t;
INSERT INTO t SELECT * FROM copy ORDER BY id DESC;
SELECT * FROM refreshed('v', :'query');
TRUNCATE t;
INSERT INTO t SELECT * FROM copy ORDER BY md5(txt);
SELECT * FROM refreshed('v', :'query');
-- Some of them other ones. 1.0 is not 1, though it is equal.
UPDATE t SET num = num + 0.0 WHERE g = 3 AND id <= 700;
UPDATE t SET txt = NULL WHERE id % 1000 = 1;
DELETE FROM t WHERE id % 1000 = 2;
INSERT INTO t SELECT i FROM generate_series(30001, 30010) AS i;
SELECT * FROM refreshed('v', :'query');
SELECT * FROM refreshed('v', :'query');
-- All of them.
UPDATE t SET g = coalesce(g + 1, 0);
SELECT * FROM refreshed('v', :'query');
TRUNCATE t;
SELECT * FROM refreshed('v', :'query');
SELECT * FROM refreshed('v', :'query');
INSERT INTO t SELECT * FROM copy;
SELECT * FROM refreshed('v', :'query');

-- Copies of a few rows, more than the memory holds: no file tells them apart.
CREATE TABLE same (x int, y text);
INSERT INTO same SELECT i % 2, NULL FROM generate_series(1, 20000) AS i;
SELECT vieworm_create('copies', 'SELECT x, y FROM same', '{"method": "table"}') ->> 'created' AS created;
INSERT INTO same SELECT 1, NULL FROM generate_series(1, 20000) AS i;
SELECT * FROM refreshed('copies', 'SELECT x, y FROM same');
DELETE FROM same WHERE x = 0;
DELETE FROM same WHERE ctid IN (SELECT ctid FROM same LIMIT 15000);
INSERT INTO same SELECT NULL, NULL FROM generate_series(1, 3) AS i;
SELECT * FROM refreshed('copies', 'SELECT x, y FROM same');
SELECT x, count(*) FROM copies GROUP BY x ORDER BY x;
RESET work_mem;

-- A value that is compressed, or kept elsewhere, is the same value.
CREATE TABLE wide (id int, a text, b text, j jsonb);
INSERT INTO wide SELECT i, repeat('compressed ', 1000 * i),
  (SELECT string_agg(md5(n::text), '') FROM generate_series(1, 500 * i) AS n), '{"k": 1.0}'
FROM generate_series(1, 5) AS i;
SELECT vieworm_create('stored', 'SELECT * FROM wide', '{"method": "table"}') ->> 'created' AS created;
ALTER TABLE wide ALTER a SET STORAGE external, ALTER b SET STORAGE main;
UPDATE wide SET a = a || '', b = b || '';
SELECT * FROM refreshed('stored', 'SELECT * FROM wide');
UPDATE wide SET a = a || '.' WHERE id = 2;
UPDATE wide SET j = '{"k": 1.00}' WHERE id = 3;
SELECT * FROM refreshed('stored', 'SELECT * FROM wide');

-- The definition is evaluated by several processes where PostgreSQL would do so for a query.
CREATE FUNCTION in_worker() RETURNS boolean LANGUAGE sql PARALLEL SAFE AS $$
  SELECT leader_pid IS NOT NULL FROM pg_stat_activity WHERE pid = pg_backend_pid() $$;
SELECT vieworm_create('by_workers', 'SELECT id, in_worker() AS worker FROM copy', '{"method": "table", "with_data": false}')
  ->> 'created' AS created;
SELECT vieworm_create('groups', 'SELECT g, count(*) AS n, sum(num) AS s FROM copy GROUP BY g',
  '{"refresh": {"on": "statement", "mode": "incremental"}}') ->> 'created' AS created;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET parallel_leader_participation = off;
SET max_parallel_workers_per_gather = 2;
SELECT vieworm_refresh('by_workers') ->> 'inserted' AS inserted;
SELECT worker, count(*) FROM by_workers GROUP BY worker;
SELECT * FROM refreshed('groups', 'SELECT g, count(*), sum(num) FROM copy GROUP BY g');
SELECT vieworm_pause('groups') ->> 'paused' AS paused;
UPDATE copy SET num = num + 1 WHERE id = 17;
SELECT * FROM refreshed('groups', 'SELECT g, count(*), sum(num) FROM copy GROUP BY g');
RESET parallel_setup_cost; RESET parallel_tuple_cost; RESET min_parallel_table_scan_size;
RESET parallel_leader_participation; RESET max_parallel_workers_per_gather;

-- The definition is evaluated once, so that what is volatile does not make a mixture.
SELECT vieworm_create('dice', 'SELECT id, random() AS r FROM copy', '{"method": "table"}') ->> 'created' AS created;
SELECT quietly($$ SELECT vieworm_refresh('dice') $$);
SELECT count(*), count(DISTINCT id) FROM dice;
CREATE SEQUENCE evaluations;
SELECT vieworm_create('numbered', 'SELECT nextval(''evaluations'') AS n FROM generate_series(1, 3)', '{"method": "table"}')
  ->> 'created' AS created;
SELECT quietly($$ SELECT vieworm_refresh('numbered') $$);
SELECT * FROM numbered ORDER BY n;

-- An error while rows are read, or written, leaves the view as it was.
CREATE TABLE divisor (id int, d int);
INSERT INTO divisor SELECT i, i FROM generate_series(1, 1000) AS i;
SELECT vieworm_create('quotient', 'SELECT id, 1000 / d AS q FROM divisor', '{"method": "table", "indexes": [{"columns": ["id"], "unique": true}]}')
  ->> 'created' AS created;
UPDATE divisor SET d = 1000 - id;
SELECT attempt($$ SELECT vieworm_refresh('quotient') $$);
SELECT difference('quotient', 'SELECT i, 1000 / i FROM generate_series(1, 1000) AS i');
UPDATE divisor SET d = 1, id = 1 WHERE id >= 999;
SELECT attempt($$ SELECT vieworm_refresh('quotient') $$);
SELECT difference('quotient', 'SELECT i, 1000 / i FROM generate_series(1, 1000) AS i');
UPDATE divisor SET id = 2000, d = 2 WHERE ctid IN (SELECT max(ctid) FROM divisor WHERE id = 1);
UPDATE divisor SET id = 2001, d = 2 WHERE ctid IN (SELECT max(ctid) FROM divisor WHERE id = 1);
SELECT * FROM refreshed('quotient', 'SELECT id, 1000 / d FROM divisor');

-- Within a transaction that rolls a part back.
BEGIN;
DELETE FROM divisor WHERE id < 900;
SAVEPOINT s;
SELECT quietly($$ SELECT vieworm_refresh('quotient') $$);
ROLLBACK TO s;
SELECT count(*) FROM quotient;
SELECT quietly($$ SELECT vieworm_refresh('quotient') $$);
ROLLBACK;
SELECT * FROM refreshed('quotient', 'SELECT id, 1000 / d FROM divisor');
\i sql/include/teardown.sql
