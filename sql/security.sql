-- Nobody gets another's rights through a view: neither who writes to its sources, nor who owns the
-- view, the sources, or the types and functions in them. See also privileges.sql, which has refresh.
\i sql/include/setup.sql
\i sql/include/patterns.sql
CREATE ROLE regress_writer;
CREATE ROLE regress_keeper;
CREATE ROLE regress_evil;
GRANT USAGE ON SCHEMA test TO PUBLIC;
GRANT CREATE ON SCHEMA test TO regress_keeper, regress_evil;
CREATE TABLE t (id int PRIMARY KEY, g text, v int);
CREATE TABLE u (g text, v int);
INSERT INTO t SELECT i, 'g' || i % 3, i FROM generate_series(1, 6) AS i;
INSERT INTO u VALUES ('g1', 1), ('g1', 1), ('g7', 7);
GRANT SELECT, TRIGGER ON t, u TO regress_keeper, regress_evil;
GRANT INSERT, UPDATE, DELETE, TRUNCATE, SELECT ON t, u TO regress_writer;
CREATE PROCEDURE keep_all() LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep('rows', 'SELECT id, g || ''!'' AS g, v + 1 AS v FROM test.t WHERE v > 1');
  PERFORM keep('sums', 'SELECT g, sum(v) AS s, avg(v) AS a, count(*) FILTER (WHERE v > 2) AS n FROM test.t GROUP BY g');
  PERFORM keep('bests', 'SELECT g, max(v) AS hi, min(g) AS lo FROM test.t GROUP BY g');
  PERFORM keep('lists', 'SELECT g, string_agg(v::text, '','' ORDER BY id) AS list, count(DISTINCT v) AS n FROM test.t GROUP BY g');
  PERFORM keep('either', 'SELECT g FROM test.t UNION SELECT g FROM test.u');
  PERFORM keep('without', 'SELECT g, v FROM test.u EXCEPT SELECT g, v FROM test.t');
  PERFORM keep('copies', 'SELECT g, v FROM test.u');
  PERFORM keep('pairs', 'SELECT a.id, b.g FROM test.t AS a JOIN test.t AS b ON a.v = b.id');
  PERFORM keep('whole', 'SELECT count(*) AS n, max(v) AS hi FROM test.u');
  PERFORM keep('full_one', 'SELECT g, (SELECT max(v) FROM test.u) AS v FROM test.t');
END $$;
CALL keep_all();

-- In a schema of the writer's stand namesakes of PostgreSQL's operators and functions.
CREATE SCHEMA hostile;
CREATE PROCEDURE hostile_function(name text, arguments text, result text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE FUNCTION hostile.%I(%s) RETURNS %s LANGUAGE plpgsql AS %L', name, arguments, result,
                 'BEGIN RAISE EXCEPTION ''hostile''; END');
END $$;
DO $$
DECLARE
  found record; made int := 0;
  types regtype[] := '{int,bigint,numeric,text,boolean,oid,regclass,json,jsonb,record,anyelement,anynonarray,anyarray,anycompatible}';
BEGIN
  FOR found IN SELECT DISTINCT oprname, oprleft::regtype AS l, oprright::regtype AS r, oprresult::regtype AS result FROM pg_operator
      WHERE oprnamespace = 'pg_catalog'::regnamespace AND oprleft = ANY (types) AND oprright = ANY (types) AND oprresult <> 0 LOOP
    BEGIN
      made := made + 1;
      CALL hostile_function('operator' || made, format('%s, %s', found.l, found.r), found.result::text);
      EXECUTE format('CREATE OPERATOR hostile.%s (LEFTARG = %s, RIGHTARG = %s, FUNCTION = hostile.operator%s)', found.oprname, found.l, found.r, made);
    EXCEPTION WHEN invalid_function_definition OR feature_not_supported OR datatype_mismatch THEN NULL; END;
  END LOOP;
  FOR found IN SELECT DISTINCT proname, oidvectortypes(proargtypes) AS arguments, prorettype::regtype AS result FROM pg_proc
      WHERE pronamespace = 'pg_catalog'::regnamespace AND prorettype = ANY (types) AND provariadic = 0 AND NOT proretset
        AND proargtypes::oid[]::regtype[] <@ types LOOP
    BEGIN
      CALL hostile_function(found.proname, found.arguments, found.result::text);
    EXCEPTION WHEN invalid_function_definition OR feature_not_supported OR duplicate_function THEN NULL; END;
  END LOOP;
