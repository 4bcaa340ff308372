-- Statements of one row have programs of their own, which take its values as parameters: after each
-- every view shows what its definition gives.
\i sql/include/setup.sql

CREATE TABLE t (id int PRIMARY KEY, g text, k int, d int, v int, big bigint, price numeric(10,2), at timestamptz, j json);
CREATE TABLE d (id int PRIMARY KEY, c text, e int);
CREATE TABLE e (id int PRIMARY KEY, name text);
CREATE TABLE u (g text, v int);  -- nothing identifies its rows
INSERT INTO e VALUES (1, 'one'), (2, 'two');
INSERT INTO d SELECT i, 'c' || i % 3, i % 3 FROM generate_series(1, 8) AS i;
INSERT INTO t SELECT i, CASE WHEN i % 4 <> 0 THEN 'g' || i % 3 END, i % 3, i % 10, nullif(i % 5, 0), i, i * 0.25, now(), '{"a": 1}'
  FROM generate_series(1, 20) AS i;

\i sql/include/maintained.sql

SELECT keep('sums', 'SELECT g, k, count(*) AS n, count(v) AS nv, sum(v) AS s, sum(big) AS b, avg(price) AS p FROM t GROUP BY g, k');
SELECT keep('filtered', 'SELECT g, sum(v) FILTER (WHERE k = 1) AS s, count(*) FILTER (WHERE v > 2) AS n FROM t WHERE price < 3 GROUP BY g');
SELECT keep('overall', 'SELECT count(*) AS n, sum(price) AS p FROM t WHERE k <> 2');
SELECT keep('counted', 'SELECT k, count(*) AS n FROM t GROUP BY k');
SELECT keep('by_expression', 'SELECT upper(g) AS u, v % 2 AS odd, sum(id) AS s FROM t GROUP BY upper(g), v % 2');
SELECT keep('joined', 'SELECT d.c, count(*) AS n, sum(t.v) AS s FROM t JOIN d ON d.id = t.d GROUP BY d.c');
SELECT keep('joined_twice', 'SELECT e.name, d.c, sum(t.v) AS s FROM t JOIN d ON t.d = d.id JOIN e ON d.e = e.id WHERE t.k > 0 GROUP BY e.name, d.c');
SELECT keep('many_partners', 'SELECT d.c, count(*) AS n, sum(t.v) AS s FROM t JOIN d ON d.e = t.k GROUP BY d.c');
SELECT keep('lately', 'SELECT g, sum(v) AS s FROM t WHERE at > now() - interval ''1 day'' GROUP BY g');
SELECT keep('rows_of_t', 'SELECT id, g, v + k AS s, j FROM t WHERE k > 0');
SELECT keep('joined_rows', 'SELECT t.id, t.v, d.c FROM t JOIN d ON d.id = t.d');
SELECT keep('paired_rows', 'SELECT a.id, b.id AS other FROM t AS a JOIN t AS b ON a.k = b.d');
SELECT keep('rows_of_u', 'SELECT g, v FROM u WHERE v >= 0');
SELECT keep('either', 'SELECT g FROM t UNION SELECT g FROM u');
SELECT keep('extremes', 'SELECT k, max(v) AS hi FROM t GROUP BY k');
SELECT keep('listed', 'SELECT k, string_agg(g, '','' ORDER BY id) AS list FROM t GROUP BY k');

-- Which statements have one.
CREATE VIEW have_one AS
SELECT r.view::text, p.source::text, string_agg(p.event, ', ' ORDER BY p.event) FILTER (WHERE p.program ? 'one_row') AS one_row
FROM vieworm.programs AS p JOIN vieworm.registry AS r USING (store) WHERE p.source <> p.store GROUP BY 1, 2;
SELECT * FROM have_one ORDER BY view, source;
SELECT line FROM vieworm_explain('joined') AS x(number, detail), regexp_split_to_table(detail, '\n') AS line WHERE line LIKE '%one row%';

