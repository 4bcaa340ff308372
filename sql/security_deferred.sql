-- A deferred trigger fires at the end of the transaction, as whoever has begun it: nothing that
-- belongs to the owner of a view may put one off when somebody else is at work.
\i sql/include/setup.sql
SET client_min_messages = warning;
CREATE ROLE regress_evil;
GRANT USAGE, CREATE ON SCHEMA test TO regress_evil;
CREATE TABLE t (id int PRIMARY KEY, g text, v int);
INSERT INTO t VALUES (1, 'a', 1);
GRANT SELECT, TRIGGER ON t TO regress_evil;
SET ROLE regress_evil;
CREATE TABLE trap (via text);
CREATE FUNCTION spring() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'regress_evil' THEN
    RAISE WARNING 'a trigger of regress_evil''s runs as somebody else, put off by a %', NEW.via;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER spring AFTER INSERT ON trap DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION spring();
CREATE FUNCTION bait(via text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO test.trap VALUES (via);
  RETURN 'taken';
EXCEPTION WHEN insufficient_privilege THEN
  RETURN SQLERRM;
END $$;
CREATE FUNCTION lured(via text, v anyelement) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM test.bait(via); RETURN true; END $$;
CREATE FUNCTION called(v int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM test.bait('function'); RETURN v; END $$;
CREATE DOMAIN probe AS int CHECK (test.lured('domain', VALUE));
CREATE PROCEDURE make(name text, definition text, options jsonb) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.vieworm_create(name, definition, options);
END $$;
CREATE PROCEDURE make_all(filter text, options jsonb) LANGUAGE plpgsql AS $$
DECLARE
  rows text := 'SELECT id, id + (''{1}''::test.probe[])[1] AS p, test.called(v) AS q FROM test.t WHERE ' || filter;
  indexes jsonb := '{"indexes": [{"columns": ["id"], "unique": true}]}';
BEGIN
  CALL test.make('live', rows, options || '{"refresh": {"on": "statement"}}');
  CALL test.make('stored', rows, options || indexes || '{"method": "table", "refresh": {"schedule": "1 second"}}');
  CALL test.make('native', rows, options || indexes || '{"method": "materialized", "refresh": {"concurrently": true}}');
  CALL test.make('plain', rows, options);
END $$;
CALL make_all('v = ANY (''{1,2,3}''::test.probe[]::int[])', '{}');
SELECT count(*) > 0 AS baited FROM trap;
DELETE FROM trap;
-- Of himself, he may.
SELECT bait('call'), count(*) FROM trap;
TRUNCATE trap;
RESET ROLE;
\c -
SET search_path = test, public;
SET client_min_messages = warning;
-- A superuser's DDL, writes and calls.
ALTER TABLE t ADD COLUMN w int;
ALTER TABLE t RENAME id TO number;
ALTER TABLE t RENAME number TO id;
INSERT INTO t VALUES (2, 'b', 2);
UPDATE t SET v = 3;
DELETE FROM t WHERE id = 2;
TRUNCATE t;
INSERT INTO t VALUES (1, 'a', 1);
SELECT count(*) FROM vieworm_refresh_all();
SELECT pg_sleep(1.1);
SELECT value ->> 'status' AS status FROM vieworm_run_due() AS value;
SELECT count(vieworm_verify(name)) FROM vieworm_views WHERE storage <> 'view';
SELECT vieworm_repair('live') - 'milliseconds', vieworm_pause('live'), vieworm_resume('live') - 'milliseconds';
SELECT count(*) FROM (SELECT vieworm_explain(name) FROM vieworm_views) AS e;
-- He replaces the views. They stay their owner's, and the text is read as the owner.
CALL make_all('id < (''{9}''::test.probe[])[1]', '{"or_replace": true}');
CALL make_all('id < 10', '{"or_replace": true, "comment": "again"}');
SELECT relname, relowner::regrole FROM pg_class WHERE relnamespace = 'test'::regnamespace AND relkind IN ('v', 'm') ORDER BY 1;
-- A policy, CHECK or expression of a hostile table is PostgreSQL's to guard, and evaluated as usual.
SET ROLE regress_evil;
CREATE TABLE own (id int PRIMARY KEY, v int CHECK (test.lured('check', v)));
CREATE INDEX ON own (test.called(v));
INSERT INTO own VALUES (1, 1);
TRUNCATE trap;
SELECT vieworm_create('of_own', 'SELECT id, test.called(v) AS q FROM test.own', '{"method": "table", "indexes": [{"columns": ["q"], "where": "test.called(id) > 0"}]}') ->> 'storage';
TRUNCATE trap;
RESET ROLE;
SELECT vieworm_refresh('of_own') ->> 'mode';
SELECT vieworm_create('of_own', 'SELECT id, test.called(v) AS q, v FROM test.own', '{"method": "table", "or_replace": true, "indexes": [{"columns": ["q"], "where": "test.called(id) > 1"}]}') ->> 'storage';
SELECT * FROM trap;
SET client_min_messages = error;
DROP OWNED BY regress_evil CASCADE;
DROP ROLE regress_evil;
RESET client_min_messages;
\i sql/include/teardown.sql
