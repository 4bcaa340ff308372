#!/bin/sh
# sqlsmith's random SELECTs as definitions: each is refused, maintained right, or refreshed in full,
# and none of them crashes the server, fails a statement on a table, or leaves anything behind.
# odd_definitions.sh [COUNT [SEED]]: 100 by default, and a seed from the clock.
cd "$(dirname "$0")/../.." || exit 1
. scripts/lib/packages.sh
. scripts/lib/cluster.sh
. tests/postgres/lib.sh

count=${1:-100}
seed=${2:-$(date +%s)}

directory=$(mktemp -d)
trap 'cluster_stop "$directory"' EXIT
trap 'exit 130' HUP INT TERM
cluster_start "$directory" || exit 1

# sqlsmith sees a database of its own, where there is nothing but the tables.
createuser owner
for database in generate odd; do
  createdb -O owner $database
  psql -Xq -v ON_ERROR_STOP=1 -d $database -c "GRANT ALL ON SCHEMA public TO owner; SET ROLE owner" \
    -f tests/postgres/odd_tables.sql || exit 1
done
psql -Xq -v ON_ERROR_STOP=1 -d odd -c "CREATE EXTENSION vieworm" -f tests/postgres/odd_definitions.sql || exit 1

# One SELECT on a line. Nearly all have something that is refreshed in full: of these a third.
sqlsmith --dry-run --exclude-catalog --seed="$seed" --max-queries=$((count * 100)) \
  --target="host=$PGHOST user=$PGUSER dbname=generate" 2>/dev/null |
  awk -v count="$count" 'BEGIN { RS = ";\n" }
    { gsub(/[ \t\n]+/, " "); sub(/^ /, "") }
    !/^(select|with) / { next }
    /^with|exists|EXISTS|lateral|(left|right) join|over \(|\(select pg_catalog/ {
      if (hard < count / 3) { hard++; print }
      next
    }
    hard + easy < count { easy++; print }
    hard + easy >= count { exit }' >"$directory/lines"
sql odd "\copy odd.line (query) from '$directory/lines'"
sql odd "SELECT odd.load()" >/dev/null

# try_all: goes on behind what has been tried; false when the server has crashed.
try_all() {
  psql -Xq -d odd >>"$directory/out" 2>&1 <<'SCRIPT'
SET statement_timeout = '1s';
SET client_min_messages = error;
SELECT format('CALL odd.try_create(%s)', n), format('CALL odd.try_change(%s)', n), format('CALL odd.try_drop(%s)', n)
FROM odd.definition WHERE n NOT IN (SELECT n FROM odd.tried WHERE step = 'drop') ORDER BY n \gexec
SCRIPT
}

# again: the server has come back, and the definition at which it went is skipped.
again() {
  for second in 1 2 3 4 5 6 7 8 9 10; do
    sleep 1
    psql -XqAt -d odd -c "CALL odd.lost()" 2>/dev/null && return 0
  done
  return 1
}

until try_all; do again || break; done
echo "# seed $seed"
sql odd "SELECT odd.report()" >"$directory/report"
check "$count definitions of sqlsmith's have been tried" \
  [ "$(sql odd "SELECT count(*) FROM odd.tried WHERE step = 'drop'")" = "$count" ]
check "each is refused, maintained right, or refreshed in full" \
  [ "$(sql odd "SELECT count(*) FROM odd.finding")" = 0 ]
check "and none fails where no failure is expected" [ ! -s "$directory/out" ] || cat "$directory/out"
cat "$directory/report"
check "the tester finds a view that forgets" [ "$(sql odd "SELECT odd.finds_what_is_wrong()")" = t ]
finish
