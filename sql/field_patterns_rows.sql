-- What made the views of other projects wrong, tried on vieworm: which rows there are, and how often.
\i sql/include/setup.sql
\i sql/include/patterns.sql

-- EXISTS takes equal rows for one.
CREATE TABLE t1 (i int);
CREATE TABLE t2 (i int);
INSERT INTO t1 VALUES (1), (1), (1), (2);
SELECT keep('v', 'SELECT i FROM t1 WHERE EXISTS (SELECT FROM t2 WHERE t2.i = t1.i)');
CALL run('INSERT INTO t2 VALUES (1)');
SELECT shown('v');
CALL run('INSERT INTO t2 VALUES (1)', 'DELETE FROM t2 WHERE ctid = (SELECT min(ctid) FROM t2)', 'DELETE FROM t2');
SELECT shown('v');
CALL forget();

-- Equal rows of a table without a key become one, or do not go away.
CREATE TABLE t (a int, b text);
INSERT INTO t VALUES (1, 'x'), (1, 'x'), (NULL, NULL);
SELECT keep('v', 'SELECT a, b FROM t');
SELECT keep('n', 'SELECT a, count(*) AS n FROM t GROUP BY a');
CALL run('DELETE FROM t WHERE ctid = (SELECT min(ctid) FROM t)', $$ INSERT INTO t VALUES (2, 'y'), (2, 'y'), (2, 'y') $$);
SELECT shown('v'), shown('n');
CALL run('INSERT INTO t VALUES (NULL, NULL)', $$ UPDATE t SET a = 2, b = 'y' WHERE a = 1 $$,
  'DELETE FROM t WHERE a = 2 AND ctid <> (SELECT max(ctid) FROM t WHERE a = 2)');
SELECT shown('v'), shown('n');
CALL run('DELETE FROM t');
CALL forget();

-- UNION ALL of a table with itself has each row once.
INSERT INTO t VALUES (1, 'a'), (2, 'b');
SELECT keep('v', 'SELECT * FROM t UNION ALL SELECT * FROM t');
SELECT keep('n', 'SELECT count(*) AS n FROM (SELECT * FROM t UNION ALL SELECT * FROM t) AS x');
CALL run($$ INSERT INTO t VALUES (3, 'c') $$);
SELECT shown('v'), shown('n');
CALL run('UPDATE t SET a = 9 WHERE a = 1', 'DELETE FROM t WHERE a = 2', 'DELETE FROM t');
SELECT shown('v'), shown('n');
CALL forget();

-- A UNION ALL over tables that have rows begins with those of its first branch.
CREATE TABLE one (x int);
CREATE TABLE two (x int);
CREATE TABLE three (x bigint PRIMARY KEY);
INSERT INTO one VALUES (1);
INSERT INTO two VALUES (2), (2);
INSERT INTO three VALUES (3);
SELECT keep('v', 'SELECT x FROM one UNION ALL SELECT x FROM two UNION ALL SELECT x FROM three');
SELECT shown('v');
CALL run('DELETE FROM two WHERE ctid = (SELECT min(ctid) FROM two)', 'INSERT INTO three VALUES (1)', 'UPDATE one SET x = 2');
SELECT shown('v');
CALL forget();

-- A row is deleted and another inserted with its key: its group disappears.
CREATE TABLE k (id int PRIMARY KEY, g text, v int);
INSERT INTO k VALUES (1, 'a', 5);
SELECT keep('v', 'SELECT g, sum(v) AS s FROM k GROUP BY g');
SELECT keep('r', 'SELECT id, v FROM k');
CALL run('DELETE FROM k WHERE id = 1', $$ INSERT INTO k VALUES (1, 'a', 7) $$);
SELECT shown('v'), shown('r');
BEGIN;
DELETE FROM k;
INSERT INTO k VALUES (1, 'a', 8);
COMMIT;
CALL run($$ WITH gone AS (DELETE FROM k RETURNING *) INSERT INTO k SELECT id + 1, g, v + 1 FROM gone $$);
SELECT shown('v'), shown('r');
CALL forget();

-- A group that two DELETEs have emptied never returns.
TRUNCATE k;
INSERT INTO k VALUES (1, 'a', 1), (2, 'a', 2), (3, 'b', 3);
SELECT keep('v', 'SELECT g, count(*) AS n, sum(v) AS s, min(v) AS lo FROM k GROUP BY g');
CALL run('DELETE FROM k WHERE v = 1', 'DELETE FROM k WHERE v = 2');
SELECT shown('v');
CALL run($$ INSERT INTO k VALUES (4, 'a', 4) $$);
SELECT shown('v');
CALL run('DELETE FROM k', $$ INSERT INTO k VALUES (5, 'b', NULL) $$);
SELECT shown('v');
CALL forget();