END $$;
CREATE DOMAIN hostile.int4 AS text;
CREATE DOMAIN hostile.int8 AS text;
CREATE DOMAIN hostile.text AS int;
CREATE TABLE hostile.t (LIKE t);
CREATE TABLE hostile.sums_store (g text);
CREATE TABLE hostile.registry (a int);
GRANT ALL ON SCHEMA hostile TO PUBLIC;
GRANT ALL ON ALL TABLES IN SCHEMA hostile TO PUBLIC;
SELECT count(*) > 300 AS many FROM pg_proc WHERE pronamespace = 'hostile'::regnamespace;

-- A writer whose search_path has them first.
SET ROLE regress_writer;
SET search_path = hostile, pg_catalog;
SELECT 1 + 1;
SELECT sum(1);
INSERT INTO test.t VALUES (7, 'g1', 7), (8, 'g8', NULL);
UPDATE test.t SET v = 5, g = 'g2' WHERE id OPERATOR(pg_catalog.=) 1;
UPDATE test.t SET g = 'all';
INSERT INTO test.u VALUES ('g1', 1), (NULL, NULL);
DELETE FROM test.u WHERE v OPERATOR(pg_catalog.=) 7;
MERGE INTO test.t USING (SELECT DISTINCT v FROM test.u) AS s ON t.id OPERATOR(pg_catalog.=) s.v WHEN MATCHED THEN UPDATE SET v = 9;
RESET ROLE;
SET search_path = test, public;
CALL run();
SELECT shown('sums'), shown('lists'), shown('without');
SET ROLE regress_writer;
SET search_path = hostile, pg_catalog;
TRUNCATE test.u;
DELETE FROM test.t WHERE id OPERATOR(pg_catalog.<) 3;
RESET ROLE;
SET search_path = test, public;
CALL run();

-- And a superuser, who creates, refreshes, verifies and repairs with it.
SET search_path = hostile, pg_catalog;
SELECT public.vieworm_create('test.new_one', 'SELECT g, pg_catalog.sum(v) AS s, pg_catalog.max(id) AS hi FROM test.t GROUP BY g',
  '{"refresh": {"on": "statement", "mode": "incremental"}, "indexes": [{"columns": ["g"]}], "comment": "new"}') OPERATOR(pg_catalog.->) 'created';
SELECT public.vieworm_create('test.stored', 'SELECT v, id, g FROM test.t', '{"method": "table", "refresh": {"schedule": "1 hour"}, "columns": ["c", "d", "e"]}') OPERATOR(pg_catalog.->) 'created';
SELECT public.vieworm_create('test.native', 'SELECT id FROM test.t', '{"method": "materialized", "indexes": [{"columns": ["id"], "unique": true}]}') OPERATOR(pg_catalog.->) 'created';
INSERT INTO test.t VALUES (20, 'late', 20);
SELECT public.vieworm_refresh('test.stored') OPERATOR(pg_catalog.->) 'inserted', public.vieworm_refresh('test.native', concurrently => true) OPERATOR(pg_catalog.->) 'mode';
SELECT public.vieworm_verify('test.new_one'), public.vieworm_verify('test.stored');
SELECT public.vieworm_repair('test.new_one') OPERATOR(pg_catalog.->) 'deleted', public.vieworm_pause('test.new_one') OPERATOR(pg_catalog.->) 'paused', public.vieworm_resume('test.new_one') OPERATOR(pg_catalog.->) 'paused';
SELECT public.vieworm_run_due();
SELECT pg_catalog.count(*) FROM public.vieworm_explain('test.new_one') HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1;
SELECT pg_catalog.length(public.vieworm_graph()) OPERATOR(pg_catalog.>) 10;
SELECT pg_catalog.count(*) OPERATOR(pg_catalog.>) 3 FROM public.vieworm_compile('{"name": "test.x", "definition": "SELECT 1 AS a", "method": "table"}');
SELECT name, stale FROM public.vieworm_views WHERE name OPERATOR(pg_catalog.=) 'new_one';
ALTER TABLE test.t RENAME v TO w;
INSERT INTO test.t VALUES (21, 'late', 21);
ALTER TABLE test.t RENAME w TO v;
SELECT public.vieworm_drop('test.new_one'), public.vieworm_drop('test.stored'), public.vieworm_drop('test.native');
RESET ROLE;
SET search_path = test, public;
CALL run();

