-- What made the views of other projects wrong, tried on vieworm: joins, foreign keys, and several
-- sources that change in one command.
\i sql/include/setup.sql
\i sql/include/patterns.sql

CREATE TABLE p (id int PRIMARY KEY, k int, w text);
CREATE TABLE c (id int PRIMARY KEY, k int, v int);
CREATE PROCEDURE refill() LANGUAGE sql AS $$
  TRUNCATE p, c;
  INSERT INTO p VALUES (1, 10, 'x'), (2, 20, 'y');
  INSERT INTO c VALUES (1, 10, 1), (2, 10, 2), (3, 20, 4);
$$;

-- An UPDATE of the join key leaves the row where it was.
CALL refill();
SELECT keep('j', 'SELECT p.w, c.v FROM p JOIN c ON c.k = p.k');
SELECT keep('g', 'SELECT p.w, sum(c.v) AS s FROM p JOIN c USING (k) GROUP BY p.w');
CALL run('UPDATE c SET k = 20 WHERE id = 1');
SELECT shown('j'), shown('g');
CALL run('UPDATE p SET k = 30 - k', 'UPDATE c SET k = NULL WHERE id = 3', 'UPDATE p SET k = NULL');
SELECT shown('j'), shown('g');

-- The join key changes and its partner is deleted: a stale row is left, or counted twice.
CALL refill();
BEGIN;
UPDATE c SET k = 20 WHERE k = 10;
DELETE FROM p WHERE k = 10;
COMMIT;
CALL run();
SELECT shown('j'), shown('g');
CALL run($$ WITH new AS (INSERT INTO p VALUES (3, 30, 'z')), moved AS (UPDATE c SET k = 30 WHERE id < 9), gone AS (DELETE FROM p WHERE k = 20)
  INSERT INTO c VALUES (9, 30, 9) $$);
SELECT shown('j'), shown('g');
CALL run($$ WITH gone AS (DELETE FROM c WHERE v = 1) UPDATE p SET k = 31 WHERE k = 30 $$,
  $$ WITH back AS (UPDATE c SET k = 31) DELETE FROM p WHERE id = 1 $$, 'WITH gone AS (DELETE FROM c) DELETE FROM p');
SELECT shown('j'), shown('g');
CALL forget();

-- Both sides of the join get equal rows in one command: the pairs of new rows are missing.
CREATE TABLE a (k int, v int);
CREATE TABLE b (k int, v int);
SELECT keep('j', 'SELECT a.k, a.v + b.v AS s FROM a JOIN b ON b.k = a.k');
SELECT keep('g', 'SELECT a.k, sum(a.v + b.v) AS s, count(b.v) AS n FROM a, b WHERE a.k = b.k GROUP BY 1');
CALL run('WITH new AS (INSERT INTO a VALUES (1, 50), (1, 50)) INSERT INTO b VALUES (1, 3), (1, 3)');
SELECT shown('j'), shown('g');
CALL run('DELETE FROM a WHERE ctid = (SELECT min(ctid) FROM a)', 'INSERT INTO b SELECT * FROM b', 'DELETE FROM b WHERE ctid <> (SELECT min(ctid) FROM b)');
SELECT shown('g');
CALL forget();

-- A trigger of the user's that writes to the other side of the join is seen twice, or not at all.
CREATE FUNCTION other_side() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  this p := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  INSERT INTO c VALUES ((SELECT max(id) + 1 FROM c), this.k, 100);
  UPDATE c SET v = v + 1 WHERE k = this.k;
  RETURN this;
END $$;
SELECT keep('j', 'SELECT p.w, c.v FROM p JOIN c ON c.k = p.k');
SELECT keep('g', 'SELECT p.w, sum(c.v) AS s FROM p JOIN c USING (k) GROUP BY p.w');
CALL refill();
CREATE TRIGGER a_before BEFORE INSERT OR UPDATE OR DELETE ON p FOR EACH ROW EXECUTE FUNCTION other_side();
CALL run($$ INSERT INTO p VALUES (3, 10, 'z') $$);
SELECT shown('j');
CALL run($$ UPDATE p SET w = 'q' WHERE id = 1 $$, 'UPDATE p SET k = 20 WHERE id = 3', 'DELETE FROM p WHERE k = 10', 'DELETE FROM p');
SELECT shown('j');
DROP TRIGGER a_before ON p;
CALL refill();
CREATE TRIGGER z_after AFTER INSERT OR UPDATE OR DELETE ON p FOR EACH ROW EXECUTE FUNCTION other_side();
CALL run($$ INSERT INTO p VALUES (3, 10, 'z') $$);
SELECT shown('j');
CALL run($$ UPDATE p SET w = 'q' WHERE id = 1 $$, 'UPDATE p SET k = 20 WHERE id = 3', 'DELETE FROM p WHERE k = 10', 'DELETE FROM p');
DROP TRIGGER z_after ON p;
CALL forget();

