-- Names as long as PostgreSQL allows, that differ at the end only: what is generated from them is cut.
\i sql/include/setup.sql
\pset format unaligned
\pset tuples_only on
SET client_min_messages = warning;

CREATE TABLE t (id int PRIMARY KEY, g int, v int);
INSERT INTO t SELECT i, i % 3, i FROM generate_series(1, 30) AS i;
CREATE TABLE u (id int PRIMARY KEY, name text);
INSERT INTO u SELECT i, 'n' || i FROM generate_series(0, 2) AS i;
CREATE TABLE kept (name text, query text);

-- Views of each kind under names of 61 to 63 bytes; among them some of two and of three bytes a character.
INSERT INTO kept
SELECT begin || ending, query FROM (VALUES
    (repeat('g', 61), 'SELECT g, count(*) AS n FROM test.t GROUP BY g'),
    (repeat('j', 60), 'SELECT t.id, u.name FROM test.t AS t JOIN test.u AS u ON u.id = t.g'),
    (repeat('r', 61), 'SELECT id, v FROM test.t WHERE g > 0'),
    (repeat('ä', 30), 'SELECT g, sum(v) AS n FROM test.t GROUP BY g'),
    ('x' || repeat('€', 19), 'SELECT g, max(v) AS n FROM test.t GROUP BY g'),
    (repeat('w', 61), 'SELECT id, g FROM test.t WHERE now() - interval ''1 day'' < now()')) AS b(begin, query),
  (VALUES (''), ('1'), ('2'), ('_')) AS e(ending);
SELECT min(octet_length(name)), max(octet_length(name)), count(DISTINCT name) FROM kept;
SELECT vieworm_create(quote_ident(name), query, '{"refresh": {"on": "statement", "mode": "incremental"}, "indexes": [
  {"columns": ["g"]}, {"columns": ["n"]}]}') -> 'refresh' ->> 'mode' AS mode FROM kept WHERE query ~ 'GROUP';
SELECT vieworm_create(quote_ident(name), query, '{"refresh": {"on": "statement", "mode": "incremental"}, "indexes": [
  {"columns": ["id"]}, {"columns": [{"expression": "id + 1"}]}]}') -> 'refresh' ->> 'mode' AS mode FROM kept WHERE query !~ 'GROUP';
-- And those that are refreshed, with a schedule: tables of vieworm's, and PostgreSQL's own materialized views.
SELECT vieworm_create(repeat('f', 61) || n, 'SELECT g, v FROM t', '{"method": "table", "refresh": {"schedule": "1 hour"},
    "indexes": [{"columns": ["g", "v"]}, {"columns": ["g", "v"]}, {"columns": [{"expression": "g + v"}]}]}') ->> 'storage',
  vieworm_create(repeat('m', 61) || n, 'SELECT g, v FROM t', '{"method": "materialized", "indexes": [{"columns": ["g"]}]}') ->> 'storage'
FROM generate_series(10, 12) AS n;
-- The same name in another schema, and a view whose columns are as long.
CREATE SCHEMA other;
SELECT vieworm_create(quote_ident(name), query, '{"schema": "other", "refresh": {"on": "statement", "mode": "incremental"}}') ->> 'schema'
FROM kept WHERE query ~ 'count';
SELECT vieworm_create(repeat('c', 62) || n, format('SELECT g AS %I, v AS %I FROM t', repeat('k', 62) || 1, repeat('k', 62) || 2),
  replace('{"refresh": {"on": "statement", "mode": "incremental"}, "indexes": [{"columns": ["K1"]}, {"columns": ["K2"]}, {"columns": ["K1", "K2"]}]}',
    'K', repeat('k', 62))) ->> 'created' FROM generate_series(1, 2) AS n;

-- They are followed, each by its own triggers and programs.
INSERT INTO t SELECT i, i % 4, i FROM generate_series(31, 40) AS i;
UPDATE t SET g = 2, v = v + 1 WHERE id % 5 = 0;
UPDATE u SET name = 'm' || id;
DELETE FROM t WHERE id % 7 = 0;
SELECT name, d FROM kept, difference('test.' || quote_ident(name), query) AS d WHERE (extra, missing) <> (0, 0);
SELECT name, r FROM vieworm_views AS v, LATERAL vieworm_verify(quote_ident(v.schema) || '.' || quote_ident(v.name)) AS r
WHERE v.mode = 'incremental' AND (r ->> 'missing' <> '0' OR r ->> 'extra' <> '0' OR r ? 'damage');
SELECT count(*) FROM vieworm_refresh_all();