-- Namesakes in pg_temp, of tables and of types.
SET ROLE regress_writer;
CREATE TEMPORARY TABLE t (LIKE test.t);
CREATE TEMPORARY TABLE sums_store (g text, n text);
CREATE TEMPORARY TABLE vieworm_new (id int);
CREATE TEMPORARY TABLE registry (view text);
CREATE TEMPORARY TABLE programs (store text);
CREATE DOMAIN pg_temp.int4 AS text;
CREATE DOMAIN pg_temp.int8 AS text;
CREATE DOMAIN pg_temp.numeric AS text;
SET search_path = pg_temp, test;
INSERT INTO test.t VALUES (30, 'g1', 30);
UPDATE test.t SET v = 31 WHERE id = 30;
INSERT INTO t VALUES (31, 'temporary', 1);
INSERT INTO test.u VALUES ('g1', 31);
DELETE FROM test.t WHERE id = 20;
SELECT count(*) FROM sums_store;
DROP TABLE t, sums_store, vieworm_new, registry, programs;
DROP DOMAIN pg_temp.int4, pg_temp.int8, pg_temp.numeric;
RESET ROLE;
SET search_path = test, public;
CALL run();

-- Who puts a view's trigger on a table of his own changes nothing.
SET ROLE regress_evil;
CREATE TABLE own (id int PRIMARY KEY, g text, v int);
CREATE TRIGGER theirs AFTER INSERT ON own REFERENCING NEW TABLE AS vieworm_new FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('sums_store');
CREATE TRIGGER theirs_too AFTER DELETE ON own REFERENCING OLD TABLE AS vieworm_old FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('sums_store');
INSERT INTO own VALUES (100, 'forged', 100);
DELETE FROM own;
SELECT attempt('SELECT vieworm.maintain()');
SELECT attempt('CREATE TRIGGER guard BEFORE INSERT ON own FOR EACH ROW EXECUTE FUNCTION vieworm.guard_store()');
SELECT attempt($$ INSERT INTO own VALUES (1, 'x', 1) $$);
SELECT attempt('SELECT * FROM vieworm.programs'), attempt('UPDATE vieworm.programs SET program = NULL'), attempt('UPDATE vieworm.registry SET view = NULL');
DROP TABLE own;
RESET ROLE;
CALL run();
CALL forget();

