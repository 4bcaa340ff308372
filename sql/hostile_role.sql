-- What a role tries that has no rights but to connect and to create in a schema of its own. Each attempt
-- is refused, or it has no effect on anybody else: alice's views are right, and she writes, keeps and
-- drops them as if mallory were not there. See docs/security.md, which names the tests of each kind.
\i sql/include/setup.sql
\i sql/include/patterns.sql
SET client_min_messages = warning;
CREATE ROLE regress_alice;
CREATE ROLE regress_mallory;
CREATE SCHEMA mallory AUTHORIZATION regress_mallory;
GRANT USAGE ON SCHEMA test TO PUBLIC;
GRANT CREATE ON SCHEMA test TO regress_alice;
GRANT ALL ON kept TO regress_alice;
SET ROLE regress_alice;
CREATE TABLE t (id int PRIMARY KEY, g text, v int, at timestamptz NOT NULL DEFAULT '2000-01-01');
CREATE TABLE u (g text PRIMARY KEY, name text);
CREATE TABLE w (id int PRIMARY KEY, v int);
CREATE TABLE secret (who name, v int);
INSERT INTO t SELECT i, 'g' || i % 3, i FROM generate_series(1, 6) AS i;
INSERT INTO u VALUES ('g1', 'one'), ('g2', 'two');
INSERT INTO w VALUES (1, 1), (2, 2);
INSERT INTO secret VALUES ('regress_alice', 1), ('regress_mallory', 2);
SELECT keep('plain', 'SELECT id, g FROM test.t', '{"method": "simple", "refresh": null}');
SELECT keep('native', 'SELECT id, g FROM test.t', '{"method": "materialized", "refresh": {"on": "demand"}}');
SELECT keep('stored', 'SELECT id, g FROM test.t', '{"method": "table", "refresh": {"on": "demand", "schedule": "1 hour"}}');
SELECT keep('by_group', 'SELECT g, sum(v) AS s, count(*) AS n FROM test.t GROUP BY g');
SELECT keep('of_rows', 'SELECT id, v + 1 AS v FROM test.t WHERE v > 1');
SELECT keep('joined', 'SELECT t.id, u.name FROM test.t JOIN test.u ON u.g = t.g');
SELECT keep('over', 'SELECT n, count(*) AS groups FROM test.by_group GROUP BY n');
SELECT keep('recent', 'SELECT g, count(*) AS n FROM test.t WHERE at > now() - interval ''36500 days'' GROUP BY g');
SELECT vieworm_create('secrets', 'SELECT v FROM test.secret', '{"method": "table"}') -> 'refresh' -> 'mode' AS secrets;
SELECT vieworm_create('halted', 'SELECT id, v FROM test.w', '{"refresh": {"on": "statement"}}') -> 'refresh' -> 'mode' AS halted;
SELECT vieworm_create('stale_one', 'SELECT v, count(*) AS n FROM test.w GROUP BY v', '{"refresh": {"on": "statement"}}') -> 'refresh' -> 'mode' AS stale_one;
ALTER TABLE w DISABLE TRIGGER stale_one_store_insert;
SELECT vieworm_pause('halted') -> 'paused' AS paused;
RESET ROLE;
-- She tries each statement by itself. Versions of PostgreSQL say in different words that she may not.
CREATE FUNCTION tries(VARIADIC statements text[]) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  statement text;
BEGIN
  FOREACH statement IN ARRAY statements LOOP
    RETURN NEXT statement || ': ' || coalesce(regexp_replace(split_part(test.attempt(statement), E'\n', 1), '^42501 .*', 'not allowed'), 'done');
  END LOOP;
END $$;
-- And each call with each of alice's views.
CREATE FUNCTION tries_with_views(VARIADIC calls text[]) RETURNS SETOF text LANGUAGE sql AS $$
  SELECT call || ': ' || string_agg(DISTINCT coalesce(
    regexp_replace(split_part(test.attempt('SELECT ' || replace(call, '$', quote_literal('test.' || name))), E'\n', 1),
      '(view|relation) "?(test\.)?' || name || '"?', 'view X'), 'done'), '; ')
  FROM unnest(calls) WITH ORDINALITY AS c(call, number), public.vieworm_views AS v
  WHERE v.schema = 'test' GROUP BY number, call ORDER BY number $$;
