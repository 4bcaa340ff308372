-- Whatever the writer's session has set, a view holds what it would hold without.
\i sql/include/setup.sql
\pset format unaligned
\pset tuples_only on
\set VERBOSITY terse
SET client_min_messages = warning;

CREATE TABLE t (id int PRIMARY KEY, g int, f float8, r float4, i interval, b bytea, d date,
  a text[], s text, j jsonb, x xml);
CREATE INDEX ON t USING gin (a);
CREATE TABLE u (id int PRIMARY KEY, s text);
INSERT INTO u VALUES (1, 'NULL'), (2, 'it''s'), (3, E'a\\b'), (4, 'x');

-- What depends on a setting when it is written, and what does when its text is read.
CREATE TABLE kept (name text, query text);
INSERT INTO kept VALUES
  ('floats', 'SELECT id, f::text AS f, r::text AS r, (f / 3)::text AS third FROM test.t'),
  ('float_groups', 'SELECT (f / 3)::text AS third, count(*) AS n FROM test.t GROUP BY 1'),
  ('intervals', 'SELECT id, i * 2 AS i FROM test.t WHERE i <> ''1 day -02:00:00''::interval'),
  ('byteas', 'SELECT b::text AS b, count(*) AS n FROM test.t GROUP BY 1'),
  ('xmls', 'SELECT id, x::text AS x FROM test.t'),
  ('nulls', $$SELECT id, '{NULL,x}'::text[] AS a, s = ANY ('{x,NULL}'::text[]) AS is_x FROM test.t$$),
  ('null_groups', $$SELECT a = '{NULL}'::text[] AS is_null, count(*) AS n FROM test.t GROUP BY 1$$),
  ('null_equals', 'SELECT s = NULL::text AS nothing, count(*) AS n FROM test.t GROUP BY 1'),
  ('dates', $$SELECT id, d > '2026-03-04'::date AS late, d + '1 day -02:00:00'::interval AS next FROM test.t$$),
  ('date_groups', $$SELECT d + '-1 day -02:00:00'::interval AS moved, count(*) AS n FROM test.t GROUP BY 1$$),
  ('strings', $$SELECT t.id, u.s || E'\\' || 'it''s' AS s FROM test.t AS t JOIN test.u AS u ON u.s = t.s WHERE u.s <> E'\\\\'$$),
  ('string_groups', $$SELECT replace(s, E'\\', E'\n''') AS s, count(*) AS n FROM test.t GROUP BY 1$$),
  ('members', $$SELECT id, a FROM test.t WHERE a @> '{m}'$$);
SELECT name, attempt(format('SELECT vieworm_create(%L, %L, %L)', 'test.' || name, query,
  '{"refresh": {"on": "statement", "mode": "incremental"}}')) FROM kept ORDER BY name;
CREATE FUNCTION wrong() RETURNS SETOF text LANGUAGE sql AS $$
  SELECT name || ' ' || d::text FROM test.kept, test.difference('test.' || name, query) AS d
  WHERE (extra, missing) <> (0, 0) ORDER BY name $$;

-- Some rows, by each way of writing; then what is wrong, in a session that has set nothing.
CREATE PROCEDURE write(first int) LANGUAGE plpgsql SET client_min_messages = error AS $$
BEGIN
  INSERT INTO test.t SELECT first + n, n % 2, 1.0 / n, 1.0 / n, '-1 day 02:03', decode('00ff', 'hex') || int4send(n),
    '2026-03-01'::date + n, ARRAY[NULL, 'm']::text[], 'x', '{}', '<a/>' FROM generate_series(1, 6) AS n;
  INSERT INTO test.t VALUES (first + 7, 1, 0.1, 0.1, '1 mon', decode('5c', 'hex'), '2026-03-05', ARRAY[NULL]::text[], 'it''s', '1', '<b/>');
  INSERT INTO test.t VALUES (first + 8, 1, 1e-7, 0.3, '1 mon -2 days', decode('41', 'hex'), '2026-05-03', ARRAY['NULL']::text[], chr(97) || chr(92) || 'b', '1', '<b/>');
  UPDATE test.t SET g = g + 1, f = f * 1.7, a = a || ARRAY['m'] WHERE id = first + 3;
  UPDATE test.t SET r = r * 1.7, i = i * 2, s = 'NULL', d = d + 1 WHERE id BETWEEN first + 4 AND first + 6;
  UPDATE test.u SET s = s || 'x' WHERE id = 4;
  UPDATE test.u SET s = 'x' WHERE id = 4;
  DELETE FROM test.t WHERE id = first + 2;
  DELETE FROM test.t WHERE id IN (first + 4, first + 5);
