-- A refresh makes the view equal to its definition, evaluated afresh.
\i sql/include/setup.sql

CREATE TABLE t (id int, i int, txt text, num numeric, f float8, j json, jb jsonb, arr int[],
  d date, ts timestamptz, iv interval, by bytea, x xml, c "char", bp char(3), b bool, r int4range);
INSERT INTO t VALUES
  (1, 1, 'a', 1.0, 1.5, '{"a": 1}', '{"a": 1}', '{1,2}', '2026-01-01', '2026-01-01 00:00+00', '1 mon 2 days', '\x01', '<a/>', 'c', 'a', true, '[1,2)'),
  (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (3, 1, 'a', 1.0, 1.5, '{"a": 1}', '{"a": 1}', '{1,2}', '2026-01-01', '2026-01-01 00:00+00', '1 mon 2 days', '\x01', '<a/>', 'c', 'a', true, '[1,2)');
\set columns 'i, txt, num, f, j, jb, arr, d, ts, iv, by, x, c, bp, b, r'
SELECT vieworm_create('v', 'SELECT ' || :'columns' || ' FROM t', '{"method": "table"}') ->> 'created' AS created;
SELECT difference('v', 'SELECT ' || :'columns' || ' FROM t');
-- Nothing has changed: nothing is written.
SELECT quietly($$ SELECT vieworm_refresh('v') $$);
-- Duplicates come and go one by one, rows of NULLs among them.
INSERT INTO t (id) VALUES (4), (5);
DELETE FROM t WHERE id = 3;
SELECT quietly($$ SELECT vieworm_refresh('v') $$);
SELECT difference('v', 'SELECT ' || :'columns' || ' FROM t');
DELETE FROM t WHERE id IN (2, 4);
SELECT quietly($$ SELECT vieworm_refresh('v') $$);
SELECT difference('v', 'SELECT ' || :'columns' || ' FROM t');

-- What is equal but looks different is a change, column by column.
CREATE FUNCTION changed(assignment text, OUT deleted text, OUT inserted text, OUT extra bigint, OUT missing bigint)
LANGUAGE plpgsql AS $$
DECLARE
  result jsonb;
BEGIN
  EXECUTE 'UPDATE t SET ' || assignment || ' WHERE id = 1';
  result := vieworm_refresh('v');
  deleted := result ->> 'deleted';
  inserted := result ->> 'inserted';
  SELECT * FROM difference('v', 'SELECT i, txt, num, f, j, jb, arr, d, ts, iv, by, x, c, bp, b, r FROM t')
    INTO extra, missing;
END $$;
SELECT assignment, c.* FROM (VALUES
  ('num = 1.00'), ('num = ''NaN'''), ('f = 0'), ('f = ''-0'''), ('f = ''NaN'''), ('f = 0.1 + 0.2'),
  ('f = ''Infinity'''), ('j = ''{"a":1}'''), ('jb = ''{"a": 1.0}'''), ('arr = ''[0:1]={1,2}'''),
  ('arr = ''{NULL}'''), ('iv = ''1 mon 1 day 24 hours'''), ('iv = ''-1 mon 1 day'''),
  ('txt = ''A'''), ('txt = '''''), ('x = ''<a></a>'''), ('x = ''text <b/>'''),
  ('by = ''\x'''), ('ts = ''infinity'''), ('d = ''0001-01-01 BC'''), ('bp = ''b'''), ('r = ''empty'''),
  ('c = ''\001'''), ('i = NULL')) AS a(assignment), changed(assignment) AS c;

-- The text form of values is the same whatever the session's settings are.
SET datestyle = 'German, DMY';
SET intervalstyle = 'sql_standard';
SET extra_float_digits = -5;
SET bytea_output = 'escape';
SET xmloption = 'document';
SELECT quietly($$ SELECT vieworm_refresh('v') $$);
SELECT * FROM changed('f = 1.0 / 3.0, iv = ''-1 mon +2 days''');
RESET datestyle; RESET intervalstyle; RESET extra_float_digits; RESET bytea_output; RESET xmloption;

-- A collation for which different strings are equal.
CREATE COLLATION ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE w (word text COLLATE ci);
INSERT INTO w VALUES ('a'), ('B');
SELECT vieworm_create('words', 'SELECT word FROM w', '{"method": "table"}') ->> 'created' AS created;
UPDATE w SET word = 'A' WHERE word = 'a';
SELECT quietly($$ SELECT vieworm_refresh('words') $$);
SELECT word COLLATE "C" FROM words ORDER BY 1;

-- Types of the user's own, with operators that the pinned search_path does not see.
CREATE TYPE color AS ENUM ('red', 'green');
CREATE TYPE pair AS (x int, y text);
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE u (c color, p pair, q positive, ps pair[]);
INSERT INTO u VALUES ('red', '(1,a)', 1, ARRAY[ROW(1, 'a,"b')::pair]);
SELECT vieworm_create('own', 'SELECT * FROM u', '{"method": "table"}') ->> 'created' AS created;
UPDATE u SET p.y = NULL, c = 'green';
INSERT INTO u VALUES (NULL, NULL, NULL, NULL), ('red', '(,)', 7, '{}');
SELECT quietly($$ SELECT vieworm_refresh('own') $$);
SELECT difference('own', 'SELECT * FROM u');

-- Many rows, many duplicates, changed everywhere.
CREATE TABLE many (g int, n numeric);
INSERT INTO many SELECT i % 17, i % 5 FROM generate_series(1, 2000) AS i;
SELECT vieworm_create('m', 'SELECT g, n FROM many', '{"method": "table"}') ->> 'created' AS created;
DELETE FROM many WHERE ctid IN (SELECT ctid FROM many WHERE g % 3 = 0 LIMIT 150);
UPDATE many SET n = n + 0.0 WHERE g = 5;
INSERT INTO many SELECT i % 19, i % 4 FROM generate_series(1, 777) AS i;
SELECT quietly($$ SELECT vieworm_refresh('m') $$) IS NOT NULL AS refreshed;
SELECT difference('m', 'SELECT g, n FROM many');
TRUNCATE many;
SELECT quietly($$ SELECT vieworm_refresh('m') $$);

-- with_data false empties the view and marks it; the next refresh fills it.
SELECT quietly($$ SELECT vieworm_refresh('words', with_data => false) $$);
SELECT count(*) FROM words;
SELECT populated, stale, rows FROM vieworm_views WHERE name = 'words';
SELECT quietly($$ SELECT vieworm_refresh('words', '{"mode": "full"}') $$);
SELECT populated, stale, rows FROM vieworm_views WHERE name = 'words';

-- Materialized views of PostgreSQL's own.
SELECT vieworm_create('native', 'SELECT c, q FROM u', '{"method": "materialized",
  "refresh": {"concurrently": true}, "with_data": false, "indexes": [{"columns": ["q"], "unique": true}]}') ->> 'created' AS created;
SELECT attempt('SELECT * FROM native');
-- The first refresh cannot be concurrent, the next ones are.
SELECT quietly($$ SELECT vieworm_refresh('native') $$);
UPDATE u SET q = 100 WHERE q = 1;
SELECT quietly($$ SELECT vieworm_refresh('native') $$);
SELECT difference('native', 'SELECT c, q FROM u');
SELECT quietly($$ SELECT vieworm_refresh('native', concurrently => false) $$);
SELECT attempt($$ SELECT vieworm_refresh('native', concurrently => true, with_data => false) $$);
SELECT quietly($$ SELECT vieworm_refresh('native', with_data => false) $$);
SELECT populated, stale FROM vieworm_views WHERE name = 'native';
SELECT vieworm_create('unkeyed', 'SELECT c, ''x''::text AS w FROM u WHERE c IS NULL', '{"method": "materialized", "indexes": [{"columns": ["c"]},
  {"columns": ["c"], "unique": true, "where": "c IS NOT NULL"}, {"columns": [{"expression": "length(w)"}], "unique": true}]}')
  ->> 'created' AS created;
