-- What made the views of other projects wrong, tried on vieworm: views over views, changes of the
-- schema, and odd things that definitions read.
\i sql/include/setup.sql
\i sql/include/patterns.sql

CREATE TABLE t (id int PRIMARY KEY, g text, v int, w int);
CREATE PROCEDURE refill() LANGUAGE sql AS $$
  TRUNCATE t;
  INSERT INTO t VALUES (1, 'a', 1, 10), (2, 'a', 2, 20), (3, 'b', 4, 40);
$$;

-- A view over a view over an empty view stays as it was created.
SELECT keep('one', 'SELECT id, g, v FROM t WHERE v > 0');
SELECT keep('two', 'SELECT g, sum(v) AS s FROM one GROUP BY g');
SELECT keep('three', 'SELECT g, s FROM two WHERE s > 2');
SELECT shown('three');
CALL refill();
CALL run($$ INSERT INTO t VALUES (4, 'c', -1, 0) $$);
SELECT shown('two'), shown('three');
SELECT vieworm_pause('one');
INSERT INTO t VALUES (5, 'c', 9, 0);
SELECT vieworm_resume('one');
CALL run('UPDATE t SET v = 6 WHERE id = 4', $$ DELETE FROM t WHERE g = 'a' $$);
SELECT shown('three');
CALL forget();

-- A small UPDATE goes through two views, DISTINCT ON: the deletion half of it is lost.
CALL refill();
SELECT keep('d', 'SELECT DISTINCT g, v FROM t');
CREATE VIEW between_them AS SELECT g, v + 1 AS v FROM d;
SELECT keep('e', 'SELECT DISTINCT v FROM between_them');
SELECT keep('o', 'SELECT DISTINCT ON (g) g, v FROM t ORDER BY g, v DESC');
CALL run('UPDATE t SET v = 7 WHERE id = 1');
SELECT shown('d'), shown('e'), shown('o');
CALL run('UPDATE t SET v = 7', 'DELETE FROM t WHERE id > 1');
SELECT shown('d'), shown('e'), shown('o');
SELECT vieworm_drop('e');
DROP VIEW between_them;
DELETE FROM kept WHERE name = 'e';
CALL forget();

-- Columns of the source are added and dropped.
CALL refill();
SELECT keep('v', 'SELECT g, sum(v) AS s, max(w) AS hi FROM t GROUP BY g');
SELECT keep('r', 'SELECT * FROM t');
ALTER TABLE t ADD COLUMN extra text DEFAULT 'x', ADD COLUMN now timestamptz DEFAULT now();
UPDATE kept SET query = 'SELECT id, g, v, w FROM t' WHERE name = 'r';
CALL run($$ INSERT INTO t VALUES (4, 'c', 8, 80, 'y') $$, $$ UPDATE t SET extra = 'z', v = v + 1 $$);
SELECT shown('v'), shown('r');
ALTER TABLE t DROP COLUMN extra, DROP COLUMN now;
CALL run('UPDATE t SET v = 0 WHERE id = 1', 'DELETE FROM t WHERE id = 3');
SELECT attempt('ALTER TABLE t DROP COLUMN w');
SELECT attempt('ALTER TABLE t ALTER w TYPE text');
CALL run($$ INSERT INTO t VALUES (3, 'b', 1, 1) $$);
SELECT shown('v'), shown('r');
CALL forget();
-- A dropped column in front of those that are used.
CREATE TABLE gone (a int, b int, id int PRIMARY KEY, c text);
ALTER TABLE gone DROP COLUMN a, DROP COLUMN b;
SELECT keep('v', 'SELECT c, count(*) AS n FROM gone GROUP BY c');
SELECT keep('r', 'SELECT id, c FROM gone');
ALTER TABLE gone ADD COLUMN a int DEFAULT 3;
CALL run($$ INSERT INTO gone VALUES (1, 'x', 2) $$, $$ UPDATE gone SET c = 'y', a = 1 $$, 'DELETE FROM gone');
CALL forget();

-- The view is renamed, or its source: the next INSERT fails.
CALL refill();
SELECT keep('v', 'SELECT g, sum(v) AS s FROM t GROUP BY g');
ALTER VIEW v RENAME TO renamed;
UPDATE kept SET name = 'renamed' WHERE name = 'v';
CALL run($$ INSERT INTO t VALUES (4, 'c', 8, 80) $$);
ALTER TABLE t RENAME TO "t 2";
ALTER TABLE "t 2" RENAME g TO "the group";
UPDATE kept SET query = 'SELECT "the group" AS g, sum(v) AS s FROM "t 2" GROUP BY 1';
CALL run($$ UPDATE "t 2" SET "the group" = 'd' WHERE id = 4 $$, $$ MERGE INTO "t 2" AS x USING "t 2" AS y ON x.id = y.id + 1 WHEN MATCHED THEN UPDATE SET v = x.v + y.v $$);
SELECT shown('renamed');
ALTER TABLE "t 2" RENAME TO t;
ALTER TABLE t RENAME "the group" TO g;
CALL forget();

