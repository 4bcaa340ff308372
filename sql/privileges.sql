-- Who may do what, and as whom the definition runs.
\i sql/include/setup.sql
CREATE ROLE regress_alice;
CREATE ROLE regress_bob;
CREATE ROLE regress_team;
CREATE ROLE regress_super SUPERUSER;
GRANT regress_team TO regress_alice;
GRANT USAGE ON SCHEMA test TO PUBLIC;
GRANT CREATE ON SCHEMA test TO regress_alice;
CREATE TABLE t (a int, who text);
INSERT INTO t VALUES (1, 'x');
GRANT SELECT ON t TO regress_alice;

-- CREATE on the schema to create, SELECT on the sources to fill.
SET ROLE regress_bob;
SELECT attempt($$ SELECT vieworm_create('v', 'SELECT a FROM t', '{"method": "table"}') $$);
SELECT attempt($$ SELECT vieworm_create('v', 'SELECT a FROM t', '{"method": "materialized"}') $$);
SELECT attempt($$ SELECT vieworm_create('v', 'SELECT a FROM t') $$);
RESET ROLE;
GRANT CREATE ON SCHEMA test TO regress_bob;
SET ROLE regress_bob;
SELECT attempt($$ SELECT vieworm_create('v', 'SELECT a FROM t', '{"method": "table"}') $$);
SELECT attempt('CREATE TABLE vieworm.mine (a int)');
SELECT attempt('INSERT INTO vieworm.registry DEFAULT VALUES');
SELECT attempt('DELETE FROM vieworm.registry');
SELECT attempt('TRUNCATE vieworm.registry');

SET ROLE regress_alice;
SELECT vieworm_create('v', 'SELECT a, current_user::text AS me, session_user <> current_user AS switched FROM t',
  '{"method": "table"}') ->> 'created' AS created;
SELECT vieworm_create('n', 'SELECT a, current_user::text AS me FROM t', '{"method": "materialized",
  "indexes": [{"columns": ["a"], "unique": true}]}') ->> 'created' AS created;
SELECT relname, pg_get_userbyid(relowner) FROM pg_class
WHERE relname IN ('v', 'n', 'v_store', 'v_definition') ORDER BY 1;

-- Others may not read, refresh, replace or drop.
SET ROLE regress_bob;
SELECT attempt('SELECT * FROM v');
SELECT attempt('SELECT * FROM vieworm.v_store');
SELECT attempt($$ SELECT vieworm_refresh('v') $$);
SELECT attempt($$ SELECT vieworm_refresh('n') $$);
SELECT attempt($$ SELECT vieworm.run_scheduled('v') $$);
SELECT attempt($$ SELECT vieworm_create('v', 'SELECT 1 AS a', '{"or_replace": true}') $$);
SELECT attempt($$ SELECT vieworm_drop('v') $$);
SELECT attempt('DELETE FROM vieworm.v_store');
SELECT attempt('DROP EXTENSION vieworm CASCADE');
SELECT count(*) FROM vieworm_refresh_all();
-- vieworm_views is for all.
SELECT name FROM vieworm_views ORDER BY 1;
-- SELECT on the face is enough to read it.
SET ROLE regress_alice;
GRANT SELECT ON v TO regress_bob;
SET ROLE regress_bob;
SELECT a, me FROM v;

-- A superuser, and a member of the owner's role, refresh and replace as the owner.
RESET ROLE;
SELECT quietly($$ SELECT vieworm_refresh('v') $$);
SELECT quietly($$ SELECT vieworm_refresh('n', concurrently => true) $$);
SELECT a, me FROM v UNION ALL SELECT a, me FROM n;
SELECT vieworm_create('v', 'SELECT a, current_user::text AS me, true AS switched, 1 AS more FROM t',
  '{"method": "table", "or_replace": true}') ->> 'replaced' AS replaced;
SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'v'::regclass;
SELECT me FROM v;
ALTER VIEW v OWNER TO regress_team;
SELECT relname, pg_get_userbyid(relowner) FROM pg_class WHERE relname ~ '^v(_store|_definition)' ORDER BY 1;
SET ROLE regress_alice;
-- The team may not read t.
SELECT attempt($$ SELECT vieworm_refresh('v') $$);
RESET ROLE;
GRANT SELECT ON t TO regress_team;
SET ROLE regress_alice;
SELECT quietly($$ SELECT vieworm_refresh('v') $$);
SELECT me FROM v;
ALTER VIEW v OWNER TO regress_team;
SELECT vieworm_drop('v'), vieworm_drop('n');

