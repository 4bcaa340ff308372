#!/bin/sh
# Random definitions and statements in PostgreSQL: every maintained view is what its definition
# gives. random_changes.sh [CASES [SEED]]: 200 cases by default, and a seed from the clock.
cd "$(dirname "$0")/../.." || exit 1
. scripts/lib/packages.sh
. scripts/lib/cluster.sh
. tests/postgres/lib.sh

cases=${1:-200}
seed=${2:-0.$(date +%N)}

directory=$(mktemp -d)
trap 'cluster_stop "$directory"' EXIT
trap 'exit 130' HUP INT TERM
cluster_start "$directory" || exit 1

createdb random
sql random "CREATE EXTENSION vieworm"
psql -XqAt -v ON_ERROR_STOP=1 -v seed="$seed" -v cases="$cases" -d random \
  -f tests/postgres/random_changes.sql >"$directory/out" 2>&1
echo "# seed $seed"
check "no view differs from its definition" grep -q "^[0-9]* definitions, [1-9]" "$directory/out"
check "the tester finds a view that forgets" grep -q "^a wrong view is found: true" "$directory/out"
cat "$directory/out"

finish
