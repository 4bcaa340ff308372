-- Rows and joined rows take what a statement has changed as it was told, where the statement was
-- alone; where another one has changed a source meanwhile, the rows are looked up again.
\i sql/include/setup.sql
\i sql/include/maintained.sql

CREATE TABLE d (id int PRIMARY KEY, c text);
CREATE TABLE t (id int PRIMARY KEY, d int, v int, doubled int GENERATED ALWAYS AS (v * 2) STORED, big text);
INSERT INTO d SELECT i, 'c' || i FROM generate_series(1, 5) AS i;
INSERT INTO t SELECT i, 1 + i % 6, i FROM generate_series(1, 30) AS i;
SELECT keep('some_rows', 'SELECT id, v, doubled, big FROM t WHERE v <> 7');
SELECT keep('joined', 'SELECT t.id, t.v, t.big, d.c FROM t JOIN d ON d.id = t.d');
SELECT keep('branches', 'SELECT id, c FROM d UNION ALL SELECT id, big FROM t WHERE v > 3 UNION ALL SELECT t.id, d.c FROM t JOIN d ON d.id = t.v');
SELECT keep('pairs', 'SELECT a.id, b.id AS other, d.c FROM t AS a JOIN t AS b ON a.v = b.id JOIN d ON d.id = b.d');
SELECT r.view::text, p.source::text, string_agg(p.event, ', ' ORDER BY p.event) FILTER (WHERE p.program ? 'alone') AS alone
FROM vieworm.programs AS p JOIN vieworm.registry AS r USING (store) GROUP BY 1, 2 ORDER BY 1, 2;
SELECT line FROM vieworm_explain('joined') AS x(number, detail), regexp_split_to_table(detail, '\n') WITH ORDINALITY AS l(line, n)
WHERE detail LIKE 'After update on test.t%' ORDER BY n;

-- One statement.
CALL run('INSERT INTO t (id, d, v) SELECT i, i % 7, i % 9 FROM generate_series(100, 140) AS i');
CALL run('UPDATE t SET v = v + 1');
CALL run('UPDATE t SET v = 7 WHERE id % 4 = 0');
CALL run('UPDATE t SET id = id + 1000 WHERE id > 100');
CALL run('UPDATE t SET id = 2140 - id WHERE id > 1000');
CALL run('UPDATE t SET d = 8 - d, big = repeat(md5(id::text), 100) WHERE id % 2 = 0');
CALL run('DELETE FROM t WHERE id % 5 = 0');
CALL run('UPDATE d SET c = c || ''!''');
CALL run('UPDATE d SET id = id + 1 WHERE id = 5');
CALL run('DELETE FROM d WHERE id = 2');
CALL run('INSERT INTO d VALUES (2, ''again''), (9, NULL)');
CALL run('DELETE FROM t WHERE id = 1');
CALL run('INSERT INTO t (id, d, v) VALUES (1, 1, 1)');
CALL run('UPDATE t SET v = 2 WHERE id = 1');