-- A definition of bob's cannot act as the superuser who refreshes it.
SET ROLE regress_bob;
CREATE FUNCTION evil() RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  BEGIN
    EXECUTE 'ALTER ROLE regress_bob SUPERUSER';
    RETURN 'gotcha';
  EXCEPTION WHEN OTHERS THEN NULL; END;
  BEGIN
    EXECUTE 'SET ROLE regress_super';
    RETURN 'gotcha';
  EXCEPTION WHEN OTHERS THEN NULL; END;
  BEGIN
    EXECUTE 'RESET SESSION AUTHORIZATION';
    RETURN 'gotcha';
  EXCEPTION WHEN OTHERS THEN NULL; END;
  BEGIN
    EXECUTE 'CREATE TEMPORARY TABLE trap (a int)';
    RETURN 'gotcha';
  EXCEPTION WHEN OTHERS THEN NULL; END;
  RETURN current_user || ' ' || current_setting('search_path') || ' ' || current_setting('row_security');
END $$;
GRANT EXECUTE ON FUNCTION evil() TO PUBLIC;
SELECT vieworm_create('trap', 'SELECT test.evil() AS e', '{"method": "table", "with_data": false,
  "indexes": [{"columns": ["e"]}]}') ->> 'created' AS created;
SELECT vieworm_create('trap_native', 'SELECT test.evil() AS e', '{"method": "materialized", "with_data": false}')
  ->> 'created' AS created;
-- Nor can a trigger on the store, fired now or at commit.
CREATE FUNCTION evil_trigger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE NOTICE 'trigger: %', test.evil();
  RETURN NEW;
END $$;
CREATE TRIGGER evil BEFORE INSERT ON vieworm.trap_store FOR EACH ROW EXECUTE FUNCTION evil_trigger();
RESET ROLE;
SELECT quietly($$ SELECT public.vieworm_refresh('test.trap') $$);
SELECT quietly($$ SELECT public.vieworm_refresh('test.trap_native') $$);
SELECT e FROM trap UNION ALL SELECT e FROM trap_native;
SELECT rolname, rolsuper FROM pg_roles WHERE rolname = 'regress_bob';
SET ROLE regress_bob;
CREATE CONSTRAINT TRIGGER later AFTER INSERT OR DELETE ON vieworm.trap_store
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION evil_trigger();
RESET ROLE;
SELECT attempt($$ SELECT vieworm_refresh('trap', with_data => false) $$);
-- Nor an index that vieworm builds for it, nor a default of a type.
SET ROLE regress_bob;
DROP TRIGGER later ON vieworm.trap_store;
CREATE FUNCTION evil_key(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN test.evil(); END $$;
SELECT vieworm_create('trap', 'SELECT ''x''::text AS e', '{"method": "table", "or_replace": true,
  "indexes": [{"columns": [{"expression": "test.evil_key(e)"}]}]}') ->> 'replaced' AS replaced;
RESET ROLE;
SELECT quietly($$ SELECT vieworm_refresh('trap') $$);
SELECT quietly($$ SELECT vieworm_refresh('trap', with_data => false) $$);
SELECT quietly($$ SELECT vieworm_refresh('trap') $$);
SELECT rolname, rolsuper FROM pg_roles WHERE rolname = 'regress_bob';

-- Row-level security is the owner's, whoever refreshes and with whatever settings.
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON t USING (who = current_user);
INSERT INTO t VALUES (2, 'regress_alice'), (3, 'regress_bob');
SET ROLE regress_alice;
SELECT vieworm_create('secure', 'SELECT a FROM t', '{"method": "table"}') ->> 'created' AS created;
TABLE secure;
RESET ROLE;
INSERT INTO t VALUES (4, 'regress_alice'), (5, 'postgres');
SET row_security = off;
SELECT quietly($$ SELECT vieworm_refresh('secure') $$);
RESET row_security;
SELECT * FROM secure ORDER BY 1;

-- In a function with SECURITY DEFINER, the definer is the caller.
CREATE FUNCTION refresh_for_all() RETURNS jsonb LANGUAGE sql SECURITY DEFINER SET search_path = test, public
  AS $$ SELECT vieworm_refresh('secure') - 'milliseconds' $$;
ALTER FUNCTION refresh_for_all() OWNER TO regress_alice;
SET ROLE regress_bob;
SELECT refresh_for_all();
RESET ROLE;
SET client_min_messages = warning;
DROP OWNED BY regress_alice, regress_bob, regress_team;
DROP ROLE regress_alice, regress_bob, regress_team, regress_super;
\i sql/include/teardown.sql
