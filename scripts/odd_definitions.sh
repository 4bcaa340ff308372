#!/bin/sh
# The definitions of tests/postgres/odd_definitions.sh in great number.
#   scripts/odd_definitions.sh [COUNT [SEED]]      10000 by default, and a seed from the clock
cd "$(dirname "$0")/.." || exit 1
. scripts/lib/packages.sh
. scripts/lib/build.sh

need_packages $packages_build $packages_postgres sqlsmith
quietly build_postgres || exit 1
exec tests/postgres/odd_definitions.sh "${1:-10000}" $2
