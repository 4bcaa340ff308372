-- What is not as it was asked for, and what takes long, is told while it happens.
\i sql/include/setup.sql
\pset format unaligned
\pset tuples_only on

CREATE TABLE t (a int PRIMARY KEY, b int);
INSERT INTO t SELECT i, i % 3 FROM generate_series(1, 9) AS i;

-- Nobody is told that "on": "statement" is not what he got.
SELECT vieworm_create('ranked', 'SELECT a, rank() OVER (ORDER BY b) FROM t',
  '{"refresh": {"on": "statement"}}') -> 'refresh';
SELECT vieworm_create('paired', 'SELECT x.a, y.b FROM t AS x LEFT JOIN t AS y ON y.a = x.b',
  '{"refresh": {"on": "statement"}}') -> 'refresh';
-- He is told again where it is replaced, and not where it is left as it is.
SELECT vieworm_create('ranked', 'SELECT a, rank() OVER (ORDER BY b) FROM t',
  '{"refresh": {"on": "statement"}, "or_replace": true}') -> 'replaced';
SELECT vieworm_create('ranked', 'SELECT a, rank() OVER (ORDER BY b DESC) FROM t',
  '{"refresh": {"on": "statement"}, "or_replace": true}') -> 'replaced';
SELECT vieworm_create('ranked', 'SELECT 1 AS a',
  '{"refresh": {"on": "statement"}, "if_not_exists": true}') -> 'created';
-- Nothing to tell: maintained, or never asked for, or only looked at.
SELECT vieworm_create('kept', 'SELECT b, count(*) AS n FROM t GROUP BY b',
  '{"refresh": {"on": "statement"}}') -> 'refresh';
SELECT vieworm_create('on_demand', 'SELECT a, rank() OVER (ORDER BY b) FROM t',
  '{"refresh": {"on": "demand"}}') -> 'refresh';
SELECT count(*) > 0 FROM vieworm_compile('{"name": "seen", "refresh": {"on": "statement"},
  "definition": "SELECT a, rank() OVER (ORDER BY b) FROM t"}');

-- vieworm_refresh_all is silent for as long as it takes.
SELECT r ->> 'name' AS name, r ->> 'mode' AS mode FROM vieworm_refresh_all() AS r;
\i sql/include/teardown.sql
