#!/bin/sh
# The same random tables, definitions and statements in SQLite and in PostgreSQL (in a throw-away
# cluster): each maintained view is what its definition gives, and the same in both.
#   scripts/both_engines.sh [OPTION...]      the tester's options; --seconds 60 by default
# tests/both_engines/README.md tells more. Findings become scripts in build/findings.
cd "$(dirname "$0")/.." || exit 1
. scripts/lib/packages.sh
. scripts/lib/build.sh
. scripts/lib/cluster.sh

need_packages $packages_build $packages_sqlite $packages_postgres $packages_both_engines
quietly build_postgres || exit 1
quietly build_cmake build vieworm_both_engines || exit 1
mkdir -p build/findings

directory=$(mktemp -d)
trap 'cluster_stop "$directory"' EXIT
trap 'exit 130' HUP INT TERM
cluster_start "$directory" || exit 1

[ $# != 0 ] || set -- --seconds 60
build/vieworm_both_engines "dbname=postgres" --findings 10 --out build/findings "$@"
