-- Sums and averages of floating-point numbers are added up without rounding: what a view shows
-- depends on the rows alone, and not on what has been there before.
\i sql/include/setup.sql
\i sql/include/patterns.sql
\i sql/include/float_oracle.sql

-- keep(), with sums and averages that are right.
CREATE FUNCTION keep_floats(view text, definition text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  summary text := keep(view, definition);
BEGIN
  UPDATE kept SET query = regexp_replace(query, '\m(sum|avg)\(', 'f\1(', 'g') WHERE name = view;
  RETURN summary;
END $$;

CREATE FUNCTION explain(query text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  plan json;
BEGIN
  EXECUTE 'EXPLAIN (FORMAT json) ' || query INTO plan;
  RETURN plan;
END $$;

CREATE TABLE t (id int PRIMARY KEY, g text, k int, x float8, r real, at timestamptz DEFAULT '2026-01-01');
CREATE TABLE h (k int, f float8);  -- nothing identifies its rows

-- ------------------------------------------------------------------------- what is shown

-- Each case, and what PostgreSQL says itself where it can.
CREATE FUNCTION both_ways(VARIADIC xs float8[]) RETURNS text LANGUAGE sql AS $$
  SELECT format('%s %s %s | %s %s %s', vieworm.double_of_sum(vieworm.exact_sum(v, true), 1),
    vieworm.double_of_sum(vieworm.exact_sum(v, true), count(v)), vieworm.real_of_sum(vieworm.exact_sum(v::real, true)),
    sum(v), avg(v), sum(v::real)) FROM unnest(xs) AS v $$;
SELECT both_ways(0.1, 0.2), both_ways(1, 2, 4), both_ways(-0.1), both_ways(1e22, -1, 0.5), both_ways(0, 'NaN'),
  both_ways(1, 'Infinity'), both_ways(1, '-Infinity'), both_ways('Infinity', '-Infinity'),
  both_ways('NaN', '-Infinity'), both_ways('Infinity', 'Infinity', -1e30), both_ways('-Infinity', -5) \gx
-- The sum of zeros is 0, whatever their signs.
SELECT both_ways('-0'), both_ways('-0', 0), both_ways(5, -5) \gx
-- Each digit of a number, and no more.
SELECT vieworm.exact_sum(0.1, true), vieworm.exact_sum(0.1::real, true), vieworm.exact_sum(5e-324, true) = exact(5e-324::float8),
  vieworm.exact_sum(1.7976931348623157e308, true) = exact(1.7976931348623157e308::float8), vieworm.exact_sum(NULL, true), vieworm.exact_sum(-2.5, false) \gx
SELECT count(*) FILTER (WHERE vieworm.exact_sum <> exact(v)) AS wrong, count(*) FROM (SELECT v, vieworm.exact_sum(v, true) FROM
  (SELECT (random() - 0.5) * 10 ^ (random() * 600 - 300) FROM generate_series(1, 1000)) AS x(v) GROUP BY v) AS vieworm;
-- Several workers give the same.
BEGIN;
CREATE TABLE many AS SELECT (random() - 0.5) * 10 ^ (random() * 30) AS v FROM generate_series(1, 10000);
INSERT INTO many VALUES ('NaN'), ('Infinity');
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;
SELECT plan FROM (SELECT jsonb_path_query(explain, '$.**."Partial Mode"') AS plan FROM explain('SELECT vieworm.exact_sum(v, true) FROM many') AS explain) AS p ORDER BY 1;
CREATE TABLE by_workers AS SELECT vieworm.exact_sum(v, true) AS s FROM many;
SET max_parallel_workers_per_gather = 0;
SELECT s = vieworm.exact_sum(v, true) AS same FROM by_workers, many GROUP BY s;
ROLLBACK;
-- Not for users, but none of them breaks anything.
SELECT attempt(q) FROM unnest(ARRAY['SELECT vieworm.double_of_sum(1, 0)', 'SELECT vieworm.double_of_sum(''NaN'', 1)',
  'SELECT vieworm.double_of_sum(1e500, 1)', 'SELECT vieworm.real_of_sum(1e39)', 'SELECT vieworm.real_of_sum(1 / 3.0::numeric(1000, 999))',
  'SELECT vieworm.double_of_sum(repeat(''12345678'', 500)::numeric, 1)', 'SELECT vieworm.exact_sum_add(NULL, 1, true)',
  'SELECT vieworm.double_of_sum((repeat(''7'', 300) || ''.'' || repeat(''7'', 1074))::numeric, 9223372036854775807)']) AS q;

-- ------------------------------------------------------------------------- what comes and goes

SELECT keep_floats('sums', 'SELECT g, sum(x) AS s, avg(x) AS a, sum(r) AS sr, avg(r) AS ar, count(x) AS n FROM t GROUP BY g');
SELECT keep_floats('overall', 'SELECT sum(x) AS s, avg(r) AS a FROM t');
SELECT keep_floats('partly', 'SELECT k, sum(x) FILTER (WHERE g <> ''a'') AS s, sum(x * 3 - r) AS e, avg(r) + sum(x) / 2 AS m FROM t GROUP BY k HAVING count(*) > 1');
SELECT keep_floats('joined', 'SELECT t.g, sum(t.x * h.f) AS s, avg(h.f) AS a, max(t.k) AS hi FROM t JOIN h ON h.k = t.k GROUP BY t.g');
SELECT keep_floats('itself', 'SELECT a.k, sum(a.x + b.x) AS s FROM t AS a JOIN t AS b ON a.k = b.k GROUP BY a.k');
SELECT keep_floats('both_tables', 'SELECT k, sum(x) AS s FROM (SELECT k, x FROM t UNION ALL SELECT k, f FROM h) AS u GROUP BY k');
SELECT keep_floats('upon_it', 'SELECT n, sum(s) AS s, avg(ar) AS a FROM sums GROUP BY n');
SELECT keep_floats('ranked', 'SELECT g, sum(x) AS s, rank() OVER (ORDER BY sum(x) DESC NULLS LAST) AS place FROM t GROUP BY g');
SELECT keep_floats('lately', 'SELECT g, sum(x) AS s FROM t WHERE at > now() - interval ''9 years'' GROUP BY g');
-- Looked through again as ever: what is no sum, or of different values only.
SELECT keep('others', 'SELECT g, max(x) AS hi, count(DISTINCT x) AS d FROM t GROUP BY g');
-- A key that may look different is refused as ever.
SELECT keep('by_float', 'SELECT x, sum(r) AS s FROM t GROUP BY x');
SELECT vieworm_drop('by_float');
DELETE FROM kept WHERE name = 'by_float';

CALL run('INSERT INTO t SELECT i, chr(96 + i % 4), i % 5, i * 0.1, i * 0.1 FROM generate_series(1, 40) AS i',
  'INSERT INTO h SELECT i % 5, i / 7.0 FROM generate_series(1, 8) AS i',
  'UPDATE t SET x = x * 1.1 WHERE k = 1', 'UPDATE t SET g = ''z'' WHERE id < 5', 'UPDATE t SET x = NULL WHERE g = ''b''',
  'UPDATE t SET r = NULL, x = -x WHERE id % 3 = 0', 'DELETE FROM t WHERE g = ''b''',
  'WITH a AS (UPDATE h SET f = f * 3 WHERE k = 1 RETURNING k) UPDATE t SET x = x / 3 FROM a WHERE t.k < 3',
  'UPDATE h SET k = k + 1', 'TRUNCATE h', 'INSERT INTO h SELECT k, r FROM t', 'DELETE FROM h WHERE k = 3');
-- The types are those of sum() and avg(), and no statement looks a group through again.
SELECT pg_typeof(s), pg_typeof(a), pg_typeof(sr), pg_typeof(ar) FROM sums LIMIT 1;
SELECT detail FROM vieworm_explain('overall') WHERE detail LIKE 'After update%';
-- Very different magnitudes.
CALL run('INSERT INTO t VALUES (101, ''a'', 1, 1e300, 1e38), (102, ''a'', 1, 1, 1), (103, ''a'', 1, 1e-300, 1e-40)',
  'DELETE FROM t WHERE id < 100', 'DELETE FROM t WHERE id = 101', 'INSERT INTO t VALUES (101, ''a'', 1, -1e300, -1e38)', 'DELETE FROM t WHERE id = 102');
SELECT shown('sums');
CALL run('DELETE FROM t WHERE id = 101');
SELECT shown('sums');
-- Infinities and NaN come and go, and leave nothing behind.
CALL run($$ INSERT INTO t VALUES (104, 'a', 1, 'Infinity', '-Infinity'), (105, 'b', 2, 'NaN', 'NaN') $$,
  $$ INSERT INTO t VALUES (106, 'a', 1, '-Infinity', '-Infinity') $$, $$ UPDATE t SET x = 'Infinity' WHERE id = 106 $$);
SELECT shown('sums');
CALL run($$ UPDATE t SET x = -7, r = 7 WHERE id = 104 $$, $$ UPDATE t SET x = 'NaN' WHERE x = 'Infinity' $$,
  $$ UPDATE t SET x = '-Infinity', r = 'Infinity' WHERE x = 'NaN' $$);
SELECT shown('sums');
CALL run($$ UPDATE t SET at = '2000-01-01' WHERE g = 'a' $$, 'DELETE FROM t WHERE id = 106', 'UPDATE t SET x = 0.5 WHERE id = 105', 'UPDATE t SET r = 0.5 WHERE id = 105');
SELECT shown('sums');

-- ------------------------------------------------------------------------- out of range

-- A statement on the table is never in the way of a sum; who reads the sum gets the error.
CALL run('TRUNCATE t CASCADE', 'TRUNCATE h');
CALL forget();
SELECT keep_floats('v', 'SELECT g, sum(x) AS s, avg(x) AS a FROM t GROUP BY g');
SELECT keep_floats('w', 'SELECT g, sum(r) AS s, avg(r) AS a FROM t GROUP BY g');
INSERT INTO t VALUES (1, 'a', 1, 1.7e308, 3e38), (2, 'a', 1, 1.7e308, 3e38);
SELECT attempt('SELECT * FROM v'), attempt('SELECT g, sum(x) FROM t GROUP BY g') \gx
SELECT attempt('SELECT * FROM w'), attempt('SELECT g, sum(r) FROM t GROUP BY g') \gx
SELECT a FROM v;  -- which avg(x) cannot compute
SELECT a FROM w;
SELECT attempt('SELECT vieworm_verify(''v'')');
-- What is out of range in between is not, where all is added up.
CALL run('UPDATE t SET x = -x, r = -r WHERE id = 2');
SELECT * FROM v;
-- Where another view adds sums up, they are needed at once.
SELECT keep_floats('over', 'SELECT sum(s) AS s FROM w');
SELECT attempt('UPDATE t SET r = abs(r)');
CALL run();
CALL forget();

-- ------------------------------------------------------------------------- what finds differences

SELECT keep_floats('v', 'SELECT g, sum(x) AS s FROM t GROUP BY g');
TRUNCATE t;
INSERT INTO t SELECT i, 'a', 1, 1.0 / i FROM generate_series(1, 1000) AS i;
-- A fresh sum() rounds in between; that is no difference.
SELECT v.s - f.s <> 0 AS rounded, abs(v.s - f.s) < 1e-12 AS close FROM v, (SELECT sum(x) AS s FROM t) AS f;
SELECT vieworm_verify('v') - 'name' - 'schema';
-- But one in the last bit is found, and put right.
ALTER TABLE t DISABLE TRIGGER v_store_update;
UPDATE t SET x = x + 1e-15 WHERE id = 1;
ALTER TABLE t ENABLE TRIGGER v_store_update;
SELECT r ->> 'missing' AS missing, r ->> 'extra' AS extra FROM vieworm_verify('v') AS r;
SELECT quietly('SELECT vieworm_refresh(''v'', ''{"mode": "full"}'')');
SELECT vieworm_verify('v') - 'name' - 'schema';
-- One that is too small to be seen is put right by a refresh.
ALTER TABLE t DISABLE TRIGGER v_store_update;
UPDATE t SET x = x + 1e-18 WHERE id = 1000;
ALTER TABLE t ENABLE TRIGGER v_store_update;
SELECT vieworm_verify('v') - 'name' - 'schema';
SELECT vieworm_repair('v') - 'name' - 'schema';
-- A sum that has come about otherwise is the same sum: refresh writes nothing.
CALL run('INSERT INTO t VALUES (2001, ''a'', 1, 1e-300)', 'INSERT INTO t VALUES (2002, ''a'', 1, 1e300)', 'DELETE FROM t WHERE id > 2000');
SELECT quietly('SELECT vieworm_refresh(''v'', ''{"mode": "full"}'')');
SELECT vieworm_repair('v') - 'name' - 'schema';
CALL forget();

-- ------------------------------------------------------------------------- who may

CREATE ROLE regress_float_owner;
CREATE ROLE regress_float_user;
GRANT USAGE, CREATE ON SCHEMA test TO regress_float_owner;
GRANT USAGE ON SCHEMA test TO regress_float_user;
GRANT SELECT, TRIGGER ON t TO regress_float_owner;
GRANT SELECT, INSERT, UPDATE, DELETE ON t TO regress_float_user;
SET ROLE regress_float_owner;
SELECT quietly('SELECT vieworm_create(''theirs'', ''SELECT g, sum(x) AS s, avg(r) AS a FROM t GROUP BY g'', ''{"refresh": {"on": "statement", "mode": "incremental"}}'')');
GRANT SELECT ON theirs TO regress_float_user;
SET ROLE regress_float_user;
SET search_path = pg_catalog;
DELETE FROM test.t;
INSERT INTO test.t VALUES (1, 'a', 1, 0.1, 0.1), (2, 'a', 1, 0.2, 0.2);
SELECT * FROM test.theirs;
RESET ROLE;
SET search_path = test, public;
SELECT vieworm_drop('theirs');
DROP OWNED BY regress_float_owner, regress_float_user;
DROP ROLE regress_float_owner, regress_float_user;

\i sql/include/teardown.sql