-- Groups that are there, that come, and that go; NULL in each place.
CALL run('INSERT INTO t VALUES (30, ''g1'', 1, 3, 7, 5, 1.25, now(), NULL)');
CALL run('INSERT INTO t VALUES (31, ''new'', 9, 3, 7, 5, 1.25, now(), NULL)');
CALL run('INSERT INTO t VALUES (32, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)');
CALL run('UPDATE t SET v = 8 WHERE id = 30');
CALL run('UPDATE t SET v = NULL WHERE id = 30');
CALL run('UPDATE t SET v = 3 WHERE id = 30');
CALL run('UPDATE t SET v = 2 WHERE id = 32');
CALL run('UPDATE t SET big = 3, price = 2 WHERE id = 32');
CALL run('UPDATE t SET k = 1 WHERE id = 32');
CALL run('UPDATE t SET d = 4 WHERE id = 32');
CALL run('UPDATE t SET d = 77 WHERE id = 32');
CALL run('UPDATE t SET g = ''g2'' WHERE id = 32');
CALL run('UPDATE t SET g = NULL WHERE id = 30');
CALL run('UPDATE t SET id = 40, v = 9 WHERE id = 30');
CALL run('DELETE FROM t WHERE id = 40');
CALL run('DELETE FROM t WHERE id = 31');
CALL run('DELETE FROM t WHERE id = 32');
CALL run('DELETE FROM t WHERE id = 999');

-- From group to group: up and down, to one that is not there, from the last row of one, by a part of the
-- key, into and out of NULL and of what a filter lets through.
SELECT keep('by_two', 'SELECT v, g, count(*) AS n, sum(id) AS s FROM t WHERE big > 3 GROUP BY v, g');
SELECT keep('by_price', 'SELECT price, count(*) AS n FROM t GROUP BY price');
SELECT line FROM vieworm_explain('by_two') AS x(number, detail), regexp_split_to_table(detail, '\n') WITH ORDINALITY AS l(line, n)
WHERE detail LIKE 'After update%' AND n > 9 ORDER BY n;
CALL run('UPDATE t SET g = ''g1'', v = 1 WHERE id = 4');
CALL run('UPDATE t SET g = ''g2'' WHERE id = 4');
CALL run('UPDATE t SET g = ''g0'' WHERE id = 4');
CALL run('UPDATE t SET g = ''only'' WHERE id = 4');
CALL run('UPDATE t SET g = ''other'' WHERE id = 4');
CALL run('UPDATE t SET g = NULL WHERE id = 4');
CALL run('UPDATE t SET g = ''g0'' WHERE id = 4');
CALL run('UPDATE t SET v = 4 WHERE id = 4');
CALL run('UPDATE t SET v = NULL, g = ''g1'' WHERE id = 4');
CALL run('UPDATE t SET v = 0, g = NULL WHERE id = 4');
CALL run('UPDATE t SET big = 3, g = ''g2'' WHERE id = 4');
CALL run('UPDATE t SET big = NULL, g = ''g1'' WHERE id = 4');
CALL run('UPDATE t SET big = 4, g = ''g2'' WHERE id = 4');
CALL run('UPDATE t SET price = price + 1 WHERE id = 4');
CALL run('UPDATE t SET price = ''NaN'' WHERE id = 4');
CALL run('UPDATE t SET price = -1 WHERE id = 4');
CALL run('UPDATE t SET price = NULL, k = 0 WHERE id = 4');
CALL run('UPDATE t SET price = 1, k = 2, d = 1 WHERE id = 4');

-- What a filter lets through before, and not after.
CALL run('UPDATE t SET price = 5 WHERE id = 2');
CALL run('UPDATE t SET price = 1 WHERE id = 2');
CALL run('UPDATE t SET k = 2 WHERE id = 1');
CALL run('UPDATE t SET at = now() - interval ''2 days'' WHERE id = 3');
CALL run('UPDATE t SET v = v + 1 WHERE id = 3');
CALL run('UPDATE t SET at = NULL WHERE id = 3');