-- A function in a definition runs as the owner of the view, and cannot get out of that, whoever writes.
SET ROLE regress_evil;
CREATE FUNCTION try(command text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE command;
  RETURN 'done';
EXCEPTION WHEN OTHERS THEN
  RETURN SQLSTATE;
END $$;
CREATE FUNCTION tell(v int) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  PERFORM set_config('search_path', 'hostile', false), set_config('row_security', 'off', false), set_config('regress.told', 'yes', false);
  RETURN concat_ws(' ', current_user, v::text, test.try('ALTER ROLE regress_evil SUPERUSER'), test.try('SET ROLE regress_keeper'),
    test.try('RESET ROLE'), test.try('RESET SESSION AUTHORIZATION'), test.try('CREATE TEMPORARY TABLE trap (a int)'),
    test.try('DECLARE c CURSOR WITH HOLD FOR SELECT 1'), test.try('DELETE FROM vieworm.registry'));
END $$;
CREATE FUNCTION tell_sum(s bigint) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT test.tell(s::int)';
CREATE AGGREGATE told(int) (sfunc = int4_sum, stype = bigint, finalfunc = tell_sum);
SELECT vieworm_create('told_rows', 'SELECT id, test.tell(v) AS told FROM t WHERE id < 5 AND test.tell(v) <> ''''', '{"refresh": {"on": "statement"}}') -> 'refresh' -> 'mode';
SELECT vieworm_create('told_groups', 'SELECT test.tell(v) AS told, count(*) AS n FROM t WHERE id < 5 GROUP BY 1', '{"refresh": {"on": "statement"}}') -> 'refresh' -> 'mode';
SELECT vieworm_create('told_aggregates', 'SELECT g, test.told(v) AS told FROM t WHERE id < 5 GROUP BY g', '{"refresh": {"on": "statement"}}') -> 'refresh' -> 'mode';
RESET ROLE;
TRUNCATE t;
INSERT INTO t VALUES (1, 'x', 1);
SHOW search_path;
SHOW row_security;
SELECT current_user = session_user, nullif(current_setting('regress.told', true), '');
SELECT * FROM told_rows;
SELECT * FROM told_groups;
SELECT * FROM told_aggregates;
SELECT vieworm_verify('told_rows'), vieworm_repair('told_groups') - 'milliseconds';
SELECT vieworm_refresh('told_aggregates') - 'milliseconds';
SET ROLE regress_writer;
UPDATE t SET v = 2;
RESET ROLE;
SELECT * FROM told_rows;
SELECT vieworm_explain('told_rows') IS NOT NULL AS explained LIMIT 1;
SELECT rolname FROM pg_roles WHERE rolname LIKE 'regress%' AND rolsuper;

-- What he hangs on his own store runs as him, too, or the write is refused.
DELETE FROM t;
SET ROLE regress_evil;
CREATE FUNCTION tell_trigger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE INFO '% %: %', TG_WHEN, TG_OP, test.tell(0);
  RETURN coalesce(NEW, OLD);
END $$;
CREATE FUNCTION tell_check(told text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN RAISE INFO 'check: %', test.tell(0); RETURN true; END $$;
SELECT vieworm_drop('told_rows'), vieworm_drop('told_groups'), vieworm_drop('told_aggregates');
SELECT vieworm_create('told_rows', 'SELECT id, g AS told FROM t WHERE id < 5', '{"refresh": {"on": "statement"}}') -> 'refresh' -> 'mode';
CREATE TRIGGER before_it BEFORE INSERT OR DELETE ON vieworm.told_rows_store FOR EACH ROW EXECUTE FUNCTION tell_trigger();
CREATE TRIGGER after_it AFTER INSERT ON vieworm.told_rows_store FOR EACH ROW EXECUTE FUNCTION tell_trigger();
ALTER TABLE vieworm.told_rows_store ADD CHECK (test.tell_check(told)) NOT VALID;
RESET ROLE;
INSERT INTO t VALUES (1, 'y', 1);
DELETE FROM t;
SHOW search_path;
SET ROLE regress_evil;
CREATE CONSTRAINT TRIGGER later AFTER INSERT ON vieworm.told_rows_store DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tell_trigger();
RESET ROLE;
SELECT attempt($$ INSERT INTO t VALUES (1, 'z', 1) $$);
SELECT vieworm_drop('told_rows');

-- The owner of a source and of its types gets nothing from a superuser's view: what he calls a cast
-- is not called where the definition has none.
SET ROLE regress_evil;
CREATE TYPE pair AS (a int, b text);
CREATE TYPE mood AS ENUM ('low', 'high');
CREATE TYPE span AS RANGE (subtype = numeric);
CREATE FUNCTION as_text(value pair) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'as %', current_user; RETURN 'x'; END $$;
CREATE FUNCTION as_text(value pair[]) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'as %', current_user; RETURN 'x'; END $$;
CREATE FUNCTION as_text(value span) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'as %', current_user; RETURN 'x'; END $$;
CREATE FUNCTION as_text(value mood) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'as %', current_user; RETURN 'x'; END $$;
CREATE FUNCTION as_json(value mood) RETURNS json LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'as %', current_user; RETURN '1'; END $$;
CREATE FUNCTION as_json(value pair) RETURNS json LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'as %', current_user; RETURN '1'; END $$;
CREATE FUNCTION as_pair(value text) RETURNS pair LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'as %', current_user; RETURN NULL; END $$;
CREATE FUNCTION as_span(value text) RETURNS span LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'as %', current_user; RETURN NULL; END $$;
CREATE CAST (pair AS text) WITH FUNCTION as_text(pair) AS ASSIGNMENT;
CREATE CAST (pair[] AS text) WITH FUNCTION as_text(pair[]);
CREATE CAST (span AS text) WITH FUNCTION as_text(span);
CREATE CAST (mood AS text) WITH FUNCTION as_text(mood) AS ASSIGNMENT;
CREATE CAST (mood AS json) WITH FUNCTION as_json(mood);
CREATE CAST (pair AS json) WITH FUNCTION as_json(pair);
CREATE CAST (text AS pair) WITH FUNCTION as_pair(text);
CREATE CAST (text AS span) WITH FUNCTION as_span(text);
CREATE TABLE theirs (id int PRIMARY KEY, p pair, ps pair[], s span, m mood DEFAULT 'low');
INSERT INTO theirs VALUES (1, ROW(1, 'a'), ARRAY[ROW(1, '"')]::pair[], '[1.0,2)', 'high'), (2, ROW(NULL, NULL), '{}', 'empty', NULL);
INSERT INTO theirs VALUES (3, NULL, NULL, NULL, NULL);
RESET ROLE;
SELECT vieworm_create('stored', 'SELECT * FROM theirs', '{"method": "table"}') -> 'refresh' -> 'mode';
SELECT vieworm_create('followed', 'SELECT * FROM theirs', '{"refresh": {"on": "statement"}}') -> 'refresh' -> 'mode';
SELECT vieworm_create('moods', 'SELECT m, count(*) AS n, max(ps) AS most FROM theirs GROUP BY m', '{"refresh": {"on": "statement"}}') -> 'refresh' -> 'mode';
SET ROLE regress_evil;
INSERT INTO theirs SELECT id + 10, ROW(id, 'new')::pair, ps, s, 'high' FROM theirs;
UPDATE theirs SET s = '[1.00,2)' WHERE id = 1;
DELETE FROM theirs WHERE id = 13;
RESET ROLE;
SELECT vieworm_verify('stored') #> '{samples,0}';
SELECT vieworm_refresh('stored') - 'milliseconds';
SELECT vieworm_refresh('stored') - 'milliseconds';
SELECT * FROM stored ORDER BY id;
SELECT vieworm_verify(name), vieworm_repair(name) - 'milliseconds' FROM unnest('{stored,followed,moods}'::text[]) AS name;
SELECT * FROM moods ORDER BY m;
SELECT vieworm_drop(name) FROM unnest('{stored,followed,moods}'::text[]) AS name;

-- Nor does a CHECK of a domain, where values are only carried over.
SET ROLE regress_evil;
CREATE FUNCTION is_fine(value numeric) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'CHECK as %', current_user; RETURN true; END $$;
CREATE DOMAIN checked AS numeric CHECK (is_fine(VALUE));
CREATE TYPE with_checked AS (c checked);
CREATE TABLE of_domain (n checked, w with_checked, a checked[]);
SET client_min_messages = error;
INSERT INTO of_domain VALUES (1.50, ROW(1.5), ARRAY[2.5, 2.50]), (NULL, NULL, NULL);
RESET client_min_messages;
RESET ROLE;
SELECT vieworm_create('checked_rows', 'SELECT n, w, a FROM of_domain', '{"method": "table"}') -> 'refresh' -> 'mode';
SET ROLE regress_evil;
SET client_min_messages = error;
INSERT INTO of_domain VALUES (1.5, ROW(1.50), ARRAY[2.5]), (NULL, NULL, NULL);
RESET client_min_messages;
RESET ROLE;
SELECT vieworm_refresh('checked_rows') - 'milliseconds';
SELECT vieworm_refresh('checked_rows') - 'milliseconds';
SELECT vieworm_verify('checked_rows') - 'samples';
SELECT * FROM checked_rows ORDER BY n::text, w::text;
SELECT vieworm_drop('checked_rows');

-- Row-level security: what the owner of the view may not see does not come in by a command that does
-- several things at once.
TRUNCATE t;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON t FOR SELECT TO regress_keeper USING (g = 'keeper');
SET ROLE regress_keeper;
SELECT attempt($$ SELECT vieworm_create('seen', 'SELECT id, g FROM t', '{"refresh": {"on": "statement", "mode": "incremental"}}') $$);
SELECT vieworm_create('seen', 'SELECT id, g FROM t', '{"refresh": {"on": "statement"}}') -> 'reason';
RESET ROLE;
WITH new AS (INSERT INTO t VALUES (1, 'keeper', 1), (2, 'other', 2)), more AS (INSERT INTO u VALUES ('keeper', 4), ('other', 5))
  SELECT 1;
MERGE INTO t USING u ON t.id = u.v WHEN MATCHED THEN UPDATE SET g = u.g WHEN NOT MATCHED THEN INSERT VALUES (u.v, coalesce(u.g, 'none'), 0);
WITH gone AS (DELETE FROM t WHERE id = 4 RETURNING *), changed AS (UPDATE t SET g = 'other' WHERE id = 31)
  INSERT INTO t SELECT id + 50, g, v FROM gone UNION ALL SELECT 60, 'other', 1;
SET row_security = off;
SELECT vieworm_refresh('seen') - 'milliseconds';
RESET row_security;
SELECT * FROM seen ORDER BY id;
SELECT vieworm_verify('seen') - 'samples';
SELECT vieworm_drop('seen');
DROP POLICY mine ON t;
ALTER TABLE t DISABLE ROW LEVEL SECURITY;

-- The views of others: what may be looked at, and what not.
SET ROLE regress_keeper;
SELECT vieworm_create('kept_one', 'SELECT g, count(*) AS n FROM t GROUP BY g', '{"refresh": {"on": "statement"}}') -> 'created';
GRANT SELECT ON kept_one TO regress_evil;
SET ROLE regress_evil;
SELECT attempt(format('SELECT vieworm_%s(''kept_one'')', function)) FROM unnest('{verify,repair,pause,resume,refresh,drop}'::text[]) AS function;
SELECT attempt('SELECT * FROM vieworm_explain(''kept_one'')');
SELECT attempt($$ SELECT vieworm_create('kept_one', 'SELECT 1 AS a', '{"or_replace": true}') $$);
SELECT attempt('ALTER VIEW kept_one RENAME TO mine'), attempt('DROP VIEW kept_one'), attempt('DROP TABLE vieworm.kept_one_store CASCADE');
SELECT attempt('DELETE FROM vieworm.kept_one_store'), attempt('CREATE INDEX ON vieworm.kept_one_store (n)'), attempt('DROP TRIGGER kept_one_store_insert ON t');
SELECT attempt($$ SELECT * FROM vieworm_compile('{"name": "x", "definition": "SELECT * FROM pg_authid", "method": "table"}') $$);
SELECT attempt($$ SELECT vieworm_create('x', 'SELECT rolpassword FROM pg_authid', '{"method": "table"}') $$);

-- A drop without cascade is refused; one with it is PostgreSQL's own, which takes what depends on the view.
SELECT vieworm_create('below', 'SELECT 1 AS a', '{"method": "table"}') -> 'created';
GRANT SELECT ON below TO regress_keeper;
SET ROLE regress_keeper;
SELECT vieworm_create('above', 'SELECT a FROM below', '{"method": "table"}') -> 'created';
CREATE VIEW plain_above AS SELECT a FROM below;
SET ROLE regress_evil;
SELECT attempt($$ SELECT vieworm_drop('below') $$);
SELECT attempt($$ SELECT vieworm_drop('below', cascade => true) $$);
SELECT to_regclass('below') IS NOT NULL AS below, to_regclass('above') IS NOT NULL AS above, to_regclass('plain_above') IS NOT NULL AS plain_above;
RESET ROLE;
SELECT name FROM vieworm_views ORDER BY name;

SET client_min_messages = warning;
DROP SCHEMA hostile CASCADE;
DROP OWNED BY regress_keeper, regress_evil, regress_writer CASCADE;
DROP ROLE regress_keeper, regress_evil, regress_writer;
\i sql/include/teardown.sql