-- Renamed, they trade names; dropped, each takes only its own along.
ALTER VIEW ggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg1 RENAME TO traded;
ALTER VIEW ggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg2 RENAME TO ggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg1;
SELECT vieworm_drop('ggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg1');
SELECT vieworm_create('ggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg1', 'SELECT g, count(*) AS n FROM test.t GROUP BY g',
  '{"refresh": {"on": "statement"}}') ->> 'created';
DELETE FROM t WHERE id % 3 = 0;
SELECT name, r FROM vieworm_views AS v, LATERAL vieworm_verify(quote_ident(v.schema) || '.' || quote_ident(v.name)) AS r
WHERE v.mode = 'incremental' AND (r ->> 'missing' <> '0' OR r ->> 'extra' <> '0' OR r ? 'damage');
SELECT count(*) FROM vieworm_views WHERE (vieworm_drop(quote_ident(schema) || '.' || quote_ident(name))) IS NOT NULL;
SELECT tgname FROM pg_trigger WHERE tgrelid IN ('t'::regclass, 'u'::regclass);
DROP SCHEMA other;

-- What the spec asks for is made once: the index on the key of the groups is there already, and takes its name.
SELECT vieworm_create('once', 'SELECT g, v, count(*) AS n FROM t GROUP BY g, v', '{"refresh": {"on": "statement"}, "indexes": [
  {"columns": ["g", "v"], "unique": true, "name": "the_key"}, {"columns": ["v", "g"]}, {"columns": ["g"], "unique": true},
  {"columns": ["g", "v"], "where": "g > 1"}, {"columns": ["g", {"column": "v", "order": "desc"}]},
  {"columns": ["n"]}, {"columns": ["g", "v"], "using": "btree"}]}') -> 'ignored';
SELECT replace(indexdef, 'vieworm.', '') FROM pg_indexes WHERE tablename = 'once_store' ORDER BY 1;
SELECT vieworm_create('plain_key', 'SELECT g, sum(v) AS n FROM t GROUP BY g', '{"refresh": {"on": "statement"}, "indexes": [
  {"columns": ["g"]}]}') -> 'ignored';
SELECT replace(indexdef, 'vieworm.', '') FROM pg_indexes WHERE tablename = 'plain_key_store' ORDER BY 1;
-- Unique by itself: in another order, and with more columns. Not with fewer.
SELECT vieworm_create('implied', 'SELECT g, v, id % 2 AS odd, count(*) AS n FROM t GROUP BY 1, 2, 3', '{"refresh": {"on": "statement"}, "indexes": [
  {"columns": ["odd", "v", "g"], "unique": true}, {"columns": ["g", "v"], "unique": true},
  {"columns": ["v", "odd", {"expression": "n"}, "g"], "unique": true}]}') -> 'ignored';
SELECT vieworm_create('implied_rows', 'SELECT id, g, v FROM t', '{"refresh": {"on": "statement"}, "indexes": [
  {"columns": ["id"], "unique": true}]}') -> 'ignored';

-- Two views give an index the same name, in one schema and in two; each keeps its own when it is replaced.
CREATE SCHEMA other;
CREATE FUNCTION named(name text, query text, index text, more jsonb) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
  PERFORM vieworm_create(name, query, more || jsonb_build_object('or_replace', true, 'indexes',
    jsonb_build_array(jsonb_build_object('name', index, 'columns', '["g"]'::jsonb))));
  RETURN QUERY SELECT replace(indexdef, 'vieworm.', '') FROM pg_indexes
    WHERE indexname ~ ('^' || left(index, 20)) AND schemaname = 'vieworm' ORDER BY 1;
END $$;
SELECT named('one', 'SELECT g FROM t', 'by_g', '{"method": "table"}');
SELECT named('two', 'SELECT g FROM t', 'by_g', '{"method": "table"}');
SELECT named('other.one', 'SELECT g, count(*) AS n FROM t GROUP BY g', 'by_g', '{"refresh": {"on": "statement"}}');
SELECT named('one', 'SELECT g, v FROM t', 'by_g', '{"method": "table"}');
SELECT named('one', 'SELECT v, g FROM t', 'by_g', '{"refresh": {"on": "statement"}}');
SELECT named('w' || n, 'SELECT g FROM t', repeat('ü', 31) || 'x', '{"method": "table"}') FROM generate_series(1, 2) AS n;
-- What is the user's own is in the way, as it is of any index.
CREATE TABLE taken (a int);
SELECT attempt($$ SELECT named('three', 'SELECT g FROM t', 'taken', '{"method": "table"}') $$);
-- Twice within one view as well.
SELECT attempt($$ SELECT vieworm_create('three', 'SELECT g, v FROM t', '{"method": "table", "indexes": [
  {"name": "i", "columns": ["g"]}, {"name": "i", "columns": ["v"]}]}') $$);
SELECT vieworm_drop('other.one');
DROP SCHEMA other;
\i sql/include/teardown.sql
