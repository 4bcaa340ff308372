-- Schedules where pg_cron is not installed: vieworm_run_due.
\i sql/include/setup.sql
CREATE TABLE t (a int);
INSERT INTO t VALUES (1);
CREATE FUNCTION run_due() RETURNS SETOF jsonb LANGUAGE sql AS $$ SELECT r - 'milliseconds' FROM vieworm_run_due() AS r $$;
CREATE FUNCTION make_due(VARIADIC views text[]) RETURNS void LANGUAGE sql AS $$
  UPDATE vieworm.registry SET due_at = now() - interval '1 second' WHERE view::text = ANY (views) $$;

SELECT vieworm_create('hourly', 'SELECT a FROM t', '{"method": "table", "refresh": {"schedule": "1 hour"}}') ->> 'created' AS created;
SELECT quietly($$ SELECT vieworm_create('nightly', 'SELECT a FROM t', '{"method": "materialized",
  "refresh": {"schedule": "0 3 * * mon-fri"}}') $$);
SET client_min_messages = warning;
SELECT vieworm_create('often', 'SELECT a FROM t', '{"method": "table", "refresh": {"schedule": "7 seconds"}}') ->> 'created' AS created;
SELECT vieworm_create('never', 'SELECT a FROM t', '{"method": "table"}') ->> 'created' AS created;
SELECT name, schedule FROM vieworm_views ORDER BY name;
SELECT view, due_at - created_at BETWEEN '59 minutes' AND '61 minutes' AS hour,
       due_at - created_at BETWEEN '5 seconds' AND '9 seconds' AS seconds,
       extract(hour FROM due_at AT TIME ZONE 'UTC') = 3 AND extract(minute FROM due_at) = 0 AS at_three
FROM vieworm.registry ORDER BY view::text;

-- Nothing is due yet; then one is, then all.
SELECT run_due();
INSERT INTO t VALUES (2);
SELECT make_due('hourly');
SELECT run_due();
SELECT run_due();
SELECT due_at > now() + interval '59 minutes' AS later FROM vieworm.registry WHERE view = 'hourly'::regclass;
SELECT make_due('hourly', 'nightly', 'often');
SELECT run_due();

-- A failure is recorded, its work is rolled back, and the others are refreshed.
CREATE TABLE divisor AS SELECT 1 AS d;
SELECT vieworm_create('failing', 'SELECT 1 / d AS q FROM divisor', '{"method": "table", "refresh": {"schedule": "1 hour"}}')
  ->> 'created' AS created;
UPDATE divisor SET d = 0;
INSERT INTO t VALUES (3);
SELECT make_due('failing', 'hourly', 'often');
SELECT run_due();
SELECT name, last_error, last_error_at IS NOT NULL AS at FROM vieworm_views WHERE name IN ('failing', 'hourly') ORDER BY 1;
TABLE failing;
SELECT due_at > now() + interval '59 minutes' AS later FROM vieworm.registry WHERE view = 'failing'::regclass;
-- A success clears the error, also one by hand.
UPDATE divisor SET d = 5;
SELECT quietly($$ SELECT vieworm_refresh('failing') $$);
SELECT last_error, last_error_at FROM vieworm_views WHERE name = 'failing';

-- Only the views that the user may refresh, each as its owner.
CREATE ROLE regress_user;
GRANT USAGE, CREATE ON SCHEMA test TO regress_user;
GRANT SELECT ON t, catalog_before TO regress_user;
SET ROLE regress_user;
SELECT vieworm_create('theirs', 'SELECT a, current_user::text AS me FROM t', '{"method": "table", "refresh": {"schedule": "1 hour"}}')
  ->> 'created' AS created;
RESET ROLE;
SELECT make_due('hourly', 'theirs');
SET ROLE regress_user;
SELECT run_due();
RESET ROLE;
SELECT make_due('theirs');
SELECT run_due();
SELECT DISTINCT me FROM theirs;

-- What a job of pg_cron's calls does not raise either.
UPDATE divisor SET d = 0;
RESET client_min_messages;
SELECT quietly($$ SELECT vieworm.run_scheduled('failing') $$);
SELECT quietly($$ SELECT vieworm.run_scheduled('"test"."hourly"') $$);
SELECT last_error FROM vieworm_views WHERE name = 'failing';

-- Another schedule, none, and one that cannot be read.
SELECT vieworm_create('hourly', 'SELECT a FROM t', '{"method": "table", "or_replace": true, "refresh": {"schedule": "2 hours"}}')
  ->> 'replaced' AS replaced;
SELECT due_at > now() + interval '119 minutes' AS later FROM vieworm.registry WHERE view = 'hourly'::regclass;
-- That alone does not build the view anew.
SELECT store, (SELECT count(*) FROM hourly) FROM vieworm.registry WHERE view = 'hourly'::regclass;
SELECT vieworm_create('hourly', 'SELECT a FROM t', '{"method": "table", "or_replace": true}') ->> 'replaced' AS replaced;
SELECT due_at FROM vieworm.registry WHERE view = 'hourly'::regclass;
SELECT attempt(format($$ SELECT vieworm_create('v', 'SELECT a FROM t',
  '{"method": "table", "refresh": {"schedule": "%s"}}') $$, schedule))
FROM (VALUES ('61 * * * *'), ('every day'), ('* * * *'), ('0 seconds'), ('5 fortnights'), ('')) AS bad(schedule);
SET client_min_messages = warning;
DROP OWNED BY regress_user;
DROP ROLE regress_user;
\i sql/include/teardown.sql
