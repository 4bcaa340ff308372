#!/bin/sh
# What a maintained view costs in PostgreSQL: no view, triggers written by hand, vieworm, REFRESH
# MATERIALIZED VIEW and pg_ivm (where the server has it), side by side on a throw-away cluster.
# docs/benchmarks.md says how to read what it prints.
cd "$(dirname "$0")/.." || exit 1
. scripts/lib/packages.sh
. scripts/lib/build.sh
. scripts/lib/cluster.sh

usage() {
  cat <<'TEXT'
usage: scripts/bench_postgres.sh [OPTION...]     (see docs/benchmarks.md)

  --quick         base tables of 10 and 100 thousand rows, few and short rounds; about a minute
  --full          statements of one row with 10 million rows as well
  --view NAME     only this view: group, "join + group", "join rows"
  --rounds N      rounds of statements of one row
  --csv FILE      write every sample there
TEXT
}

growth="10000"
rows=1000000
rounds=15 statements=2000
client_rounds=5 client_seconds=3 client_counts="1 4 16"
many_rounds=5
views="group,join + group,join rows"
csv=
while [ $# -gt 0 ]; do
  case $1 in
    --quick)
      rows=100000 rounds=4 statements=500
      client_rounds=1 client_seconds=1 client_counts=4 many_rounds=2
      ;;
    --full) growth="10000 10000000" ;;
    --view) views=$2 && shift ;;
    --rounds) rounds=$2 && shift ;;
    --csv) csv=$2 && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

need_packages $packages_build $packages_postgres
PATH="$PG_BINDIR:$PATH"
quietly build_postgres || exit 1

directory=$(mktemp -d)
trap 'cluster_stop "$directory"' EXIT
trap 'exit 130' HUP INT TERM
cluster_start "$directory" "shared_buffers = 512MB" "max_wal_size = 8GB" "checkpoint_timeout = 1h" \
  "autovacuum = off" "jit = off" || exit 1

sql() { psql -XqAt -v ON_ERROR_STOP=1 "$@"; }
say() { echo "$@" >&2; }

# at VARIANT: what is not qualified is that of the variant from here on.
at() { echo "SET search_path = bench_$1, public, pgivm;"; }

# rotated N: the variants, another one first for each N.
rotated() {
  echo "$variants" | awk -v n="$1" '{ for (i = 0; i < NF; i++) printf "%s ", $((i + n) % NF + 1) }'
}

# ------------------------------------------------------------------------------------- the work

key_of() { sql -c "SELECT key FROM bench.view WHERE name = '$1'"; }

# one_row VIEW ROWS: the calls of all rounds.
one_row() {
  key=$(key_of "$1")
  for round in $(seq 0 "$rounds"); do
    for work in "UPDATE value" "UPDATE $key" DELETE INSERT; do
      for variant in $(rotated "$round"); do
        at "$variant"
        echo "CALL one_row('$1', '$work', '$variant', $round, $2, $statements);"
      done
    done
  done
}

many_rows() {
  for round in $(seq 0 "$many_rounds"); do
    for work in "UPDATE value" DELETE INSERT; do
      for variant in $(rotated "$round"); do
        at "$variant"
        echo "CALL many_rows('$1', '$work', '$variant', $round, $2, $2 / 10);"
      done
    done
    echo "VACUUM;"
  done
}

# clients VIEW ROWS: pgbench, for some seconds each.
clients() {
  for round in $(seq 1 "$client_rounds"); do
    for clients in $client_counts; do
      for variant in $(rotated "$round"); do
        tps=$(PGOPTIONS="-c search_path=bench_$variant,public" pgbench -n -M prepared -c "$clients" \
          -j 2 -T "$client_seconds" -D rows="$2" -D clients="$clients" \
          -f bench/postgres/client.sql 2>"$directory/pgbench.log" | sed -n 's/^tps = \([0-9.]*\).*/\1/p')
        [ -n "$tps" ] || { cat "$directory/pgbench.log" >&2; return 1; }
        sql -c "INSERT INTO bench.sample VALUES ($2, '$1', 'clients',
          '$clients', '$variant', $round, 1 / $tps)"
      done
    done
  done
}

