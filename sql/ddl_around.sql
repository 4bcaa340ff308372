-- DDL that concerns a view and went round it: extensions that move, functions that are behind
-- something else, casts that are dropped, and what is done where no event trigger sees it.
\i sql/include/setup.sql
SET client_min_messages = warning;
CREATE SCHEMA elsewhere;
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE TABLE t (id int PRIMARY KEY, c citext, h hstore, v int);
INSERT INTO t VALUES (1, 'A', 'a=>1', 1), (2, 'b', 'a=>2', 2);
CREATE FUNCTION inner_one(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + 1';
CREATE FUNCTION outer_one(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN test.Inner_One($1); END';
CREATE FUNCTION above(int, int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 > $2';
CREATE OPERATOR |>| (LEFTARG = int, RIGHTARG = int, FUNCTION = above);
CREATE FUNCTION through_operator(int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 OPERATOR(test.|>|) 1';
CREATE FUNCTION added(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + coalesce($2, 0)';
CREATE FUNCTION finished(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE AGGREGATE total(int) (SFUNC = added, STYPE = int, INITCOND = 0, FINALFUNC = finished);
CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION to_pair(int) RETURNS pair LANGUAGE sql IMMUTABLE AS 'SELECT row($1, 1)::test.pair';
CREATE CAST (int AS pair) WITH FUNCTION to_pair(int);
CREATE PROCEDURE make(name text, definition text) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM vieworm_create(name, definition, '{"refresh": {"on": "statement", "mode": "incremental"}}');
END $$;
CALL make('of_citext', 'SELECT id, c FROM t WHERE c = ''a''');
CALL make('of_hstore', 'SELECT id, h -> ''a'' AS a FROM t');
CALL make('of_function', 'SELECT id, outer_one(v) AS x FROM t');
CALL make('of_operator', 'SELECT id FROM t WHERE v |>| 1');
CALL make('of_both', 'SELECT id FROM t WHERE through_operator(v)');
CALL make('of_aggregate', 'SELECT id % 2 AS k, total(v) AS s FROM t GROUP BY 1');
CALL make('of_cast', 'SELECT id, (v::pair).b AS b FROM t');
-- Views that are stale, or wrong and say nothing.
CREATE FUNCTION looked_at() RETURNS SETOF text LANGUAGE sql AS $$
  SELECT CASE WHEN v.stale THEN concat(name, ' is stale: ', stale_reason) ELSE name || ' IS WRONG' END
  FROM vieworm_views AS v, public.vieworm_verify(name) AS r
  WHERE v.stale OR r ->> 'missing' <> '0' OR r ->> 'extra' <> '0' ORDER BY 1 $$;
SELECT looked_at();

-- A function that has its own path, or odd names in quotes.
CREATE SCHEMA "Odd 1$";
CREATE FUNCTION "Odd 1$"."an ""odd"" $one"(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION größer(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION by_path(int) RETURNS int LANGUAGE plpgsql IMMUTABLE SET search_path = "Odd 1$", test AS 'BEGIN RETURN größer("an ""odd"" $one"($1)); END';
CREATE FUNCTION by_text(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $f$
DECLARE result int;
BEGIN
  EXECUTE $q$SELECT test.größer($1)$q$ INTO result USING $1;
  RETURN result;
END $f$;
CALL make('of_path', 'SELECT id, by_path(v) AS x FROM t');
CALL make('of_text', 'SELECT id, by_text(v) AS x FROM t');
CREATE OR REPLACE FUNCTION "Odd 1$"."an ""odd"" $one"(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + 10';
SELECT looked_at();
CREATE OR REPLACE FUNCTION größer(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + 100';
SELECT looked_at();
SELECT id, p.x, e.x FROM of_path AS p JOIN of_text AS e USING (id) ORDER BY id;
DROP VIEW of_path, of_text;

-- A type, an attribute of one, a value, a domain, a schema.
CREATE SCHEMA moving;
CREATE TYPE moving.two AS (a int, b int);
CREATE DOMAIN moving.small AS int;
CREATE TYPE moving.mood AS ENUM ('low', 'high');
CREATE TABLE moving.u (id moving.small PRIMARY KEY, m moving.mood, p moving.two);
INSERT INTO moving.u VALUES (1, 'low', (1, 2));
CALL make('of_types', 'SELECT m, (''{low}''::moving.mood[])[1] AS l, max(id::moving.small) AS x, count((p).b) AS n FROM moving.u GROUP BY m');
ALTER TYPE moving.two RENAME ATTRIBUTE b TO bb;
ALTER DOMAIN moving.small RENAME TO smaller;
ALTER TYPE moving.mood RENAME TO moods;
ALTER TYPE moving.moods RENAME VALUE 'low' TO 'lowest';
ALTER TYPE moving.moods SET SCHEMA test;
ALTER SCHEMA moving RENAME TO moved;
INSERT INTO moved.u VALUES (2, 'lowest', (3, 4)), (3, 'high', (3, 4));
UPDATE moved.u SET m = 'high' WHERE id = 1;
SELECT looked_at();
SELECT * FROM of_types ORDER BY m;
DROP VIEW of_types;
DROP SCHEMA moved CASCADE;

-- Every write failed after this.
ALTER EXTENSION citext SET SCHEMA elsewhere;
ALTER EXTENSION hstore SET SCHEMA elsewhere;
INSERT INTO t VALUES (3, 'A', 'a=>3', 3);
UPDATE t SET v = v + 1 WHERE id = 1;
SELECT looked_at();

-- The views stayed behind.
CREATE OR REPLACE FUNCTION inner_one(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + 100';
SELECT looked_at();
SELECT * FROM of_function ORDER BY id;
CREATE OR REPLACE FUNCTION above(int, int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 < $2 + 2';
SELECT looked_at();
SELECT (SELECT string_agg(id::text, ',' ORDER BY id) FROM of_operator), (SELECT string_agg(id::text, ',' ORDER BY id) FROM of_both);
CREATE OR REPLACE FUNCTION added(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + 2 * coalesce($2, 0)';
SELECT looked_at();
CREATE OR REPLACE FUNCTION finished(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT -$1';
SELECT looked_at();
CREATE OR REPLACE AGGREGATE total(int) (SFUNC = added, STYPE = int, INITCOND = 1, FINALFUNC = finished);
SELECT looked_at();
SELECT * FROM of_aggregate ORDER BY k;

-- Without its cast a definition can still be read, but its text cannot.
DROP CAST (int AS pair);
INSERT INTO t VALUES (4, 'a', 'a=>4', 4);
ALTER TABLE t ADD COLUMN w int;
INSERT INTO t VALUES (5, 'a', 'a=>5', 5);
SELECT looked_at();
SELECT attempt($$ SELECT vieworm_repair('of_cast') $$);
CREATE CAST (int AS pair) WITH FUNCTION to_pair(int);
SELECT vieworm_repair('of_cast') - 'milliseconds';
SELECT looked_at();

-- Where no event trigger sees it: the next write goes on, the view says why it stays behind, and a
-- refresh plans it anew.
SET session_replication_role = replica;
ALTER TABLE t RENAME COLUMN v TO vv;
RESET session_replication_role;
INSERT INTO t VALUES (6, 'A', 'a=>6', 6);
SELECT looked_at();
SELECT r ->> 'name' AS name, r ->> 'error' AS error FROM vieworm_refresh_all() AS r ORDER BY 1;
SELECT looked_at();
SET session_replication_role = replica;
ALTER FUNCTION outer_one(int) RENAME TO outermost;
ALTER EXTENSION hstore SET SCHEMA test;
RESET session_replication_role;
INSERT INTO t VALUES (7, 'A', 'a=>7', 7);
SELECT looked_at();
SELECT count(vieworm_repair(name)) FROM vieworm_views WHERE stale;
SELECT looked_at();

-- A source that is dropped unseen takes the definition along, and no call that is for all views fails.
CREATE TABLE gone (a int PRIMARY KEY);
CALL make('of_gone', 'SELECT a FROM gone');
SET session_replication_role = replica;
DROP TABLE gone CASCADE;
RESET session_replication_role;
SELECT name, stale, stale_reason FROM vieworm_views WHERE stale;
SELECT r ->> 'name' AS name, r ->> 'error' AS error FROM vieworm_refresh_all() AS r WHERE r ? 'error';
SELECT attempt($$ SELECT vieworm_refresh('of_gone') $$);
SELECT attempt($$ SELECT vieworm_verify('of_gone') $$);
SELECT attempt($$ SELECT vieworm_explain('of_gone') $$);
SELECT * FROM of_gone;
CREATE TABLE other (a int PRIMARY KEY);
SELECT vieworm_create('of_gone', 'SELECT a FROM other', '{"refresh": {"on": "statement"}, "or_replace": true}') -> 'replaced';
INSERT INTO other VALUES (8);
SELECT * FROM of_gone;
SET session_replication_role = replica;
DROP TABLE other CASCADE;
RESET session_replication_role;
SELECT vieworm_drop('of_gone');
SELECT looked_at();
DROP SCHEMA elsewhere CASCADE;
SELECT name FROM vieworm_views ORDER BY 1;
DROP EXTENSION hstore CASCADE;
\i sql/include/teardown.sql
