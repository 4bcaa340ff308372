#!/bin/sh
# golden.py in a throw-away cluster, with the modules as they are built and installed.
cd "$(dirname "$0")/../.." || exit 1
. scripts/lib/packages.sh
. scripts/lib/cluster.sh

directory=$(mktemp -d)
trap 'cluster_stop "$directory"' EXIT
trap 'exit 130' HUP INT TERM
cluster_start "$directory" || exit 1
"$PG_BINDIR/createdb" golden && "$PG_BINDIR/psql" -Xqc "CREATE EXTENSION vieworm" golden || exit 1
VIEWORM_SO="${VIEWORM_SO:-$PWD/build/vieworm}" /usr/bin/python3 tests/golden/golden.py "$@"
