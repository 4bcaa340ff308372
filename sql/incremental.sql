-- Views that keep themselves right by statement: after every statement each shows what its
-- definition gives, as a bag and to the look of each value.
\i sql/include/setup.sql

CREATE TABLE t (id int PRIMARY KEY, g text, k int, v int, big bigint, price numeric(10,2), j json);
CREATE TABLE u (g text, v int);  -- nothing identifies its rows
INSERT INTO t SELECT i, CASE WHEN i % 7 <> 0 THEN 'g' || i % 3 END, i % 4, nullif(i % 5, 0), i * 1000000000::bigint,
  i * 0.25, '{"a": 1}' FROM generate_series(1, 20) AS i;
INSERT INTO u SELECT 'g' || i % 2, i % 2 FROM generate_series(1, 6) AS i;
CREATE VIEW plain AS SELECT g, v * 2 AS v2 FROM t WHERE v IS NOT NULL;

\i sql/include/maintained.sql

SELECT keep('rows_of_t', 'SELECT id, g || ''!'' AS g, v + k AS s, j FROM t WHERE k > 0');
SELECT keep('no_key_shown', 'SELECT g, price FROM t');
SELECT keep('rows_of_u', 'SELECT g, v FROM u WHERE v >= 0');
SELECT keep('counted', 'SELECT g, count(*) AS n, count(v) AS nv FROM t GROUP BY g');
SELECT keep('sums', 'SELECT k, sum(v) AS s, avg(v) AS a, sum(big) AS b, avg(big) AS ab, sum(price) AS p, avg(price) AS ap FROM t GROUP BY k');
SELECT keep('filtered', 'SELECT g, k, count(*) FILTER (WHERE v > 2) AS n, sum(v) FILTER (WHERE k = 1) AS s FROM t GROUP BY g, k');
SELECT keep('extremes', 'SELECT k, min(v) AS lo, max(v) AS hi, max(g) AS last, min(id) AS first FROM t GROUP BY k');
SELECT keep('recomputed', 'SELECT k, string_agg(g, '','' ORDER BY id) AS list, count(DISTINCT g) AS n, bool_and(v > 1) AS b FROM t GROUP BY k');
SELECT keep('percentiles', 'SELECT k, percentile_cont(0.5) WITHIN GROUP (ORDER BY v) AS median, array_agg(v ORDER BY id) AS all_v FROM t GROUP BY k');
SELECT keep('global', 'SELECT count(*) AS n, sum(v) AS s, max(v) AS hi, min(g) AS lo FROM t WHERE k <> 3');
SELECT keep('different', 'SELECT DISTINCT g, k FROM t');
SELECT keep('either', 'SELECT g FROM t UNION SELECT g FROM u');
SELECT keep('in_both', 'SELECT g, v FROM t INTERSECT SELECT g, v FROM u');
SELECT keep('but_not', 'SELECT g FROM t EXCEPT SELECT g FROM u WHERE v = 1');
SELECT keep('all_rows', 'SELECT g, v FROM t UNION ALL SELECT g, v * 10 FROM u UNION ALL SELECT g, k FROM t');
SELECT keep('all_groups', 'SELECT g, count(*) AS n, sum(v) AS s FROM (SELECT g, v FROM t UNION ALL SELECT g, v FROM u) AS x GROUP BY g');
SELECT keep('with_having', 'SELECT g, count(*) AS n FROM t GROUP BY g HAVING sum(v) > 5 ORDER BY n DESC, g');
SELECT keep('top', 'SELECT g, count(*) AS n FROM t GROUP BY g ORDER BY n DESC, g LIMIT 2');
SELECT keep('ranked', 'SELECT g, sum(v) AS s, rank() OVER (ORDER BY sum(v) DESC NULLS LAST) AS place FROM t GROUP BY g');
SELECT keep('through_view', 'SELECT g, sum(v2) AS s FROM plain GROUP BY g');
SELECT keep('through_with', 'WITH x AS (SELECT g, v FROM t WHERE k < 3) SELECT g, max(v) AS hi FROM x GROUP BY g');
SELECT keep('by_price', 'SELECT price, count(*) AS n, max(price) AS hi FROM t GROUP BY price');
SELECT keep('over_groups', 'SELECT n, count(*) AS c, max(g) AS last FROM counted GROUP BY n');
SELECT keep('over_both', 'SELECT c.g, c.n, t.v FROM counted AS c JOIN t ON t.g = c.g');
SELECT keep('by_expression', 'SELECT v % 2 AS odd, upper(g) AS big_g, sum(id) AS s FROM t GROUP BY v % 2, upper(g)');