SELECT remember_catalog();

-- The functions, with views that are not hers.
SET SESSION AUTHORIZATION regress_mallory;
SELECT tries_with_views('vieworm_refresh($)', 'vieworm_refresh($, with_data => false)', 'vieworm_refresh($, concurrently => true)',
  'vieworm.run_scheduled($)', 'vieworm_drop($)', 'vieworm_drop($, cascade => true)', 'vieworm_repair($)', 'vieworm_pause($)', 'vieworm_resume($)',
  'vieworm_verify($)', 'vieworm_create($, ''SELECT 1 AS a'')', 'vieworm_create($, ''SELECT 1 AS a'', ''{"or_replace": true}'')',
  'vieworm_create($, ''SELECT 1 AS a'', ''{"or_replace": true, "if_not_exists": true}'')', 'vieworm_compile(jsonb_build_object(''name'', $, ''definition'', ''SELECT 1 AS a'', ''or_replace'', true))');
SELECT count(*) FROM vieworm_refresh_all();
SELECT count(*) FROM vieworm_run_due();
SELECT count(*) AS told FROM vieworm_views WHERE stale_reason IS NOT NULL OR last_error IS NOT NULL;

-- What is internal: called, read, written, altered, locked.
SELECT tries('SELECT vieworm.maintain()', 'SELECT vieworm.guard_store()', 'SELECT vieworm.mark_restored()', 'SELECT vieworm.after_drop()',
  'SELECT vieworm.after_alter()', 'SELECT vieworm.before_alter_table()', 'SELECT vieworm.before_drop_extension()',
  'SELECT vieworm.double_of_sum(''NaN'', 0)', 'SELECT vieworm.double_of_sum(''1e131071'', -1)', 'SELECT vieworm.real_of_sum(''1e-16383'')',
  'CREATE AGGREGATE mallory.total(float8, boolean) (SFUNC = vieworm.exact_sum_add, STYPE = internal)',
  'CREATE EVENT TRIGGER mine ON sql_drop EXECUTE FUNCTION vieworm.after_drop()',
  'CREATE FUNCTION mallory.maintain() RETURNS trigger LANGUAGE c AS ''$libdir/vieworm'', ''vieworm_maintain''',
  'LOAD ''$libdir/vieworm''', 'ALTER EXTENSION vieworm UPDATE', 'DROP EXTENSION vieworm CASCADE');
SELECT tries('TABLE vieworm.registry', 'INSERT INTO vieworm.registry DEFAULT VALUES', 'UPDATE vieworm.registry SET paused = true', 'TRUNCATE vieworm.registry',
  'TABLE vieworm.programs', 'DELETE FROM vieworm.programs', 'UPDATE public.vieworm_views SET name = NULL',
  'TABLE vieworm.by_group_store', 'TABLE vieworm.by_group_state', 'TABLE vieworm.stored_definition', 'INSERT INTO vieworm.stored_definition VALUES (9)',
  'INSERT INTO vieworm.by_group_store DEFAULT VALUES', 'TRUNCATE vieworm.by_group_store', 'DELETE FROM test.by_group', 'UPDATE test.plain SET id = 1',
  'DELETE FROM vieworm.recent_window', 'COPY vieworm.by_group_store FROM PROGRAM ''true''');