-- A unique index on a column that holds equal values, or on one that is not shown.
SELECT keep('r', 'SELECT g FROM t', '{"indexes": [{"columns": ["g"], "unique": true}]}');
CALL run($$ INSERT INTO t VALUES (5, 'c', 8, 80), (6, 'c', 8, 80) $$);
SELECT attempt($$ SELECT vieworm_create('x', 'SELECT g FROM t', '{"refresh": {"on": "statement"}, "indexes": [{"columns": ["id"]}]}') $$);
CALL forget();

-- A function that the view uses is replaced: old values are mixed with new ones.
CREATE FUNCTION twice(v int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT v * 2';
SELECT keep('v', 'SELECT g, sum(twice(v)) AS s FROM t GROUP BY g');
SELECT keep('r', 'SELECT id, test.twice(v) AS w FROM t WHERE test.twice(v) > 3');
CREATE OR REPLACE FUNCTION twice(v int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT v * 3';
CALL run('UPDATE t SET v = v + 1 WHERE id = 1');
SELECT shown('v'), shown('r');
CREATE OR REPLACE FUNCTION twice(v int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN v * 4; END';
SELECT attempt('DROP FUNCTION twice');
CALL run('UPDATE t SET v = v + 1 WHERE id = 1');
SELECT shown('v'), shown('r');
CALL forget();

-- A table is rebuilt by copy, drop and rename: the view goes on reading the old one.
SELECT keep('v', 'SELECT g, sum(v) AS s FROM t GROUP BY g');
CREATE TABLE t_new (LIKE t INCLUDING ALL);
INSERT INTO t_new SELECT * FROM t;
SELECT attempt('DROP TABLE t');
ALTER TABLE t RENAME TO t_old;
ALTER TABLE t_new RENAME TO t;
UPDATE kept SET query = replace(query, 'FROM t ', 'FROM t_old ');
CALL run('DELETE FROM t', 'UPDATE t_old SET v = v + 1');
SELECT shown('v');
CALL forget();
DROP TABLE t;
ALTER TABLE t_old RENAME TO t;
-- Rewritten, clustered, reindexed, and set aside.
SELECT keep('v', 'SELECT g, sum(v) AS s FROM t GROUP BY g');
SELECT keep('r', 'SELECT id, v FROM t');
CREATE INDEX by_g ON t (g);
CLUSTER t USING by_g;
REINDEX TABLE t;
ALTER TABLE t SET SCHEMA public;
SET search_path = public, test;
CALL run($$ INSERT INTO t VALUES (40, 'moved', 8, 80) $$, 'UPDATE t SET v = v + 1');
ALTER TABLE t SET SCHEMA test;
SET search_path = test, public;
CALL run('DELETE FROM t WHERE id = 40');
SELECT shown('v');

-- Lost and altered triggers, and damage to the store, are found and repaired.
ALTER TABLE t DISABLE TRIGGER v_store_update;
DROP TRIGGER r_store_insert ON t;
UPDATE t SET v = v + 1;
INSERT INTO t VALUES (50, 'late', 1, 1);
SELECT name, stale FROM vieworm_views ORDER BY name;
SELECT r -> 'damage', r -> 'missing', r -> 'extra' FROM kept, vieworm_verify(name) AS r ORDER BY name;
SELECT vieworm_repair(name) - 'milliseconds' FROM kept ORDER BY name;
CALL run('UPDATE t SET v = v + 1', $$ INSERT INTO t VALUES (51, 'late', 1, 1) $$);
CALL forget();

-- Names with quotes, spaces, reserved words and other scripts.
CREATE PROCEDURE try_name(odd text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TABLE %1$I (id int PRIMARY KEY, %1$I text, v int, UNIQUE (%1$I, v))', odd);
  EXECUTE format('INSERT INTO %I VALUES (1, ''a'', 1), (2, ''b'', 2)', odd);
  PERFORM keep(format('%I', odd || ' view'), format('SELECT %1$I, sum(v) AS "sum", max(%1$I) AS "newest" FROM %1$I GROUP BY %1$I', odd));
  PERFORM keep('rows_of', format('SELECT x.%1$I, x.v AS fresh FROM %1$I AS x WHERE x.%1$I <> ''''', odd));
  PERFORM keep('pairs', format('SELECT %1$I.v, o.%1$I FROM %1$I JOIN %1$I AS o ON o.id = %1$I.v', odd));
  PERFORM keep('d', format('SELECT %1$I FROM %1$I UNION SELECT ''x''', odd));
  CALL run(format('INSERT INTO %I VALUES (3, ''a'', 5), (4, NULL, 6)', odd),
    format('UPDATE %1$I SET %1$I = ''b'', v = v + 10 WHERE id = 3', odd),
    format('INSERT INTO %1$I AS x VALUES (3, ''c'', 1), (9, ''b'', 9) ON CONFLICT (id) DO UPDATE SET %1$I = excluded.%1$I', odd),
    format('DELETE FROM %I WHERE id = 1', odd));
  CALL forget();
END $$;
SELECT format('CALL try_name(%L)', name) FROM unnest(ARRAY['odd name', 'a"b''c`d]e', 'select', 'new', 'old', 'excluded', 'straße 表', 'x.y', 's1', '--', 'ctid_',
  'vieworm_n', 'row_s', '%s;', '$1', E'tab\there', 'vieworm_new', 'vieworm_old', 'store', repeat('long', 14)]) AS name \gexec
-- And names of vieworm's own that are taken.
CREATE TABLE v_store (a int);
CREATE TABLE v_definition (a int);
CREATE TABLE taken (id int PRIMARY KEY, vieworm_n int, n int, vieworm_1 int);
SELECT keep('v', 'SELECT vieworm_n, count(*) AS n, sum(vieworm_1) AS vieworm_1 FROM taken GROUP BY vieworm_n');
SELECT keep('r', 'SELECT n AS vieworm_k1, vieworm_1 AS id, vieworm_n FROM taken');
CALL run('INSERT INTO taken VALUES (1, 2, 3, 4), (2, 2, NULL, 5)', 'UPDATE taken SET vieworm_n = 7 WHERE id = 1', 'UPDATE taken SET id = id + 1, vieworm_1 = 3', 'DELETE FROM taken');
CALL forget();

-- Every column a dropped one, no column at all, and very many.
CREATE TABLE none ();
INSERT INTO none DEFAULT VALUES;
SELECT keep('n', 'SELECT count(*) AS n FROM none');
SELECT keep('r', 'SELECT FROM none');
CALL run('INSERT INTO none SELECT FROM generate_series(1, 3)', 'DELETE FROM none WHERE ctid = (SELECT min(ctid) FROM none)');
SELECT shown('n');
CALL forget();
SELECT format('CREATE TABLE wide (id int PRIMARY KEY, %s)', string_agg(format('c%s int DEFAULT %1$s', i), ', ')) AS wide FROM generate_series(1, 300) AS i \gset
:wide;
SELECT keep('r', 'SELECT * FROM wide');
SELECT keep('g', 'SELECT ' || string_agg('sum(c' || i || ') AS s' || i, ', ') || ', c300 FROM wide GROUP BY c300') FROM generate_series(1, 299) AS i;
CALL run('INSERT INTO wide VALUES (1), (2)', 'UPDATE wide SET c7 = 9 WHERE id = 1', 'UPDATE wide SET c300 = id', 'DELETE FROM wide WHERE id = 1');
ALTER TABLE wide DISABLE TRIGGER g_store_insert;
INSERT INTO wide (id, c2, c300) VALUES (3, NULL, 3);
SELECT left((r -> 'samples' #> '{0,missing}')::text, 40), jsonb_array_length(r -> 'samples' #> '{0,missing}') FROM vieworm_verify('g') AS r;
CALL forget();

-- A view of the catalogue; NULL, a statement that is no SELECT, and a subquery in the select list.
SELECT keep('c', $$ SELECT relname FROM pg_class WHERE relname LIKE 'catalogued%' $$);
CREATE TABLE catalogued ();
CALL run();
SELECT shown('c');
SELECT keep('s', 'SELECT id, (SELECT count(*) FROM t AS u WHERE u.id < t.id) AS n FROM t');
SELECT keep('l', 'SELECT t.id, x.v FROM t, LATERAL (SELECT u.v FROM t AS u WHERE u.g = t.g ORDER BY u.v LIMIT 1) AS x');
SELECT keep('i', 'SELECT id FROM t WHERE g IN (SELECT g FROM t WHERE v > 3)');
SELECT keep('a', 'SELECT g, (SELECT max(v) FROM t) - max(v) AS behind FROM t GROUP BY g');
CALL run('UPDATE t SET v = v - 1', $$ INSERT INTO t VALUES (60, 'a', 6, 6) $$);
SELECT shown('s'), shown('l'), shown('i'), shown('a');
CALL forget();
SELECT vieworm_create(NULL);
SELECT vieworm_create(NULL, NULL, NULL);
SELECT vieworm_create('x', NULL);
SELECT vieworm_verify(NULL), vieworm_repair(NULL), vieworm_refresh(NULL), vieworm_drop(NULL), vieworm_pause(NULL);
SELECT definition, attempt(format('SELECT vieworm_create(''x%s'', %L, ''{"refresh": {"on": "statement"}}'')', n, definition)) FROM unnest('{
  "", ";", "SELECT 1; SELECT 2", "INSERT INTO t VALUES (1)", "DELETE FROM t RETURNING *", "CREATE TABLE x ()", "DROP TABLE t", "REFRESH MATERIALIZED VIEW x",
  "TABLE t FOR UPDATE", "SELECT * FROM t FOR SHARE", "SELECT 1 INTO x", "WITH w AS (DELETE FROM t RETURNING *) SELECT * FROM w", "SELECT $1", "SELECT :id",
  "EXPLAIN SELECT 1", "SELECT * FROM missing", "SELECT missing FROM t", "SELECT 1 AS a, 2 AS a", "SELECT (", "SELECT ''", "SELECT 1 --", "COPY t TO stdout"}'::text[]) WITH ORDINALITY AS d(definition, n);
SELECT vieworm_drop(name) FROM vieworm_views;
SELECT count(*) FROM t;

\i sql/include/teardown.sql