SELECT * FROM wrong();
SELECT * FROM counted ORDER BY g;

-- One statement after the other.
INSERT INTO t VALUES (30, 'g1', 1, 7, 5, 1.25, NULL), (31, NULL, 2, NULL, NULL, NULL, '[]');
SELECT * FROM wrong();
INSERT INTO t SELECT id + 100, g, k, v, big, price, j FROM t;
SELECT * FROM wrong();
UPDATE t SET v = v + 1;
SELECT * FROM wrong();
UPDATE t SET k = 2 WHERE id = 1;
SELECT * FROM wrong();
UPDATE t SET g = 'g9' WHERE g = 'g1' AND id < 100;
SELECT * FROM wrong();
UPDATE t SET g = NULL, v = NULL WHERE id = 12;
SELECT * FROM wrong();
UPDATE t SET id = id + 500, price = price + 0.5 WHERE id < 5;
SELECT * FROM wrong();
UPDATE t SET j = '{}';
SELECT * FROM wrong();
UPDATE t SET price = 'NaN' WHERE id = 30;
SELECT * FROM wrong();
SELECT p, ap FROM sums WHERE k = 1;
UPDATE t SET price = 3 WHERE id = 30;
SELECT * FROM wrong();
SELECT p FROM sums WHERE k = 1;
INSERT INTO t VALUES (30, 'g2', 0, 1, 1, 1, NULL) ON CONFLICT (id) DO UPDATE SET v = excluded.v, k = 3;
SELECT * FROM wrong();
INSERT INTO t VALUES (30, 'g2', 0, 1, 1, 1, NULL), (32, 'g2', 0, 1, 1, 1, NULL) ON CONFLICT DO NOTHING;
SELECT * FROM wrong();
MERGE INTO t USING (VALUES (30, 5), (33, 6), (31, NULL)) AS s(id, v) ON t.id = s.id
  WHEN MATCHED AND s.v IS NULL THEN DELETE
  WHEN MATCHED THEN UPDATE SET v = s.v
  WHEN NOT MATCHED THEN INSERT (id, g, k, v) VALUES (s.id, 'merged', 1, s.v);
SELECT * FROM wrong();
COPY t (id, g, k, v) FROM stdin;
40	copied	1	2
41	copied	\N	\N
\.
SELECT * FROM wrong();
INSERT INTO u SELECT * FROM u;
SELECT * FROM wrong();
UPDATE u SET v = v - 1;
SELECT * FROM wrong();
DELETE FROM u WHERE ctid = (SELECT min(ctid) FROM u);
SELECT * FROM wrong();
WITH moved AS (DELETE FROM u WHERE v = 0 RETURNING g, v) INSERT INTO t SELECT 200 + row_number() OVER (), g, v, v FROM moved;
SELECT * FROM wrong();
DELETE FROM t WHERE k = 1;
SELECT * FROM wrong();
DELETE FROM t WHERE v = (SELECT max(v) FROM t);
SELECT * FROM wrong();

-- What is taken back is as if it had not been.
BEGIN;
DELETE FROM t WHERE id > 100;
SELECT * FROM wrong();
SAVEPOINT s;
DELETE FROM t;
DELETE FROM u;
SELECT * FROM wrong();
SELECT * FROM global;
ROLLBACK TO s;
SELECT * FROM wrong();
INSERT INTO u VALUES ('g1', 1);
ROLLBACK;
SELECT * FROM wrong();
SELECT attempt('INSERT INTO t (id, g, v) SELECT 900 + i, ''late'', 1 / (3 - i) FROM generate_series(1, 3) AS i');
SELECT * FROM wrong();

-- TRUNCATE, one and both.
BEGIN;
TRUNCATE u;
SELECT * FROM wrong();
TRUNCATE t, u;
SELECT * FROM wrong();
SELECT * FROM global;
INSERT INTO t VALUES (1, 'g1', 1, 1);
SELECT * FROM wrong();
ROLLBACK;
SELECT * FROM wrong();