SELECT tries('ALTER TABLE vieworm.by_group_store DISABLE TRIGGER ALL', 'ALTER TABLE vieworm.by_group_store RENAME TO other',
  'ALTER TABLE vieworm.by_group_store OWNER TO regress_mallory', 'ALTER VIEW vieworm.by_group_state SET SCHEMA mallory',
  'CREATE OR REPLACE VIEW vieworm.by_group_state AS SELECT 1', 'CREATE RULE r AS ON INSERT TO vieworm.by_group_store DO INSTEAD NOTHING',
  'CREATE TRIGGER x AFTER INSERT ON test.t EXECUTE FUNCTION vieworm.maintain(''by_group_store'')', 'CREATE INDEX ON vieworm.by_group_store (n)',
  'CREATE TABLE mallory.child () INHERITS (vieworm.by_group_store)', 'CREATE TABLE mallory.child (a int REFERENCES test.t)',
  'COMMENT ON VIEW test.by_group IS ''hers''', 'COMMENT ON TABLE vieworm.by_group_store IS ''hers''', 'GRANT ALL ON vieworm.by_group_store TO regress_mallory',
  'ALTER FUNCTION vieworm.maintain() RENAME TO other', 'CREATE TABLE vieworm.mine (a int)', 'CREATE OR REPLACE FUNCTION public.vieworm_version() RETURNS text LANGUAGE sql AS ''SELECT 1''',
  'ALTER EVENT TRIGGER vieworm_after_drop DISABLE', 'DROP EVENT TRIGGER vieworm_after_drop', 'DROP VIEW test.by_group', 'DROP TABLE test.t CASCADE');
SELECT tries('LOCK TABLE test.t IN ACCESS SHARE MODE', 'LOCK TABLE test.by_group', 'LOCK TABLE vieworm.by_group_store IN SHARE MODE', 'LOCK TABLE vieworm.registry IN ROW SHARE MODE',
  'CLUSTER vieworm.by_group_store', 'REINDEX TABLE vieworm.by_group_store', 'REFRESH MATERIALIZED VIEW test.native');

-- Names, schemas, definitions and options with SQL in them, and views of what she may not read.
SELECT tries($$ SELECT vieworm_create('test.mine', 'SELECT 1 AS a') $$, $$ SELECT vieworm_create('vieworm.mine', 'SELECT 1 AS a') $$, $$ SELECT vieworm_create('pg_catalog.mine', 'SELECT 1 AS a') $$,
  $$ SELECT vieworm_create('mallory.mine', 'SELECT 1 AS a; DROP TABLE test.t') $$, $$ SELECT vieworm_create('mallory.mine', 'WITH d AS (DELETE FROM test.t RETURNING id) SELECT * FROM d') $$,
  $$ SELECT vieworm_create('mallory.mine', 'SELECT 1 AS a', '{"method": "table", "options": {"fillfactor = 90); DROP TABLE test.t; --": 1}}') $$,
  $$ SELECT vieworm_create('mallory.mine', 'SELECT 1 AS a', '{"method": "table", "tablespace": "pg_global; DROP TABLE test.t"}') $$,
  $$ SELECT vieworm_create('mallory.mine', 'SELECT 1 AS a', '{"method": "table", "indexes": [{"columns": ["a"], "where": "true); DROP TABLE test.t; --"}]}') $$,
  $$ SELECT vieworm_create('mallory.mine', 'SELECT v FROM test.secret', '{"method": "table"}') $$, $$ SELECT vieworm_create('mallory.mine', 'SELECT v FROM test.secrets', '{"method": "table"}') $$,
  $$ SELECT vieworm_create('mallory.mine', 'SELECT g FROM test.t', '{"refresh": {"on": "statement"}}') $$, $$ SELECT vieworm_create('mallory.mine', 'SELECT g FROM vieworm.by_group_store', '{"refresh": {"on": "statement"}}') $$,
  $$ SELECT vieworm_create(repeat('[', 100000)) $$, $$ SELECT vieworm_create(repeat('{"a":', 100000)) $$, $$ SELECT vieworm_create('mallory.mine', 'SELECT 1 AS a', '{"refresh": {"schedule": "9223372036854775807 seconds"}}') $$);

-- Other roles, and settings of the session.
SELECT tries('SET ROLE regress_alice', 'SET session_replication_role = replica',
  'ALTER ROLE regress_alice SET search_path = mallory', 'GRANT regress_alice TO regress_mallory', 'REASSIGN OWNED BY regress_alice TO regress_mallory', 'DROP OWNED BY regress_alice');