-- NaN comes, stays and goes; sums beyond the argument's type; values that look the same.
CALL run('UPDATE t SET price = ''NaN'' WHERE id = 5');
CALL run('UPDATE t SET price = ''NaN'', v = 4 WHERE id = 5');
CALL run('INSERT INTO t VALUES (33, ''g1'', 1, 3, 7, 5, ''NaN'', now(), NULL)');
CALL run('DELETE FROM t WHERE id = 33');
CALL run('UPDATE t SET price = 0.5 WHERE id = 5');
CALL run('UPDATE t SET v = 2147483647, big = 9223372036854775807 WHERE id = 6');
CALL run('UPDATE t SET v = -2147483648, big = -9223372036854775808 WHERE id = 6');
CALL run('UPDATE t SET v = 2147483647, big = 9223372036854775807 WHERE id = 6');
CALL run('INSERT INTO t VALUES (34, ''g1'', 1, 3, -2147483648, -9223372036854775808, 1, now(), NULL)');
CALL run('DELETE FROM t WHERE id = 34');
CALL run('UPDATE t SET v = v, price = price WHERE id = 7');
CALL run('UPDATE t SET price = 1.750 WHERE id = 7');
CALL run('UPDATE t SET g = ''G1'' WHERE id = 7');
CALL run('UPDATE t SET j = ''{"b": 2}'' WHERE id = 7');

-- The other tables, and one without a key.
CALL run('UPDATE d SET c = ''c9'' WHERE id = 3');
CALL run('UPDATE d SET e = 2 WHERE id = 3');
CALL run('UPDATE d SET id = 9 WHERE id = 4');
CALL run('DELETE FROM d WHERE id = 5');
CALL run('INSERT INTO d VALUES (5, NULL, NULL)');
CALL run('UPDATE e SET name = ''three'' WHERE id = 2');
CALL run('INSERT INTO u VALUES (''g1'', 1)');
CALL run('INSERT INTO u VALUES (''g1'', 1)');
CALL run('UPDATE u SET v = 2 WHERE ctid = (SELECT min(ctid) FROM u)');
CALL run('DELETE FROM u WHERE ctid = (SELECT min(ctid) FROM u)');
CALL run('DELETE FROM u');