-- A row that is replaced by an equal one is lost.
TRUNCATE k;
INSERT INTO k VALUES (1, 'a', 5), (2, 'a', 6);
SELECT keep('r', 'SELECT g, v FROM k WHERE v > 0');
SELECT keep('s', 'SELECT g, count(*) AS n, sum(v) AS s FROM k GROUP BY g');
CALL run($$ INSERT INTO k VALUES (1, 'a', 5) ON CONFLICT (id) DO UPDATE SET g = excluded.g, v = excluded.v $$,
  'UPDATE k SET id = id, g = g, v = v', 'MERGE INTO k USING k AS s ON k.id = s.id WHEN MATCHED THEN UPDATE SET v = s.v');
SELECT shown('r'), shown('s');
CALL forget();

-- A function that gives several rows, beside the key of the row that they come from.
CREATE TABLE a (id int PRIMARY KEY, e int[]);
INSERT INTO a VALUES (1, '{1,2,2}'), (2, '{}'), (3, NULL);
SELECT keep('v', 'SELECT id, unnest(e) AS e FROM a');
SELECT keep('l', 'SELECT a.id, x.e FROM a, unnest(a.e) AS x(e)');
SELECT shown('v'), shown('l');
CALL run($$ INSERT INTO a VALUES (4, '{NULL,7}') $$, $$ UPDATE a SET e = '{2}' WHERE id = 1 $$, 'UPDATE a SET id = 9 WHERE id = 4',
  'DELETE FROM a WHERE id = 1');
SELECT shown('v'), shown('l');
CALL forget();

-- The place of a deleted row is used again, and its new row is missed.
TRUNCATE t;
INSERT INTO t VALUES (1, 'x'), (2, 'y'), (3, 'z');
SELECT keep('v', 'SELECT a, b FROM t');
DELETE FROM t WHERE a >= 2;
VACUUM FREEZE t;
INSERT INTO t VALUES (4, 'new') RETURNING ctid;
CALL run();
SELECT shown('v');
VACUUM FULL t;
CALL run('UPDATE t SET a = a + 1');
CALL forget();

-- A projection turns a composite key round.
CREATE TABLE c (a int, b int, c text, PRIMARY KEY (a, b));
INSERT INTO c VALUES (1, 2, 'x'), (2, 1, 'y');
SELECT keep('v', 'SELECT b, a, c FROM c');
SELECT keep('without_key', 'SELECT c FROM c');
CALL run($$ UPDATE c SET c = 'z' WHERE a = 1 $$, $$ INSERT INTO c VALUES (3, 3, 'w'), (1, 3, 'u'), (3, 1, 'v') $$);
SELECT shown('v');
CALL run('UPDATE c SET a = b + 10, b = a', 'DELETE FROM c WHERE a = 12 AND b = 1');
SELECT shown('v'), shown('without_key');
CALL forget();

-- DISTINCT over a join, and over a self-join, loses a pair while another copy of it is left.
CREATE TABLE d (a int, b int);
CREATE TABLE e (a int, b int);
INSERT INTO d VALUES (1, 2), (1, 2), (2, 1);
INSERT INTO e VALUES (2, 7), (2, 7);
SELECT keep('v', 'SELECT DISTINCT d.a, e.b FROM d JOIN e ON e.a = d.b');
TRUNCATE c;
INSERT INTO c VALUES (1, 2, 'x'), (2, 1, 'y');
SELECT keep('s', 'SELECT DISTINCT x.b AS p, y.a AS q FROM c AS x JOIN c AS y ON x.a = y.b');
SELECT shown('v'), shown('s');
CALL run('DELETE FROM d WHERE ctid = (SELECT min(ctid) FROM d)', 'DELETE FROM e WHERE ctid = (SELECT min(ctid) FROM e)');
SELECT shown('v');
CALL run('INSERT INTO e VALUES (1, 7)', 'DELETE FROM d WHERE a = 1', 'INSERT INTO c VALUES (3, 1), (3, 3)',
  'UPDATE c SET a = b, b = a WHERE a = 3 AND b = 1');
SELECT shown('v'), shown('s');
CALL forget();

-- TRUNCATE leaves the view filled.
INSERT INTO k VALUES (7, 'c', 7);
SELECT keep('r', 'SELECT g, v FROM k WHERE v > 1');
SELECT keep('s', 'SELECT g, sum(v) AS s FROM k GROUP BY g');
SELECT keep('n', 'SELECT count(*) AS n, sum(v) AS s FROM k');
CALL run('TRUNCATE k', $$ INSERT INTO k VALUES (1, 'a', 2) $$);
SELECT shown('r'), shown('s'), shown('n');
CALL forget();

-- What these tests look for is found: a view that has lost a trigger.
SELECT keep('forgetful', 'SELECT g, count(*) AS n FROM k GROUP BY g');
ALTER TABLE k DISABLE TRIGGER forgetful_store_insert;
CALL run($$ INSERT INTO k VALUES (2, 'b', 3) $$);
CALL forget();

\i sql/include/teardown.sql
