#!/bin/sh
# Schedules with the real pg_cron: jobs come, change, run and go with their views.
cd "$(dirname "$0")/../.." || exit 1
. scripts/lib/packages.sh
. scripts/lib/cluster.sh
. tests/postgres/lib.sh

directory=$(mktemp -d)
trap 'cluster_stop "$directory"' EXIT
trap 'exit 130' HUP INT TERM
# Jobs run in background workers: they need no password and no pg_hba.conf.
cluster_start "$directory" "shared_preload_libraries = 'pg_cron'" "cron.database_name = 'cron'" \
  "cron.use_background_workers = on" "max_worker_processes = 20" || exit 1
createdb cron
createuser owner
createuser heir
createuser stranger
sql cron "
  CREATE EXTENSION vieworm;
  SELECT vieworm_create('early', 'SELECT 1 AS a', '{\"refresh\": {\"schedule\": \"1 hour\"}}')" \
  >/dev/null 2>&1 || exit 1
check "pg_cron can be installed when a view has a schedule already" \
  sql cron 'CREATE EXTENSION pg_cron'
sql cron "
  DROP MATERIALIZED VIEW early;
  GRANT USAGE ON SCHEMA cron TO owner, heir;
  CREATE SCHEMA shop; GRANT ALL ON SCHEMA shop TO owner, heir, stranger;
  CREATE TABLE shop.sale (item text, coins int); GRANT ALL ON shop.sale TO owner, heir, stranger;
  INSERT INTO shop.sale VALUES ('sword', 5)" >/dev/null || exit 1

jobs() {
  sql cron "SELECT jobname, schedule, username, command FROM cron.job ORDER BY jobname, username"
}
check_jobs() {
  jobs >"$directory/jobs"
  cat >"$directory/expected"
  check "$1" cmp "$directory/jobs" "$directory/expected" || cat "$directory/jobs"
}
as_owner() { sql cron "SET client_min_messages = warning; SET ROLE owner; $1" >/dev/null; }

# create NAME SCHEDULE [OPTIONS]: as owner.
create() {
  as_owner "SELECT vieworm_create('shop.$1', 'SELECT item, sum(coins) AS coins FROM shop.sale GROUP BY item',
    '{\"method\": \"table\", \"or_replace\": true, \"refresh\": {\"schedule\": \"$2\"}${3:-}}')"
}

create minutely '* * * * *'
check_jobs "a view gets a job that runs as its owner" <<'END'
vieworm: shop.minutely|* * * * *|owner|SELECT vieworm.run_scheduled('"shop"."minutely"')
END
minutely_started=$(date +%s)

create changing '1 hour'
create changing '30 minutes'
check_jobs "another schedule changes the job" <<'END'
vieworm: shop.changing|*/30 * * * *|owner|SELECT vieworm.run_scheduled('"shop"."changing"')
vieworm: shop.minutely|* * * * *|owner|SELECT vieworm.run_scheduled('"shop"."minutely"')
END

create changing '90 minutes'
check_jobs "what pg_cron cannot say is left to a dispatcher" <<'END'
vieworm: run due|* * * * *|owner|SELECT "public"."vieworm_run_due"()
vieworm: shop.minutely|* * * * *|owner|SELECT vieworm.run_scheduled('"shop"."minutely"')
END

create second '7 minutes'
as_owner "SELECT vieworm_drop('shop.changing')"
check_jobs "the dispatcher stays while one view needs it" <<'END'
vieworm: run due|* * * * *|owner|SELECT "public"."vieworm_run_due"()
vieworm: shop.minutely|* * * * *|owner|SELECT vieworm.run_scheduled('"shop"."minutely"')
END
as_owner 'DROP VIEW shop.second'
check_jobs "plain DROP VIEW takes the dispatcher along with the last view that needs it" <<'END'
vieworm: shop.minutely|* * * * *|owner|SELECT vieworm.run_scheduled('"shop"."minutely"')
END

create other '@weekly' 2>/dev/null
create other '1 week'
as_owner 'ALTER VIEW shop.other RENAME TO "Odd Name"'
check_jobs "renaming a view renames its job" <<'END'
vieworm: shop.Odd Name|0 0 * * 0|owner|SELECT vieworm.run_scheduled('"shop"."Odd Name"')
vieworm: shop.minutely|* * * * *|owner|SELECT vieworm.run_scheduled('"shop"."minutely"')
END
sql cron 'CREATE SCHEMA attic AUTHORIZATION owner; ALTER VIEW shop."Odd Name" SET SCHEMA attic;
          ALTER SCHEMA attic RENAME TO cellar'
check_jobs "so do SET SCHEMA and renaming the schema" <<'END'
vieworm: cellar.Odd Name|0 0 * * 0|owner|SELECT vieworm.run_scheduled('"cellar"."Odd Name"')
vieworm: shop.minutely|* * * * *|owner|SELECT vieworm.run_scheduled('"shop"."minutely"')
END
sql cron 'ALTER VIEW cellar."Odd Name" OWNER TO heir'
check_jobs "the new owner of a view gets the job" <<'END'
vieworm: cellar.Odd Name|0 0 * * 0|heir|SELECT vieworm.run_scheduled('"cellar"."Odd Name"')
vieworm: shop.minutely|* * * * *|owner|SELECT vieworm.run_scheduled('"shop"."minutely"')
END
sql cron 'DROP SCHEMA cellar CASCADE' 2>/dev/null
check_jobs "DROP SCHEMA CASCADE takes jobs along" <<'END'
vieworm: shop.minutely|* * * * *|owner|SELECT vieworm.run_scheduled('"shop"."minutely"')
END