SELECT tries('SET search_path = mallory, pg_temp', 'SET row_security = off', 'SET array_nulls = off', 'SET check_function_bodies = off', 'SET DateStyle = ''German''', 'SET transform_null_equals = on');
SELECT test.tries_with_views('public.vieworm_refresh($)', 'public.vieworm_drop($)');
RESET ALL;
SET client_min_messages = warning;
SET timezone = 'UTC';
SET search_path = test, public;
RESET SESSION AUTHORIZATION;
SELECT catalog_changes();
CALL run();

-- Triggers of hers that are called as alice's are, on tables of her own: one of each event and kind, on a
-- temporary table, and of rows, on a partition, from which a trigger cannot be dropped. Nor could alice
-- pause, repair or drop her view then.
SET SESSION AUTHORIZATION regress_mallory;
CREATE TABLE mallory.bait (id int, g text, v int, at timestamptz, name text);
CREATE TEMPORARY TABLE bait (LIKE mallory.bait);
CREATE TABLE mallory.part (LIKE mallory.bait);
CREATE TABLE mallory.whole (LIKE mallory.bait) PARTITION BY LIST (id);
CREATE PROCEDURE mallory.put(bait text, store text, level text) LANGUAGE plpgsql AS $$
DECLARE
  event text;
BEGIN
  FOREACH event IN ARRAY '{insert,update,delete}'::text[] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER %s ON %s FOR EACH %s EXECUTE FUNCTION vieworm.maintain(%L)', store || '_' || event, event, bait, level, store);
    CONTINUE WHEN level = 'ROW';
    EXECUTE format('CREATE TRIGGER %I BEFORE %s ON %s FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain(%L)', store || '_begin_' || event, event, bait, store);
  END LOOP;
  IF level <> 'ROW' THEN
    EXECUTE format('CREATE TRIGGER %I AFTER TRUNCATE ON %s EXECUTE FUNCTION vieworm.maintain(%L)', store || '_truncate', bait, store);
  END IF;
END $$;
CALL mallory.put('mallory.bait', 'by_group_store', 'STATEMENT');
CALL mallory.put('mallory.bait', 'joined_store', 'STATEMENT');
CALL mallory.put('pg_temp.bait', 'by_group_store', 'STATEMENT');
CALL mallory.put('mallory.whole', 'by_group_store', 'ROW');
ALTER TABLE mallory.whole ATTACH PARTITION mallory.part FOR VALUES IN (1);
SELECT tries('INSERT INTO mallory.bait VALUES (1, ''g1'', 1, now(), ''x'')', 'UPDATE mallory.bait SET v = 2', 'DELETE FROM mallory.bait', 'TRUNCATE mallory.bait',
  'INSERT INTO pg_temp.bait VALUES (1)', 'TRUNCATE pg_temp.bait', 'INSERT INTO mallory.whole VALUES (1)',
  'CREATE TRIGGER restored BEFORE INSERT ON mallory.part FOR EACH ROW EXECUTE FUNCTION vieworm.mark_restored()', 'INSERT INTO mallory.part VALUES (1)',
  'CREATE TRIGGER forged AFTER INSERT ON mallory.bait EXECUTE FUNCTION vieworm.maintain(''by_group_store'', ''more'')', 'INSERT INTO mallory.bait VALUES (1)');
RESET SESSION AUTHORIZATION;
CALL run();
SET ROLE regress_alice;
SELECT name, stale FROM vieworm_views WHERE schema = 'test' ORDER BY 1;
SELECT vieworm_pause('by_group') -> 'paused', vieworm_resume('by_group') -> 'paused', vieworm_repair('by_group') -> 'deleted', vieworm_refresh('by_group') -> 'mode';
SELECT vieworm_repair('joined') -> 'deleted', vieworm_refresh('recent') -> 'mode';
RESET ROLE;
CALL run('INSERT INTO test.t VALUES (7, ''g1'', 7), (8, ''g9'', NULL)', 'UPDATE test.t SET v = v + 1, g = ''g2'' WHERE id < 3', 'DELETE FROM test.t WHERE id = 4', 'INSERT INTO test.w VALUES (3, 1)');

