#!/bin/sh
# A game leaderboard as a stored view: ./demo.sh on embedded SQLite, ./demo.sh postgres on a
# PostgreSQL server that is started for it and removed afterwards; ./demo.sh web serves one over HTTP.
# Installs what is missing.
cd "$(dirname "$0")" || exit 1
. scripts/lib/packages.sh
. scripts/lib/build.sh
. scripts/lib/cluster.sh

spec=examples/leaderboard.json
case ${1:-sqlite} in
  sqlite | postgres) . "scripts/lib/demo-${1:-sqlite}.sh" ;;
  web) . scripts/lib/demo-web.sh; exit ;;
  *) echo "usage: ./demo.sh [sqlite | postgres | web]" >&2; exit 2 ;;
esac

say() { printf '\n== %s\n' "$1"; }
print() { printf '%s\n' "$1"; }
show() { print "> $1;" && print "$1;" | sql; }
show_table() { print "> $1;" && print "$1;" | sql_table; }

# median COMMAND...: the command prints a number; the median of five runs.
median() {
  for run in 1 2 3 4 5; do "$@"; done | sort -n | sed -n 3p
}

set -e
directory=$(mktemp -d)
trap 'stop_database' EXIT
trap 'exit 130' HUP INT TERM
prepare
start_database

top_ten="SELECT * FROM leaderboard ORDER BY rank LIMIT 10"
say "$(print "$version;" | sql): 10,000 players, 200,000 matches"

say "One JSON spec says what the view is: $spec"
sed 's/\\n/\n      /g' "$spec"

say "Create the view, read it"
show "$create"
show_table "$top_ten"

say "Calm Crane 50 wins 60 matches in a row; $after_matches"
print "> $read_file examples/leaderboard/more-matches.sql"
sql <examples/leaderboard/more-matches.sql
catch_up
show_table "$top_ten"

say "The top ten from the view, and from the query behind it (median of 5)"
view=$(median milliseconds "$view_runs" "$top_ten")
query=$(median milliseconds 3 "$(definition) ORDER BY rank LIMIT 10")
awk -v view="$view" -v query="$query" 'BEGIN {
  printf "view %.3f ms, query %.1f ms: the view is %.0f times as fast\n", view, query, query / view
}'

show_more