# whole_view VIEW ROWS: how long it takes to make one, and to make it anew.
whole_view() {
  for round in 0 1 2 3; do
    for work in create refresh drop; do
      for variant in native vieworm; do
        at "$(echo "$variant" | sed s/native/none/)"
        echo "CALL whole_view('$1', '$work', '$variant', $round, $2,
          bench.statement('$work', '$variant', '$1'));"
      done
    done
  done
  echo "DELETE FROM bench.sample WHERE work = 'drop';"
}

# ------------------------------------------------------------------------------------- the views

create_views() {
  file=$(echo "$1" | sed 's/ + / /; s/ /_/g')
  at hand
  cat "bench/postgres/hand_$file.sql"
  for variant in $variants; do
    at "$variant"
    echo "SELECT bench.statement('create', '$variant', '$1') \\gexec"
  done
  echo "VACUUM ANALYZE;"
}

drop_views() {
  cat bench/postgres/drop_hand.sql
  for variant in $variants; do
    at "$variant"
    echo "SELECT bench.statement('drop', '$variant', '$1') \\gexec"
  done
}

# check VIEW ROWS: prints what is wrong. The odd changes are taken back, for the next view.
check() {
  for variant in $variants; do
    [ "$variant" != none ] || continue
    at "$variant"
    echo "BEGIN; CALL odd_changes();"
    echo "SELECT format('WRONG: the view \"%s\" by %s, $2 rows: %s rows differ', '$1', '$variant', n)
      FROM bench.differences('$1') AS n WHERE n <> 0;"
    [ "$variant" != vieworm ] || echo "SELECT 'WRONG: vieworm_verify: ' || r::text
      FROM vieworm_verify('v') AS r
      WHERE r ->> 'missing' <> '0' OR r ->> 'extra' <> '0' OR r ? 'damage';"
    echo "ROLLBACK;"
  done
}

# is_maintained VIEW: says so, if vieworm does not.
is_maintained() {
  reason=$({ at vieworm; echo "BEGIN; SELECT bench.statement('create', 'vieworm', '$1') \\gexec
    ROLLBACK;"; } | sql 2>&1 >/dev/null) && return
  echo "$1: skipped: $(echo "$reason" | sed -n 's/.*ERROR: *//p')"
  return 1
}

# ---------------------------------------------------------------------------------------- the run

make_tables() {
  for variant in $variants; do
    sql -c "DROP SCHEMA IF EXISTS bench_$variant CASCADE" 2>/dev/null
    sql -v schema="bench_$variant" -v rows="$1" -f bench/postgres/tables.sql -f bench/postgres/work.sql
  done
}

# measure VIEW ROWS [all]: statements of one row only, or all there is.
measure() {
  say "$1, $2 rows"
  if [ "${3:-}" = all ]; then whole_view "$1" "$2" | sql >/dev/null || return; fi
  create_views "$1" | sql >/dev/null || return
  if [ "${3:-}" = all ]; then
    clients "$1" "$2" || return
    many_rows "$1" "$2" | sql || return
  fi
  one_row "$1" "$2" | sql || return
  check "$1" "$2" | sql >"$directory/wrong" || return
  cat "$directory/wrong"
  [ ! -s "$directory/wrong" ] || wrong=1
  drop_views "$1" | sql >/dev/null 2>&1
}

sql -c "CREATE EXTENSION vieworm" -f bench/postgres/samples.sql -f bench/postgres/statements.sql ||
  exit 1
variants="none hand vieworm"
if sql -c "CREATE SCHEMA IF NOT EXISTS pgivm; CREATE EXTENSION pg_ivm" 2>/dev/null; then
  variants="$variants pg_ivm"
else
  echo "pg_ivm: not installed"
fi

wrong=0
for size in $growth $rows; do
  make_tables "$size" || exit 1
  echo "$views" | tr , '\n' >"$directory/views"
  while read -r view <&3; do
    is_maintained "$view" || continue
    what=
    [ "$size" != "$rows" ] || what=all
    measure "$view" "$size" "$what" || exit 1
  done 3<"$directory/views"
done
psql -Xq -v ON_ERROR_STOP=1 -f bench/postgres/report.sql || exit 1
[ -z "$csv" ] || sql -c "\\copy bench.sample TO '$csv' (FORMAT csv, HEADER)"
exit $wrong