-- Objects of hers that depend on what alice's views are made of. They went in the way of DROP, even with
-- CASCADE, and of "or_replace".
SET SESSION AUTHORIZATION regress_mallory;
CREATE VIEW mallory.on_store AS SELECT * FROM vieworm.by_group_store;
CREATE VIEW mallory.on_state AS SELECT * FROM vieworm.by_group_state;
CREATE VIEW mallory.on_window AS SELECT * FROM vieworm.recent_window;
CREATE TABLE mallory.of_type (g vieworm.by_group_store, s vieworm.stored_store, d vieworm.joined_definition);
SELECT vieworm_create('mallory.on_stored', 'SELECT * FROM vieworm.stored_store') -> 'created';
SELECT tries('SELECT * FROM mallory.on_store', 'SELECT * FROM mallory.on_state', 'SELECT * FROM mallory.on_stored');
-- The names of alice's stores and indexes are taken.
SELECT vieworm_create('mallory.late', 'SELECT 1 AS a', '{"method": "table", "indexes": [{"columns": ["a"], "name": "late_index"}]}') -> 'created';
RESET SESSION AUTHORIZATION;
CALL run('INSERT INTO test.t VALUES (10, ''g1'', 7)', 'TRUNCATE test.u', 'INSERT INTO test.u VALUES (''g1'', ''again'')', 'ALTER TABLE test.t ADD COLUMN more int', 'ALTER TABLE test.t DROP COLUMN more');
SET ROLE regress_alice;
SELECT vieworm_resume('halted') -> 'inserted' AS inserted, vieworm_repair('stale_one') -> 'inserted' AS repaired;
SELECT vieworm_create('late', 'SELECT id FROM t', '{"method": "table", "indexes": [{"columns": ["id"], "name": "late_index"}]}') -> 'created' AS late;
SELECT vieworm_drop('late');
SELECT vieworm_create('stored', 'SELECT id, g FROM test.t', '{"method": "table", "or_replace": true}') -> 'replaced' AS replaced;
BEGIN;
SELECT vieworm_drop('recent');
SELECT vieworm_drop('joined');
SELECT unnest(vieworm_drop('by_group', cascade => true)) AS dropped ORDER BY 1;
SELECT relname FROM pg_class WHERE relnamespace = 'mallory'::regnamespace AND relkind = 'v' ORDER BY 1;
ROLLBACK;
BEGIN;
DROP TABLE t CASCADE;
ROLLBACK;
RESET ROLE;