long=$(printf 'n%.0s' $(seq 60))
create "${long}aa" '1 hour'
create "${long}bb" '1 hour'
check "views with long names have jobs of their own" \
  [ "$(sql cron "SELECT count(*) FROM cron.job WHERE jobname LIKE '%nnn%'")" = 2 ]
as_owner "SELECT vieworm_drop('shop.${long}aa'), vieworm_drop('shop.${long}bb')"
check "and take them along" \
  [ "$(sql cron "SELECT count(*) FROM cron.job WHERE jobname LIKE '%nnn%'")" = 0 ]

check "an owner without pg_cron is refused" refused cron 42501 "
  SET ROLE stranger; SELECT vieworm_create('shop.mine', 'SELECT 1 AS a',
    '{\"method\": \"table\", \"refresh\": {\"schedule\": \"1 hour\"}}')"
check "and nothing is left of the view" [ "$(sql cron "SELECT to_regclass('shop.mine') IS NULL")" = t ]
# Whoever removed a job of his own kept the superuser from taking pg_cron from him, and then all from
# their DDL; and made all wait while he refreshed the view.
create dropped '1 hour'
as_owner "SELECT cron.unschedule('vieworm: shop.dropped')"
(sql cron "SET ROLE owner; BEGIN; SELECT vieworm_refresh('shop.dropped'); SELECT pg_sleep(4); COMMIT" >/dev/null) &
sleep 1
check "a view that is being refreshed, and has lost its job, makes nobody's DDL wait" \
  sql cron "SET statement_timeout = '2s'; SET ROLE heir; CREATE TABLE shop.heirs (a int); DROP TABLE shop.heirs"
wait $!
as_owner "SELECT cron.unschedule(jobid) FROM cron.job WHERE jobname = 'vieworm: shop.dropped'"
check "the right to use pg_cron can be taken from who has removed his job" \
  sql cron "SET client_min_messages = error; REVOKE USAGE ON SCHEMA cron FROM owner"
check "and stops nobody's DDL" sql cron "SET ROLE heir; CREATE TABLE shop.heirs (a int); DROP TABLE shop.heirs"
sql cron "GRANT USAGE ON SCHEMA cron TO owner; CREATE TABLE shop.any (a int); DROP TABLE shop.any"
check "the job comes back with the right" \
  [ "$(sql cron "SELECT count(*) FROM cron.job WHERE jobname = 'vieworm: shop.dropped' AND username = 'owner'")" = 1 ]
as_owner "SELECT vieworm_drop('shop.dropped')"

check "a schedule that is too fine is refused" refused cron 0A000 "
  SET ROLE owner; SELECT vieworm_create('shop.fine', 'SELECT 1 AS a',
    '{\"method\": \"table\", \"refresh\": {\"schedule\": \"90 seconds\"}}')"

# For real: rows arrive after the first fill, and one of the jobs brings them into the view. The
# failing one records its error.
sql cron "CREATE TABLE shop.divisor AS SELECT 1 AS d; GRANT SELECT ON shop.divisor TO owner"
as_owner "SELECT vieworm_create('shop.failing', 'SELECT 1 / d AS q FROM shop.divisor',
  '{\"method\": \"table\", \"refresh\": {\"schedule\": \"* * * * *\"}}')"
create dispatched '7 minutes'
sql cron "INSERT INTO shop.sale VALUES ('shield', 7); UPDATE shop.divisor SET d = 0;
          UPDATE vieworm.registry SET due_at = now() WHERE view = 'shop.dispatched'::regclass"
sql cron "SELECT extversion::numeric >= 1.5 FROM (SELECT split_part(extversion, '-', 1) AS extversion
          FROM pg_extension WHERE extname = 'pg_cron') AS v" >"$directory/seconds"
if grep -q t "$directory/seconds"; then
  create secondly '2 seconds'
  sql cron "INSERT INTO shop.sale VALUES ('bow', 1)"
  wanted=3
else
  wanted=2
fi
deadline=$(($(date +%s) + 130))
until [ "$(sql cron "
  SELECT (SELECT count(*) FROM shop.minutely) = $wanted AND (SELECT count(*) FROM shop.dispatched) = $wanted
         AND EXISTS (SELECT FROM vieworm_views WHERE name = 'failing' AND last_error IS NOT NULL)")" = t ]; do
  [ "$(date +%s)" -lt $deadline ] || break
  sleep 1
done
echo "# waited $(($(date +%s) - minutely_started)) s for the jobs"
check "a job of its own refreshes a view" [ "$(sql cron "SELECT count(*) FROM shop.minutely")" = $wanted ]
check "the dispatcher refreshes a view" [ "$(sql cron "SELECT count(*) FROM shop.dispatched")" = $wanted ]
check "a failing refresh is recorded" [ "$(sql cron "
  SELECT last_error, last_error_at IS NOT NULL FROM vieworm_views WHERE name = 'failing'")" \
  = "division by zero|t" ]
check "and leaves the view's rows" [ "$(sql cron "SELECT q FROM shop.failing")" = 1 ]
check "the jobs ran as the owner, and pg_cron calls them succeeded" [ "$(sql cron "
  SELECT DISTINCT username, status FROM cron.job_run_details
  WHERE status NOT IN ('starting', 'running', 'sending')")" = "owner|succeeded" ]
if grep -q t "$directory/seconds"; then
  check "a job by seconds refreshes a view" [ "$(sql cron "SELECT count(*) FROM shop.secondly")" = 3 ]
fi

sql cron "DROP EXTENSION vieworm CASCADE" 2>/dev/null
check_jobs "DROP EXTENSION CASCADE leaves no job" </dev/null
finish