-- Several in one command.
CALL run('WITH a AS (UPDATE d SET c = ''with'') UPDATE t SET v = v + 1');
CALL run('WITH a AS (UPDATE t SET v = 3 WHERE id < 5) UPDATE t SET v = 4 WHERE id > 5');
CALL run('WITH a AS (DELETE FROM t WHERE id < 9 RETURNING *) INSERT INTO t (id, d, v) SELECT id, 3, 3 FROM a');
CALL run('WITH a AS (DELETE FROM t WHERE id < 9 RETURNING *) INSERT INTO t (id, d, v) SELECT id, 4, 4 FROM a LIMIT 2');
CALL run('INSERT INTO t (id, d, v) VALUES (3, 1, 1), (500, 2, 2) ON CONFLICT (id) DO UPDATE SET v = 100');
CALL run('MERGE INTO t USING (VALUES (3), (500), (501)) AS x(id) ON x.id = t.id WHEN MATCHED AND t.id = 3 THEN DELETE
  WHEN MATCHED THEN UPDATE SET v = 1 WHEN NOT MATCHED THEN INSERT (id, d, v) VALUES (x.id, 1, 1)');

-- What a function does that a statement calls.
CREATE FUNCTION meddle(new_c text) RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  UPDATE d SET c = new_c WHERE id = 1;
  BEGIN
    UPDATE t SET v = -1;
    RAISE EXCEPTION 'taken back';
  EXCEPTION WHEN raise_exception THEN NULL;
  END;
  RETURN 1;
END $$;
CALL run('INSERT INTO t (id, d, v) SELECT 600, meddle(''by function''), 5');
CALL run('UPDATE t SET v = v + meddle(''by another'') WHERE id IN (600, 1001)');
CREATE FUNCTION take_back() RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  UPDATE t SET v = -1;
  RAISE EXCEPTION 'taken back';
EXCEPTION WHEN raise_exception THEN RETURN 2;
END $$;
CALL run('UPDATE t SET d = take_back() WHERE id IN (600, 1001)');

-- What triggers do: for a row or a statement, before and after the view's own.
CREATE FUNCTION again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN NULL; END IF;
  UPDATE t SET v = v + 10, d = 3 WHERE id % 3 = 1;
  DELETE FROM t WHERE id % 11 = 5;
  UPDATE d SET c = 'again' WHERE id = 3;
  RETURN NULL;
END $$;
CREATE TRIGGER aaa AFTER INSERT OR UPDATE ON t FOR EACH STATEMENT EXECUTE FUNCTION again();
CALL run('INSERT INTO t (id, d, v) SELECT i, i % 5, i FROM generate_series(700, 720) AS i');
CALL run('UPDATE t SET v = 5 WHERE id BETWEEN 700 AND 710');
CALL run('UPDATE t SET v = 6 WHERE id = 711');
ALTER TRIGGER aaa ON t RENAME TO zzz;
CALL run('INSERT INTO t (id, d, v) SELECT i, i % 5, i FROM generate_series(721, 740) AS i');
CALL run('UPDATE t SET v = 8 WHERE id BETWEEN 700 AND 710');
DROP TRIGGER zzz ON t;
CREATE TRIGGER each_row AFTER INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION again();
CALL run('INSERT INTO t (id, d, v) SELECT i, i % 5, i FROM generate_series(741, 750) AS i');
CALL run('UPDATE t SET v = 9 WHERE id BETWEEN 730 AND 750');
CALL run('UPDATE t SET v = 11 WHERE id = 739');
DROP TRIGGER each_row ON t;
CREATE FUNCTION empty_it() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN TRUNCATE d; RETURN NULL; END';
CREATE TRIGGER empty_it AFTER INSERT ON t FOR EACH STATEMENT EXECUTE FUNCTION empty_it();
CALL run('INSERT INTO t (id, d, v) VALUES (800, 1, 1), (801, 2, 2)');
DROP TRIGGER empty_it ON t;
CALL run('INSERT INTO d SELECT i, ''new'' FROM generate_series(1, 6) AS i');

-- Rows that other triggers leave out or change, before they are written.
CREATE FUNCTION before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.v = 50 THEN RETURN NULL; END IF;
  IF NEW.v = 51 THEN NEW.id := NEW.id + 5000; NEW.d := 1; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER before BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION before();
CALL run('INSERT INTO t (id, d, v) VALUES (900, 2, 50), (901, 2, 51), (902, 2, 52)');
CALL run('UPDATE t SET v = id - 650 WHERE id BETWEEN 700 AND 702');
DROP TRIGGER before ON t;

-- Foreign key actions.
ALTER TABLE t ADD FOREIGN KEY (d) REFERENCES d ON UPDATE CASCADE ON DELETE CASCADE NOT VALID;
CALL run('UPDATE d SET id = id + 20 WHERE id = 3');
CALL run('DELETE FROM d WHERE id = 1');

-- Of two actions by one statement only the first is told to begin.
CREATE TABLE x (id int PRIMARY KEY);
CREATE TABLE y (id int PRIMARY KEY, a int REFERENCES x ON DELETE SET NULL ON UPDATE CASCADE, b int REFERENCES x ON DELETE SET NULL ON UPDATE CASCADE);
INSERT INTO x VALUES (1), (2), (3);
INSERT INTO y VALUES (1, 1, 1), (2, 1, 2), (3, 2, 1);
SELECT keep('of_y', 'SELECT id, a, b FROM y');
CALL run('UPDATE x SET id = 10 WHERE id = 1');
CALL run('DELETE FROM x WHERE id = 10');

-- A statement that fails leaves no trace of having begun.
BEGIN;
SAVEPOINT a;
INSERT INTO t (id, d, v) VALUES (999, 2, 1);
ROLLBACK TO a;
UPDATE t SET v = 60 WHERE id = 902;
COMMIT;
SELECT * FROM wrong();

\i sql/include/teardown.sql