END $$;
CALL write(0);
SELECT test.wrong();

-- Each in a session of its own: text is read once in a session.
\c -
SET array_nulls = 'off';
CALL test.write(100);
RESET ALL;
SELECT test.wrong();
\c -
SET backslash_quote = 'off';
CALL test.write(200);
RESET ALL;
SELECT test.wrong();
\c -
SET backslash_quote = 'on';
CALL test.write(300);
RESET ALL;
SELECT test.wrong();
\c -
SET bytea_output = 'escape';
CALL test.write(400);
RESET ALL;
SELECT test.wrong();
\c -
SET DateStyle = 'SQL, DMY';
CALL test.write(500);
RESET ALL;
SELECT test.wrong();
\c -
SET DateStyle = 'German';
CALL test.write(600);
RESET ALL;
SELECT test.wrong();
\c -
SET default_text_search_config = 'pg_catalog.german';
CALL test.write(700);
RESET ALL;
SELECT test.wrong();
\c -
SET escape_string_warning = 'off';
CALL test.write(800);
RESET ALL;
SELECT test.wrong();
\c -
SET extra_float_digits = '-10';
CALL test.write(900);
RESET ALL;
SELECT test.wrong();
\c -
SET extra_float_digits = '3';
CALL test.write(1000);
RESET ALL;
SELECT test.wrong();
\c -
SET gin_fuzzy_search_limit = '1';
CALL test.write(1100);
RESET ALL;
SELECT test.wrong();
\c -
SET IntervalStyle = 'sql_standard';
CALL test.write(1200);
RESET ALL;
SELECT test.wrong();
\c -
SET IntervalStyle = 'iso_8601';
CALL test.write(1300);
RESET ALL;
SELECT test.wrong();
\c -
SET lc_monetary = 'POSIX';
CALL test.write(1400);
RESET ALL;
SELECT test.wrong();
\c -
SET quote_all_identifiers = 'on';
CALL test.write(1500);
RESET ALL;
SELECT test.wrong();
\c -
SET row_security = 'off';
CALL test.write(1600);
RESET ALL;
SELECT test.wrong();
\c -
SET search_path = pg_temp, test, pg_catalog;
CALL test.write(1700);
RESET ALL;
SELECT test.wrong();
\c -
SET standard_conforming_strings = 'off';
CALL test.write(1800);
RESET ALL;
SELECT test.wrong();
\c -
SET TimeZone = 'Pacific/Apia';
CALL test.write(1900);
RESET ALL;
SELECT test.wrong();
\c -
SET transform_null_equals = 'on';
CALL test.write(2000);
RESET ALL;
SELECT test.wrong();
\c -
SET xmlbinary = 'hex';
CALL test.write(2100);
RESET ALL;
SELECT test.wrong();
\c -
SET xmloption = 'document';
CALL test.write(2200);
RESET ALL;
SELECT test.wrong();
\c -
SET enable_seqscan = 'off';
CALL test.write(2300);
RESET ALL;
SELECT test.wrong();

-- Under all of them at once, and where the plan was made under others.
\c -
CALL test.write(10000);
SET array_nulls = 'off';
SET backslash_quote = 'off';
SET backslash_quote = 'on';
SET bytea_output = 'escape';
SET DateStyle = 'SQL, DMY';
SET DateStyle = 'German';
SET default_text_search_config = 'pg_catalog.german';
SET escape_string_warning = 'off';
SET extra_float_digits = '-10';
SET extra_float_digits = '3';
SET gin_fuzzy_search_limit = '1';
SET IntervalStyle = 'sql_standard';
SET IntervalStyle = 'iso_8601';
SET lc_monetary = 'POSIX';
SET quote_all_identifiers = 'on';
SET row_security = 'off';
SET search_path = pg_temp, test, pg_catalog;
SET standard_conforming_strings = 'off';
SET TimeZone = 'Pacific/Apia';
SET transform_null_equals = 'on';
SET xmlbinary = 'hex';
SET xmloption = 'document';
SET enable_seqscan = 'off';
CALL test.write(11000);
ALTER TABLE test.t ADD COLUMN more int;
CALL test.write(12000);
RESET ALL;
SELECT test.wrong();
SELECT count(*) FROM test.t;
SELECT name, test.vieworm_verify FROM test.kept, LATERAL (SELECT public.vieworm_verify('test.' || name)) AS test
WHERE (vieworm_verify ->> 'extra', vieworm_verify ->> 'missing') <> ('0', '0');
\i sql/include/teardown.sql
