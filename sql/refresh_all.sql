-- vieworm_refresh_all and vieworm_run_due: one view that fails is reported, and all others refreshed.
\i sql/include/setup.sql
SET client_min_messages = warning;
CREATE TABLE t (id int PRIMARY KEY, v int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE FUNCTION picky(v int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF v > 5 THEN RAISE EXCEPTION 'too much'; END IF;
  RETURN v;
END $$;
-- It says what a cancelled query says, which no other view is to pay for.
CREATE FUNCTION mean(v int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF v > 5 THEN RAISE EXCEPTION 'cancelled' USING ERRCODE = 'query_canceled'; END IF;
  RETURN v;
END $$;
SELECT vieworm_create('a_broken', 'SELECT id, 10 / (9 - v) AS q FROM t', '{"method": "table", "refresh": {"schedule": "1 second"}}') -> 'created';
SELECT vieworm_create('b_picky', 'SELECT id, picky(v) AS v FROM t', '{"method": "materialized", "refresh": {"schedule": "1 second"}}') -> 'created';
SELECT vieworm_create('c_mean', 'SELECT id, mean(v) AS v FROM t', '{"method": "table", "refresh": {"schedule": "1 second"}}') -> 'created';
SELECT vieworm_create('d_above', 'SELECT count(*) AS n FROM a_broken', '{"method": "table", "refresh": {"schedule": "1 second"}}') -> 'created';
SELECT vieworm_create('e_right', 'SELECT id FROM t', '{"method": "table", "refresh": {"schedule": "1 second"}}') -> 'created';
INSERT INTO t VALUES (3, 9);
SELECT r ->> 'name' AS name, r ->> 'inserted' AS inserted, r ->> 'error' AS error FROM vieworm_refresh_all() AS r;
SELECT name, last_error, (SELECT count(*) FROM e_right) AS right_rows FROM vieworm_views ORDER BY 1;
INSERT INTO t VALUES (4, 4);
SELECT pg_sleep(1.1);
SELECT r ->> 'name' AS name, r ->> 'status' AS status, r ->> 'error' AS error FROM vieworm_run_due() AS r;
SELECT count(*) FROM e_right;
UPDATE t SET v = 4 WHERE v = 9;
SELECT r ->> 'name' AS name, r ->> 'error' AS error FROM vieworm_refresh_all() AS r;
SELECT name, last_error FROM vieworm_views WHERE last_error IS NOT NULL;
-- What is asked of all views and fits not all is refused as a whole.
SELECT attempt($$ SELECT vieworm_refresh_all('{"mode": "incremental"}') $$);
-- A query that is cancelled in earnest ends.
CREATE FUNCTION slow(v int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM pg_sleep(30); RETURN v; END $$;
SELECT vieworm_create('f_slow', 'SELECT id, slow(v) AS v FROM t', '{"method": "table", "with_data": false}') -> 'created';
SET statement_timeout = '300ms';
SELECT count(*) FROM vieworm_refresh_all();
RESET statement_timeout;
\i sql/include/teardown.sql
