-- What made the views of other projects wrong, tried on vieworm: conflicts, transactions and the
-- triggers of others.
\i sql/include/setup.sql
\i sql/include/patterns.sql

CREATE TABLE t (id int PRIMARY KEY, u int UNIQUE, g text, v int CHECK (v < 1000));
INSERT INTO t VALUES (1, 10, 'a', 1), (2, 20, 'b', 2);
SELECT keep('v', 'SELECT g, count(*) AS n, sum(v) AS s, max(v) AS hi FROM t GROUP BY g');
SELECT keep('r', 'SELECT id, u, g, v FROM t WHERE v > 0');
SELECT keep('d', 'SELECT DISTINCT g FROM t');
SELECT keep('j', 'SELECT a.id, b.g FROM t AS a JOIN t AS b ON a.v = b.id');

-- An INSERT ... SELECT, and a COPY, that fail half way leave rows for the next commit.
SELECT attempt('INSERT INTO t SELECT i, i, ''x'', i * 100 FROM generate_series(5, 20) AS i');
CALL run();
COPY t FROM stdin;
5	50	c	5
6	60	c	5000
\.
CALL run($$ INSERT INTO t VALUES (7, 70, 'c', 7) $$);
SELECT shown('v');

-- A transaction is taken back to a savepoint, by a loop of a function's, or as a whole.
BEGIN;
INSERT INTO t VALUES (8, 80, 'a', 8);
SAVEPOINT one;
INSERT INTO t VALUES (9, 90, 'a', 9), (10, 100, 'e', 10);
SAVEPOINT two;
DELETE FROM t WHERE g = 'a';
SELECT shown('v');
ROLLBACK TO two;
SELECT shown('v');
CALL run();
ROLLBACK TO one;
SELECT shown('v');
CALL run();
INSERT INTO t VALUES (11, 110, 'f', 11);
RELEASE one;
SAVEPOINT two;
TRUNCATE t;
SELECT shown('v');
ROLLBACK TO two;
CREATE TABLE other ();
UPDATE t SET g = 'z';
ROLLBACK;
CALL run();
SELECT shown('v');
DO $$ BEGIN
  FOR i IN 1 .. 6 LOOP
    BEGIN
      UPDATE t SET v = v + 1 WHERE id <= i;
      INSERT INTO t VALUES (20 + i, 20, 'loop', i);
    EXCEPTION WHEN unique_violation THEN
      UPDATE t SET v = v + 10 WHERE id = 2;
    END;
  END LOOP;
END $$;
CALL run();
SELECT shown('v');

-- Rows written by subtransactions, some taken back, changed again by the same transaction, and frozen.
BEGIN;
SAVEPOINT a;
INSERT INTO t VALUES (30, 300, 'sub', 1);
SAVEPOINT b;
UPDATE t SET v = v + 1 WHERE id = 30;
RELEASE b;
SAVEPOINT c;
UPDATE t SET v = 99, id = 31 WHERE id = 30;
ROLLBACK TO c;
RELEASE a;
UPDATE t SET v = v + 1 WHERE id = 30;
COMMIT;
CALL run();
VACUUM FREEZE t;
CALL run('UPDATE t SET id = id + 1 WHERE id = 30', 'DELETE FROM t WHERE id = 31');
SELECT shown('v');

-- What ON CONFLICT did is not what is counted.
CALL run($$ INSERT INTO t VALUES (1, 10, 'a', 50) ON CONFLICT DO NOTHING $$);
SELECT shown('v');
CALL run($$ INSERT INTO t VALUES (1, 99, 'c', 5) ON CONFLICT (id) DO UPDATE SET g = excluded.g, v = t.v + excluded.v $$,
  $$ INSERT INTO t VALUES (3, 20, 'd', 7) ON CONFLICT (u) DO UPDATE SET v = 100 WHERE t.v > 200 $$,
  $$ INSERT INTO t VALUES (4, 40, 'b', 8), (5, 20, 'e', 9), (9, 10, 'f', 1) ON CONFLICT (u) DO UPDATE SET id = excluded.id + 100, u = excluded.u + 1 $$);
SELECT shown('v');
SELECT attempt($$ INSERT INTO t VALUES (50, 50, 'q', 1), (50, 51, 'q', 1) ON CONFLICT (id) DO UPDATE SET v = 3 $$);
SELECT attempt($$ INSERT INTO t VALUES (50, 50, 'q', 1), (51, 50, 'q', 1) $$);
CALL run();

