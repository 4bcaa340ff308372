#!/bin/sh
# What takes longer than a few seconds says how far it is.
cd "$(dirname "$0")/../.." || exit 1
. scripts/lib/packages.sh
. scripts/lib/cluster.sh
. tests/postgres/lib.sh

directory=$(mktemp -d)
trap 'cluster_stop "$directory"' EXIT
trap 'exit 130' HUP INT TERM
cluster_start "$directory" || exit 1

# Three seconds and a half to read it. The function is as immutable as a maintained view needs it.
sql postgres "
  SET client_min_messages = warning;
  CREATE EXTENSION vieworm;
  CREATE TABLE sale (id int PRIMARY KEY, coins int);
  INSERT INTO sale SELECT i, i FROM generate_series(1, 17) AS i;
  CREATE FUNCTION slowly(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS \$\$
    BEGIN PERFORM pg_catalog.pg_sleep(0.2); RETURN \$1 % 3; END \$\$;
  CREATE TABLE quick (id int);
  SELECT vieworm_create('fast', 'SELECT id FROM quick', '{\"method\": \"table\"}');" >/dev/null

slow="SELECT slowly(coins) AS g, count(*) AS n FROM sale GROUP BY 1"
# run NAME STATEMENT...: one after another in a session of their own; what it says is in a file.
run() {
  file="$directory/$1"
  shift
  for statement in "$@"; do set -- "$@" -c "$statement"; shift; done
  psql -Xq -d postgres "$@" >"$file" 2>&1 &
}
run create_native "SELECT vieworm_create('native', '$slow', '{\"method\": \"materialized\"}')"
run create_table "SELECT vieworm_create('stored', '$slow', '{\"method\": \"table\"}')"
run create_maintained "SELECT vieworm_create('live', '$slow', '{\"refresh\": {\"on\": \"statement\"}}')"
wait
run refresh_native "SELECT vieworm_refresh('native')"
run refresh_table "SELECT vieworm_refresh('stored')"
run repair "SELECT vieworm_repair('live')"
wait
run verify "SELECT vieworm_verify('live')"
run refresh_all "SELECT vieworm_refresh_all()"
run afterwards "SET statement_timeout = '1s'" "SELECT vieworm_refresh('stored')" "SET statement_timeout = 0" \
  "SELECT slowly(coins) FROM sale"
run not_long "SELECT vieworm_refresh('fast')"
wait

for call in create_native create_table create_maintained refresh_native refresh_table repair verify refresh_all; do
  check "$call tells how many rows it has read" \
    grep -qE '^NOTICE:  view "public[.](native|stored|live)": [0-9]+ rows read in [0-9]+ s$' "$directory/$call" ||
    cat "$directory/$call"
done
for call in afterwards not_long; do
  check "$call: nothing is told" [ "$(grep -c "rows read" "$directory/$call")" = 0 ] || cat "$directory/$call"
done
check "a call that was cancelled has been" grep -q "statement timeout" "$directory/afterwards"

finish