-- LEFT JOIN with an aggregate over another view: a group is dropped when both change.
CALL refill();
SELECT keep('s', 'SELECT k, sum(v) AS s FROM c GROUP BY k');
SELECT keep('v', 'SELECT p.w, count(s.s) AS n, sum(s.s) AS s FROM p LEFT JOIN s ON s.k = p.k GROUP BY p.w');
SELECT shown('v');
CALL run($$ WITH new AS (INSERT INTO p VALUES (3, 30, 'z')), more AS (INSERT INTO c VALUES (4, 30, 8)) DELETE FROM c WHERE k = 20 $$,
  'UPDATE p SET k = 10');
SELECT shown('v');
CALL forget();

-- Two LEFT JOINs onto aggregates, one of them a max, over groups that are there already.
CALL refill();
SELECT keep('v', 'WITH a AS (SELECT k, max(v) AS hi FROM c GROUP BY k), b AS (SELECT k, count(*) AS n FROM c GROUP BY k)
  SELECT p.w, a.hi, b.n FROM p LEFT JOIN a ON a.k = p.k LEFT JOIN b ON b.k = p.k');
SELECT shown('v');
CALL run('INSERT INTO c VALUES (5, 20, 9)', 'DELETE FROM c WHERE k = 10');
SELECT shown('v');
CALL forget();

-- FULL JOIN: a row that comes and goes on one side, then its key on the other, which is lost.
TRUNCATE a, b;
INSERT INTO a VALUES (1, 1);
SELECT keep('v', 'SELECT a.k AS a, b.k AS b FROM a FULL JOIN b ON a.k = b.k');
CALL run('INSERT INTO a VALUES (2, 2)', 'DELETE FROM a WHERE k = 2', 'INSERT INTO b VALUES (2, 2)');
SELECT shown('v');
CALL forget();

-- An outer join gets a row with a key that is there; an outer join reads a table twice.
CREATE TABLE t (id int PRIMARY KEY, boss int, g int, v int);
INSERT INTO t VALUES (1, NULL), (2, 1);
SELECT keep('v', 'SELECT t.id, u.id AS boss FROM t LEFT JOIN t AS u ON u.id = t.boss');
CALL run('INSERT INTO t VALUES (3, 3), (4, 9)', 'UPDATE t SET boss = 4 WHERE id = 2', 'DELETE FROM t WHERE id = 1');
SELECT shown('v');
CALL forget();

-- One command changes several rows of a table that is joined to itself: pairs are counted twice.
TRUNCATE t;
INSERT INTO t VALUES (1, 1, 1, 1);
SELECT keep('j', 'SELECT x.id AS a, y.id AS b FROM t AS x, t AS y WHERE x.g = y.g');
SELECT keep('g', 'SELECT x.g, count(x.v) AS n, sum(x.v * y.v) AS s FROM t AS x JOIN t AS y ON x.g = y.g GROUP BY x.g');
SELECT keep('three', 'SELECT x.id AS a, y.id AS b, z.v FROM t AS x JOIN t AS y ON y.boss = x.id JOIN t AS z ON z.boss = y.id');
CALL run('INSERT INTO t VALUES (2, 1, 1, 2), (3, 2, 2, 3)');
SELECT shown('j'), shown('g'), shown('three');
CALL run('UPDATE t SET g = 3 - g', 'UPDATE t SET g = 1', 'UPDATE t SET id = id + 10, boss = boss + 10', 'UPDATE t SET v = -v WHERE id > 11',
  'UPDATE t SET id = 40 - id, boss = 40 - boss', 'DELETE FROM t WHERE id < 29');
SELECT shown('j'), shown('g'), shown('three');
CALL forget();

-- A trigger changes the row just inserted, and a row refers to itself.
CREATE TABLE self (id int PRIMARY KEY, boss int REFERENCES self ON DELETE CASCADE ON UPDATE CASCADE, v int);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN UPDATE self SET v = NEW.v * 10 WHERE id = NEW.id; RETURN NULL; END';
CREATE TRIGGER stamp AFTER INSERT ON self FOR EACH ROW EXECUTE FUNCTION stamp();
SELECT keep('r', 'SELECT id, boss, v FROM self');
SELECT keep('g', 'SELECT boss, count(*) AS n, sum(v) AS s FROM self GROUP BY boss');
SELECT keep('j', 'SELECT a.id, b.v FROM self AS a JOIN self AS b ON a.boss = b.id');
CALL run('INSERT INTO self VALUES (1, 1, 1), (2, 1, 2), (3, 2, 3)');
SELECT shown('r'), shown('g'), shown('j');
CALL run('UPDATE self SET id = 5 WHERE id = 2');
SELECT shown('r'), shown('g'), shown('j');
CALL run('DELETE FROM self WHERE id = 5', 'UPDATE self SET id = 7, boss = 7 WHERE id = 1', 'DELETE FROM self');
SELECT shown('r'), shown('g'), shown('j');
CALL forget();

-- A chain of cascades that fails, is rolled back to a savepoint and tried again.
CREATE TABLE first (id int PRIMARY KEY);
CREATE TABLE second (id int PRIMARY KEY REFERENCES first ON UPDATE CASCADE ON DELETE CASCADE);
CREATE TABLE third (id int REFERENCES second ON UPDATE CASCADE ON DELETE SET NULL, v int, CHECK (id < 100));
INSERT INTO first VALUES (1), (2);
INSERT INTO second VALUES (1), (2);
INSERT INTO third VALUES (1, 5), (2, 6);
SELECT keep('v', 'SELECT id, v FROM third');
SELECT keep('g', 'SELECT id, sum(v) AS s FROM third GROUP BY id');
SELECT keep('d', 'SELECT id FROM first UNION SELECT id FROM second');
SELECT keep('j', 'SELECT first.id, second.id AS second FROM first JOIN second ON first.id = second.id');
BEGIN;
SAVEPOINT s;
UPDATE first SET id = 3 WHERE id = 1;
SELECT shown('v'), shown('d'), shown('j');
UPDATE first SET id = 300 WHERE id = 3;
ROLLBACK TO s;
SELECT shown('v'), shown('d'), shown('j');
UPDATE first SET id = 4 WHERE id = 1;
RELEASE s;
COMMIT;
CALL run();
SELECT shown('v'), shown('d'), shown('j');
CALL run('DELETE FROM first WHERE id = 4');
SELECT shown('v'), shown('g'), shown('d'), shown('j');
CALL forget();

-- Cascades between the sources of one join are counted twice, whatever the action.
CREATE PROCEDURE try_cascades(on_delete text, on_update text) LANGUAGE plpgsql AS $$
BEGIN
  DROP TABLE IF EXISTS parent, child CASCADE;
  CREATE TABLE parent (k int PRIMARY KEY, w text);
  EXECUTE format('CREATE TABLE child (id int PRIMARY KEY, v int, k int DEFAULT 1 REFERENCES parent ON DELETE %s ON UPDATE %s)', on_delete, on_update);
  INSERT INTO parent VALUES (1, 'x'), (2, 'y'), (3, 'z');
  INSERT INTO child VALUES (1, 1, 1), (2, 2, 2), (3, 4, 2);
  PERFORM keep('j', 'SELECT parent.w, child.v FROM parent JOIN child USING (k)');
  PERFORM keep('g', 'SELECT parent.w, sum(child.v) AS s FROM parent JOIN child USING (k) GROUP BY parent.w');
  PERFORM keep('u', 'SELECT k FROM parent UNION SELECT k FROM child');
  PERFORM keep('n', 'SELECT k, count(*) AS n FROM (SELECT k FROM parent UNION ALL SELECT k FROM child) AS x GROUP BY k');
  -- Some violate the key: then nothing changes.
  PERFORM attempt('UPDATE parent SET k = 20 WHERE k = 2');
  CALL run('UPDATE parent SET w = w || ''!'' WHERE k <> 3');
  PERFORM attempt('DELETE FROM parent WHERE k IN (2, 20)');
  CALL run('UPDATE child SET v = v + 1');
  PERFORM attempt('WITH moved AS (UPDATE child SET v = 9 WHERE id = 1) UPDATE parent SET k = k + 5 WHERE k = 1');
  CALL run();
  PERFORM attempt('DELETE FROM parent');
  CALL run();
  RAISE INFO 'DELETE % UPDATE %: % | %', on_delete, on_update, shown('j'), shown('n');
  CALL forget();
END $$;

SET client_min_messages = warning;
SELECT format('CALL try_cascades(%L, %L)', d, u)
FROM unnest('{CASCADE,SET NULL,SET DEFAULT,RESTRICT,NO ACTION}'::text[]) AS d, unnest('{CASCADE,SET NULL,SET DEFAULT,NO ACTION}'::text[]) AS u \gexec

\i sql/include/teardown.sql