-- The outcomes of MERGE, all in one, and of several commands in one WITH.
CALL run($$ MERGE INTO t USING (VALUES (4, 1), (7, 2), (50, 3), (51, NULL)) AS s(id, v) ON t.id = s.id
    WHEN MATCHED AND s.v = 1 THEN DELETE WHEN MATCHED THEN UPDATE SET v = s.v, g = 'merged'
    WHEN NOT MATCHED AND s.v IS NULL THEN DO NOTHING WHEN NOT MATCHED THEN INSERT VALUES (s.id, s.id, 'new', s.v) $$,
  $$ WITH a AS (INSERT INTO t VALUES (60, 60, 'w', 60) RETURNING *), b AS (DELETE FROM t WHERE id = 7 RETURNING *), c AS (UPDATE t SET v = v + 1 WHERE id < 4 RETURNING *)
     INSERT INTO t SELECT id + 500, u + 500, g, v FROM (TABLE a UNION TABLE b UNION TABLE c) AS x $$);
SELECT shown('v');
SELECT attempt('MERGE INTO t USING (VALUES (1), (1)) AS s(id) ON t.id = s.id WHEN MATCHED THEN UPDATE SET v = 5 WHEN NOT MATCHED THEN INSERT VALUES (1, 1, ''x'', 1)');
SELECT attempt('WITH a AS (DELETE FROM t), b AS (INSERT INTO t VALUES (900, 900, ''x'', 5000)) SELECT 1');
CALL run();

-- A trigger of the user's holds a row back, changes it, or writes to the same table again.
CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.id = 60 THEN RETURN NULL; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  NEW.g := upper(NEW.g);
  RETURN NEW;
END $$;
CREATE TRIGGER meddle BEFORE INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION meddle();
CALL run('UPDATE t SET u = u + 1', $$ INSERT INTO t VALUES (61, 61, 'meddled', 1) $$, 'DELETE FROM t WHERE id IN (60, 61)', 'UPDATE t SET v = v - 1 WHERE id >= 60');
SELECT shown('v');
DROP TRIGGER meddle ON t;
CREATE FUNCTION again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 3 THEN RETURN NULL; END IF;
  UPDATE t SET v = v % 7 + 1 WHERE id = (SELECT min(id) FROM t);
  DELETE FROM t WHERE v > 60;
  INSERT INTO t SELECT max(id) + 1, max(u) + 1, 'again', 1 FROM t;
  RETURN NULL;
END $$;
CREATE TRIGGER again AFTER INSERT OR UPDATE OR DELETE ON t FOR EACH STATEMENT EXECUTE FUNCTION again();
CALL run($$ UPDATE t SET v = 3 WHERE id = 60 $$, 'DELETE FROM t WHERE id = 60', $$ INSERT INTO t VALUES (70, 70, 'x', 99) $$);
SELECT shown('v');
DROP TRIGGER again ON t;
-- A trigger at commit, and one that takes its own writes back.
CREATE FUNCTION at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE t SET g = 'committed' WHERE id = NEW.id AND g <> 'committed';
  BEGIN
    DELETE FROM t;
    RAISE EXCEPTION 'taken back';
  EXCEPTION WHEN raise_exception THEN NULL;
  END;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION at_commit();
INSERT INTO t VALUES (80, 8000, 'x', 8);
CALL run();
SELECT shown('v');
DROP TRIGGER at_commit ON t;
-- A rule that turns a DELETE into an UPDATE.
CREATE RULE softly AS ON DELETE TO t DO INSTEAD UPDATE t SET g = 'deleted' WHERE id = OLD.id;
CALL run('DELETE FROM t WHERE id < 60');
SELECT shown('d');
DROP RULE softly ON t;

-- Writes through a plain view, a function, a cursor and a prepared statement.
CREATE VIEW window_on_t AS SELECT id, u, g, v FROM t WHERE v < 900;
CREATE FUNCTION write(number int) RETURNS void LANGUAGE sql AS 'INSERT INTO t VALUES (number, number + 9000, ''function'', 1); UPDATE t SET v = 2 WHERE id = number';
PREPARE write AS UPDATE t SET v = $2 WHERE id = $1;
CALL run($$ INSERT INTO window_on_t VALUES (90, 9990, 'through', 9) $$, $$ UPDATE window_on_t SET g = 'view' WHERE id = 90 $$, 'SELECT write(91)', 'SELECT write(92), write(93)');
EXECUTE write(91, 5);
EXECUTE write(92, 6);
BEGIN;
DECLARE c CURSOR FOR SELECT * FROM t WHERE id >= 91 FOR UPDATE;
MOVE 2 FROM c;
UPDATE t SET g = 'cursor' WHERE CURRENT OF c;
DELETE FROM t WHERE CURRENT OF c;
COMMIT;
CALL run();
SELECT shown('v');

-- A maintenance that fails takes the statement back, and leaves the session as it was.
SELECT keep('f', 'SELECT id, 1000 / (v - 77) AS q FROM t');
SELECT attempt('UPDATE t SET v = 77');
SELECT attempt('INSERT INTO t VALUES (95, 9500, ''x'', 77)');
BEGIN;
UPDATE t SET v = 7;
SAVEPOINT s;
INSERT INTO t VALUES (95, 9500, 'x', 77);
ROLLBACK TO s;
COMMIT;
CALL run('UPDATE t SET v = 6');
CALL forget();

\i sql/include/teardown.sql