SELECT attempt($$ SELECT vieworm_refresh('unkeyed', concurrently => true) $$);

-- In a transaction of the caller's, which rolls back a part.
BEGIN;
INSERT INTO w VALUES ('c');
SAVEPOINT s;
SELECT quietly($$ SELECT vieworm_refresh('words') $$);
ROLLBACK TO s;
SELECT count(*) FROM words;
SELECT quietly($$ SELECT vieworm_refresh('words') $$);
COMMIT;
SELECT count(*) FROM words;

-- A refresh that fails leaves the view as it was.
UPDATE u SET q = NULL;
INSERT INTO u (q) VALUES (5), (6);
CREATE TABLE divisor AS SELECT 1 AS d;
SELECT vieworm_create('quotient', 'SELECT 1 / d AS q FROM divisor', '{"method": "table"}') ->> 'created' AS created;
UPDATE divisor SET d = 0;
SELECT attempt($$ SELECT vieworm_refresh('quotient') $$);
TABLE quotient;

-- The store is not for others to write.
SELECT attempt('INSERT INTO vieworm.quotient_store VALUES (1)');
SELECT attempt('UPDATE vieworm.quotient_store SET q = 1');
SELECT attempt('DELETE FROM vieworm.quotient_store');
SELECT attempt('TRUNCATE vieworm.quotient_store');
SELECT attempt('INSERT INTO quotient VALUES (1)') IS NOT NULL AS refused;
\i sql/include/teardown.sql
