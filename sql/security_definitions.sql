-- What a definition holds that belongs to its owner (domains, types, casts, operators, functions)
-- runs as the owner, whoever's command it is that makes vieworm read the definition or evaluate it.
\i sql/include/setup.sql
CREATE ROLE regress_evil;
GRANT USAGE, CREATE ON SCHEMA test TO regress_evil;
CREATE TABLE common (id int PRIMARY KEY, g text, v int, at timestamptz NOT NULL DEFAULT '2000-01-01');
INSERT INTO common VALUES (1, 'a', 1);
GRANT SELECT, TRIGGER ON common TO regress_evil;
SET ROLE regress_evil;
-- Tells when it runs as somebody else, and whether that can be used.
CREATE FUNCTION test.try(command text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE command;
  RETURN 'done';
EXCEPTION WHEN OTHERS THEN
  RETURN SQLERRM;
END $$;
CREATE FUNCTION test.snoop(via text, v anyelement) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF current_user <> 'regress_evil' THEN
    RAISE WARNING '% runs as a stranger: %', via, test.try('ALTER ROLE regress_evil SUPERUSER');
  END IF;
  RETURN true;
END $$;
CREATE DOMAIN test.probe AS int CHECK (test.snoop('domain', VALUE));
CREATE DOMAIN test.probes AS int[] CHECK (test.snoop('domain over array', VALUE));
CREATE TYPE test.pair AS (a test.probe);
CREATE FUNCTION test.called(v int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM test.snoop('function', v); RETURN v; END $$;
CREATE FUNCTION test.to_pair(v int) RETURNS test.pair LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM test.snoop('cast', v); RETURN ROW(v)::test.pair; END $$;
CREATE CAST (int AS test.pair) WITH FUNCTION test.to_pair(int);
CREATE FUNCTION test.added(a int, b int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM test.snoop('operator', a); RETURN a + b; END $$;
CREATE OPERATOR test.|+| (LEFTARG = int, RIGHTARG = int, FUNCTION = test.added);
CREATE FUNCTION test.summed(s bigint, v int) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM test.snoop('aggregate', v); RETURN s + v; END $$;
CREATE AGGREGATE test.total(int) (sfunc = test.summed, stype = bigint, initcond = 0);
CREATE FUNCTION make(name text, definition text, options jsonb) RETURNS text LANGUAGE sql AS $$
  SELECT name || ' ' || coalesce(public.vieworm_create(name, definition, options) ->> 'strategy', 'none') $$;
CREATE FUNCTION make_all() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  each text;
  live jsonb := '{"refresh": {"on": "statement"}}';
  of_rows text := 'SELECT id AS id, id + (''{1}''::test.probe[])[1] AS a, (''(2)''::test.pair).a AS b, ''{3}''::test.probes AS c, '
    'test.called(v) AS d, (v::test.pair).a AS e, v OPERATOR(test.|+|) 1 AS f FROM test.common '
    'WHERE v = ANY (''{1,2,3,4}''::test.probe[]::int[])';
BEGIN
  RETURN NEXT make('live_rows', of_rows, live);
  RETURN NEXT make('live_groups', 'SELECT g AS g, sum(v + (''{1}''::test.probe[])[1]) AS s, count(*) FILTER (WHERE v < ''5''::test.probe) AS n FROM test.common GROUP BY g', live);
  RETURN NEXT make('live_totals', 'SELECT g AS g, test.total(v) AS s, max(test.called(v)) AS hi FROM test.common GROUP BY g', live);
  RETURN NEXT make('moving', 'SELECT g AS g, count(*) AS n FROM test.common WHERE at > now() - interval ''36500 days'' AND v < (''{9}''::test.probe[])[1] GROUP BY g', live);
  RETURN NEXT make('stored', of_rows, '{"method": "table", "refresh": {"schedule": "1 second"}}');
  RETURN NEXT make('native', of_rows, '{"method": "materialized", "refresh": {"schedule": "1 second"}}');
  RETURN NEXT make('plain', of_rows, '{}');
END $$;
SELECT make_all();
-- Checks of a domain are folded once in a session: the superuser comes with one of his own.
RESET ROLE;
\c -
SET search_path = test, public;

-- A literal of an array of a domain ran the domain's CHECK as the superuser on ordinary DDL.
ALTER TABLE common ADD COLUMN w int;
ALTER TABLE common RENAME id TO number;
ALTER TABLE common RENAME number TO id;
CREATE TYPE unrelated AS ENUM ('a');
ALTER TYPE unrelated ADD VALUE 'b';
ALTER DOMAIN probe RENAME TO probed;
ALTER DOMAIN probed RENAME TO probe;
CREATE OR REPLACE FUNCTION called(v int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM test.snoop('function', v); RETURN v; END $$;
ALTER SCHEMA test RENAME TO tests;
ALTER SCHEMA tests RENAME TO test;
REVOKE TRUNCATE ON common FROM regress_evil;
ALTER EXTENSION vieworm UPDATE;

-- Writes.
INSERT INTO common VALUES (2, 'b', 2);
UPDATE common SET v = 3;
DELETE FROM common WHERE id = 2;
TRUNCATE common;
INSERT INTO common VALUES (1, 'a', 1), (2, 'b', 2);

-- The functions of vieworm.
SELECT count(*) FROM vieworm_refresh_all();
SELECT pg_sleep(1.1);
SELECT value ->> 'name' AS name, value ->> 'status' AS status FROM vieworm_run_due() AS value ORDER BY 1;
CREATE FUNCTION each_one(command text, which text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  result text;
  each text;
BEGIN
  FOR each IN EXECUTE 'SELECT name FROM vieworm_views WHERE ' || which || ' ORDER BY name' LOOP
    EXECUTE format('SELECT count(*) FROM %s(%L)', command, each) INTO result;
    RETURN NEXT each;
  END LOOP;
END $$;
SELECT each_one('vieworm_refresh', $$ storage <> 'view' $$);
SELECT each_one('vieworm_verify', $$ storage <> 'view' $$);
SELECT each_one('vieworm_repair', $$ mode = 'incremental' $$);
SELECT each_one('vieworm_pause', $$ mode = 'incremental' $$);
SELECT each_one('vieworm_resume', $$ mode = 'incremental' $$);
SELECT count(*) FROM each_one('vieworm_explain', 'true');
SELECT length(vieworm_graph()) > 0, count(*) FROM vieworm_views;
SELECT vieworm_create('live_rows', 'SELECT id, v + (''{1}''::test.probe[])[1] AS a FROM test.common', '{"refresh": {"on": "statement"}, "or_replace": true}') ->> 'strategy' AS replaced;
SELECT rolsuper FROM pg_roles WHERE rolname = 'regress_evil';
SELECT name, r ->> 'missing' AS missing, r ->> 'extra' AS extra FROM vieworm_views, vieworm_verify(name) AS r WHERE storage = 'store' ORDER BY 1;
-- A CHECK that claims to be a cancelled query, or a deadlock, stopped everybody's DDL.
SET ROLE regress_evil;
CREATE TABLE sabotage (state text);
GRANT SELECT ON sabotage TO PUBLIC;
CREATE FUNCTION blocks(v int) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  wanted text := (SELECT min(state) FROM test.sabotage);
BEGIN
  IF wanted IS NOT NULL THEN RAISE EXCEPTION 'claims to be %', wanted USING ERRCODE = wanted; END IF;
  RETURN true;
END $$;
CREATE DOMAIN fragile AS int CHECK (test.blocks(VALUE));
CREATE PROCEDURE break_one(wanted text) LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM test.sabotage;
  PERFORM vieworm_create('breaking', 'SELECT id, v + (''{1}''::test.fragile[])[1] AS a FROM test.common', '{"refresh": {"on": "statement"}, "or_replace": true}');
  INSERT INTO test.sabotage VALUES (wanted);
END $$;
CALL break_one('query_canceled');
RESET ROLE;
ALTER TABLE common ADD COLUMN x int;
SET ROLE regress_evil;
CALL break_one('deadlock_detected');
RESET ROLE;
ALTER TABLE common ADD COLUMN y int;
INSERT INTO common VALUES (7, 'g', 7);
SET client_min_messages = error;
DROP OWNED BY regress_evil CASCADE;
DROP ROLE regress_evil;
RESET client_min_messages;
\i sql/include/teardown.sql