-- Functions of hers in what a superuser runs: definitions, indexes and domains; and namesakes of
-- PostgreSQL's functions and operators in her schema, which stands on his search_path.
SET SESSION AUTHORIZATION regress_mallory;
CREATE FUNCTION mallory.attempt(command text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE command;
  RETURN 'done';
EXCEPTION WHEN OTHERS THEN
  RETURN SQLSTATE;
END $$;
CREATE FUNCTION mallory.snoop(v int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF session_user = 'regress_mallory' THEN RETURN v; END IF;
  IF current_user <> 'regress_mallory' OR mallory.attempt('RESET ROLE') = 'done' OR mallory.attempt('SET ROLE regress_alice') = 'done'
      OR mallory.attempt('ALTER ROLE regress_mallory SUPERUSER') = 'done' THEN
    RAISE WARNING 'snoops as %', current_user;
  END IF;
  PERFORM set_config('search_path', 'mallory', false), set_config('row_security', 'off', false);
  RETURN v;
END $$;
CREATE FUNCTION mallory.trap(a int, b int) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'trapped %', current_user; RETURN true; END $$;
CREATE FUNCTION mallory.count(v int) RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'trapped %', current_user; RETURN 1; END $$;
CREATE OPERATOR mallory.= (LEFTARG = int, RIGHTARG = int, FUNCTION = mallory.trap);
CREATE FUNCTION mallory.vieworm_refresh(text) RETURNS jsonb LANGUAGE sql AS $$ SELECT NULL::jsonb $$;
CREATE DOMAIN mallory.snooped AS int CHECK (mallory.snoop(VALUE) > 0);
CREATE TABLE mallory.own (id int PRIMARY KEY, v int);
INSERT INTO mallory.own VALUES (1, 1), (2, 2);
SELECT vieworm_create('mallory.live', 'SELECT mallory.snoop(v) AS v, count(*) AS n FROM mallory.own WHERE v < (''{9}''::mallory.snooped[])[1] GROUP BY 1', '{"refresh": {"on": "statement"}}') -> 'refresh' -> 'mode' AS live;
SELECT vieworm_create('mallory.kept', 'SELECT id, v::mallory.snooped AS v FROM mallory.own', '{"method": "table", "refresh": {"schedule": "1 second"},
  "indexes": [{"columns": [{"expression": "mallory.snoop(id)"}]}]}') -> 'refresh' -> 'mode' AS kept;
SELECT vieworm_create('mallory."a""; DROP TABLE test.t; --"', 'SELECT id, v FROM mallory.own', '{"method": "table", "comment": "''; DROP TABLE test.t; --"}') -> 'created' AS odd;
RESET SESSION AUTHORIZATION;
SET search_path = mallory, pg_catalog;
SELECT pg_catalog.count(*) FROM public.vieworm_refresh_all();
SELECT pg_catalog.pg_sleep(1.1);
SELECT value ->> 'name' AS name, value ->> 'status' AS status FROM public.vieworm_run_due() AS value;
ALTER TABLE mallory.own ADD COLUMN w int;
ALTER TABLE test.t ADD COLUMN w int;
INSERT INTO mallory.own VALUES (3, 3);
INSERT INTO test.t VALUES (11, 'g1', 11);
SELECT public.vieworm_verify('mallory.live') OPERATOR(pg_catalog.->) 'missing' AS missing, public.vieworm_repair('mallory.live') OPERATOR(pg_catalog.->) 'inserted' AS inserted;
VACUUM ANALYZE vieworm.live_store, vieworm.kept_store;
SHOW search_path;
SHOW row_security;
RESET ROLE;
SET search_path = test, public;
SELECT rolsuper FROM pg_roles WHERE rolname = 'regress_mallory';

-- Whose policies count.
SET ROLE regress_alice;
ALTER TABLE secret ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON secret USING (who = current_user);
GRANT SELECT ON secret TO regress_mallory;
SET SESSION AUTHORIZATION regress_mallory;
SELECT vieworm_create('mallory.mine', 'SELECT v FROM test.secret', '{"method": "table"}') -> 'created' AS created;
TABLE mallory.mine;
RESET SESSION AUTHORIZATION;
SET row_security = off;
SELECT vieworm_refresh('mallory.mine') -> 'inserted' AS inserted;
RESET row_security;
TABLE mallory.mine;

-- In the end alice's views are what their definitions say, she writes, and what mallory has goes.
CALL run('INSERT INTO test.t VALUES (20, ''g3'', 20)', 'UPDATE test.t SET v = 0', 'DELETE FROM test.u', 'INSERT INTO test.w VALUES (4, 1)', 'TRUNCATE test.t', 'INSERT INTO test.t SELECT i, ''g'' || i % 4, i FROM generate_series(1, 9) AS i');
SELECT name, stale, stale_reason FROM vieworm_views WHERE schema = 'test' AND stale;
SELECT * FROM difference('halted', 'SELECT id, v FROM test.w');
SELECT * FROM difference('stale_one', 'SELECT v, count(*) AS n FROM test.w GROUP BY v');
SET SESSION AUTHORIZATION regress_mallory;
SET client_min_messages = error;
DROP SCHEMA mallory CASCADE;
RESET SESSION AUTHORIZATION;
CALL run('INSERT INTO test.u VALUES (''g3'', ''last'')');
DROP OWNED BY regress_mallory, regress_alice CASCADE;
DROP ROLE regress_mallory, regress_alice;
RESET client_min_messages;
\i sql/include/teardown.sql