-- A text that is stored elsewhere than in the row.
CALL run('INSERT INTO t (id, g, k, v) SELECT 50, string_agg(md5(i::text), ''''), 1, 1 FROM generate_series(1, 70) AS i');
CALL run('UPDATE t SET v = 2 WHERE id = 50');
CALL run('DELETE FROM t WHERE id = 50');

-- Rows that vanish or change under triggers, before and after.
CREATE FUNCTION before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.v = 100 THEN RETURN NULL; END IF;
  IF NEW.v = 101 THEN RETURN OLD; END IF;
  IF NEW.v = 102 THEN NEW.g := 'moved'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER before BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION before();
CREATE FUNCTION after() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.v = 103 THEN UPDATE t SET v = 1 WHERE id = NEW.id; END IF;
  IF NEW.v = 104 THEN DELETE FROM t WHERE id = NEW.id; END IF;
  IF NEW.v = 105 THEN UPDATE t SET g = 'later', v = v + 1 WHERE id = NEW.id; END IF;
  IF NEW.v = 107 THEN UPDATE d SET c = 'by trigger' WHERE id = NEW.d; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER after AFTER INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION after();
SELECT format('CALL run(%L)', format('INSERT INTO t VALUES (%s, ''alone %1$s'', 5, 3, %1$s, 1, 1, now())', v)) FROM generate_series(100, 107) AS v \gexec
SELECT format('CALL run(%L)', format('UPDATE t SET v = %s WHERE id = 8', v)) FROM generate_series(100, 107) AS v \gexec
INSERT INTO t VALUES (60, 'alone', 6, 3, 1, 1, 1, now());
CALL run('UPDATE t SET v = 104 WHERE id = 60');
DROP TRIGGER before ON t;
DROP TRIGGER after ON t;

-- Several commands in one statement, each of one row.
CALL run('WITH a AS (UPDATE t SET v = 3 WHERE id = 9) UPDATE t SET v = 4 WHERE id = 10');
CALL run('WITH a AS (UPDATE t SET v = 3 WHERE id = 11) UPDATE d SET c = ''both'' WHERE id = 1');
CALL run('WITH a AS (DELETE FROM t WHERE id = 12) INSERT INTO t VALUES (61, ''g1'', 1, 1, 1, 1, 1, now())');
-- A row goes, and one with its key comes, in either order of their triggers.
CALL run('WITH a AS (DELETE FROM t WHERE id = 15 RETURNING *) INSERT INTO t SELECT id, ''again'', k, d, 7 FROM a');
CALL run('WITH a AS (DELETE FROM t WHERE id = 16 RETURNING *) INSERT INTO t SELECT id, ''again'', k, d, 7 FROM a LIMIT 1');
CALL run('INSERT INTO t VALUES (61, ''g1'', 1, 1, 1, 1, 1, now()) ON CONFLICT (id) DO UPDATE SET v = 5');
CALL run('MERGE INTO t USING (VALUES (61)) AS x(id) ON x.id = t.id WHEN MATCHED THEN UPDATE SET v = 6');

-- A collation by which one value is equal to several keys of the other table.
CREATE COLLATION folded (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE n (id text PRIMARY KEY, c int);
CREATE TABLE m (id int PRIMARY KEY, n text COLLATE folded, v int);
INSERT INTO n VALUES ('a', 1), ('A', 1), ('b', 2);
SELECT keep('folded_join', 'SELECT n.c, sum(m.v) AS s FROM m JOIN n ON n.id = m.n GROUP BY n.c');
CALL run('INSERT INTO m VALUES (1, ''a'', 5)');
CALL run('UPDATE m SET v = 6');
CALL run('DELETE FROM m');

-- A column that a condition reads with its own collation.
CREATE TABLE o (id int PRIMARY KEY, n text COLLATE folded, v int);
SELECT keep('folded_filter', 'SELECT v % 2 AS odd, sum(v) AS s FROM o WHERE n = ''x'' GROUP BY v % 2');
CALL run('INSERT INTO o VALUES (1, ''X'', 5)');
CALL run('UPDATE o SET n = ''x'' WHERE id = 1');
CALL run('DELETE FROM o');

-- Who joins by a key that is no key any more, has no row for certain.
CREATE TABLE p (id int PRIMARY KEY, c int);
CREATE TABLE q (id int PRIMARY KEY, p int, v int);
SELECT keep('keyless', 'SELECT p.c, sum(q.v) AS s FROM q JOIN p ON p.id = q.p GROUP BY p.c');
CALL run('INSERT INTO q VALUES (1, 1, 5)');
SELECT * FROM have_one WHERE view IN ('keyless', 'folded_join') ORDER BY view, source;
ALTER TABLE p DROP CONSTRAINT p_pkey;
INSERT INTO p VALUES (1, 1), (1, 1), (1, 2);
CALL run('UPDATE q SET v = 6');
CALL run('DELETE FROM q');
SELECT * FROM have_one WHERE view = 'keyless' ORDER BY source;

-- Renamed columns and tables are followed.
ALTER TABLE t RENAME v TO value;
ALTER TABLE d RENAME TO d2;
UPDATE t SET value = value + 1 WHERE id = 13;
DELETE FROM t WHERE id = 14;
ALTER TABLE t RENAME value TO v;
ALTER TABLE d2 RENAME TO d;
SELECT * FROM wrong();

\i sql/include/teardown.sql