-- A trigger of the user's that sets a column which the statement does not name, and one that writes
-- to the same table again.
CREATE FUNCTION set_v() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.v := NEW.id % 6; RETURN NEW; END';
CREATE TRIGGER set_v BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION set_v();
UPDATE t SET j = '1' WHERE id > 10;
SELECT * FROM wrong();
DROP TRIGGER set_v ON t;
CREATE FUNCTION again() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN UPDATE t SET k = k + 1 WHERE id = NEW.id AND k < 5; INSERT INTO u VALUES (NEW.g, NEW.k); RETURN NULL; END';
CREATE TRIGGER again AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION again();
UPDATE t SET v = v + 1 WHERE id > 10;
SELECT * FROM wrong();
DROP TRIGGER again ON t;

-- What the views say of themselves.
SELECT name, mode, timing, stale, strategy FROM vieworm_views ORDER BY name LIMIT 5;
SELECT detail FROM vieworm_explain('counted');

-- Paused and resumed.
SELECT vieworm_pause('counted');
INSERT INTO t VALUES (1000, 'bulk', 1, 1);
SELECT vieworm_verify('counted');
SELECT name, stale FROM vieworm_views WHERE name = 'counted';
SELECT vieworm_resume('counted');
SELECT * FROM wrong();
INSERT INTO t VALUES (1001, 'bulk', 1, 1);
SELECT * FROM wrong();

-- Damage is noticed, and repaired.
ALTER TABLE t DISABLE TRIGGER counted_store_insert;
INSERT INTO t VALUES (1002, 'missed', 1, 1);
SELECT vieworm_verify('counted');
SELECT vieworm_repair('counted');
SELECT * FROM wrong();
SELECT attempt('DELETE FROM vieworm.counted_store');
SELECT attempt('INSERT INTO counted VALUES (''x'', 1, 1)');

-- Created without data.
SELECT vieworm_create('later', 'SELECT k, count(*) AS n FROM t GROUP BY k',
  '{"refresh": {"on": "statement"}, "with_data": false}') -> 'refresh';
SELECT * FROM later;
SELECT vieworm_refresh('later') - 'milliseconds';
INSERT INTO kept VALUES ('later', 'SELECT k, count(*) AS n FROM t GROUP BY k');
UPDATE t SET k = 7 WHERE id = 1001;
SELECT * FROM wrong();

-- A writer of a source needs no right on the views; and the trigger on a table that the view does not
-- read does nothing.
CREATE ROLE incremental_writer;
GRANT USAGE ON SCHEMA test TO incremental_writer;
GRANT SELECT, INSERT, UPDATE ON t TO incremental_writer;
SET ROLE incremental_writer;
INSERT INTO t VALUES (3000, 'by writer', 1, 1);
UPDATE t SET v = 2 WHERE id = 3000;
SELECT attempt('SELECT * FROM counted');
SELECT attempt('SELECT * FROM vieworm.counted_store');
RESET ROLE;
SELECT * FROM wrong();
DROP OWNED BY incremental_writer;
DROP ROLE incremental_writer;
CREATE TABLE mine (g text, v int);
CREATE TRIGGER theirs AFTER INSERT ON mine REFERENCING NEW TABLE AS vieworm_new
  FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('counted_store');
CREATE TRIGGER theirs_too AFTER TRUNCATE ON mine FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('counted_store');
INSERT INTO mine VALUES ('g1', 1);
TRUNCATE mine;
DROP TABLE mine;
SELECT * FROM wrong();

-- Indexes: on what is stored as it is shown, and none is unique.
SELECT vieworm_create('indexed', 'SELECT g, k, sum(v) AS s FROM t GROUP BY g, k',
  '{"refresh": {"on": "statement"}, "indexes": [{"columns": ["k"], "unique": true}, {"columns": ["s"]}]}') -> 'ignored';
SELECT indexdef FROM pg_indexes WHERE tablename = 'indexed_store' ORDER BY 1;
INSERT INTO kept VALUES ('indexed', 'SELECT g, k, sum(v) AS s FROM t GROUP BY g, k');
SELECT * FROM wrong();

-- Dropped: nothing is left on the source.
SELECT vieworm_drop('counted', '{"cascade": true}');
DELETE FROM kept WHERE name IN ('counted', 'over_groups', 'over_both');
SELECT * FROM wrong();
SELECT vieworm_drop(name) FROM kept ORDER BY name;
SELECT tgname FROM pg_trigger WHERE tgrelid IN ('t'::regclass, 'u'::regclass) AND NOT tgisinternal;
SELECT count(*) FROM vieworm.programs;
INSERT INTO t VALUES (2000, 'after', 1, 1);

\i sql/include/teardown.sql
